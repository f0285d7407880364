"""How the outcome of PETRARCH's unit tests is counted."""

from evals.petrarch import ACTORS, Outcome, outcomes

from multivector.world.own import read_own

TYPES = {"04": ["CONSULT"], "12": ["REJECT"], "16": ["SANCTION"], "02": ["(dropped)"]}


def judged(cameo: str, *events: tuple[list[str], list[str], str]) -> Outcome:
    row = {"id": "row", "events": [{"source": "GONGOV", "target": "ARN", "cameo": cameo}]}
    found = {"row": [{"source": s, "target": t, "type": kind} for s, t, kind in events]}
    return next(iter(outcomes([row], found, TYPES)))


def test_a_pair_with_its_type_passes_in_either_scheme() -> None:
    assert judged("160", (["GON"], ["ARN"], "SANCTION")) == Outcome("row", True, True, True, True, True, "passed")
    assert judged("122", (["GON"], ["ARN"], "ACCUSE")) == Outcome("row", True, True, True, False, True, "passed")


def test_a_reciprocal_act_is_a_pair_both_ways() -> None:
    assert judged("040", (["ARN", "GON"], [], "CONSULT")).pair


def test_what_fails_has_its_cause() -> None:
    causes = [
        judged("160").cause,
        judged("160", (["GON"], ["OSG"], "SANCTION")).cause,
        judged("160", (["OSG"], ["ARN"], "SANCTION")).cause,
        judged("160", (["GON"], ["OSG"], "SANCTION"), (["OSG"], ["ARN"], "SANCTION")).cause,
        judged("023", (["GON"], ["ARN"], "SANCTION")).cause,
        judged("903", (["GON"], ["ARN"], "AID")).cause,
        judged("160", (["GON"], ["ARN"], "AID")).cause,
    ]
    assert causes == [
        "no event",
        "target not read",
        "source not read",
        "both read, not as a pair",
        "a statement, for which PLOVER has no event",
        "a code that the test's dictionary invents",
        "another type: 160 read as AID",
    ]


def test_events_without_two_states_are_not_counted() -> None:
    row = {"id": "row", "events": [{"source": "---GOV", "target": "ARN", "cameo": "160"}]}
    assert list(outcomes([row], {}, TYPES)) == []


def test_the_table_of_invented_states_can_be_read() -> None:
    assert {"GON", "ARN", "OSG"} <= {actor.code for actor in read_own(ACTORS).actors}
