"""Who may ask what from where."""

import httpx
import pytest
from click.testing import CliRunner
from tests.web.conftest import Bench

from multivector.cli.main import main
from multivector.web.guard import BODY_LIMIT, COOKIE
from multivector.web.links import local
from multivector.web.serve import is_loopback


def test_nothing_is_shown_without_the_key(bench: Bench) -> None:
    for path in ("/", "/judge", "/api/records", "/static/workbench.css", "/nothing"):
        answer = httpx.get(bench.base + path)
        assert answer.status_code == 403, path
        assert "multivector serve" in answer.text
    assert httpx.get(f"{bench.base}/?token=wrong").status_code == 403
    assert httpx.get(bench.base, cookies={COOKIE: "wrong"}).status_code == 403


def test_the_key_becomes_a_cookie_and_leaves_the_address(bench: Bench) -> None:
    answer = httpx.get(f"{bench.base}/judge?as_of=2024-10-20&token={bench.token}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/judge?as_of=2024-10-20"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie


def test_a_key_does_not_lead_to_another_host(bench: Bench) -> None:
    answer = httpx.get(f"{bench.base}//evil.example/x?token={bench.token}")
    assert answer.headers["location"].startswith("/evil.example")


def test_a_foreign_name_is_refused(bench: Bench) -> None:
    answer = bench.client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 421


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_write_from_elsewhere_is_refused(bench: Bench, headers: dict[str, str]) -> None:
    record = next(iter(bench.desk.state().records))
    form = {"act": "reject", "record": record, "who": "x", "why": "x"}
    assert bench.client.post("/review", data=form, headers=headers).status_code == 403
    assert not (bench.case / "reviews.jsonl").exists()


def test_a_program_with_the_key_may_write(bench: Bench) -> None:
    record = next(iter(bench.desk.state().records))
    call = {"act": "accept", "record": record, "who": "robot", "why": "checked"}
    headers = {"Authorization": f"Bearer {bench.token}"}
    answer = httpx.post(f"{bench.base}/api/reviews", json=call, headers=headers)
    assert answer.status_code == 201
    assert answer.json()["who"] == "robot"


def test_too_much_is_not_taken(bench: Bench) -> None:
    answer = bench.client.post("/review", content=b"x" * (BODY_LIMIT + 1), headers={"Origin": bench.base})
    assert answer.status_code == 413

    def drops() -> object:
        for _ in range(BODY_LIMIT // 65536 + 2):
            yield b"x" * 65536

    headers = {"Origin": bench.base, "Content-Type": "application/x-www-form-urlencoded"}
    assert bench.client.post("/review", content=drops(), headers=headers).status_code in (400, 413)  # type: ignore[arg-type]


def test_every_answer_says_what_a_browser_may_do(bench: Bench) -> None:
    for path in ("/", "/nothing", "/static/workbench.js"):
        policy = bench.client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "path", ["/static/../desk.py", "/static/%2e%2e/desk.py", "/static/..%2fdesk.py", "/read/..%2f..%2fetc%2fpasswd"]
)
def test_no_path_leads_out_of_the_case(bench: Bench, path: str) -> None:
    answer = bench.client.get(path)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text and "class Desk" not in answer.text


@pytest.mark.parametrize(
    ("target", "safe"),
    [("/judge", "/judge"), ("//evil.example", "/"), ("http://evil.example", "/"), ("/\\evil", "/"), ("/a\r\nb", "/")],
)
def test_forms_lead_nowhere_else(target: str, safe: str) -> None:
    assert local(target) == safe


def test_other_hosts_need_consent(example: object) -> None:
    result = CliRunner().invoke(main, ["serve", str(example), "--host", "0.0.0.0"])
    assert result.exit_code == 1
    assert "--i-know-who-can-reach-it" in str(result.exception)
    assert is_loopback("127.0.0.1") and is_loopback("localhost") and is_loopback("::1")
    assert not is_loopback("0.0.0.0") and not is_loopback("example.org")
