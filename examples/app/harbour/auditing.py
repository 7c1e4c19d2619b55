"""The agent watches itself: an audit hook that writes down every event, or refuses some."""

import sys
from collections import Counter
from pathlib import Path
from typing import FrozenSet

REFUSED: FrozenSet[str] = frozenset({"os.fork", "os.exec", "ctypes.set_errno", "code.__new__"})


class Refused(RuntimeError):
    """Raised in place of an operation that a backup agent has no business with."""


class Recorder:
    """Counts events by name. A hook cannot be taken away again, so it can be told to sleep."""

    def __init__(self) -> None:
        self.counts: Counter = Counter()
        self.awake = False
        self.strict = False

    def __call__(self, event: str, args: tuple) -> None:
        if not self.awake:
            return
        self.counts[event] += 1
        if self.strict and event in REFUSED:
            raise Refused(f"{event} is not allowed here")

    def install(self, strict: bool = False) -> None:
        self.strict = strict
        self.awake = True
        sys.addaudithook(self)

    def write(self, path: Path) -> None:
        self.awake = False
        lines = [f"{count:8} {event}\n" for event, count in sorted(self.counts.items())]
        path.write_text("".join(lines), encoding="utf-8")


def milestone(name: str, *details: object) -> None:
    """Tell any hook of this process what the agent is about to do."""
    if name == "backup":
        sys.audit("harbour.backup", *details)
    elif name == "deploy":
        sys.audit("harbour.deploy", *details)
    else:
        sys.audit(f"harbour.{name}", *details)


def where(depth: int = 1) -> str:
    """Function and line of a caller, for messages."""
    frame = sys._getframe(depth)
    return f"{frame.f_code.co_name}:{frame.f_lineno}"
