"""The judgement in time: replays, indicators, sensitivity, forecasts."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge_builders import PERCEPTION, document, mixed_readings, reading, review, statement

from multivector.errors import CaseError
from multivector.judge import Dossier, dated, indicators, load_forecasts, replay, score, sensitivity
from multivector.judge.forecast import Forecast

DOSSIER = Dossier(PERCEPTION, mixed_readings())


def test_a_replay_shows_each_day_and_what_moved_it() -> None:
    first, second = replay(DOSSIER)
    assert (first.day, second.day) == ("2024-10-22", "2024-10-25")
    assert second.posterior == DOSSIER.judged().posterior
    assert first.posterior == DOSSIER.as_of("2024-10-24").judged().posterior
    assert any("clarify" in label for label in second.moved_by)
    assert not any("clarify" in label for label in first.moved_by)
    assert second.moved


def test_reviews_count_from_their_own_day() -> None:
    friend = DOSSIER.readings[0].records[0].id
    later = Dossier(PERCEPTION, DOSSIER.readings, (review(friend, when="2024-11-01T10:00:00Z"),))
    assert later.as_of("2024-10-31").judged() == DOSSIER.judged()
    assert later.as_of("2024-11-01").judged() != DOSSIER.judged()


def test_a_retraction_is_a_step_of_its_own() -> None:
    retracted = review("two.txt", "retract", when="2024-11-05T10:00:00Z")
    last = replay(Dossier(PERCEPTION, DOSSIER.readings, (retracted,)))[-1]
    assert last.day == "2024-11-05"
    assert any("two.txt was retracted" in what for what in last.moved_by)


def test_another_article_that_tells_an_item_again_is_news() -> None:
    first = DOSSIER.readings[0]
    again = document("three.txt", outlet="Outlet Three", published="2024-10-23")
    told = reading(again, statement(again, "Kazakhstan is our friend", 0.6, start=0))
    step = replay(Dossier(PERCEPTION, (first, DOSSIER.readings[1], told)))[1]
    assert step.day == "2024-10-23"
    assert any(label.endswith("told again") for label in step.moved_by)


def test_indicators_name_what_each_hypothesis_would_show() -> None:
    found = indicators(DOSSIER, DOSSIER.judged())
    for hypothesis in ("neutrality", "distancing"):
        own = [one for one in found if one.hypothesis == hypothesis]
        assert 1 <= len(own) <= 5
        assert [one.ratio for one in own] == sorted((one.ratio for one in own), reverse=True)
        assert all(one.ratio >= 1.2 and "Russia" in one.text for one in own)
    kinds = {row.kind for row in DOSSIER.judged().bearings}
    assert {one.kind for one in found if one.seen} <= kinds


def test_sensitivity_has_every_item_that_counts() -> None:
    rows = sensitivity(DOSSIER)
    judged = DOSSIER.judged()
    assert {row.record for row in rows} == {row.record for row in judged.bearings}
    moves = [max(abs(p - q) for p, q in zip(row.without, judged.posterior, strict=True)) for row in rows]
    assert moves == sorted(moves, reverse=True)
    for row in rows:
        assert math.fsum(row.without) == pytest.approx(1) == math.fsum(row.turned)
        leader = max(range(2), key=judged.posterior.__getitem__)
        assert row.turns_without == (row.without[leader] < 0.5)


def test_a_trigger_may_be_a_record() -> None:
    readings = mixed_readings()
    record = readings[1].records[0]
    assert dated(replace(PERCEPTION, trigger=record.id), readings).trigger == "2024-10-25"
    assert dated(replace(PERCEPTION, trigger="2024-10-16"), readings).trigger == "2024-10-16"
    with pytest.raises(CaseError, match="no record"):
        dated(replace(PERCEPTION, trigger="sta-ffffff"), readings)


def forecast(p: float, outcome: bool | None) -> Forecast:
    return Forecast("Will it rain?", "2024-10-01", "2024-11-01", p, "the gauge", "", outcome)


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.9]), st.booleans()), min_size=5, max_size=40))
def test_the_parts_of_the_brier_score_add_up(rows: list[tuple[float, bool]]) -> None:
    found = score([forecast(p, outcome) for p, outcome in rows])
    assert found.brier is not None and found.reliability is not None
    assert found.resolution is not None and found.uncertainty is not None
    assert found.brier == pytest.approx(found.reliability - found.resolution + found.uncertainty)
    assert found.brier == pytest.approx(sum((p - o) ** 2 for p, o in rows) / len(rows))


def test_scores_of_known_forecasts() -> None:
    perfect = score([forecast(0.9, True)] * 9 + [forecast(0.9, False)])
    assert perfect.brier == pytest.approx(0.09) and perfect.reliability == pytest.approx(0.0)
    assert perfect.log == pytest.approx(-0.9 * math.log(0.9) - 0.1 * math.log(0.1))
    few = score([forecast(0.9, True)] * 4 + [forecast(0.2, None)] * 9)
    assert few.brier is None and few.reason == "cannot be judged, 4 resolved forecasts: needs 5"


CASE = """
question = "Does Moscow see it as a betrayal?"
[[hypothesis]]
id = "neutrality"
text = "neutral"
[[hypothesis]]
id = "distancing"
text = "betrayal"
[[forecast]]
question = "Will the ban be lifted?"
asked = 2024-10-20
by = 2024-12-31
p = 0.3
rule = "Rosselkhoznadzor says so"
outcome = false
"""


def test_forecasts_are_read_from_the_case(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(CASE, "utf-8")
    (one,) = load_forecasts(tmp_path)
    assert (one.p, one.by, one.outcome) == (0.3, "2024-12-31", False)
    for wrong, told in (
        ("p = 1.0", "p:"),
        ("by = 2024-01-01", "by:"),
        ('rule = ""', "rule:"),
        ("colour = 1\np = 0.3", "colour"),
    ):
        key = wrong.split(" =")[0]
        text = "\n".join(wrong if line.startswith(f"{key} =") else line for line in CASE.splitlines())
        text = CASE.replace("p = 0.3", wrong) if key == "colour" else text
        (tmp_path / "case.toml").write_text(text, "utf-8")
        with pytest.raises(CaseError, match=rf"line \d+: {told}"):
            load_forecasts(tmp_path)
