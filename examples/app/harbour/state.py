"""What the agent remembers between runs: a cache that may be lost, and a copy that may not."""

import marshal
import os
import pickle
import shelve
import tempfile
from pathlib import Path
from typing import Any, Dict


class Cache:
    """Digests by path and time of change, pickled; a broken file counts as an empty one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: Dict[str, Any] = {}

    def read(self) -> "Cache":
        try:
            with self.path.open("rb") as stream:
                self.entries = pickle.load(stream)
        except (FileNotFoundError, pickle.UnpicklingError, EOFError):
            self.entries = {}
        return self

    def write(self) -> None:
        """Write beside the file and rename, so that no reader ever sees half of it."""
        descriptor, beside = tempfile.mkstemp(dir=self.path.parent)
        with os.fdopen(descriptor, "wb") as stream:
            pickle.dump(self.entries, stream)
        os.rename(beside, self.path)


def freeze(values: Dict[str, int]) -> bytes:
    return marshal.dumps(values)


def thaw(data: bytes) -> Dict[str, int]:
    return marshal.loads(data)


def remember(path: Path, key: str, value: Any) -> None:
    with shelve.open(str(path)) as shelf:
        shelf[key] = value
