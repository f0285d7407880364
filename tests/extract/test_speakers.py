"""From the subject of a cue to a speaker."""

from collections.abc import Callable

import pytest
from tests.conftest import Read
from tests.extract.extract_builders import article_of, token_of

from multivector.extract.speakers import resolve_speaker, voice_of
from multivector.model import Speaker


def speaker(text: str, word: str, turn: int = 1) -> Speaker:
    article = article_of(text)
    found = resolve_speaker(article, token_of(article, word, turn).i)
    assert found is not None
    return found


KNOWN = [
    ("Kenya said no.", "Kenya", ("Kenya", "KEN", "KEN")),
    ("Ankara said no.", "Ankara", ("Ankara", "TUR", "TUR")),
    ("Lavrov said no.", "Lavrov", ("Sergey Lavrov", "person:sergey-lavrov", "RUS")),
    ("Malawian minister Nancy Tembo said no.", "Tembo", ("Nancy Tembo", "person:nancy-tembo", "MWI")),
    # pronouns take up whoever is meant
    ("Lavrov left. He said no.", "He", ("Sergey Lavrov", "person:sergey-lavrov", "RUS")),
    ("Kenya paid. It said no.", "It", ("Kenya", "KEN", "KEN")),
    # a relative pronoun is the noun of its clause
    ("Kenyan diplomats, who said no, left.", "who", ("Kenyan diplomats", "KEN:GOV", "KEN")),
    # a document speaks for whoever adopted it
    ("Leaders of BRICS adopted a declaration that said no.", "that", ("declaration", "BRICS", None)),
    # officials without a name stand for a sector of their state
    ("Kenyan diplomats said no.", "diplomats", ("Kenyan diplomats", "KEN:GOV", "KEN")),
    ("A Kenyan general said no.", "general", ("Kenyan general", "KEN:MIL", "KEN")),
]


@pytest.mark.parametrize(("text", "word", "expected"), KNOWN, ids=[t[0] for t in KNOWN])
def test_known_speakers(text: str, word: str, expected: tuple[str, str, str]) -> None:
    found = speaker(text, word)
    assert (found.name, found.actor, found.state) == expected
    assert found.unresolved is None


UNNAMED = [
    ("Two diplomats said no.", "diplomats", "unnamed source"),
    ("Analysts said no.", "Analysts", "unnamed source"),
    ("He said no.", "He", "nothing before it fits 'He'"),
    ("The owl said no.", "owl", "not known to the tables"),
]


@pytest.mark.parametrize(("text", "word", "reason"), UNNAMED, ids=[t[0] for t in UNNAMED])
def test_an_unknown_speaker_says_why(text: str, word: str, reason: str) -> None:
    found = speaker(text, word)
    assert (found.actor, found.state, found.unresolved) == (None, None, reason)


def test_a_minister_s_spokesman_is_not_the_minister() -> None:
    text = "Lavrov left. The minister's spokesman said no."
    assert speaker(text, "spokesman").actor != "person:sergey-lavrov"


def test_an_organisation_has_no_state() -> None:
    found = speaker("The European Union said no.", "Union")
    assert (found.actor, found.state, found.role) == ("EU", None, "organisation")


def test_the_span_is_the_speaker_s_words() -> None:
    text = "On Monday a senior Kenyan diplomat from Nairobi said no."
    found = speaker(text, "diplomat")
    assert text[found.start : found.end].startswith("senior Kenyan diplomat")


def test_a_verb_cannot_speak() -> None:
    article = article_of("Running helps.")
    assert resolve_speaker(article, token_of(article, "helps").i) is None


def test_we_is_the_speaker_s_state() -> None:
    article = article_of("Kenya said no.")
    found = resolve_speaker(article, 0)
    assert found is not None
    voice = voice_of(found)
    assert voice is not None
    assert voice.code == "KEN"
    assert voice_of(Speaker("somebody", None, None, None, 0, 8)) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Chinese President Xi Jinping came on Monday. Xi said that trade would grow.", "Xi Jinping"),
        ("Ethiopia's Prime Minister Abiy Ahmed came on Monday. Abiy said that trade would grow.", "Abiy Ahmed"),
        ("Chinese spokesperson Lin Qiang came on Monday. Lin said that trade would grow.", "Lin Qiang"),
        ("French President Emmanuel Macron came on Monday. Macron said that trade would grow.", "Emmanuel Macron"),
    ],
)
def test_once_named_in_full_people_are_called_by_the_part_that_their_country_uses(
    read: Callable[..., Read], text: str, speaker: str
) -> None:
    assert [s.speaker.name for s in read(text).statements] == [speaker]


HOLDERS = [
    ('Vladimir Putin visited Mongolia. "Relations are good," the Russian leader said.', "Vladimir Putin"),
    ('Vladimir Putin visited Mongolia. "Relations are good," a Russian leader said.', "Russian leader"),
    ('Vladimir Putin visited Mongolia. "Relations are good," the former Russian leader said.', "former Russian leader"),
    (
        "Xi Jinping will visit Vietnam. In a call with Pedro Sanchez, he said China wanted peace.",
        "Xi Jinping",
    ),
    ("The foreign minister of Chad, Ali Haroun, accused Libya of lying.", "Ali Haroun"),
]


@pytest.mark.parametrize(("text", "name"), HOLDERS, ids=[h[1] + str(n) for n, h in enumerate(HOLDERS)])
def test_a_role_names_its_holder(read: Callable[..., Read], text: str, name: str) -> None:
    assert read(text).statements[-1].speaker.name == name


def test_diplomats_are_not_of_the_state_that_they_speak_of(read: Callable[..., Read]) -> None:
    (statement,) = read("Some diplomats insist that isolating Tbilisi would push it into Moscow's arms.").statements
    assert statement.speaker.state is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Ministry of Foreign Affairs of Kazakhstan said that talks would go on.", "KAZ"),
        ("The General Staff of the Armed Forces of Ukraine said Russia attacked Kharkiv.", "UKR"),
        ("The Ministry of Defence of the Republic of Azerbaijan denied that troops had moved.", "AZE"),
    ],
)
def test_whose_an_office_is_stands_behind_what_it_is_for(read: Callable[..., Read], text: str, state: str) -> None:
    assert [s.speaker.state for s in read(text).statements] == [state]


def test_weapons_and_corrections_say_nothing(read: Callable[..., Read]) -> None:
    assert read("Correction, 30 August: An earlier version said that the committee would sit.").statements == []
    assert [s.speaker.name for s in read("The court on July 10 said that the appeal was late.").statements] == ["court"]
