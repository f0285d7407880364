"""Each act of the codebook reads its positive example and leaves its near miss alone."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

from multivector.codebook.acts import Act, acts, modal_acts
from multivector.codebook.base import load

EVENTS = [a for a in acts() if a.event]
TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


@pytest.mark.parametrize("act", EVENTS, ids=[a.id for a in EVENTS])
def test_positive_examples_are_read(read: Callable[..., Read], act: Act) -> None:
    assert act.positive, f"{act.id} has no positive example"
    for text in act.positive:
        assert act.event in {e.type for e in read(text, None).events}, text


@pytest.mark.parametrize("act", EVENTS, ids=[a.id for a in EVENTS])
def test_near_misses_are_left_alone(read: Callable[..., Read], act: Act) -> None:
    assert act.near_miss, f"{act.id} has no near miss"
    for text in act.near_miss:
        rules = [o.rule for e in read(text, None).events for o in e.origin]
        assert not [r for r in rules if r.split("/")[0] == f"event:{act.id}"], text


def test_all_sixteen_types_have_acts() -> None:
    assert {a.event for a in EVENTS} == TYPES


def test_yaml_keeps_its_words() -> None:
    assert "on" in next(a for a in acts() if a.id == "sanction.ban").target
    assert "no" in load("grammar.yaml")["status"]["negations"]


def test_acts_of_auxiliaries_are_told_apart() -> None:
    assert {act.event for act in modal_acts()} == {"REQUEST"}
    assert all(act.modals for act in modal_acts())
