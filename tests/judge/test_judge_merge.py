"""One act counts once; one voice on one occasion counts less and less."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge_builders import PERCEPTION, document, event, measure, mixed_readings, on, reading, statement

from multivector.judge import judge
from multivector.judge.groups import components
from multivector.judge.item import Item
from multivector.judge.merge import _neighbours, _same
from multivector.model import Bearing, Evidence, Judgement, Link, Record

DOC = document("own.txt", outlet="Outlet Three")


def judged(*records: Record) -> Judgement:
    return judge(PERCEPTION, [reading(DOC, *records), *mixed_readings()])


def row_of(found: Judgement, record: Record) -> Bearing:
    return next(row for row in found.bearings if record.id in (row.record, *row.also))


def test_components_join_chains() -> None:
    assert components(5, [(3, 4), (0, 3)]) == [[0, 3, 4], [1], [2]]


def test_an_event_that_restates_a_statement_counts_once() -> None:
    word = statement(DOC, "a true friend and ally", 0.6, who="Vladimir Putin", start=40)
    act = event(DOC, "called it a true friend and ally", "SUPPORT", start=30)
    found = judged(word, act)
    assert row_of(found, word) is row_of(found, act)
    assert row_of(found, act).kind == "observer_statement_positive_head"
    assert found.posterior == judged(word).posterior


def test_an_event_that_is_a_measure_counts_once_and_the_measure_leads() -> None:
    ban = measure(DOC, "banned imports of melons", goods=("melons",), start=40)
    act = event(DOC, "Russia banned imports of melons", "SANCTION", start=33)
    found = judged(ban, act)
    assert row_of(found, act).record == ban.id
    assert found.posterior == judged(ban).posterior


def test_a_deed_in_the_same_sentence_as_a_statement_stays_its_own() -> None:
    word = statement(DOC, "remains a friend", 0.6, who="Vladimir Putin", start=40)
    act = event(DOC, "cut the gas though it remains a friend", "SANCTION", start=20)
    found = judged(word, act)
    assert row_of(found, word) is not row_of(found, act)


def test_of_two_statements_an_event_joins_the_one_whose_tone_agrees() -> None:
    calm = statement(DOC, "We expect the president at the summit", 0.0, who="Vladimir Putin", start=60)
    warm = statement(DOC, "friend", 0.6, who="Vladimir Putin", start=20)
    act = event(DOC, "x" * 100, "SUPPORT", start=10)
    assert row_of(judged(calm, warm, act), act).record == warm.id


def test_an_event_gives_the_row_where_no_tone_was_read() -> None:
    word = statement(DOC, "Astana let us down badly", 0.0, who="Vladimir Putin", start=20)
    act = event(DOC, "accused Astana: Astana let us down badly", "ACCUSE", start=10)
    assert row_of(judged(word, act), word).kind == "observer_event_ACCUSE"


@pytest.mark.parametrize("days", [0, 2])
def test_the_same_words_in_another_outlet_are_one_utterance_with_two_sources(days: int) -> None:
    word = statement(DOC, "we shall remember this choice", -0.4, who="Vladimir Putin")
    other = document("else.txt", outlet="Outlet Four", published=f"2024-10-{22 + days}")
    again = statement(other, "We shall long remember this choice", -0.4, who="Vladimir Putin")
    found = judge(PERCEPTION, [reading(DOC, word), reading(other, again), *mixed_readings()])
    assert row_of(found, word) is row_of(found, again)
    assert not any("one outlet alone" in reason for reason in row_of(found, word).discounts)
    assert any("one outlet alone" in reason for reason in row_of(judged(word), word).discounts)


def test_a_same_event_link_joins_what_the_words_do_not() -> None:
    first = event(DOC, "Moscow summoned the envoy", "ACCUSE")
    second = event(DOC, "a rebuke was handed over", "ACCUSE", start=900)
    link = Link("lin-1", Evidence(DOC.id, 0, 1, "x"), first.origin, 0.9, "same_event", first.id, second.id, None)
    apart, joined = judged(first, second), judged(first, second, link)
    assert row_of(apart, first) is not row_of(apart, second)
    assert row_of(joined, first) is row_of(joined, second)


def test_measures_on_different_goods_are_two_and_on_shared_goods_one() -> None:
    first = measure(DOC, "banned melons", goods=("melons", "peppers"), start=40)
    same = measure(DOC, "the ban on peppers", goods=("peppers",), start=140)
    other = measure(DOC, "a ban on fish", goods=("fish",), start=240)
    found = judged(first, same, other)
    assert row_of(found, first) is row_of(found, same)
    assert row_of(found, first) is not row_of(found, other)


def test_the_kth_item_of_one_voice_weighs_one_kth() -> None:
    quotes = ("you chose badly", "nobody here expected that", "we will draw conclusions", "so be it then")
    rows = [statement(DOC, quote, -0.4, who="Vladimir Putin", start=100 * i) for i, quote in enumerate(quotes)]
    found = judged(*rows)
    weights = sorted((row_of(found, row).weight for row in rows), reverse=True)
    assert weights == pytest.approx([0.8, 0.4, 0.8 / 3, 0.2], abs=1e-5)
    assert any("×1/4: the 4th item of one source on one occasion (Vladimir Putin)" in r for row in rows
               for r in row_of(found, row).discounts)  # fmt: skip


def test_another_week_is_another_occasion() -> None:
    first = statement(DOC, "you chose badly", -0.4, who="Vladimir Putin", said_on=on("2024-10-01"))
    second = statement(DOC, "we will draw conclusions", -0.4, who="Vladimir Putin", start=99, said_on=on("2024-10-12"))
    found = judged(first, second)
    assert row_of(found, first).weight == row_of(found, second).weight
    assert row_of(found, first).occasion != row_of(found, second).occasion


def test_what_does_not_discriminate_takes_nothing_from_the_rest() -> None:
    word = statement(DOC, "you chose badly", -0.4, who="Vladimir Putin")
    level = event(DOC, "citizens marched", "PROTEST")
    assert judged(word, level).posterior == judged(word).posterior


def test_the_authoritys_ground_goes_with_its_measure() -> None:
    ban = measure(DOC, "banned melons", goods=("melons",), authority="Rosselkhoznadzor")
    ground = statement(DOC, "guilty of failing to act", -0.4, who="Rosselkhoznadzor", start=300)
    found = judged(ban, ground)
    assert row_of(found, ban).occasion == row_of(found, ground).occasion
    assert row_of(found, ground).weight == pytest.approx(0.8 / 3, abs=1e-5)  # the third beside the other article's ban


def test_a_later_copy_does_not_move_the_day_of_an_act() -> None:
    """Else the copy would make two occasions of one."""
    early, later = document("a.txt", published="2024-10-10"), document("b.txt", published="2024-10-15")
    bans = [
        reading(doc, measure(doc, f"a ban, {goods}", goods=(goods,))) for doc, goods in ((early, "a"), (later, "b"))
    ]
    copy = document("copy.txt", published="2024-10-30", cluster=early.cluster)
    again = reading(copy, replace(measure(copy, "a ban, a", goods=("a",)), id="aaa"))
    found = judge(PERCEPTION, [*bans, again])
    assert {row.day for row in found.bearings} == {"2024-10-10", "2024-10-15"}
    assert len({row.occasion for row in found.bearings}) == 1


def test_a_copy_of_an_article_changes_nothing() -> None:
    readings = mixed_readings()
    original = readings[0].document
    copy = document("copy.txt", outlet="Outlet Five", published="2024-10-23", cluster=original.cluster)
    again = [
        replace(record, id=f"copy-{record.id}", evidence=replace(record.evidence, document=copy.id))
        for record in readings[0].records
    ]
    before = judge(PERCEPTION, readings)
    after = judge(PERCEPTION, [*readings, reading(copy, *again)])
    assert (after.posterior, after.low, after.high) == (before.posterior, before.low, before.high)
    assert after.confidence_reason == before.confidence_reason


@given(st.lists(st.tuples(st.sampled_from([None, 0, 2, 5, 9, 40]), st.integers(0, 3)), max_size=9))
def test_whatever_may_be_one_act_is_compared(told: list[tuple[int | None, int]]) -> None:
    items = []
    for n, (day, cluster) in enumerate(told):
        iso = (date(2024, 10, 1) + timedelta(days=day)).isoformat() if day is not None else None
        doc = replace(document(f"{n}.txt"), cluster=f"c{cluster}")
        act = event(doc, "cut the gas to its neighbour", "REDUCE RELATIONS")
        items.append(Item("behaviour", "observer", ("k",), "RUS", "", "", iso, bool(day), (act,), (doc,)))
    words = frozenset({"cut", "gas", "neighbour"})
    same = {(i, j) for i, j in combinations(range(len(items)), 2) if _same(items[i], items[j], (words, words))}
    compared = {(min(pair), max(pair)) for pair in (_neighbours(items, range(len(items))) if items else ())}
    assert same <= compared
