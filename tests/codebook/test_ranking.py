"""The table of learned weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.codebook.affinities import affinities
from multivector.codebook.ranking import ROOTS, Ranking, ranking, shared_part

START = (0.0,) * len(ROOTS)
TWO = (1.0, *START[1:])  # toward ACCUSE
TABLE = Ranking(START, {"act:ST": 2.0}, {"way:word:blame": TWO, "act:ST:AID": TWO})


@pytest.mark.parametrize(
    ("name", "kind", "root"),
    [("act:ST:AID", "act:ST", "AID"), ("way:word:aid", "way:word:aid", None), ("source:is:GOV", "source:is:GOV", None)],
)
def test_a_feature_that_names_a_root_has_a_shared_part(name: str, kind: str, root: str | None) -> None:
    assert shared_part(name) == (kind, root)


def test_shared_and_own_weights_add_up() -> None:
    assert TABLE.weights("act:ST:AID")[ROOTS.index("AID")] == 2.0
    assert TABLE.weights("act:ST:AID")[ROOTS.index("ACCUSE")] == 1.0
    assert TABLE.weights("act:ST:REJECT")[ROOTS.index("REJECT")] == 2.0
    assert TABLE.weights("unheard:of") == START


def test_the_best_root_has_the_highest_sum_and_the_first_by_name_wins_a_tie() -> None:
    assert TABLE.best({"act:ST:REJECT": 1.0, "way:word:blame": 1.0}) == "REJECT"
    assert TABLE.best({"act:ST:REJECT": 0.4, "way:word:blame": 1.0}) == "ACCUSE"
    assert TABLE.best({}) == "ACCUSE"


def test_reasons_speak_for_the_root_strongest_first() -> None:
    found = {"act:ST:ACCUSE": 1.0, "way:word:blame": 1.0, "act:ST:AID": 0.1}
    assert TABLE.reasons(found, "ACCUSE") == ("act:ST:ACCUSE", "way:word:blame", "act:ST:AID")
    assert TABLE.reasons(found, "REJECT") == ()


@given(st.dictionaries(st.sampled_from(["act:ST:AID", "act:S-:YIELD", "way:can:ACCUSE", "x"]), st.floats(0, 2)))
def test_the_shipped_table_gives_each_root_a_number(features: dict[str, float]) -> None:
    scores = ranking().scores(features)
    assert tuple(scores) == ROOTS
    assert ranking().best(features) in ROOTS
    assert set(ranking().reasons(features, "AID")) <= set(features)


def test_an_act_that_binds_both_phrases_weighs_more_than_one_that_binds_one_or_none() -> None:
    shared = ranking().shared
    assert shared["act:ST"] > shared["act:S-"] > 0
    assert shared["act:ST"] > shared["act:--"]


def test_affinities_name_the_fifteen_roots_and_begin_with_their_first_word() -> None:
    assert {a.root for group in affinities().values() for a in group} == set(ROOTS)
    for head, group in affinities().items():
        assert all(a.words[0] == head for a in group)
        lengths = [len(a.words) for a in group]
        assert lengths == sorted(lengths, reverse=True)
