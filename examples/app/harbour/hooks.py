"""Programs of the operator that run before and after each step."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Mapping

from .logs import log


class HookFailed(Exception):
    """A hook ended with an exit status other than 0."""


def run(hooks: Mapping[str, str], moment: str) -> None:
    """Run the hook for a moment such as `before-backup`, if the settings name one."""
    command = hooks.get(moment)
    if command is None:
        return
    done = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
    for line in done.stdout.decode(errors="replace").splitlines():
        log.debug("%s: %s", moment, line)
    if done.returncode != 0:
        raise HookFailed(f"{moment}: {command} ended with {done.returncode}")


def revision(site: Path) -> str:
    """The revision of the site's work tree, if it is one."""
    try:
        return subprocess.check_output(["git", "-C", str(site), "rev-parse", "HEAD"], text=True).strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def reload_server(unit: str, control: str = "systemctl") -> int:
    return os.system(f"{control} reload {shlex.quote(unit)}")


def start_again() -> None:
    """Replace this process by a new one with the same arguments."""
    os.execv(sys.executable, [sys.executable, "-m", "harbour", *sys.argv[1:]])
