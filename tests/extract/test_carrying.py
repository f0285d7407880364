"""Pronouns that carry a speaker on."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

VOICES = [
    # an institution goes on speaking as "it", whatever was named last
    (
        "Russia's agricultural watchdog warned Kazakhstan that it would suspend certification. No reply came, it said.",
        ("RUS:GOV", "RUS"),
    ),
    # an unnamed source goes on as "he"
    ('A source in the Kenyan government said that talks would fail. "We are tired," he said.', ("KEN:UNK", "KEN")),
    # but a person named between is who "he" is
    (
        'A source in the Kenyan government said that talks failed. Sergei Lavrov shrugged. "We are tired," he said.',
        ("person:sergey-lavrov", "RUS"),
    ),
]


@pytest.mark.parametrize(("text", "voice"), VOICES, ids=["it", "he", "person"])
def test_who_goes_on_speaking(read: Callable[..., Read], text: str, voice: tuple[str, str]) -> None:
    last = max(read(text).statements, key=lambda s: s.content.start)
    assert (last.speaker.actor, last.speaker.state) == voice


def test_a_condition_of_speaking_is_no_statement(read: Callable[..., Read]) -> None:
    text = "A diplomat from Kenya, who asked not to be named because the talks are secret, said that Egypt would pay."
    assert [s.cue for s in read(text).statements] == ["say"]


def test_what_a_semicolon_parts_is_not_reported(read: Callable[..., Read]) -> None:
    text = "Oslo shrugged off the summit; Lavrov said that Norway did not see it as a threat."
    contents = [s.content.quote for s in read(text).statements if s.cue == "say"]
    assert contents == ["Norway did not see it as a threat"]


def test_a_clause_before_its_quotation_belongs_to_it(read: Callable[..., Read]) -> None:
    (statement,) = read('Lavrov said that Kenya remained "our ally and our partner".').statements
    assert statement.content.quote == 'Kenya remained "our ally and our partner"'
    assert [t.value > 0 for t in statement.stance if t.actor == "KEN"] == [True]


MFA = "Russian Foreign Ministry Spokeswoman Maria Zakharova said that talks had failed. "
AGAIN = [
    (MFA + "It is late, the diplomat stressed.", "Maria Zakharova"),
    # whose office does not fit, and whoever is told of with more than an article
    ("Russian President Vladimir Putin said that talks had failed. It is late, the diplomat stressed.", "diplomat"),
    (MFA + "It is late, the German diplomat stressed.", "German diplomat"),
]


@pytest.mark.parametrize(("text", "name"), AGAIN, ids=["the diplomat", "other office", "another one"])
def test_a_role_that_says_again_who_spoke(read: Callable[..., Read], text: str, name: str) -> None:
    assert read(text).statements[-1].speaker.name == name
