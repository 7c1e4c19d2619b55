"""A release becomes the site by one rename of a link."""

import os
import shutil
import time
from pathlib import Path
from typing import Optional

from . import archive
from .auditing import milestone
from .logs import log

CURRENT = "current"


def stamp(folder: Path) -> None:
    """Give every file of a release the same time, so that caches of the server hold."""
    moment = time.time()
    for path in archive.files_of(folder):
        os.utime(path, (moment, moment))


def release(packed: Path, releases: Path) -> Path:
    """Unpack an archive as a release and make it the current one."""
    milestone("deploy", str(packed))
    releases.mkdir(parents=True, exist_ok=True)
    target = releases / packed.stem
    if target.exists():
        shutil.rmtree(target)
    archive.unpack(packed, target)
    stamp(target)
    switch(releases, target)
    return target


def switch(releases: Path, target: Path) -> None:
    beside = releases / f".{CURRENT}"
    if beside.is_symlink():
        beside.unlink()
    os.symlink(target.name, beside, target_is_directory=True)
    os.replace(beside, releases / CURRENT)
    log.info("%s is current", target.name)


def previous(releases: Path) -> Optional[Path]:
    """The release before the current one."""
    current = (releases / CURRENT).resolve()
    others = [entry for entry in sorted(releases.iterdir()) if entry.is_dir() and not entry.is_symlink()]
    before = [entry for entry in others if entry.name < current.name]
    return before[-1] if before else None


def roll_back(releases: Path) -> Path:
    target = previous(releases)
    if target is None:
        raise FileNotFoundError("there is no earlier release")
    switch(releases, target)
    return target
