import pytest

from multivector.sources.base import Failure, Source
from multivector.sources.page import read_page

BODY = """<article><h1>Kazakhstan declines &amp; waits</h1><p class=byline>By Jane Doe in Astana October 17, 2024</p>
<p>Kazakhstan’s president said on <b>Wednesday</b> that the country would not <a href="/x">join</a> the bloc, his
spokesman told reporters in Astana, adding that talks would go on for years.</p>
<p>Russia&rsquo;s foreign ministry said it respected the decision and expected the leader to attend the summit in Kazan
as a guest of the organisation this month.</p>
<p onclick="alert(1)">Analysts called the move pragmatic, pointing to a foreign policy of equal distance that the
government has followed since 1991 with China, Russia and the West.</p></article>"""
HEAD = """<title>Kazakhstan declines &amp; waits | Example Times</title>
<meta property="og:site_name" content="Example Times">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-10-17T10:00:00Z">
<script>var x = "<p>evil</p>"</script>"""
NAV = "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"
PAGE = f'<!doctype html><html lang="en-GB"><head>{HEAD}</head><body>{NAV}{BODY}<footer>© 2024</footer></body></html>'


def read(data: bytes) -> Source:
    found = read_page("a.html", data)
    assert isinstance(found, Source), found
    return found


def test_body_and_what_the_page_says_of_itself() -> None:
    source = read(PAGE.encode())
    hints = source.hints
    assert (hints.title, hints.author) == ("Kazakhstan declines & waits", "Jane Doe")
    assert (hints.published, hints.outlet, hints.language) == ("2024-10-17", "Example Times", "en-GB")
    assert "said on Wednesday that the country would not join the bloc" in source.text
    assert "Analysts called" in source.text
    for junk in ("evil", "alert", "Home", "©", "<"):
        assert junk not in source.text


def test_words_lead_back_to_their_bytes() -> None:
    data = PAGE.encode()
    source = read(data)
    start = data.index(b"<body")
    wrong = [
        (char, data[place : place + 7])
        for char, place in zip(source.text, source.at, strict=True)
        if (not char.isspace() and not data[place:].startswith((char.encode(), b"&"))) or place < start
    ]
    assert wrong == []


def test_the_charset_that_the_page_declares() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">')
    source = read(page.encode("cp1252"))
    assert source.decoded_as == "cp1252"
    assert "Kazakhstan’s president" in source.text


def test_a_page_without_an_article_gives_its_lines() -> None:
    source = read(b"<html><title>Short</title><body><p>Russia bans wheat.</p><p>Talks go on.</p></body></html>")
    assert source.text.split("\n\n")[-2:] == ["Russia bans wheat.", "Talks go on."]
    assert source.hints.title == "Short"


def test_pictures_inside_a_saved_page_do_not_count() -> None:
    page = PAGE.replace("<article>", "<article><img src='data:image/png;base64," + "A" * 3_000_000 + "'>")
    assert "Analysts called" in read(page.encode()).text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body></body></html>",
        b"<script>document.write('x')</script>",
        b"<" * 5000,
        b"\0<html>",
        b"<!--" * 5000,
    ],
)
def test_nothing_to_read(data: bytes) -> None:
    found = read_page("a.html", data)
    assert isinstance(found, Failure) or not found.text.strip("<")


def test_deep_and_hostile_markup_is_read_or_refused() -> None:
    for data in (
        b"<div>" * 20_000 + b"Some words." + b"</div>" * 20_000,
        b"<p>a</p>" * 20_000,
        b"<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><p>&c; Some words.</p>",
        b"<svg><script>alert(1)</script></svg><p onmouseover=alert(1)>Some words.</p>",
        b"<body>" + b"&" * 20_000,
    ):
        found = read_page("a.html", data)
        assert isinstance(found, Source | Failure)
        assert "alert" not in str(found)
