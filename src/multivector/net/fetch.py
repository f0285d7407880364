"""One polite client: conditional requests, a pause between requests to a host, limits on size, time and redirects."""

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import IO
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from multivector.errors import InputError
from multivector.net.guard import Guard, GuardedBackend

__all__ = ["AGENT", "Answer", "Asking", "FetchError", "Fetcher"]

AGENT = "multivector"
MOST_BYTES = 20_000_000  # of one answer, unpacked
MOST_REDIRECTS = 5
SECONDS = 20.0  # for the connection and for each piece
MOST_SECONDS = 120.0  # for a whole answer: a server that drips is left
PAUSE = 1.0  # seconds between two requests to a host, unless its robots.txt asks for more
MOVED = (301, 302, 303, 307, 308)
PIECE = 65536


class FetchError(InputError):
    """An address could not be fetched: the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What an earlier answer left: its validators make the request conditional."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, unpacked. `url` is where it came from after redirects; `body` is empty for 304."""

    url: str
    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def asking(self) -> Asking:
        """The validators for the next request."""
        return Asking(self.headers.get("etag"), self.headers.get("last-modified"))


class Fetcher:
    """Fetches over http(s) from public addresses. Use as a context manager; `pauses` may set a host's own pause."""

    def __init__(
        self,
        guard: Guard | None = None,
        *,
        most_bytes: int = MOST_BYTES,
        most_seconds: float = MOST_SECONDS,
        pause: float = PAUSE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._guard = guard or Guard()
        self._pool = httpcore.ConnectionPool(network_backend=GuardedBackend(self._guard), max_connections=4)
        self._most, self._seconds, self._pause, self._sleep = most_bytes, most_seconds, pause, sleep
        self._last: dict[str, float] = {}
        self.pauses: dict[str, float] = {}

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()

    def get(self, url: str, asking: Asking | None = None, *, allowed: Callable[[str], None] | None = None) -> Answer:
        """What is at the address, whatever its status.

        `allowed` is asked before each redirect is followed and raises where it may not be. Raises FetchError where
        there is no answer, or it is too large, too slow or redirected too often; InputError for a private address.
        """
        for _ in range(MOST_REDIRECTS + 1):
            sink = BytesIO()
            answer = self._one(url, asking or Asking(), sink)
            target = answer.headers.get("location")
            if answer.status not in MOVED or not target:
                return replace(answer, body=sink.getvalue())
            url = urljoin(url, target)
            if allowed is not None:
                allowed(url)
        raise FetchError(f"{url}: redirects more than {MOST_REDIRECTS} times; check the address")

    def save(self, url: str, file: IO[bytes]) -> Answer:
        """Write what is at the address into an empty file, without holding it; raises as `get` does, and FetchError
        where the answer is not 200."""
        for _ in range(MOST_REDIRECTS + 1):
            file.seek(0)
            file.truncate()
            answer = self._one(url, Asking(), file)
            target = answer.headers.get("location")
            if answer.status not in MOVED or not target:
                break
            url = urljoin(url, target)
        if answer.status != 200:
            raise FetchError(f"{url}: cannot be fetched (status {answer.status}); download it yourself, give the file")
        return answer

    def _one(self, url: str, asking: Asking, sink: IO[bytes]) -> Answer:
        self._guard.check(url)
        self._wait(urlsplit(url).hostname or "")
        host = urlsplit(url).netloc.rpartition("@")[2]
        given: dict[bytes | str, bytes | str] = {"host": host, "user-agent": AGENT, "accept-encoding": "gzip"}
        given |= {"if-none-match": asking.etag} if asking.etag else {}
        given |= {"if-modified-since": asking.modified} if asking.modified else {}
        times = dict.fromkeys(("connect", "read", "write", "pool"), SECONDS)
        try:
            with self._pool.stream("GET", _ascii(url), headers=given, extensions={"timeout": times}) as response:
                headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
                if response.status != 304:
                    self._take(url, response, headers, sink)
                return Answer(url, response.status, b"", headers)
        except (
            httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, httpcore.UnsupportedProtocol,
            zlib.error, UnicodeError,
        ) as error:  # fmt: skip
            what = str(error) or type(error).__name__
            raise FetchError(f"{url}: cannot be fetched ({what}); try again later") from error

    def _wait(self, host: str) -> None:
        pause = max(self._pause, self.pauses.get(host, 0.0))
        left = self._last.get(host, -pause) + pause - time.monotonic()
        if left > 0:
            self._sleep(left)
        self._last[host] = time.monotonic()

    def _take(self, url: str, response: httpcore.Response, headers: dict[str, str], sink: IO[bytes]) -> None:
        coding = headers.get("content-encoding", "identity").strip().lower()
        if coding not in ("identity", "", "gzip", "x-gzip"):
            raise FetchError(f"{url}: is packed as {coding[:40]}, which was not asked for; fetch it yourself")
        size, start = 0, time.monotonic()
        for piece in _unpacked(response.iter_stream(), coding):
            size += len(piece)
            if size > self._most:
                raise FetchError(f"{url}: is larger than {self._most / 1e6:.0f} MB; fetch it yourself, give the file")
            if time.monotonic() - start > self._seconds:
                raise FetchError(f"{url}: took longer than {self._seconds:.0f} s; fetch it yourself, give the file")
            sink.write(piece)


def _unpacked(stream: Iterator[bytes], coding: str) -> Iterator[bytes]:
    """The pieces of the answer, unpacked bit by bit: a small packed piece never becomes a large one at once."""
    if "gzip" not in coding:
        yield from stream
        return
    unpack = zlib.decompressobj(wbits=31)
    for piece in stream:
        while piece:
            yield unpack.decompress(piece, PIECE)
            piece = unpack.unconsumed_tail
    yield unpack.flush(PIECE)


def _ascii(url: str) -> str:
    """The address with other than ASCII characters escaped; the host in its ASCII form."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    netloc = f"{host}:{parts.port}" if parts.port else host
    safe = "/%:@!$&'()*+,;=~?-._"
    return urlunsplit((parts.scheme, netloc, quote(parts.path or "/", safe=safe), quote(parts.query, safe=safe), ""))
