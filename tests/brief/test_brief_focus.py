"""A large case's brief stays small, shows what the answer rests on, and says what it leaves out."""

import re
from dataclasses import replace

import pytest
from fixture import large_input, synthetic_input

from multivector.brief import focus, render, written
from multivector.brief.focus import focused
from multivector.model import Statement


def test_a_small_case_is_shown_whole() -> None:
    given = synthetic_input()
    assert focused(given) == focus.Focus(given) and not focused(given).notice


@pytest.mark.parametrize("documents", [400])
def test_a_large_case_makes_a_page_under_a_megabyte_and_a_half(documents: int) -> None:
    given = large_input(documents)
    page = render(given)
    assert len(page.encode()) < 1_500_000
    total = sum(len(reading.records) for reading in given.readings)
    assert f"{total - focus.MOST_RECORDS:,} more" in page and "400 documents read" in page
    for anchor in set(re.findall(r'href="#([^"]+)"', page)):
        assert f'id="{anchor}"' in page, anchor


def test_what_the_answer_rests_on_is_kept_before_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(focus, "MOST_RECORDS", 12)
    given = large_input(20)
    found = focused(given)
    kept = {record.id for reading in found.given.readings for record in reading.records}
    rows = (*given.judgement.bearings, *given.judgement.opinions)
    known = {record.id for reading in given.readings for record in reading.records}
    assert {row.record for row in rows} & known <= kept and len(kept) == 12
    assert all(reading.records for reading in found.given.readings) and found.documents > 0


def test_records_between_the_two_states_go_before_others(monkeypatch: pytest.MonkeyPatch) -> None:
    given = large_input(20)
    bare = replace(given, judgement=replace(given.judgement, bearings=(), opinions=(), baseline=(), set_aside=()))
    monkeypatch.setattr(focus, "MOST_RECORDS", 10)
    question = given.judgement.question
    kept = [r for reading in focused(bare).given.readings for r in reading.records]
    said = [r for r in kept if isinstance(r, Statement)]
    assert all({question.observer, question.subject} & {r.speaker.state, *r.about} for r in said)


def test_long_texts_give_way_to_the_cited_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(focus, "MOST_TEXT", 10)
    given = synthetic_input()
    assert not focused(given).given.texts
    assert "full texts are left out" in render(given)
    assert b'"text"' in written(given, "json")
