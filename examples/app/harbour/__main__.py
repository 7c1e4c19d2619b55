"""The command line: `python -m harbour backup`."""

import argparse
import sys
import time
from pathlib import Path
from typing import List, Optional

from . import __version__, archive, deploy, disk, health, hooks, logs, mail, plugins, settings, upload
from .auditing import Recorder
from .catalogue import Backup, Catalogue
from .locking import Busy, be_modest, only_one
from .logs import log
from .state import Cache


def backup(options: settings.Settings) -> Path:
    """The agent's main job: pack, check, ship, note it down, forget what is old."""
    hooks.run(options.hooks, "before-backup")
    disk.demand(options.store, 2 * disk.size_of(options.site))
    name = time.strftime("%Y%m%d-%H%M%S")
    packed = archive.pack(options.site, options.store, name)
    archive.add_note(packed, f"harbour {__version__}, revision {hooks.revision(options.site)}\n")
    plugins.run_all(options.plugins, packed)
    disk.sync()
    cache = Cache(options.store / "digests.pickle").read()
    digest = cache.entries[packed.name] = archive.digest_of(packed)
    cache.write()
    with Catalogue(options.catalogue) as catalogue:
        catalogue.add(Backup(name, time.time(), packed.stat().st_size, digest, None))
        if options.upload_url:
            upload.ship(options.upload_url, packed, options.token)
            catalogue.shipped(name)
        archive.prune(options.store, catalogue.forget(options.keep))
    hooks.run(options.hooks, "after-backup")
    return packed


def status(options: settings.Settings) -> int:
    with Catalogue(options.catalogue) as catalogue:
        for made in catalogue.all():
            state = "shipped" if made.shipped else "here only"
            print(f"{made.name}  {made.bytes:>12,} bytes  {made.age / 3600:8.1f} h  {state}")
    results = health.check(options.health)
    for address, alive in sorted(results.items()):
        print(f"{address}  {'answers' if alive else 'SILENT'}")
    return 0 if all(results.values()) else 1


def act(command: str, options: settings.Settings) -> int:
    if command == "status":
        return status(options)
    if command == "backup":
        packed = backup(options)
        mail.send(options.mail_host, options.mail_to, f"backup {packed.stem}", "done\n")
    elif command == "deploy":
        deploy.release(backup(options), options.releases)
    elif command == "rollback":
        deploy.roll_back(options.releases)
    return 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="harbour", description=__doc__)
    parser.add_argument("command", choices=["backup", "deploy", "rollback", "status", "selftest"])
    parser.add_argument("--settings", type=Path, default=Path("harbour.ini"))
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--events", type=Path, metavar="FILE", help="write the audit events of this run to FILE")
    return parser


def main(argv: Optional[List[str]] = None) -> int:
    given = arguments().parse_args(argv)
    recorder = Recorder()
    if given.events:
        recorder.install()
    try:
        if given.command == "selftest":
            from .selftest import selftest

            return selftest(given.verbose)
        options = settings.load(given.settings)
        logs.start(options.store, given.verbose)
        settings.export(options)
        be_modest()
        with only_one(options.store / "lock"):
            return act(given.command, options)
    except (settings.SettingsError, Busy, disk.NoRoom, upload.UploadError, hooks.HookFailed) as error:
        log.error("%s", error)
        return 1
    finally:
        logs.stop()
        if given.events:
            recorder.write(given.events)


if __name__ == "__main__":
    sys.exit(main())
