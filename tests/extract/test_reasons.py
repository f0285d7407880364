"""Reasons of measures."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

BAN = "Peru banned imports of wheat from Chile"
TOLD = [
    (f"{BAN} over a beetle.", "over a beetle"),
    (f"{BAN} to protect its farmers.", "to protect its farmers"),
    (f"{BAN}. The decision was taken because of systematic violations of its rules.", "because of systematic"),
    (f"{BAN}. The restrictions were needed to protect domestic growers.", "to protect domestic growers"),
]


@pytest.mark.parametrize(("text", "reason"), TOLD, ids=["cause", "purpose", "next: cause", "next: purpose"])
def test_a_reason_is_found(read: Callable[..., Read], text: str, reason: str) -> None:
    (measure,) = read(text).measures
    assert measure.reason is not None
    assert measure.reason.startswith(reason)


def test_the_sentence_of_a_later_reason_is_evidence(read: Callable[..., Read]) -> None:
    later = "The decision was taken because of systematic violations of its rules."
    (measure,) = read(f"{BAN}. {later}").measures
    assert measure.also[-1].quote == later


NO_REASONS = ["Santiago called the decision unfriendly.", "A decision to sell coal was made to win time."]


@pytest.mark.parametrize("behind", NO_REASONS)
def test_what_is_no_reason_of_it(read: Callable[..., Read], behind: str) -> None:
    (measure,) = read(f"{BAN}. {behind}").measures
    assert measure.reason is None


def test_a_reason_ends_before_what_others_call_the_move(read: Callable[..., Read]) -> None:
    text = (
        "Georgia suspended imports of brandy from Armenia, citing sanitary concerns, in a move that Yerevan deplored."
    )
    assert read(text).measures[0].reason == "citing sanitary concerns"
    text = "Georgia suspended imports of brandy from Armenia, citing pests in a field near Batumi."
    assert read(text).measures[0].reason == "citing pests in a field near Batumi"
