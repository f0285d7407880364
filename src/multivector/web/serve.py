"""The server: a socket on this machine, a fresh key, and uvicorn."""

import ipaddress
import secrets
import socket
from dataclasses import dataclass
from typing import Any

from multivector.errors import InputError
from multivector.web.app import make_app
from multivector.web.desk import Desk
from multivector.web.guard import Lock

__all__ = ["Place", "is_loopback", "listen", "serve"]

KEY_BYTES = 24


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens, under which address it is opened, and the key."""

    listening: socket.socket
    url: str
    lock: Lock


def is_loopback(host: str) -> bool:
    """Whether the host is this machine alone."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> Place:
    """Take the port (0: any free one); raises InputError where it is taken or the host is none of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except OSError as error:
        found.close()
        raise InputError(f"{host}:{port}: {error.strerror}; give another --port (0 takes any free one)") from None
    taken = found.getsockname()[1]
    token = secrets.token_urlsafe(KEY_BYTES)
    shown = f"[{host}]" if ":" in host else host
    names = {f"{name}:{taken}" for name in ("localhost", "127.0.0.1", "[::1]", shown)}
    return Place(found, f"http://{shown}:{taken}/?token={token}", Lock(token, frozenset(names), not is_loopback(host)))


def serve(desk: Desk, place: Place, who: str) -> None:
    """Serve until the process is stopped."""
    import uvicorn  # late: the tests of everything else need none of it

    app: Any = make_app(desk, place.lock, who)
    config = uvicorn.Config(app, log_level="warning", access_log=False, ws="none", lifespan="off", server_header=False)
    uvicorn.Server(config).run(sockets=[place.listening])
