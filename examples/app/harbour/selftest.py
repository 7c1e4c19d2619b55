"""Every part once, on a site made for it, with servers of its own on the loopback address."""

import http.server
import socketserver
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from . import archive, deploy, disk, health, hooks, inspection, logs, mail, plugins, state, upload
from .auditing import where
from .locking import be_modest, only_one, stop_other
from .settings import Settings, export, load

SETTINGS = """\
[harbour]
site = {site}
store = {store}
plugins = {plugins}
upload_url = http://127.0.0.1:{port}/backups
token = not-a-real-token
health = 127.0.0.1:{port}

[hooks]
before-backup = {python} -c "print('ready')"
"""


class Store(http.server.BaseHTTPRequestHandler):
    """Takes archives into memory."""

    taken = {}

    def do_PUT(self) -> None:
        self.taken[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.end_headers()

    def do_HEAD(self) -> None:
        self.send_response(200 if self.path in self.taken else 404)
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"name": "store"}')

    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[int]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Store) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()


def prepare(folder: Path, port: int) -> Settings:
    site = folder / "site"
    (site / "static").mkdir(parents=True)
    (site / "index.html").write_text("<h1>Harbour</h1>", encoding="utf-8")
    (site / "static" / "style.css").write_text("h1 { color: navy }", encoding="utf-8")
    own_plugins = Path(__file__).resolve().parent.parent / "plugins"
    text = SETTINGS.format(site=site, store=folder / "store", plugins=own_plugins, port=port, python=sys.executable)
    path = folder / "harbour.ini"
    path.write_text(text, encoding="utf-8")
    return load(path)


def steps(options: Settings, port: int) -> None:
    from .__main__ import backup, status

    packed = backup(options)
    assert archive.digest_of(packed) and packed.with_suffix(".sha256").exists()
    assert upload.describe(f"http://127.0.0.1:{port}/backups") == {"name": "store"}
    deploy.release(packed, options.releases)
    assert deploy.previous(options.releases) is None
    assert status(options) == 0
    assert health.this_host()
    health.announce(port, where())
    assert plugins.rule("age > 10")(age=11)
    plugins.compressor("bz2")
    assert state.thaw(state.freeze({"files": 2})) == {"files": 2}
    state.remember(options.store / "shelf", "last", packed.name)
    assert not mail.send("localhost", None, "nothing", "")
    assert "MainThread" in inspection.stacks() and inspection.held()
    assert inspection.count_calls(disk.size_of, options.store)[1] > 0
    assert hooks.reload_server("harbour.service", control="true") == 0
    assert not stop_other(options.store / "no-lock")


def selftest(verbose: bool = False) -> int:
    with tempfile.TemporaryDirectory() as folder, serving() as port:
        options = prepare(Path(folder), port)
        logs.start(options.store, verbose)
        export(options)
        be_modest()
        with only_one(options.store / "lock"):
            steps(options, port)
        logs.stop()
    print("all parts work")
    return 0
