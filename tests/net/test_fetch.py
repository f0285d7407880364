import gzip
from pathlib import Path

import pytest
from tests.net.server import HERE, fetcher, site

from multivector.errors import InputError
from multivector.net import Asking, Fetcher, FetchError, Robots


def test_an_answer_with_its_validators_and_a_conditional_request() -> None:
    with site() as here, fetcher() as asks:

        def page(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
            if headers.get("if-none-match") == '"a"':
                return 304, {"ETag": '"a"'}, b""
            return 200, {"ETag": '"a"', "Last-Modified": "Tue, 22 Oct 2024 10:00:00 GMT"}, b"text"

        here.pages["/a"] = page
        first = asks.get(f"{here.url}/a")
        assert (first.status, first.body) == (200, b"text")
        assert first.asking == Asking('"a"', "Tue, 22 Oct 2024 10:00:00 GMT")
        second = asks.get(f"{here.url}/a", first.asking)
        assert (second.status, second.body) == (304, b"")


def test_packed_answers_and_bombs() -> None:
    with site() as here, fetcher(most_bytes=1_000_000) as asks:
        here.page("/small", gzip.compress(b"words " * 100), Content_Encoding="gzip")
        here.page("/bomb", gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
        here.page("/twice", gzip.compress(gzip.compress(b"x")), Content_Encoding="gzip, gzip")
        here.page("/broken", b"no gzip", Content_Encoding="gzip")
        assert asks.get(f"{here.url}/small").body == b"words " * 100
        for path in ("/bomb", "/twice", "/broken"):
            with pytest.raises(FetchError):
                asks.get(f"{here.url}{path}")


def test_redirects_are_followed_only_to_where_may_be_fetched() -> None:
    with site() as here, fetcher() as asks:
        here.page("/a", "", 302, Location="/b")
        here.page("/b", "words")
        here.page("/loop", "", 302, Location="/loop")
        here.page("/file", "", 302, Location="file:///etc/passwd")
        here.page("/inside", "", 302, Location="http://127.0.0.2/")
        assert asks.get(f"{here.url}/a").url == f"{here.url}/b"
        with pytest.raises(FetchError, match="redirects"):
            asks.get(f"{here.url}/loop")
        for path in ("/file", "/inside"):
            with pytest.raises(InputError):
                asks.get(f"{here.url}{path}")


def test_a_server_on_this_machine_is_not_asked_without_the_allowance() -> None:
    with site() as here, Fetcher() as asks, pytest.raises(InputError, match="private"):
        asks.get(f"{here.url}/")
    assert here.asked == []


def test_robots_are_asked_once_and_heeded() -> None:
    with site() as here, fetcher() as asks:
        here.page("/robots.txt", "User-agent: *\nDisallow: /private/\nCrawl-delay: 2\n")
        robots = Robots(asks)
        robots.check(f"{here.url}/news")
        with pytest.raises(FetchError, match=r"robots\.txt"):
            robots.check(f"{here.url}/private/a")
        assert here.asked == ["/robots.txt"]
        assert asks.pauses == {"127.0.0.1": 2.0}


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (503, False), (429, False)])
def test_a_host_without_rules_allows_all_and_one_that_fails_nothing(status: int, allowed: bool) -> None:
    with site() as here, fetcher() as asks:
        here.page("/robots.txt", "User-agent: *\nDisallow: /", status)
        if allowed:
            Robots(asks).check(f"{here.url}/news")
        else:
            with pytest.raises(FetchError):
                Robots(asks).check(f"{here.url}/news")


def test_a_pause_between_two_requests_to_a_host() -> None:
    slept: list[float] = []
    with site() as here, Fetcher(HERE, pause=5.0, sleep=slept.append) as asks:
        here.page("/a", "words")
        asks.get(f"{here.url}/a")
        asks.get(f"{here.url}/a")
    assert len(slept) == 1
    assert 4.0 < slept[0] <= 5.0


def test_saving_goes_to_the_file_and_only_whole(tmp_path: Path) -> None:
    with site() as here, fetcher(most_bytes=10_000) as asks, (tmp_path / "a").open("wb") as file:
        here.page("/a", "moved", 301, Location="/b")
        here.page("/b", b"x" * 5000)
        asks.save(f"{here.url}/a", file)
        file.flush()
        assert (tmp_path / "a").stat().st_size == 5000
        with pytest.raises(FetchError, match="404"):
            asks.save(f"{here.url}/nowhere", file)


def test_a_host_that_is_not_there() -> None:
    with fetcher() as asks, pytest.raises(FetchError, match="cannot be fetched"):
        asks.get("http://127.0.0.1:9/")
