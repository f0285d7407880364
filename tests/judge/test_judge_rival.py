"""A rival cause takes half the weight, and the reason is said."""

from dataclasses import replace

from judge_builders import (
    ACTORS,
    PERCEPTION,
    answers,
    document,
    event,
    measure,
    mixed_readings,
    on,
    reading,
    statement,
)

from multivector.judge import default_question, judge
from multivector.model import Bearing, Judgement, Record, Speaker, When

DOC = document("own.txt", outlet="Outlet Three")
BAN = measure(DOC, "Russia banned imports of melons", goods=("melons",), authority="Rosselkhoznadzor")
COUNTER = measure(
    DOC, "a ban on importing Russian grain", imposer="KAZ", target=("RUS",), goods=("grain",), start=1100
)  # fmt: skip


def judged(*records: Record) -> Judgement:
    word = statement(DOC, "a warm friend of ours", 0.6)
    return judge(PERCEPTION, [reading(DOC, word, *records)])


def row_of(found: Judgement, record: Record) -> Bearing:
    return next(row for row in found.bearings if record.id in (row.record, *row.also))


def test_a_deed_that_is_said_to_answer_another_counts_half() -> None:
    alone, cut = judged(BAN), judged(BAN, COUNTER, answers(DOC, BAN, COUNTER))
    assert row_of(cut, BAN).weight == row_of(alone, BAN).weight / 2
    reason = next(reason for reason in row_of(cut, BAN).discounts if "rival cause" in reason)
    assert "according to industry insiders it answers Kazakhstan's ban on imports of grain" in reason
    assert "saw it as a response to" in reason


def test_a_counter_ban_of_the_other_side_is_a_rival_cause_without_a_link() -> None:
    reasons = row_of(judged(BAN, COUNTER), BAN).discounts
    assert any("Kazakhstan's ban on imports of grain came from the other side" in reason for reason in reasons)


def test_both_reasons_together_halve_once() -> None:
    linked, mirrored = judged(BAN, COUNTER, answers(DOC, BAN, COUNTER)), judged(BAN, COUNTER)
    assert row_of(linked, BAN).weight == row_of(mirrored, BAN).weight


def test_what_came_later_is_no_cause() -> None:
    ban, late = replace(BAN, start="2024-10-01"), replace(COUNTER, start="2024-10-10")
    assert not any("rival" in reason for reason in row_of(judged(ban, late, answers(DOC, ban, late)), ban).discounts)


def test_what_was_only_planned_is_no_cause() -> None:
    planned = replace(COUNTER, status="planned")
    assert not any("rival" in reason for reason in row_of(judged(BAN, planned), BAN).discounts)


def test_an_answer_to_what_the_question_is_about_is_no_rival_cause() -> None:
    refusal = event(DOC, "Astana declined to join", "REJECT", source=("KAZ",), target=("RUS", "BRICS"))
    link = answers(DOC, BAN, refusal)
    asked = replace(PERCEPTION, about="BRICS")
    word = statement(DOC, "a warm friend of ours", 0.6)
    rows = reading(DOC, word, BAN, refusal, link)
    assert not any("rival" in reason for reason in row_of(judge(asked, [rows]), BAN).discounts)
    assert any("rival" in reason for reason in row_of(judge(PERCEPTION, [rows]), BAN).discounts)


def test_the_authoritys_words_share_the_rival_cause() -> None:
    ground = statement(DOC, "guilty of failing to act", -0.4, who="Rosselkhoznadzor", start=300)
    found = judged(BAN, ground, COUNTER)
    assert any("rival cause" in reason for reason in row_of(found, ground).discounts)


def test_where_the_answer_is_one_of_the_hypotheses_it_takes_nothing() -> None:
    readings = [reading(DOC, BAN, COUNTER, statement(DOC, "You will regret this choice", -0.5)), *mixed_readings()]
    question = default_question(readings, observer="RUS", subject="KAZ", template="retaliation")
    found = judge(question, readings)
    assert found.judged and not any("rival" in r for row in found.bearings for r in row.discounts)
    assert row_of(found, COUNTER).role == "behaviour" and row_of(found, COUNTER).favours == "answer"


def test_hearsay_weighs_less_but_not_the_doers_own_word() -> None:
    act = event(DOC, "Moscow cut supplies", "SANCTION", attributed_to="an unnamed trader")
    own = event(DOC, "Moscow cut supplies", "SANCTION", attributed_to=ACTORS[5].name)
    assert any("an unnamed trader only" in reason for reason in row_of(judged(act), act).discounts)
    assert not any("only" in reason for reason in row_of(judged(own), own).discounts)


def test_what_a_state_as_such_is_said_to_feel_weighs_half() -> None:
    """ "Moscow was displeased with Tokayev" names nobody of Moscow's who said so."""
    told = event(DOC, "Russian displeasure with Tokayev", "ACCUSE", actors=("person:tokayev",))
    named = replace(told, actors=("person:sergey-lavrov",))
    own = replace(ACTORS[0], code="person:tokayev", kind="person", name="Tokayev", state="KAZ")
    word = statement(DOC, "a warm friend of ours", 0.6)
    unvoiced, voiced = (
        judge(PERCEPTION, [reading(DOC, word, act, actors=(*ACTORS, own)), *mixed_readings()]) for act in (told, named)
    )
    assert any("the outlet's own summary" in reason for reason in row_of(unvoiced, told).discounts)
    assert not any("summary" in reason for reason in row_of(voiced, named).discounts)


def test_a_state_quoted_word_for_word_is_no_summary() -> None:
    who = Speaker("Moscow", "RUS", "RUS", None)
    bare = statement(DOC, "it understands the choice of Astana", 0.4, speaker=who, direct=False, start=300)
    quoted = replace(bare, direct=True)
    assert any("summary" in reason for reason in row_of(judged(BAN, bare), bare).discounts)
    assert not any("summary" in reason for reason in row_of(judged(BAN, quoted), quoted).discounts)


def test_a_day_to_come_says_how_long_not_when() -> None:
    until = event(DOC, "a ban until the end of the year", "SANCTION", date=When("2024-10-01", "2024-12-31", "open"))
    ahead = event(DOC, "a cut until the end of the year", "COERCE", date=on("2024-12-31"), start=900)
    found = judged(until, ahead)
    assert row_of(found, until).day == "2024-10-01"
    assert row_of(found, ahead).day == DOC.published
