"""Does the site answer? One connection per address, all at once."""

import socket
import threading
from contextlib import closing
from typing import Dict, Iterable, Tuple

REQUEST = b"HEAD / HTTP/1.0\r\n\r\n"


def parse(address: str) -> Tuple[str, int]:
    host, _, port = address.rpartition(":")
    return host or "localhost", int(port)


def answers(host: str, port: int, timeout: float = 2.0) -> bool:
    try:
        with closing(socket.create_connection((host, port), timeout)) as connection:
            connection.sendall(REQUEST)
            return connection.recv(12).startswith(b"HTTP/")
    except OSError:
        return False


def check(addresses: Iterable[str]) -> Dict[str, bool]:
    results: Dict[str, bool] = {}

    def one(address: str) -> None:
        results[address] = answers(*parse(address))

    threads = [threading.Thread(target=one, args=(address,)) for address in addresses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def announce(port: int, text: str) -> None:
    """Tell the local network, and expect no answer."""
    datagram = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with datagram:
        datagram.bind(("127.0.0.1", 0))
        datagram.sendto(text.encode(), ("127.0.0.1", port))


def this_host() -> str:
    name = socket.gethostname()
    try:
        return socket.gethostbyname(name)
    except OSError:
        return name
