"""The shared case: one article that does not settle its question."""

from functools import cache

from tests.shared_case import SharedCase, shared_case

from multivector.judge import judge
from multivector.model import Bearing, Judgement


@cache
def done() -> tuple[SharedCase, Judgement]:
    case = shared_case()
    return case, judge(case.question, [case.reading])


def row(key: str) -> Bearing:
    case, found = done()
    return next(row for row in found.bearings if case.ids[key] in (row.record, *row.also))


def test_neither_reading_goes_beyond_likely() -> None:
    _, found = done()
    assert found.judged
    assert all(0.20 <= p <= 0.80 for p in found.posterior)
    assert set(found.words) <= {"unlikely", "roughly even chance", "likely"}
    assert found.answer.startswith(("The evidence does not settle it.", "The evidence leans one way but does not"))


def test_every_item_favours_what_the_gold_says() -> None:
    case, _ = done()
    for expected in case.gold["question"]["evidence"]:
        assert row(expected["record"]).favours == expected["favours"], expected


def test_peskov_and_lavrov_stand_on_different_sides() -> None:
    _, found = done()
    leans = {"peskov": 0.0, "lavrov": 0.0}
    for one in found.bearings:
        for name in leans:
            leans[name] += one.evidence_weight if name in one.occasion else 0.0
    assert leans["peskov"] * leans["lavrov"] < 0


def test_the_bans_weight_is_cut_by_its_rival_cause() -> None:
    reason = next(reason for reason in row("M01").discounts if "rival cause" in reason)
    assert "Kazakhstan's ban on imports of grain" in reason and "industry insiders" in reason
    assert row("M01").weight == 0.4  # one outlet 0.8, rival cause 0.5
    assert row("E04") is row("M01") and row("E05") is row("S09")


def test_two_or_three_items_carry_the_answer_and_the_opinions_none() -> None:
    case, found = done()
    assert 2 <= len(found.carried_by) <= 3
    assert {case.ids[key] for key in ("S02", "S05")} <= set(found.carried_by)
    shown = {opinion.record for opinion in found.opinions}
    assert {case.ids[key] for key in ("S10", "S11", "S12", "S13", "S14")} == shown
    assert [one.record for one in found.baseline] == [case.ids["M02"]]


def test_confidence_is_low_and_says_why() -> None:
    _, found = done()
    assert found.confidence == "low"
    assert "one outlet alone" in found.confidence_reason and "point both ways" in found.confidence_reason
