"""One agent at a time: a lock file, held as long as the process lives."""

import os
import signal
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

try:
    import fcntl
    import resource
except ImportError:  # Windows
    fcntl = None
    resource = None


class Busy(Exception):
    """Another agent works on the same store."""


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Busy(f"{path} is held by process {os.read(descriptor, 20).decode()}") from error
        os.truncate(path, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def be_modest(open_files: int = 256) -> None:
    """Leave most of the machine to the site itself."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(open_files, hard), hard))


def stop_other(path: Path) -> bool:
    """Ask the agent that holds the lock to end; false if there is none."""
    try:
        process = int(path.read_text())
        os.kill(process, signal.SIGTERM)
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return False
    return True
