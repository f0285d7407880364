"""Feeds of a server of the tests' own: what is new, what is unchanged, what is dead."""

import json
from pathlib import Path

import pytest
from tests.net.server import HERE, Site, site

from multivector.errors import CaseError
from multivector.net import Fetcher
from multivector.sources import Failure, Source, read_sources
from multivector.sources.feeds import load_feeds, parse_feed
from multivector.store import HealthBook
from multivector.watch import Looked, watch_case

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Ruritanian Post</title><link>{host}</link>
{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{host}/{name}</link><pubDate>Tue, 22 Oct 2024 10:00:00 GMT</pubDate>
<description><![CDATA[<p>{text}</p><script>alert(1)</script>]]></description></item>"""
PAGE = "<html lang='en'><head><title>{t}</title></head><body><article><h1>{t}</h1><p>{p}</p></article></body></html>"
STORY = "Ruritania and Graustark opened talks on grain on Monday, the foreign ministry said in a statement. " * 4


def item(here: Site, name: str, text: str) -> str:
    return ITEM.format(host=here.url, name=name, title=f"Title of {name}", text=text)


def feed(here: Site, path: str, *items: str, **headers: str) -> None:
    here.page(path, RSS.format(host=here.url, items="".join(items)), **headers)


def case_with(folder: Path, *lines: str) -> Path:
    (folder / "feeds.toml").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def look(case: Path) -> tuple[Looked, ...]:
    return watch_case(case, lambda name: None, Fetcher(HERE, pause=0.0))


def kept(case: Path) -> list[dict[str, str]]:
    paths = sorted((case / "sources" / "watched").glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").split("\n") if line]


def test_new_entries_are_kept_as_text_and_only_once(tmp_path: Path) -> None:
    with site() as here:
        feed(here, "/rss", item(here, "a", "Ruritania banned apples."))
        case = case_with(tmp_path, "[[feed]]", f'url = "{here.url}/rss"')
        (first,) = look(case)
        assert (first.health.state, first.new) == ("ok", (f"{here.url}/a",))
        (row,) = kept(case)
        assert (row["title"], row["published"], row["outlet"]) == ("Title of a", "2024-10-22", "Ruritanian Post")
        assert row["text"] == "Title of a\n\nRuritania banned apples."
        feed(here, "/rss", item(here, "b", "More."), item(here, "a", "Ruritania banned apples."))
        (second,) = look(case)
        assert (second.new, second.changed) == ((f"{here.url}/b",), ())
        assert len(kept(case)) == 2
        sources = list(read_sources(case / "sources"))
        assert [one.name for one in sources] == [f"{here.url}/a", f"{here.url}/b"]
        assert all(isinstance(one, Source) for one in sources)


def test_a_line_separator_within_a_text_ends_no_kept_row(tmp_path: Path) -> None:
    with site() as here:
        case = case_with(tmp_path, "[[feed]]", f'url = "{here.url}/rss"')
        feed(here, "/rss", item(here, "a", "Ruritania\u2028banned\x85apples."))
        assert look(case)[0].new
        feed(here, "/rss", item(here, "a", "Ruritania\u2028banned\x85apples."), item(here, "b", "More."))
        (again,) = look(case)
        assert (again.new, again.changed) == ((f"{here.url}/b",), ())
        assert len(list(read_sources(case / "sources"))) == 2


def test_an_article_that_changed_is_kept_beside_its_earlier_version(tmp_path: Path) -> None:
    with site() as here:
        case = case_with(tmp_path, "[[feed]]", f'url = "{here.url}/rss"')
        feed(here, "/rss", item(here, "a", "36 dead."))
        look(case)
        feed(here, "/rss", item(here, "a", "43 dead."))
        (again,) = look(case)
        assert (again.new, again.changed) == ((), (f"{here.url}/a",))
        names = [row["id"] for row in kept(case)]
        assert names[0] == f"{here.url}/a"
        assert names[1].startswith(f"{here.url}/a (version of ")
        (third,) = look(case)
        assert (third.new, third.changed) == ((), ())


def test_unchanged_empty_gone_and_failing_are_told_apart(tmp_path: Path) -> None:
    with site() as here:
        names = ("same", "empty", "gone", "down", "page", "private")
        lines = [line for name in names for line in ("[[feed]]", f'url = "{here.url}/{name}"')]
        case = case_with(tmp_path, *lines)

        def same(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
            body = RSS.format(host=here.url, items=item(here, "a", "Words.")).encode()
            return (304, {}, b"") if headers.get("if-none-match") == '"1"' else (200, {"ETag": '"1"'}, body)

        here.pages["/same"] = same
        feed(here, "/empty")
        here.page("/gone", "gone", 410)
        here.page("/down", "down", 503)
        here.page("/page", "<html><body>Hello</body></html>")
        here.page("/private", "no", 403)
        assert [one.health.state for one in look(case)] == ["ok", "empty", "gone", "failing", "no_feed", "refused"]
        again = look(case)
        assert [one.health.state for one in again] == ["unchanged", "empty", "gone", "failing", "no_feed", "refused"]
        assert [one.health.failures for one in again] == [0, 0, 2, 2, 2, 2]
        assert [one.health.dead for one in again] == [False, False, True, False, False, False]
        assert again[0].health.items == 1
        held = HealthBook(case / ".multivector").all()
        assert held[f"{here.url}/down"].answered is None
        assert held[f"{here.url}/same"].etag == '"1"'


def test_entries_are_followed_only_where_asked_and_on_the_own_host(tmp_path: Path) -> None:
    with site() as here:
        other = item(here, "x", "Elsewhere.").replace(f"{here.url}/x", "http://127.0.0.2/x")
        feed(here, "/rss", item(here, "a", "Short."), other, item(here, "lost", "Short."))
        here.page("/a", PAGE.format(t="Grain talks", p=STORY))
        case = case_with(tmp_path, "[[feed]]", f'url = "{here.url}/rss"', 'outlet = "Post"', "follow = true")
        (one,) = look(case)
        assert [row["url"] for row in kept(case)] == [f"{here.url}/a", "http://127.0.0.2/x"]
        assert "opened talks" in kept(case)[0]["text"]
        assert kept(case)[0]["outlet"] == "Post"
        assert one.failed == (f"{here.url}/lost: status 404",)
        look(case)
        assert here.asked.count("/a") == 1


def test_a_single_page(tmp_path: Path) -> None:
    with site() as here:
        here.page("/a", PAGE.format(t="Grain talks", p=STORY))
        case = case_with(tmp_path, "[[page]]", f'url = "{here.url}/a"')
        (one,) = look(case)
        assert one.new == (f"{here.url}/a",)
        assert kept(case)[0]["title"] == "Grain talks"


def test_robots_are_heeded(tmp_path: Path) -> None:
    with site() as here:
        here.page("/robots.txt", "User-agent: *\nDisallow: /")
        feed(here, "/rss", item(here, "a", "Words."))
        (one,) = look(case_with(tmp_path, "[[feed]]", f'url = "{here.url}/rss"'))
        assert one.health.state == "refused"
        assert here.asked == ["/robots.txt"]


def test_no_feed_leads_to_this_machine_without_the_tests_allowance(tmp_path: Path) -> None:
    with site() as here:
        case = case_with(tmp_path, "[[feed]]", f'url = "{here.url}/rss"')
        (one,) = watch_case(case, lambda name: None, Fetcher(pause=0.0))
        assert one.health.state == "refused"
        assert "private address" in (one.health.said or "")
        assert here.asked == []


@pytest.mark.parametrize(
    "text",
    [
        "[[feed]]\nurl = 'file:///etc/passwd'", "[[feed]]\nurl = 3", "[[feed]]\nurl = 'http://x'\nallow = true",
        "[[feeds]]\nurl = 'http://x'", "feed = 1", "[[feed]]\nurl = 'http://x'\nfollow = 'yes'", "not toml [",
    ],
)  # fmt: skip
def test_a_bad_feeds_file_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(CaseError, match=r"feeds\.toml"):
        load_feeds(case_with(tmp_path, text))


def test_no_feeds_file(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is not there"):
        load_feeds(tmp_path)


@pytest.mark.parametrize("data", [b"", b"plain words", b"<html></html>", b"\0\1", b"<rss><channel><item></rss>"])
def test_what_is_no_feed_gives_none_or_nothing(data: bytes) -> None:
    found = parse_feed(data, "http://x.example/")
    assert found is None or found[1] == ()


def test_entries_lead_to_web_addresses_only() -> None:
    items = "".join(
        f"<item><title>t</title><link>{link}</link></item>" for link in ("file:///etc/passwd", "javascript:1")
    )
    found = parse_feed(RSS.format(host="http://x.example", items=items).encode(), "http://x.example/")
    assert found == ("Ruritanian Post", ())


def test_a_billion_laughs() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">' + b"".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">'.encode() for i in range(9)
    )
    found = parse_feed(bomb + b"]><rss version='2.0'><channel><title>&j;</title></channel></rss>", "http://x.example/")
    assert found is None or len(found[0] or "") <= 500


def test_kept_rows_read_as_sources(tmp_path: Path) -> None:
    with site() as here:
        feed(here, "/rss", item(here, "a", "Ruritania banned apples."))
        case = case_with(tmp_path, "[[feed]]", f'url = "{here.url}/rss"')
        look(case)
        path = next((case / "sources" / "watched").glob("*.jsonl"))
        path.write_text(path.read_text("utf-8") + "broken\n", "utf-8")
        look(case)
        assert any(isinstance(one, Failure) for one in read_sources(case / "sources"))
