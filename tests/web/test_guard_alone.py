"""The guard without a server: what passes, by whom it was asked, from where and how large it says it is."""

import asyncio

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from multivector.web.guard import BODY_LIMIT, COOKIE, Guard, Lock

KEY = "a-key"
HOST = "127.0.0.1:8765"
OWN = {"Cookie": f"{COOKIE}={KEY}"}
BEARER = {"Authorization": f"Bearer {KEY}"}


async def behind(scope: Scope, receive: Receive, send: Send) -> None:
    """The application: it takes all that is sent and answers."""
    while (await receive()).get("more_body"):
        pass
    await PlainTextResponse("inside")(scope, receive, send)


def ask(method: str = "GET", path: str = "/", headers: dict[str, str] | None = None, **more: object) -> httpx.Response:
    guard = Guard(behind, Lock(KEY, frozenset({HOST}), **more))  # type: ignore[arg-type]

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(guard)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
            return await client.send(client.build_request(method, path, headers=headers))

    return asyncio.run(asking())


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {}, 403),
        ("GET", OWN, 200),
        ("HEAD", OWN, 200),
        ("GET", BEARER, 200),
        ("GET", {"Cookie": f"{COOKIE}=another"}, 403),
        ("GET", {"Authorization": "Bearer "}, 403),
        ("GET", {"Authorization": KEY}, 200),
        ("POST", OWN, 403),
        ("POST", BEARER, 200),
        ("POST", {**OWN, "Origin": f"http://{HOST}"}, 200),
        ("POST", {**OWN, "Origin": "http://evil.example"}, 403),
        ("POST", {**OWN, "Origin": "http://["}, 403),
        ("POST", {**OWN, "Origin": ""}, 403),
        ("POST", {**OWN, "Sec-Fetch-Site": "same-origin"}, 200),
        ("POST", {**OWN, "Sec-Fetch-Site": "none"}, 403),
        ("POST", {**OWN, "Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"}, 403),
        ("DELETE", OWN, 403),
        ("GET", {**OWN, "Host": "evil.example"}, 421),
        ("POST", {**BEARER, "Content-Length": str(BODY_LIMIT + 1)}, 413),
        ("POST", {**BEARER, "Content-Length": str(BODY_LIMIT)}, 200),
        ("POST", {**BEARER, "Content-Length": "many"}, 400),
        ("POST", {**BEARER, "Content-Length": "-1"}, 400),
        ("POST", {**BEARER, "Content-Length": "9" * 5000}, 400),
    ],
)
def test_who_passes(method: str, headers: dict[str, str], status: int) -> None:
    answer = ask(method, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["cache-control"] == "no-store"


def test_a_server_opened_on_purpose_goes_by_any_name_and_still_needs_the_key() -> None:
    named = {"Host": "desk.example"}
    assert ask(headers={**named, **OWN}, any_host=True).status_code == 200
    assert ask(headers=named, any_host=True).status_code == 403


def test_the_key_in_an_address_opens_reading_alone() -> None:
    opened = ask(path=f"/judge?a=1&token={KEY}&b=%C3%A9")
    assert (opened.status_code, opened.headers["location"]) == (303, "/judge?a=1&b=%C3%A9")
    assert ask("POST", f"/judge?token={KEY}").status_code == 403


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["Cookie", "Authorization", "Origin", "Sec-Fetch-Site", "Content-Length", "Host"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40),
    st.sampled_from(["GET", "POST", "PUT"]),
)
def test_no_header_opens_the_door_or_breaks_it(name: str, value: str, method: str) -> None:
    answer = ask(method, headers={name: value})
    assert answer.status_code in (400, 403, 421)
    assert "inside" not in answer.text
