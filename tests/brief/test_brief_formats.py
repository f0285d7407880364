"""The brief in every format: the same content, the same bytes each time, hostile words inert."""

import io
import json
import re
from dataclasses import replace

import pytest
from fixture import synthetic_input
from poison import hostile_input

from multivector.brief import FORMATS, BriefInput, written
from multivector.brief.as_markdown import markdown
from multivector.brief.blocks import Bullet, Heading, Paragraph, Table
from multivector.brief.book import make_book
from multivector.brief.outline import outline
from multivector.brief.outline_timeline import timeline_blocks
from multivector.brief.timeline import timeline_view
from multivector.errors import InputError
from multivector.model.forecast import Calibration, Forecast, Score

GIVEN = synthetic_input()
ANSWER = "Ruritania reads the refusal as a betrayal"


def text_of(given: BriefInput, form: str) -> str:
    data = written(given, form)
    if form == "pdf":
        pypdf = pytest.importorskip("pypdf")
        return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())
    if form == "docx":
        docx = pytest.importorskip("docx")
        found = docx.Document(io.BytesIO(data))
        cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
        return " ".join([*(paragraph.text for paragraph in found.paragraphs), *cells])
    return data.decode()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_answer_confidence_sources_and_hash(form: str) -> None:
    text = text_of(GIVEN, form)
    assert ANSWER in text and GIVEN.case_hash in text
    assert "onfidence" in text and "likely" in text
    assert "Article of" in text and "fairly reliable" in text
    assert written(GIVEN, form) == written(GIVEN, form)
    assert len(written(GIVEN, form)) < 1_500_000


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_words_do_no_harm_in_any_format(form: str) -> None:
    text = text_of(hostile_input(), form)
    if form == "md":
        assert not re.search(r"(?<!\\)<script", text, re.IGNORECASE)
        assert not re.search(r"(?<![\\!])\[[^\]\\]*\]\(", text)
    if form == "html":
        assert "<script" not in text.lower()
    if form == "json":
        assert json.loads(text)["judgement"]


def test_texts_are_left_out_and_the_cited_sentences_stay() -> None:
    bare = replace(GIVEN, texts=False)
    text = GIVEN.readings[0].document.text
    cited = {entry.evidence.quote for reading in GIVEN.readings for entry in reading.records}
    page = text_of(bare, "html")
    assert "cited sentences" in page
    kept = json.loads(text_of(bare, "json"))
    assert all("text" not in source for source in kept["sources"])
    assert {record["evidence"]["quote"] for record in kept["records"]} == cited
    assert all(source["text"] for source in json.loads(text_of(GIVEN, "json"))["sources"])
    uncited = [line for line in text.split("\n") if len(line) > 40 and not any(quote in line for quote in cited)]
    assert all(line not in page for line in uncited)
    for anchor in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{anchor}"' in page, anchor


def test_json_holds_all_that_the_answer_rests_on() -> None:
    kept = json.loads(text_of(GIVEN, "json"))
    assert {"judgement", "replay", "indicators", "records", "sources", "withheld", "not_read", "versions"} <= set(kept)
    assert kept["judgement"]["question"]["text"] == GIVEN.judgement.question.text
    assert kept["not_read"][0]["file"] and kept["withheld"][0]["quote"]


def test_forecasts_stand_in_the_brief_with_their_score() -> None:
    one = Forecast("Will the ban end by June?", "2024-10-20", "2025-06-01", 0.3, "a decree is published", "Anna")
    score = Score(6, 0.2, 0.05, 0.06, 0.21, 0.6, (Calibration(0.3, 6, 0.33),))
    for form in ("html", "md", "docx"):
        text = text_of(replace(GIVEN, forecasts=(one,), score=score), form)
        assert (
            "Will the ban end by June?" in text
            and "Brier score 0.200 over 6" in text
            and "a decree is published" in text
        )


def test_ratings_stand_in_the_descriptors() -> None:
    outlet = GIVEN.readings[0].document.outlet or ""
    assert "rated B2 (usually reliable)" in text_of(replace(GIVEN, ratings={outlet: "B2"}), "md")


def test_another_format_is_refused() -> None:
    with pytest.raises(InputError, match="html, md, pdf, docx, json"):
        written(GIVEN, "odt")


def test_the_outline_has_one_title_and_whole_tables() -> None:
    blocks = outline(GIVEN)
    assert [block.text for block in blocks if isinstance(block, Heading) and block.level == 1] == [
        GIVEN.judgement.question.text
    ]
    assert all(len(row) == len(block.head) for block in blocks if isinstance(block, Table) for row in block.rows)
    lines = [block.text for block in blocks if isinstance(block, Heading | Paragraph | Bullet)]
    assert all("\n" not in line and line == line.strip() for line in lines)


def test_markdown_keeps_words_as_words() -> None:
    made = markdown(
        [Heading(1, "# a"), Paragraph("1. [x](y) *b* <i>|"), Bullet("- c", ("d_e",)), Table(("h|",), (("a|b",),))]
    )
    assert made.split("\n")[0] == "# \\# a"
    assert r"1\. \[x\](y) \*b\* \<i\>\|" in made or r"\1. \[x\](y) \*b\* \<i\>\|" in made
    assert "| a\\|b |" in made and "  - d\\_e" in made


@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
def test_the_timeline_stands_in_every_written_format(form: str) -> None:
    text = text_of(GIVEN, form)
    assert "Timeline" in text and "Without a date of their own" in text
    assert "known only to have happened by the day of the report" in text


def test_the_timeline_says_what_the_page_says_in_order_of_time() -> None:
    book = make_book(GIVEN)
    view, blocks = timeline_view(book), tuple(timeline_blocks(GIVEN, book))
    table = next(block for block in blocks if isinstance(block, Table))
    own = (*view.earlier, *view.latest)
    assert [row[0] for row in table.rows] == [one.when for one in own]
    assert all(one.cite.quote in row[2] and one.who in row[1] for row, one in zip(table.rows, own, strict=True))
    days = [block.text for block in blocks if isinstance(block, Bullet)]
    assert days == [f"Reported {day.day}: {day.counts}" for day in (*view.before, *view.reported)]


def test_without_a_date_there_is_no_timeline() -> None:
    bare = replace(GIVEN, readings=())
    assert tuple(timeline_blocks(bare, make_book(bare))) == ()
