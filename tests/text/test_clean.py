import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.errors import UnreadableInput
from multivector.model import Document, document_id
from multivector.sources import Source, read_sources
from multivector.sources.plain import read_plain
from multivector.text.clean import to_document
from multivector.text.traced import byte_at

SHARED = Path(__file__).parents[3] / "shared" / "cases" / "kazakhstan-brics"
shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared case is not beside the project")
BODY = "The president said on Wednesday that the country would not join the bloc.\n\nRussia respects the decision.\n"


def document(data: bytes, name: str = "a.txt", **more: str) -> Document:
    source = read_plain(name, data)
    assert isinstance(source, Source), source
    return to_document(source, **more)


def check_offsets(found: Document, data: bytes) -> None:
    for position, char in enumerate(found.text):
        if not char.isspace():
            assert data[byte_at(found.text, found.offsets, position) :].startswith(char.encode()), position


def quotes(value: Any) -> list[str]:
    """The strings under every "evidence"."""
    if isinstance(value, dict):
        own = [value["evidence"]] if isinstance(value.get("evidence"), str) else []
        return own + [quote for inner in value.values() for quote in quotes(inner)]
    return [quote for inner in value for quote in quotes(inner)] if isinstance(value, list) else []


@shared
def test_the_shared_article() -> None:
    path = SHARED / "article.txt"
    (source,) = read_sources(path)
    assert isinstance(source, Source)
    found = to_document(source)
    assert found.title is not None
    assert found.title.endswith("Might Moscow see Kazakhstan’s decision not to join BRICS as a minor betrayal?")
    assert (found.author, found.place, found.published) == ("Peter Baunov", "Astana", "2024-10-22")
    assert (found.language, found.name, found.cluster) == ("en", "article.txt", found.id)
    assert found.text.startswith("To Russian nationalist ideologues, Kazakhstan is Russia's backyard. But it appears")
    assert found.text.endswith("a minor betrayal on its hands.")
    assert [line for line in found.removed if line != found.title] == [
        "/ CIA, public domain.", "By Peter Baunov in Astana October 22, 2024", "Dismiss",
    ]  # fmt: skip
    check_offsets(found, path.read_bytes())
    gold = quotes(json.loads((SHARED / "gold.json").read_text(encoding="utf-8")))
    assert len(gold) > 20
    assert [quote for quote in gold if quote not in found.text] == []


def test_front_matter_wins_over_the_byline_and_that_over_the_name() -> None:
    front = b"---\ntitle: Its title\ndate: 23 October 2024\noutlet: Example\nretrieved: 2024-11-01\n---\n"
    byline = b"By Jane Doe, 22 October 2024\n\n"
    found = document(front + byline + BODY.encode(), "2024-10-20-foo.txt")
    assert (found.title, found.published, found.author, found.outlet) == (
        "Its title",
        "2024-10-23",
        "Jane Doe",
        "Example",
    )
    assert found.retrieved == "2024-11-01"
    assert document(byline + BODY.encode(), "2024-10-20-foo.txt").published == "2024-10-22"
    assert document(BODY.encode(), "x/2024-10-20-foo.txt", retrieved="2024-12-01").published == "2024-10-20"
    assert document(BODY.encode(), "20241020.txt").published == "2024-10-20"
    assert document(BODY.encode(), "report-12345678.txt").published is None


def test_identity_is_name_and_hash() -> None:
    found = document(BODY.encode())
    assert found.id == document_id("a.txt", found.content_hash)
    assert found == document(BODY.encode())


def test_language_of_the_text_before_that_of_the_file() -> None:
    russian = "Министерство заявило, что уважает решение Казахстана, и ждёт его на саммите."
    assert document(("---\nlanguage: en\n---\n" + russian).encode()).language == "ru"
    assert document(b"---\nlanguage: en-GB\n---\nOK").language == "en"
    assert document(b"---\nlanguage: ???\n---\nOK").language == "und"


def test_hostile_marks_do_not_reach_the_text_or_the_title() -> None:
    front = "---\ntitle: A\u202e title\u200b\n---\n"
    data = (front + "Text\u2066 with\ufeff marks\u2069.\r\n\r\nSo\u2028it\u0007is.\r\n").encode()
    found = document(data)
    assert (found.title, found.text) == ("A title", "Text with marks.\n\nSo itis.")
    check_offsets(found, data)


@pytest.mark.parametrize("data", [b"Share\nDismiss\n", "\u200b\u200b.".encode(), b"* * *\n---\n"])
def test_nothing_readable_is_left(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"a\.txt: no words are left"):
        document(data)


WORD = st.text(alphabet="abcdeéяў«»’“-.,", min_size=1, max_size=9)
LINES = st.lists(st.lists(WORD, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=8)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\u200b\n", " \r\n\r\n "]), st.booleans())
def test_any_position_leads_back_to_its_character(lines: list[str], end: str, mark: bool) -> None:
    data = (b"\xef\xbb\xbf" if mark else b"") + end.join(lines).encode()
    source = read_plain("a.txt", data)
    assert isinstance(source, Source)
    try:
        found = to_document(source)
    except UnreadableInput:
        return
    check_offsets(found, data)
    assert [position for position, _ in found.offsets] == sorted({position for position, _ in found.offsets})
    assert "\n" not in found.text.replace("\n\n", "")


@given(st.text(alphabet="абвгд .Я\n", min_size=3, max_size=60).filter(str.strip))
def test_positions_in_windows_1251(text: str) -> None:
    data = ("Министерство заявило о решении. " + text).encode("cp1251")
    found = document(data)
    for position, char in enumerate(found.text):
        if not char.isspace():
            place = byte_at(found.text, found.offsets, position)
            assert data[place : place + 1].decode("cp1251") == char


PAGE = "{}\n{}\n{}\n\nПрезидент Азербайджана Ильхам Алиев заявил на форуме в Шуше, что переговоры будут продолжены.\n"
HEADLINE = "Алиев ответил послу Украины на форуме"


def test_a_few_words_above_a_date_are_the_sites_name_and_the_headline_stands_below() -> None:
    found = document(PAGE.format("Днепр-информ", "20.07.2025 18:02", HEADLINE).encode())
    assert (found.outlet, found.published, found.title) == ("Днепр-информ", "2025-07-20", HEADLINE)


@pytest.mark.parametrize("second", ["Тот же форум год спустя", "Баку, 20 июля, собственный корреспондент газеты"])
def test_a_first_line_without_a_date_below_it_is_no_sites_name(second: str) -> None:
    assert document(PAGE.format("Днепр-информ", second, HEADLINE).encode()).outlet is None
