"""Log to a file that rolls over, to the terminal, and to the system's log where there is one."""

import faulthandler
import logging
import logging.handlers
import sys
from pathlib import Path

try:
    import syslog
except ImportError:  # Windows
    syslog = None

log = logging.getLogger("harbour")


class SystemLog(logging.Handler):
    """Errors go to syslog, where an operator looks first."""

    def emit(self, record: logging.LogRecord) -> None:
        syslog.syslog(syslog.LOG_ERR, self.format(record))


def start(folder: Path, verbose: bool = False) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    log.setLevel(logging.DEBUG if verbose else logging.INFO)
    to_file = logging.handlers.RotatingFileHandler(folder / "harbour.log", maxBytes=200_000, backupCount=3)
    to_file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(to_file)
    log.addHandler(logging.StreamHandler(sys.stderr))
    if syslog is not None:
        syslog.openlog("harbour")
        handler = SystemLog()
        handler.setLevel(logging.ERROR)
        log.addHandler(handler)
    faulthandler.enable()
    sys.excepthook = report


def report(kind, error, trace) -> None:
    """In place of the interpreter's own report: nothing must be lost when nobody watches the terminal."""
    log.critical("stopped by %s", kind.__name__, exc_info=(kind, error, trace))


def stop() -> None:
    for handler in list(log.handlers):
        handler.close()
        log.removeHandler(handler)
    if syslog is not None:
        syslog.closelog()
