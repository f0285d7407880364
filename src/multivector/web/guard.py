"""The guard at the door: who may ask, from which page, how much they may send, and what an answer may do in a browser.

The token of the start URL becomes a cookie. A request must name this very server as its host (so that no foreign name
can be pointed at it), and every write must come from a page of this server.
"""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["BODY_LIMIT", "COOKIE", "HEADERS", "Guard", "Lock"]

COOKIE = "multivector"
BODY_LIMIT = 8 * 1024 * 1024  # bytes; the largest article that is read is smaller
LENGTH = re.compile("[0-9]{1,18}")
READS = ("GET", "HEAD")
HEADERS: Mapping[str, str] = MappingProxyType({
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
})  # fmt: skip
NO_TOKEN = "Open the address that `multivector serve` printed: it carries the key to this case.\n"


@dataclass(frozen=True, slots=True)
class Lock:
    """What the guard checks against: the key, and the hosts (with port) under which the server may be asked.

    `any_host` is for a server that was opened to a network on purpose, whose names it cannot know.
    """

    token: str
    hosts: frozenset[str]
    any_host: bool = False


class TooLargeError(Exception):
    """More was sent than is taken."""


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, lock: Lock) -> None:
        self.app, self.lock = app, lock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what may not pass; pass the rest on, with limits on what comes in and headers on what goes out."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        try:
            await self.app(scope, _limited(receive), _with_headers(send))
        except TooLargeError:
            await _too_large()(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self.lock.any_host and headers.get("host", "") not in self.lock.hosts:
            return PlainTextResponse("This server does not go by that name.\n", 421)
        return self._entered(scope) or self._keyless(headers, scope["method"]) or _oversized(headers)

    def _keyless(self, headers: Headers, method: str) -> Response | None:
        """The refusal of a request without the key, or of a change that no page of this server asks for."""
        bearer = self._fits(headers.get("authorization", "").removeprefix("Bearer "))
        if not bearer and not self._fits(cookie_parser(headers.get("cookie", "")).get(COOKIE, "")):
            return PlainTextResponse(NO_TOKEN, 403)
        if method not in READS and not bearer and not _same_origin(headers):
            return PlainTextResponse("A change must come from a page of this workbench.\n", 403)
        return None

    def _fits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.lock.token.encode())

    def _entered(self, scope: Scope) -> Response | None:
        """To the same page without the key in its address, where the address has it."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(asked).get("token")
        if scope["method"] not in READS or given is None or not self._fits(given):
            return None
        rest = [pair for pair in asked if pair[0] != "token"]
        query = f"?{urlencode(rest)}" if rest else ""
        answer = RedirectResponse(f"/{scope['path'].lstrip('/')}{query}", 303)
        answer.set_cookie(COOKIE, self.lock.token, httponly=True, samesite="lax", path="/")
        return answer


def _same_origin(headers: Headers) -> bool:
    """Whether the browser says that the request comes from a page of this host."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") == "same-origin"
    try:
        return urlsplit(origin).netloc == headers.get("host", "")
    except ValueError:  # no address at all, such as "http://["
        return False


def _oversized(headers: Headers) -> Response | None:
    """The refusal of what says of itself that it is too large, or does not say how large."""
    length = headers.get("content-length") or "0"
    if not LENGTH.fullmatch(length):
        return PlainTextResponse("The length of what is sent must be a number.\n", 400)
    return _too_large() if int(length) > BODY_LIMIT else None


def _too_large() -> Response:
    return PlainTextResponse(f"At most {BODY_LIMIT // 1024 // 1024} MB are taken at once.\n", 413)


def _limited(receive: Receive) -> Receive:
    """The same, that raises TooLargeError once more than the limit has come."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > BODY_LIMIT:
            raise TooLargeError
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending
