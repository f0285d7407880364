"""Why a measure was taken: causes that a text names, grounds that are given beside it, mutual acts, denials, ties."""

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
)  # fmt: skip

from multivector.judge import judge
from multivector.judge.answer import answer_text, level
from multivector.judge.confidence import ground_of
from multivector.judge.template import load_template
from multivector.model import Bearing, Hypothesis, Judgement, Question, Speaker

WHY = Question(
    "Why?", "RUS", "KAZ", tuple(Hypothesis(key, key) for key in load_template("retaliation").hypotheses),
    template="retaliation", trigger="2024-10-01",
)  # fmt: skip
DOC = document("why.txt", published="2024-10-20")
BAN = replace(measure(DOC, "Russia banned imports of wheat", start=0), start="2024-10-17")
THEIRS = replace(
    measure(DOC, "after Kazakhstan banned grain", start=200, goods=("grain",)),
    imposer="KAZ", target=("RUS",), start="2024-10-10",
)  # fmt: skip
WORDS = statement(DOC, "We regret this odd choice", -0.5, start=400)


def rows(found: Judgement, kind: str) -> list[Bearing]:
    return [row for row in (*found.bearings, *found.opinions) if kind in (row.kind, row.role)]


def share(found: Judgement, key: str) -> float:
    return found.posterior[[h.id for h in found.question.hypotheses].index(key)]


def test_a_cause_that_the_text_names_speaks_for_an_answer() -> None:
    link = answers(DOC, BAN, THEIRS, by=None)
    plain, linked = (judge(WHY, [reading(DOC, BAN, THEIRS, WORDS, *more)]) for more in ((), (link,)))
    (row,) = rows(linked, "observer_answer_measure")
    assert row.favours == "answer" and row.role == "behaviour" and "Outlet One" in row.label
    assert any("the text has it from" in cut for cut in row.discounts)
    assert share(linked, "answer") > share(plain, "answer")


def test_a_cause_that_somebody_else_names_is_opinion() -> None:
    link = answers(DOC, BAN, THEIRS, by="industry insiders")
    found = judge(WHY, [reading(DOC, BAN, THEIRS, WORDS, link)])
    assert not [row for row in found.bearings if row.kind == "observer_answer_measure"]
    assert any("that of industry insiders" in row.reason for row in found.opinions)


def test_an_official_who_names_conduct_as_the_cause_speaks_for_punishment() -> None:
    refusal = event(DOC, "Astana refused to join", "REJECT", source=("KAZ",), target=("RUS",), date=on("2024-10-05"))
    link = answers(DOC, BAN, refusal, by="Sergey Lavrov")
    found = judge(WHY, [reading(DOC, BAN, refusal, WORDS, link)])
    (row,) = rows(found, "observer_answer_conduct")
    assert row.favours == "punishment" and not any("has it from" in cut for cut in row.discounts)


def test_a_ground_that_its_authority_gives_beside_a_measure_is_that_of_the_measure() -> None:
    body = Speaker("Rosselkhoznadzor", "body:rosselkhoznadzor", "RUS", None)
    ground = statement(DOC, "the measure was needed because of pests", 0.0, start=500, speaker=body)
    farmers = statement(DOC, "the ban will help our own farmers", 0.0, who="Michael Rossi", start=600)
    kinds = [
        next(row.kind for row in judge(WHY, [reading(DOC, BAN, WORDS, *more)]).bearings if row.record == BAN.id)
        for more in ((ground,), (farmers,), ())
    ]
    base = "observer_trade_measure_imposed"
    assert kinds == [f"{base}_technical", base, base]
    faulty = replace(measure(DOC, "Russia banned wheat after inspectors found residues"), start="2024-10-17")
    found = judge(WHY, [reading(DOC, faulty, WORDS)])
    assert {row.kind for row in found.bearings if row.record == faulty.id} == {f"{base}_technical"}


def test_what_the_speaker_denies_shows_no_stance() -> None:
    denied = statement(DOC, "Moscow had threatened Astana", -0.6, who="Sergey Lavrov", start=700, cue="deny")
    found = judge(PERCEPTION, [reading(DOC, denied), *mixed_readings()])
    (row,) = [row for row in found.set_aside if row.record == denied.id]
    assert "the speaker denies it" in row.reason


def test_a_mutual_act_goes_to_the_side_whose_conduct_is_judged() -> None:
    treaty = event(DOC, "Russia and Kazakhstan signed a treaty", "AGREE", source=("KAZ", "RUS"), target=())
    keys = load_template("alignment").hypotheses
    drift = replace(WHY, template="alignment", hypotheses=tuple(Hypothesis(key, key) for key in keys), trigger=None)
    for question, kind in ((drift, "subject_event_AGREE"), (PERCEPTION, "observer_event_AGREE")):
        found = judge(question, [reading(DOC, treaty), *mixed_readings()])
        assert [row.kind for row in found.bearings if row.record == treaty.id] == [kind]


def test_a_state_as_such_and_its_official_in_one_text_are_one_voice() -> None:
    bare = statement(
        DOC, "accused Astana of delay", -0.4, start=700, who="Moscow", speaker=Speaker("Moscow", "RUS", "RUS", None)
    )
    named = statement(DOC, "the delay was a disappointment", -0.4, who="Sergey Lavrov", start=800)
    found = judge(PERCEPTION, [reading(DOC, bare, named, actors=ACTORS), *mixed_readings()])
    places = {row.occasion for row in found.bearings if row.record in (bare.id, named.id)}
    assert len(places) == 1


def test_readings_that_print_alike_share_a_sentence() -> None:
    rivals = tuple(Hypothesis(key, f"It is {key}") for key in "abc")
    text = answer_text(rivals, [(0.3, 0.2, 0.4), (0.3, 0.2, 0.4), (0.4, 0.3, 0.5)], (2, 0, 1), ())
    assert "“It is a” and “It is b” are each unlikely, about 30% (between 20% and 40%)." in text
    even = answer_text(rivals, [(0.46, 0.4, 0.55), (0.46, 0.4, 0.55), (0.08, 0.05, 0.1)], (0, 1, 2), ())
    assert "each have a roughly even chance" in even


def test_what_is_past_is_no_further_evidence() -> None:
    found = judge(WHY, [reading(DOC, BAN, THEIRS, WORDS), *mixed_readings()])
    assert not any("before the trigger" in line or "silence" in line for line in found.would_change)


def test_agreement_is_measured_beside_every_rival() -> None:
    rows = judge(WHY, [reading(DOC, BAN, THEIRS, WORDS)]).bearings
    shares = {h: ground_of((), rows, 0.2, h).agreement for h in range(5)}
    assert all(0 <= share <= 1 for share in shares.values()) and max(shares.values()) > min(shares.values())


def test_where_all_stand_level_no_first_and_second_is_made_up() -> None:
    rivals = tuple(Hypothesis(key, f"It is {key}") for key in "abc")
    numbers = [(0.34, 0.2, 0.5), (0.33, 0.2, 0.5), (0.33, 0.2, 0.5)]
    assert level(numbers) and not level(numbers[:2]) and not level([(0.6, 0.5, 0.7), *numbers[1:]])
    text = answer_text(rivals, numbers, (0, 1, 2), ())
    assert (
        text == "The evidence does not settle it: each of the 3 readings is unlikely, about 35% (between 20% and 50%)."
    )
