"""The page as a whole: links, ids, bytes, and what it says where there is nothing to say."""

import os
from pathlib import Path

from fixture import empty_input, gold_input, large_input, synthetic_input
from page_reader import Page, read_page

from multivector.brief import BriefInput, render

GOLDEN = Path(__file__).parent / "golden.html"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
SECTIONS = (
    "answer", "arguments", "statements", "timeline", "measures", "events", "memberships", "withheld", "text", "sources",
)  # fmt: skip
EMPTY = (
    "It cannot be judged: no two states were found.", "No statements were found.", "Nothing with a date was found.",
    "No trade measures were found.", "No events were found.", "No memberships were found.", "Nothing was withheld.",
    "Every file was read.", "No document was read.",
)  # fmt: skip


def whole(given: BriefInput) -> Page:
    page = read_page(render(given))
    assert page.torn == []
    assert len(page.ids) == len(set(page.ids))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    return page


def test_synthetic_brief_is_the_golden_file() -> None:
    html = render(synthetic_input())
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(html, "utf-8")
    assert html == GOLDEN.read_text("utf-8"), "look at the change, then run the test with UPDATE_GOLDEN=1"


def test_same_input_gives_same_bytes() -> None:
    assert render(synthetic_input()) == render(synthetic_input())


def test_every_link_leads_somewhere() -> None:
    page = whole(synthetic_input())
    assert all(href.startswith("#") for href in page.hrefs)


def test_sections_stand_in_their_order() -> None:
    page = whole(synthetic_input())
    assert [i for i in page.ids if i in SECTIONS] == list(SECTIONS)
    assert [attrs.get("id") for tag, attrs in page.elements if tag == "section" and attrs.get("id")] == list(SECTIONS)


def test_every_record_has_a_row_and_a_highlight_that_lead_to_each_other() -> None:
    given = synthetic_input()
    page = whole(given)
    for reading in given.readings:
        for record in reading.records:
            assert {f"r-{record.id}", f"h-{record.id}"} <= set(page.ids)
            assert {f"#r-{record.id}", f"#h-{record.id}"} <= set(page.hrefs)


def test_page_forbids_scripts_and_holds_none() -> None:
    page = whole(synthetic_input())
    metas = [attrs for tag, attrs in page.elements if tag == "meta"]
    assert POLICY in [attrs.get("content") for attrs in metas if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert not [tag for tag, attrs in page.elements if tag in ("script", "link", "iframe") or "src" in attrs]


def test_every_drawing_has_a_text_alternative() -> None:
    drawings = [attrs for tag, attrs in whole(synthetic_input()).elements if tag == "svg"]
    assert drawings
    assert all(attrs.get("aria-label") or attrs.get("aria-hidden") == "true" for attrs in drawings)


def test_likelihood_and_confidence_stand_in_different_sentences() -> None:
    words = whole(synthetic_input()).words
    assert "is likely, about 60% (between 50% and 75%)." in words
    assert "Confidence: low Two outlets tell it, and they point both ways." in words


def test_a_link_is_never_a_fact() -> None:
    words = whole(synthetic_input()).words
    assert "Dairy traders see Ruritania’s import ban on cheese and apples (T1) as an answer to" in words
    assert "That is their reading, not an established fact." in words


def test_opinion_stands_apart() -> None:
    words = whole(synthetic_input()).words
    before, after = words.split("Opinion, not counted", 1)
    assert "It is a choice for balance" not in before.split("For and against", 2)[-1]
    assert "It is a choice for balance" in after.split("Baseline, not counted", 1)[0]


def test_empty_case_says_in_words_that_nothing_was_found() -> None:
    page = whole(empty_input())
    for sentence in EMPTY:
        assert sentence in page.words
    tables = [attrs for tag, attrs in page.elements if tag == "table"]
    assert len(tables) == 1  # the words of likelihood


def test_many_documents_are_folded() -> None:
    given = large_input(60)
    html = render(given)
    page = whole(given)
    assert len(html.encode()) < 1_500_000
    assert "more: Ruritania" in page.words
    assert "60 documents read" in page.words


def test_unresolved_speakers_failures_and_withheld_claims_are_told() -> None:
    words = whole(synthetic_input()).words
    assert "1 × event: no source could be read" in words
    assert "an official: unnamed source" in words
    for cell in ("scan.pdf", "it holds pictures and no text", "give a PDF with a text layer"):
        assert cell in words


def test_gold_brief_is_whole_and_small() -> None:
    given = gold_input()
    page = whole(given)
    assert "Does Moscow see Kazakhstan's decision not to join BRICS as a betrayal?" in page.words
    assert len(render(given).encode()) < 1_500_000
