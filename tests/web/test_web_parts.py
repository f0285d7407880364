"""The parts behind the screens: lanes, layout, search, curves, questions, addresses."""

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.errors import InputError
from multivector.web.ask import Ask
from multivector.web.find import find, marked
from multivector.web.lanes import BARS, Window, lane_of, ticks_of
from multivector.web.layout import placed
from multivector.web.links import added, document_url, query_url
from multivector.web.openapi import schema_of
from multivector.web.ties import Act, Pair, known_between

DAY = 739_000


def act(kind: str = "statement", first: int | None = DAY, last: int | None = DAY, **more: Any) -> Act:
    known = known_between(first, last, DAY)
    given_: dict[str, Any] = {"own": True, "known": known, "value": 0.5, "status": "asserted", **more}
    return Act(f"{kind}-{first}-{last}", kind, "RUS", "KAZ", first, last, **given_)


def marks(*acts: Act) -> Any:
    return lane_of(("RUS", "KAZ"), acts, Window(DAY - 10, DAY + 10), 0.0).marks


def test_a_day_is_a_dot_and_a_longer_time_a_bar() -> None:
    (dot,) = marks(act())
    assert (dot.width, dot.own, dot.n) == (0.0, True, 1)
    (bar,) = marks(act(last=DAY + 5))
    assert bar.width > 100


def test_the_day_of_the_report_is_told_apart_from_that_of_the_text() -> None:
    found = marks(act(), act(own=False))
    assert sorted(mark.own for mark in found) == [False, True]


def test_an_open_measure_goes_on_in_dashes_and_no_further() -> None:
    (mark,) = marks(act("trade_measure", DAY - 3, None))
    assert mark.after and not mark.before
    assert mark.x + mark.width == pytest.approx(Window(DAY - 10, DAY + 10).x(DAY), abs=0.2)


def test_marks_that_would_touch_are_one() -> None:
    (mark,) = marks(*(act(value=v) for v in (0.9, 0.9, -0.9)))
    assert mark.n == 1  # one record, three times
    several = marks(
        *(Act(f"s{i}", "statement", "RUS", "KAZ", DAY, DAY, True, (DAY, DAY), 0.9, "asserted") for i in range(3))
    )
    assert [one.n for one in several] == [3]
    assert several[0].look == "tone4"
    assert several[0].href.startswith("/timeline?pair=RUS-KAZ") and several[0].says.endswith("3 statements")


def test_many_bars_stand_as_marks() -> None:
    bars = [act("trade_measure", DAY - 9 + i % 18, DAY + 30 + i) for i in range(BARS + 10)]
    assert all(mark.width == 0 for mark in marks(*bars))


@given(st.integers(1, 700_000), st.integers(2, 40_000))
@settings(max_examples=60, deadline=None)
def test_ticks_stand_within_the_window(first: int, span: int) -> None:
    window = Window(first, first + span)
    ticks = ticks_of(window)
    assert len(ticks) <= 14
    assert all(0 <= tick.x <= 1000 for tick in ticks)


@given(st.integers(0, 24))
@settings(max_examples=12, deadline=None)
def test_a_layout_is_the_same_every_time_and_keeps_apart(n: int) -> None:
    names = [f"A{i}" for i in range(n)]
    weights = {(names[i], names[(i * 7 + 1) % n]): 1.0 for i in range(n)} if n > 1 else {}
    one, other = placed(names, weights), placed(names, weights)
    assert one == other
    assert set(one) == set(names)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in one.values())
    apart = [math.dist(one[a], one[b]) for i, a in enumerate(names) for b in names[:i]]
    assert not apart or min(apart) > 0.03


def test_search_gathers_sentences_and_records_by_article(example: Path) -> None:
    hits = find(example, "wheat Russia")
    assert hits and all(hit.sentences or hit.records for hit in hits)
    assert len({hit.document for hit in hits}) == len(hits)
    assert any("wheat" in sentence for hit in hits for sentence in hit.sentences)
    assert not find(example, "zeppelin")


@given(st.text(), st.text())
def test_a_marked_sentence_keeps_its_words(sentence: str, question: str) -> None:
    assert "".join(text for text, _ in marked(sentence, question)) == sentence


def test_words_are_marked_in_their_forms() -> None:
    assert [text for text, hit in marked("Russia banned wheat, bans wheat.", "banned wheat") if hit] == [
        "banned",
        "wheat",
        "wheat",
    ]


def test_a_balance_needs_acts_and_a_tone_needs_words() -> None:
    assert Pair("A", "B", []).tone is None and Pair("A", "B", []).balance is None
    pair = Pair("A", "B", [act(value=0.4), act(value=-0.2), act("event", value=-1.0), act("event", value=None)])
    assert pair.tone == pytest.approx(0.1)
    assert pair.balance == -1.0


def test_questions_are_checked() -> None:
    ask = Ask({}, {"kind": "x", "from": "2024-13-01", "page": "-1", "q": "a" * 500})
    for call in (lambda: ask.one_of("kind", ("", "a")), lambda: ask.day("from"), lambda: ask.number("page", 1, 10)):
        with pytest.raises(InputError):
            call()
    assert len(ask.text("q")) == 200
    assert Ask({}, {"a": "1"}) == Ask({}, {"a": "1"}) and hash(Ask({}, {"a": "1"})) == hash(Ask({}, {"a": "1"}))


def test_addresses() -> None:
    assert query_url("/x", a="", b="1 2") == "/x?b=1+2"
    assert added("/x?a=1#z", done="d") == "/x?a=1&done=d#z"
    assert document_url("doc-1", "sta-2") == "/read/doc-1?record=sta-2#h-sta-2"


def test_schemas_name_their_nouns() -> None:
    found: dict[str, Any] = {}
    assert schema_of(Act, found) == {"$ref": "#/components/schemas/Act"}
    assert found["Act"]["properties"]["first"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    with pytest.raises(TypeError):
        schema_of("no hint", found)
