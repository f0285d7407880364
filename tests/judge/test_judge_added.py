"""Evidence added by hand: with a sentence of an article or a named source, by somebody, on a day, for a reason."""

import json
from dataclasses import replace

import pytest
from judge_builders import PERCEPTION, mixed_readings, review, statement

from multivector.errors import CaseError
from multivector.judge import added_of, judge, words_added
from multivector.model import Bearing, Judgement, Review

KIND = "observer_event_SANCTION"


def row(record: str = "TASS, 21 October", kind: str = KIND, **given: str) -> Review:
    value = {
        "quote": "Russia recalled its ambassador",
        **({} if record.startswith("doc-") else {"source": record}),
        **given,
    }
    return review(record, "add", field=kind, value=json.dumps(value), who="Anna", why="no article has it")


def found_in(judgement: Judgement, one: Review) -> Bearing:
    rows = (*judgement.bearings, *judgement.baseline, *judgement.set_aside)
    return next(bearing for bearing in rows if bearing.record == one.id)


def test_an_added_item_counts_and_says_who_added_it_and_why() -> None:
    one = row(day="2024-10-21")
    judgement = judge(PERCEPTION, mixed_readings(), reviews=[one])
    bearing = found_in(judgement, one)
    assert bearing.role == "behaviour" and bearing.favours == "distancing" and bearing.kind == KIND
    assert bearing.said == "Russia recalled its ambassador" and bearing.day == "2024-10-21"
    assert "added by Anna on 2024-11-01: no article has it" in bearing.reason
    assert judgement.posterior[1] > judge(PERCEPTION, mixed_readings()).posterior[1]


def test_it_is_rated_by_its_source_and_can_be_rejected_and_undone() -> None:
    one = row(day="2024-10-21")
    readings = mixed_readings()
    plain = judge(PERCEPTION, readings)
    unknown = judge(PERCEPTION, readings, reviews=[one], reliability={"TASS, 21 October": "F"})
    assert found_in(unknown, one).evidence_weight == 0 and unknown.posterior == plain.posterior
    assert judge(PERCEPTION, readings, reviews=[one, review(one.id)]).posterior == plain.posterior
    undo = review(one.record, "undo", when="2024-11-02T10:00:00Z", undoes=one.id)
    assert judge(PERCEPTION, readings, reviews=[one, undo]) == plain


def test_a_retracted_source_takes_it_away_and_the_answer_says_so() -> None:
    one = row(day="2024-10-21")
    gone = review("TASS, 21 October", "retract")
    judgement = judge(PERCEPTION, mixed_readings(), reviews=[one, gone])
    assert judgement.posterior == judge(PERCEPTION, mixed_readings()).posterior
    assert any("TASS, 21 October was retracted; the item that Anna added" in line for line in judgement.retracted)


def test_before_the_trigger_it_is_baseline_like_any_other() -> None:
    one = row(kind="observer_event_ACCUSE", day="2024-09-01")
    judgement = judge(replace(PERCEPTION, trigger="2024-10-16"), mixed_readings(), reviews=[one])
    assert found_in(judgement, one).role == "baseline"


def test_what_the_reader_found_already_does_not_count_twice() -> None:
    readings = mixed_readings()
    quote = statement(readings[0].document, "Kazakhstan is our friend", 0.6).content.quote
    one = row(readings[0].document.id, "observer_statement_positive_spokesperson", quote=quote)
    judgement = judge(PERCEPTION, readings, reviews=[one])
    assert found_in(judgement, one).role == "set_aside" and "has it already" in found_in(judgement, one).reason
    assert judgement.posterior == judge(PERCEPTION, readings).posterior


def test_a_kind_without_a_row_is_set_aside() -> None:
    one = row(kind="observer_event_DANCE", day="2024-10-21")
    assert "no row" in found_in(judge(PERCEPTION, mixed_readings(), reviews=[one]), one).reason


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"field": "SANCTION"}, "names its kind"), ({"value": "words"}, "as JSON"),
        ({"value": '{"quote": ""}'}, "needs the"), ({"value": "[" * 200_000}, "as JSON"),
        ({"value": "[]"}, "each a text"),
        ({"value": '{"quote": "x"}'}, "named source"), ({"value": '{"quote": "x", "hue": "y"}'}, "quote, day, source"),
    ],
)  # fmt: skip
def test_without_a_kind_a_sentence_and_a_source_it_is_refused(change: dict[str, str], told: str) -> None:
    with pytest.raises(CaseError, match=told):
        added_of(replace(row(), **change))  # type: ignore[arg-type]


def test_the_sentence_must_stand_in_the_article() -> None:
    document = replace(mixed_readings()[0].document, text="Moscow said\nit would wait. Nothing else.")
    assert json.loads(words_added([document], document.id, "Moscow said it would wait.", "2024-10-21")) == {
        "quote": "Moscow said it would wait.", "day": "2024-10-21",
    }  # fmt: skip
    with pytest.raises(CaseError, match="does not stand there"):
        words_added([document], document.id, "Moscow said it would act.", None)
    with pytest.raises(CaseError, match="is no day"):
        words_added([document], document.id, "Moscow said it would wait.", "soon")
    assert json.loads(words_added([document], "a diplomat's cable", "It waits", None))["source"] == "a diplomat's cable"
