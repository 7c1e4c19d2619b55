"""Ship an archive: over HTTP, or to the FTP server that some sites still have."""

import ftplib
import http.client
import json
import time
import urllib.request
from pathlib import Path
from typing import Optional
from urllib.parse import quote, urlsplit

from .logs import log

ATTEMPTS = 3


class UploadError(Exception):
    """The other side did not take the archive."""


def put(url: str, archive: Path, token: Optional[str]) -> int:
    """Send the whole archive in one request; gives the status."""
    request = urllib.request.Request(f"{url}/{quote(archive.name)}", data=archive.read_bytes(), method="PUT")
    request.add_header("Content-Type", "application/zip")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status


def exists(url: str, name: str) -> bool:
    """Ask before sending: the archive may be there from an earlier attempt."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "localhost", parts.port, timeout=10)
    try:
        connection.request("HEAD", f"{parts.path}/{quote(name)}")
        return connection.getresponse().status == 200
    finally:
        connection.close()


def put_by_ftp(host: str, archive: Path, user: str, password: str) -> None:
    with ftplib.FTP(host, user, password, timeout=30) as server:
        with open(archive, "rb") as stream:
            server.storbinary(f"STOR {archive.name}", stream)


def ship(url: str, archive: Path, token: Optional[str]) -> None:
    """Try a few times, waiting longer each time."""
    for attempt in range(ATTEMPTS):
        try:
            if exists(url, archive.name) or put(url, archive, token) in (200, 201, 204):
                log.info("shipped %s", archive.name)
                return
        except OSError as error:
            log.warning("attempt %d: %s", attempt + 1, error)
        time.sleep(0.2 * 2**attempt)
    raise UploadError(f"{url} did not take {archive.name}")


def describe(url: str) -> dict:
    """What the server says of itself."""
    with urllib.request.urlopen(f"{url}/about.json", timeout=10) as answer:
        return json.load(answer)
