"""Each screen over the example: what it must say."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Bench

from multivector.model import Statement
from multivector.pipeline import read_case


def paths(bench: Bench) -> Iterator[str]:
    record = next(iter(bench.desk.state().records))
    yield from ("/", "/read", "/judge", "/judge?as_of=2024-10-20", f"/explain?record={record}", f"/record/{record}")
    yield from ("/timeline", "/timeline?from=1900-01-01&to=2100-01-01", "/timeline?pair=RUS-KAZ&kind=event&page=1")
    yield from ("/actors", "/actors/KAZ", "/actors/BRICS", "/actors/person:sergey-lavrov", "/network")
    yield from ("/network?source=RUS&target=KAZ&show=said", "/network?focus=BRICS", "/map", "/map?toward=RUS&show=acts")
    yield from ("/map?show=organisations&view=world", "/sources", "/decisions", "/search", '/search?q="not to" BRICS')


def test_every_page_answers_and_has_one_heading(bench: Bench) -> None:
    for path in paths(bench):
        answer = bench.client.get(path)
        assert answer.status_code == 200, path
        assert len(re.findall(r"<h1[ >]", answer.text)) == 1, path
        assert not re.findall(r"<[^>]+ (?:style|on\w+)=", answer.text), path


def test_case_gives_the_answer_and_what_carries_it(bench: Bench) -> None:
    text = bench.client.get("/").text
    judgement = bench.desk.state().judgement
    assert "Does Moscow see Kazakhstan" in text
    assert all(word in text for word in judgement.words)
    for record in judgement.carried_by:
        assert f"/record/{record}" in text


def test_case_tells_what_is_new_since_the_last_visit(bench: Bench, open_bench: object) -> None:
    assert "first visit" in bench.client.get("/").text
    record = next(iter(bench.desk.state().records))
    bench.post("/review", act="accept", record=record, who="Anna", why="right", next="/")
    again = open_bench(bench.case)  # type: ignore[operator]
    assert "Nothing has changed" in again.client.get("/").text
    again.post("/review", act="accept", record=list(again.desk.state().records)[1], who="Anna", why="right", next="/")
    assert "1 new decision" in again.client.get("/").text


def test_read_shows_every_record_of_the_article(bench: Bench) -> None:
    state = bench.desk.state()
    for document in state.documents:
        text = bench.client.get(f"/read/{document.id}").text
        for record in state.records_in(document.id):
            assert f'id="h-{record.id}"' in text
            assert f"record={record.id}#h-{record.id}" in text


def test_a_record_shows_its_rule_its_parts_and_its_place_in_the_judgement(bench: Bench) -> None:
    state = bench.desk.state()
    key = state.judgement.carried_by[0]
    text = bench.client.get(f"/record/{key}").text
    record = state.records[key]
    assert record.origin[0].rule in text
    assert "counts in the judgement" in text
    assert isinstance(record, Statement) and record.speaker.name in text


def test_the_explanation_names_frames(bench: Bench) -> None:
    ban = next(r.id for r in bench.desk.state().records.values() if r.id.startswith("tra"))
    text = bench.client.get("/explain", params={"record": ban}).text
    assert "<code>sanction" in text or "<code>coerce" in text
    assert "imposed" in text


@pytest.mark.parametrize(
    "path", ["/read/doc-none", "/record/sta-none", "/judge?as_of=yesterday", "/judge?rater=Nobody", "/judge?l.x.y=2"]
)
def test_wrong_questions_get_a_clear_page(bench: Bench, path: str) -> None:
    answer = bench.client.get(path)
    assert answer.status_code in (400, 404)
    assert "<h1>" in answer.text and "Traceback" not in answer.text


def test_a_broken_case_file_is_told_not_hidden(bench: Bench) -> None:
    (bench.case / "reviews.jsonl").write_text("{}\n", "utf-8")
    answer = bench.client.get("/")
    assert answer.status_code == 400
    assert "reviews.jsonl:1" in answer.text


def test_both_languages_stand_side_by_side(bench: Bench) -> None:
    source = bench.case / "sources" / "2024-10-17-import-bans.txt"
    english = source.read_text("utf-8")
    source.with_name("2024-10-17-import-bans.en.txt").write_text(english, "utf-8")
    russian = "---\ntitle: Россия запретила ввоз\nlanguage: ru\n---\nРоссельхознадзор временно запретил ввоз пшеницы.\n"
    source.with_name("2024-10-17-import-bans.ru.txt").write_text(russian, "utf-8")
    from multivector.pipeline import read_case

    view = read_case(bench.case / "sources", bench.case, lambda _: None)
    document = next(d.id for d in view.documents() if d.name.endswith(".en.txt"))
    text = bench.client.get(f"/read/{document}").text
    assert "Россельхознадзор" in text
    assert 'lang="ru"' in text and 'lang="en"' in text


def test_readings_that_stand_level_are_named_together_at_the_head(bench: Bench) -> None:
    text = bench.client.get("/sources").text
    bars = bench.desk.state().answer.bars
    assert bars[0].at == bars[1].at
    assert f">A and B level, {bars[0].about}<" in text


def test_a_translation_stands_beside_its_original(example: Path, open_bench: Any) -> None:
    text = (example / "sources" / "2024-10-20-lavrov-interview.txt").read_text("utf-8")
    (example / "sources" / "talk.en.txt").write_text(text.replace("Lavrov", "Lawrow"), "utf-8")
    (example / "sources" / "talk.ru.txt").write_text("Министр иностранных дел России выступил в Москве.", "utf-8")
    read_case(example / "sources", example, lambda _: None)
    bench = open_bench(example)
    ids = {document.name: document.id for document in bench.desk.state().documents}
    page = bench.client.get(f"/read/{ids['talk.en.txt']}").text
    assert "Министр иностранных дел" in page and 'class="reading pair"' in page


def test_the_timeline_lists_each_record_once(bench: Bench) -> None:
    view = bench.client.get("/api/timeline").json()
    records = [line["record"] for line in view["lines"]]
    assert len(records) == len(set(records)) == view["n"]
    assert sum(lane["n"] for lane in view["lanes"]) > view["n"]
