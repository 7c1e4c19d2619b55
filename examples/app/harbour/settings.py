"""What a run is told: an INI file, overruled by HARBOUR_* variables."""

import configparser
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Optional

PREFIX = "HARBOUR_"


class SettingsError(Exception):
    """The settings cannot be used; the text says what to change."""


@dataclass
class Settings:
    site: Path
    store: Path
    upload_url: Optional[str] = None
    token: Optional[str] = None
    health: List[str] = field(default_factory=list)
    hooks: Dict[str, str] = field(default_factory=dict)
    plugins: Optional[Path] = None
    mail_to: Optional[str] = None
    mail_host: str = "localhost"
    keep: int = 5

    @property
    def catalogue(self) -> Path:
        return self.store / "catalogue.sqlite"

    @property
    def releases(self) -> Path:
        return self.store / "releases"


def default_store() -> Path:
    """Where backups go when nobody says: a folder that each platform keeps for programs."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Harbour") as key:
            return Path(winreg.QueryValueEx(key, "Store")[0])
    return Path(os.environ.get("XDG_STATE_HOME", os.path.expanduser("~/.local/state"))) / "harbour"


def load(path: Path, environ=os.environ) -> Settings:
    """Read the file, then let the environment overrule it."""
    parser = configparser.ConfigParser()
    if not parser.read(path, encoding="utf-8"):
        raise SettingsError(f"cannot read {path}")
    values = dict(parser["harbour"]) if parser.has_section("harbour") else {}
    for name, value in environ.items():
        if name.startswith(PREFIX):
            values[name[len(PREFIX):].lower()] = value
    if "site" not in values:
        raise SettingsError(f"{path}: the section [harbour] needs a line: site = FOLDER")
    store = Path(values["store"]) if "store" in values else default_store()
    store.mkdir(parents=True, exist_ok=True)
    return Settings(
        site=Path(values["site"]),
        store=store,
        upload_url=values.get("upload_url"),
        token=values.get("token"),
        health=values.get("health", "").split(),
        hooks=dict(parser["hooks"]) if parser.has_section("hooks") else {},
        plugins=Path(values["plugins"]) if "plugins" in values else None,
        mail_to=values.get("mail_to"),
        mail_host=values.get("mail_host", "localhost"),
        keep=int(values.get("keep", "5")),
    )


def export(settings: Settings) -> None:
    """Give hooks the settings as variables, but never the token."""
    os.environ["HARBOUR_SITE"] = str(settings.site)
    os.environ["HARBOUR_STORE"] = str(settings.store)
    os.environ.pop("HARBOUR_TOKEN", None)
    os.umask(0o077)
