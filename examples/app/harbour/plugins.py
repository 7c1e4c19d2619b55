"""Plugins: Python files in a folder, each with a function `run(archive)`."""

import importlib
import importlib.util
import runpy
from pathlib import Path
from types import ModuleType
from typing import Iterator, Optional

from .logs import log


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"harbour_plugin_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def find(folder: Optional[Path]) -> Iterator[ModuleType]:
    if folder is None:
        return
    for path in sorted(folder.glob("*.py")):
        try:
            yield load(path)
        except Exception as error:
            log.error("plugin %s: %s", path.name, error)


def run_all(folder: Optional[Path], archive: Path) -> int:
    """Run every plugin on the archive; gives how many ran."""
    count = 0
    for plugin in find(folder):
        plugin.run(archive)
        count += 1
    return count


def compressor(name: str) -> ModuleType:
    """The module behind a format's name in the settings: `bz2`, `lzma`."""
    return importlib.import_module(name)


def rule(expression: str):
    """A rule of the settings, such as `age > 86400 and size > 0`, as a function."""
    code = compile(expression, "<rule>", "eval")
    return lambda **values: bool(eval(code, {"__builtins__": {}}, values))


def run_script(path: Path) -> dict:
    """A migration is a script of its own."""
    return runpy.run_path(str(path), run_name="__main__")
