"""A state that follows from the one before is the same as one made afresh, whatever people decided."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from multivector.judge import Dossier
from multivector.model import Event, Record, Review, Statement, TradeMeasure
from multivector.pipeline import Asked, dossier_of, read_case, view_of
from multivector.store.reviews import append
from multivector.web import Desk, warm
from multivector.web.base import Base
from multivector.web.opened import FILE, opened
from multivector.web.reviewed import changes_of, touches
from multivector.web.state import State

PEOPLE, STATES = ("Anna", "Bolat"), ("KAZ", "RUS", "UZB", "BLR")


def of_all(state: State) -> Dossier:
    """The dossier without any narrowing."""
    return replace(state.dossier, readings=state.readings)


def decided(chance: random.Random, records: list[Record], made: list[Review]) -> Review:
    """A decision that somebody might make."""
    n = len(made)
    when = f"2024-10-{25 + n % 3}T1{n % 10}:00:00+00:00"
    if made and chance.random() < 0.25:
        undone = chance.choice(made)
        return Review(f"rev-{n}", undone.record, "undo", chance.choice(PEOPLE), when, "sorry", undoes=undone.id)
    record = chance.choice(records)
    fields = {Event: "target", TradeMeasure: "target", Statement: "about"}
    field = next((name for kind, name in fields.items() if isinstance(record, kind)), None)
    act = chance.choice(("accept", "reject", "correct") if field else ("accept", "reject"))
    value = f'["{chance.choice(STATES)}"]' if act == "correct" else None
    who = chance.choice(PEOPLE[: 1 + n // 4])
    return Review(f"rev-{n}", record.id, act, who, when, "seen", field if act == "correct" else None, value)  # type: ignore[arg-type]


def walk(base: Base, case: Path, seed: int) -> Iterator[State]:
    """States of a case in which people decide one thing after another, each made from the one before."""
    chance, made, state = random.Random(seed), [], State(case, base, ())  # type: ignore[var-annotated]
    records = list(base.records.values())
    for _ in range(9):
        assert state.judgement
        made.append(decided(chance, records, made))
        state = State(case, base, tuple(made), before=state)
        yield state


@pytest.fixture
def base(example: Path) -> Base:
    return Desk(example, example / "sources").state().base


@pytest.mark.parametrize("seed", range(4))
def test_step_by_step_is_the_same_as_afresh(base: Base, example: Path, seed: int) -> None:
    for state in walk(base, example, seed):
        fresh = State(example, base, state.reviews)
        assert state.judgement == fresh.judgement == of_all(state).judged()
        assert state.ties.acts == fresh.ties.acts
        assert [list(pair.acts) for pair in state.ties.pairs.values()] == [
            list(pair.acts) for pair in fresh.ties.pairs.values()
        ]
        assert list(state.ties.pairs) == list(fresh.ties.pairs)
        assert state.judging.varied == fresh.judging.varied
        assert sum(state.kinds.values()) == sum(len(one.records) for one in state.readings)


def test_the_state_holds_what_the_command_line_shows(base: Base, example: Path) -> None:
    last = list(walk(base, example, 11))[-1]
    for review in last.reviews:
        append(example, review)
    shown = {record.id: record for record in view_of(example).records()}
    standing = {record.id: record for one in last.readings for record in one.records}
    assert standing == shown
    assert all(last.stands(key) for key in shown)
    assert {key for key in base.records if not last.stands(key)} == base.records.keys() - shown.keys()


def test_the_narrowed_readings_judge_as_all_of_them(base: Base, example: Path) -> None:
    state = State(example, base, ())
    whole = dossier_of(example, base.readings, Asked())
    assert len(state.dossier.readings) == len(base.readings)
    assert sum(len(one.records) for one in state.dossier.readings) < len(base.records)
    assert state.judgement == whole.judged()


def test_what_concerns_nobody_in_question_moves_nothing(base: Base, example: Path) -> None:
    state = State(example, base, ())
    ids = base.focus(state.dossier.question).ids
    apart, inside = next(k for k in base.records if k not in ids), next(iter(sorted(ids)))
    accept = Review("rev-1", apart, "reject", "Anna", "2024-11-01T00:00:00+00:00", "no")
    assert not touches(base, state.dossier.question, (), (accept,))
    assert touches(base, state.dossier.question, (), (replace(accept, record=inside),))
    assert touches(base, state.dossier.question, (), (replace(accept, record="sil-1234"),))
    before = state.judgement
    assert State(example, base, (accept,), before=state).judgement is before


def test_a_link_leaves_with_its_end(base: Base) -> None:
    end, links = next(iter(base.resting.items()))
    gone = changes_of(base, (Review("rev-1", end, "reject", "Anna", "2024-11-01T00:00:00+00:00", "no"),))
    assert {end, *links} <= {key for key, record in gone.items() if record is None}


def test_labels_stay_when_records_leave(base: Base, example: Path) -> None:
    statements = [key for key, record in base.records.items() if isinstance(record, Statement)]
    gone = Review("rev-1", statements[0], "reject", "Anna", "2024-11-01T00:00:00+00:00", "no")
    book = State(example, base, (gone,)).book
    assert book.entries[statements[1]].label == "S2"
    assert statements[0] not in book.entries
    assert len(list(book.entries)) == len(book.entries)


def test_what_articles_tell_together_is_kept_and_checked(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example / "sources" / "copy.txt").write_bytes((example / "sources" / "2024-10-24-kazan.txt").read_bytes() + b"\n.")
    read_case(example / "sources", example, lambda _: None)
    first = opened(example)
    assert any(one.document.cluster != one.document.id for one in first.readings)
    monkeypatch.setattr("multivector.web.opened.readings_of", lambda view: pytest.fail("it was known already"))
    again = opened(example)
    assert again.readings == first.readings
    assert again.view.records() == first.view.records()
    kept = example / ".multivector" / FILE
    for text in ("", "{", kept.read_text().replace('"quote": "', '"quote": "not '), '{"key": "x"}'):
        kept.write_text(text)
        with pytest.raises(pytest.fail.Exception):
            opened(example)


def test_a_warm_case_answers_with_what_was_made(example: Path) -> None:
    desk = Desk(example, example / "sources")
    warm(desk)
    state = desk.state()
    assert {name for name, _ in state._views} >= {"case", "timeline", "network", "map", "judge", "actor", "search"}
    assert state.view.record(next(iter(state.records))).id in state.records
    assert desk.state() is state
