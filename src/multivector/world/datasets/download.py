"""Fetching the one file that the user named, over http(s), from a public address, up to a limit of size."""

import ipaddress
import shutil
import socket
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPMessage
from pathlib import Path
from typing import IO

from multivector.errors import InputError

__all__ = ["check_address", "downloaded"]

MOST_BYTES = 4 * 1024**3
SECONDS = 60


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to an address that may be fetched itself."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextmanager
def downloaded(url: str) -> Iterator[Path]:
    """A scratch file with what is at the address, named as there; raises InputError where it cannot be fetched."""
    check_address(url)
    name = Path(urllib.parse.urlsplit(url).path).name or "data.csv"
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / name
        try:
            opener = urllib.request.build_opener(_Redirects())
            with opener.open(url, timeout=SECONDS) as answer, path.open("wb") as file:
                shutil.copyfileobj(_Limited(answer, url), file)
        except (urllib.error.URLError, OSError) as error:
            raise InputError(f"{url}: cannot be fetched ({error}); download it yourself and give the file") from error
        yield path


def check_address(url: str) -> None:
    """Raises InputError unless the address is http(s) on a host all of whose addresses are public."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: only http and https addresses are fetched")
    try:
        found = {info[4][0] for info in socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)}
    except OSError as error:
        raise InputError(f"{url}: the host is not known ({error}); check the address") from error
    if not all(ipaddress.ip_address(str(one).split("%")[0]).is_global for one in found):
        raise InputError(f"{url}: leads to a private address, which is not fetched; give a file")


class _Limited:
    """A stream that ends with an error beyond the limit of size."""

    def __init__(self, stream: IO[bytes], url: str) -> None:
        self._stream, self._url, self._read = stream, url, 0

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(size)
        self._read += len(found)
        if self._read > MOST_BYTES:
            raise InputError(f"{self._url}: is larger than {MOST_BYTES // 1024**3} GB; download it and give the file")
        return found
