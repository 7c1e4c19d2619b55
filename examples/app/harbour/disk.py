"""Room on the disk, asked from the system's own library."""

import ctypes
import ctypes.util
import os
import shutil
import sys
from pathlib import Path


class NoRoom(Exception):
    """Too little room for a backup."""


def sync() -> None:
    """Have everything on the disk before an archive counts as made."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.FlushFileBuffers(-1)
        return
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    library.sync()
    if ctypes.get_errno():
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def free(path: Path) -> int:
    """Free bytes on the disk that holds `path`."""
    return shutil.disk_usage(path).free


def demand(path: Path, bytes_needed: int) -> None:
    if free(path) < bytes_needed:
        raise NoRoom(f"{path} has no room for {bytes_needed} bytes")


def size_of(folder: Path) -> int:
    """Bytes in a folder, links not followed."""
    total = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                total += size_of(Path(entry.path))
            else:
                total += entry.stat(follow_symlinks=False).st_size
    return total
