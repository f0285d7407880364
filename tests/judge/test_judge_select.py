"""What counts as behaviour, and what is only shown."""

from dataclasses import replace

import pytest
from judge_builders import ACTORS, PERCEPTION, document, event, measure, mixed_readings, on, reading, review, statement

from multivector.judge import judge
from multivector.model import Actor, Judgement, Reading, Record, Speaker

DOC = document()


def judged(*records: Record, trigger: str | None = None) -> Judgement:
    """The judgement on one document's records beside two articles that make it possible to judge."""
    return judge(replace(PERCEPTION, trigger=trigger), [reading(document("own.txt"), *records), *mixed_readings()])


def role_of(found: Judgement, record: Record) -> tuple[str, str]:
    rows = (*found.bearings, *found.baseline, *found.opinions, *found.set_aside)
    return next(((row.role, row.reason) for row in rows if record.id in (row.record, *row.also)), ("none", ""))


def test_officials_of_the_observer_are_behaviour_and_experts_opinion() -> None:
    lavrov = statement(DOC, "a wholly new remark", -0.3, who="Sergey Lavrov")
    rossi = statement(DOC, "it should not be seen as a rejection", 0.3, who="Michael Rossi", start=100)
    nobody = statement(DOC, "an answer to the ban", 0.0, who="industry insiders", start=200)
    found = judged(lavrov, rossi, nobody)
    assert role_of(found, lavrov)[0] == "behaviour"
    assert role_of(found, rossi)[0] == role_of(found, nobody)[0] == "opinion"
    assert all(row.used == (1.0, 1.0) and row.weight == 0 for row in found.opinions)
    assert "speak for Russia" in found.opinions[0].reason


def test_opinions_move_nothing() -> None:
    many = [statement(DOC, f"view {i} {i * 7}", -0.9, who="Michael Rossi", start=100 * i) for i in range(5)]
    assert judged(*many).posterior == judged().posterior


@pytest.mark.parametrize(
    ("status", "why"), [("denied", "denies"), ("planned", "not done"), ("hypothetical", "only spoken of as possible")]
)
def test_what_was_not_done_is_set_aside_with_the_reason(status: str, why: str) -> None:
    act = event(DOC, "Moscow cut the pipeline", "SANCTION", status=status)
    role, reason = role_of(judged(act), act)
    assert role == "set_aside" and why in reason and "does not count as done" in reason


def test_the_subjects_own_conduct_is_baseline() -> None:
    act = event(DOC, "Astana refused", "REJECT", source=("KAZ",), target=("RUS",))
    word = statement(DOC, "we value it", 0.4, about=("RUS",), speaker=Speaker("Tokayev", None, "KAZ", "president"))
    found = judged(act, word)
    assert role_of(found, act) == ("baseline", "what Kazakhstan itself did")
    assert role_of(found, word) == ("baseline", "what Kazakhstan itself says")


def test_what_came_before_the_trigger_is_baseline() -> None:
    early = measure(DOC, "a ban in September", start=1, goods=("melons",))
    early = replace(early, start="2024-09-20")
    late = event(DOC, "Moscow warned Astana", "THREATEN", date=on("2024-10-20"))
    open_ = event(DOC, "Moscow accused Astana", "ACCUSE", start=900)
    found = judged(early, late, open_, trigger="2024-10-16")
    assert role_of(found, early)[0] == "before" and "26 days before the trigger" in role_of(found, early)[1]
    assert role_of(found, late)[0] == "behaviour"
    assert role_of(found, open_)[0] == "behaviour" and "taken to follow the trigger" in role_of(found, open_)[1]


def test_what_came_before_the_trigger_and_did_not_go_on_is_baseline() -> None:
    early = event(DOC, "Moscow threatened Astana", "THREATEN", date=on("2024-09-20"), start=900)
    found = judged(early, trigger="2024-10-16")
    assert role_of(found, early)[0] == "baseline" and "before the trigger of 2024-10-16" in role_of(found, early)[1]


def test_without_a_trigger_old_history_is_baseline() -> None:
    old = event(DOC, "Moscow threatened Astana", "THREATEN", date=on("2014-03-01"))
    assert "more than a year before" in role_of(judged(old), old)[1]


def test_acts_toward_others_and_by_others_are_left_out() -> None:
    rows = (
        event(DOC, "annexation of Crimea", "COERCE", target=("UKR",)),
        event(DOC, "sanctions", "SANCTION", source=("USA",), target=("RUS",), start=900),
        statement(DOC, "about the UN", 0.5, about=("UN",), stance=()),
    )
    found = judged(*rows)
    assert all(role_of(found, row)[0] == "none" for row in rows)


def test_private_persons_do_not_act_for_the_state() -> None:
    group = Actor("group:ideologues", "group", "nationalist ideologues", (), "RUS", "CVL")
    act = event(DOC, "ideologues claimed the north", "THREATEN", actors=("group:ideologues",))
    own = reading(document("own.txt"), act, actors=(*ACTORS, group))
    found = judge(PERCEPTION, [own, *mixed_readings()])
    assert role_of(found, act) == ("set_aside", "those who did it do not act for Russia")


def test_people_without_a_name_do_not_act_for_the_state_unless_they_are_an_arm_of_it() -> None:
    bloggers = event(DOC, "Russian bloggers called it a betrayal", "ACCUSE", actors=("KAZ", "RUS:JRN"))
    deputies = event(DOC, "Russian deputies condemned it", "ACCUSE", actors=("KAZ", "RUS:LEG"), start=900)
    farmers = event(DOC, "Russia heard Kazakh farmers", "ACCUSE", actors=("KAZ:AGR", "RUS"), start=1800)
    found = judged(bloggers, deputies, farmers)
    assert role_of(found, bloggers) == ("set_aside", "those who did it do not act for Russia")
    assert role_of(found, deputies)[0] == role_of(found, farmers)[0] == "behaviour"


def test_a_statement_without_a_stance_is_set_aside() -> None:
    bare = statement(DOC, "The organisation pays attention to its allies", None, who="Sergey Lavrov")
    assert role_of(judged(bare), bare) == ("set_aside", "no stance toward Kazakhstan was read in it")


def test_rejected_records_are_left_out_entirely() -> None:
    readings: tuple[Reading, ...] = mixed_readings()
    ban = readings[0].records[1]
    found = judge(PERCEPTION, readings, reviews=[review(ban.id)])
    assert role_of(found, ban)[0] == "none"
    undone = [review(ban.id), review(ban.id, "undo", when="2024-11-02T10:00:00Z", undoes=review(ban.id).id)]
    assert judge(PERCEPTION, readings, reviews=undone) == judge(PERCEPTION, readings)
