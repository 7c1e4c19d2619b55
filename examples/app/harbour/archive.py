"""Folders into archives and back."""

import hashlib
import mmap
import os
import shutil
import tempfile
import zipfile
from fnmatch import fnmatch
from glob import glob
from pathlib import Path
from typing import Iterator, List

from .auditing import milestone
from .logs import log

IGNORED = ("*.tmp", "*.pyc", "__pycache__", ".git")


def files_of(folder: Path) -> Iterator[Path]:
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in IGNORED]
        for name in sorted(names):
            if not any(fnmatch(name, pattern) for pattern in IGNORED):
                yield Path(top, name)


def digest_of(path: Path) -> str:
    """SHA-256 of a file that may be larger than memory."""
    with open(path, "rb") as stream:
        if os.fstat(stream.fileno()).st_size == 0:
            return hashlib.sha256().hexdigest()
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as view:
            return hashlib.sha256(view).hexdigest()


def pack(site: Path, store: Path, name: str) -> Path:
    """Copy the site aside first, so that the archive shows one moment of it, then zip the copy."""
    milestone("backup", str(site), name)
    with tempfile.TemporaryDirectory(prefix="harbour-") as folder:
        still = Path(folder) / "site"
        shutil.copytree(site, still, ignore=shutil.ignore_patterns(*IGNORED))
        made = shutil.make_archive(str(Path(folder) / name), "zip", still)
        target = store / f"{name}.zip"
        shutil.move(made, target)
    os.chmod(target, 0o600)
    log.info("packed %d files into %s", sum(1 for _ in files_of(site)), target)
    return target


def add_note(archive: Path, text: str) -> None:
    with zipfile.ZipFile(archive, "a", compression=zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("HARBOUR.txt", text)


def unpack(archive: Path, target: Path) -> None:
    """All or nothing: unpack beside the target, then rename."""
    beside = Path(tempfile.mkdtemp(dir=target.parent))
    try:
        shutil.unpack_archive(str(archive), str(beside))
        os.replace(beside, target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def prune(store: Path, names: List[str]) -> int:
    """Delete the archives of dropped backups; gives how many there were."""
    gone = 0
    for name in names:
        for path in glob(str(store / f"{name}*.zip")):
            os.remove(path)
            gone += 1
    return gone
