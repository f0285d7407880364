"""Parties that an act borrows from the clause around it."""

import pytest
from tests.extract.extract_builders import article_of, codes

from multivector.extract.compose import compose
from multivector.extract.frames import find_acts

ACTS = [
    # who fights or talks, by the clause's subject
    ("Indian troops have retaken a village after fierce fighting with militants from Pakistan.", "ASSAULT IND PAK"),
    ("Lavrov left Minsk after talks with Iran.", "CONSULT RUS IRN"),
    # who is held
    ("A Jordanian prisoner died of torture in Syrian police custody.", "COERCE SYR JOR"),
    ("Two Bahraini activists remain in Saudi custody.", "COERCE SAU BHR"),
    # whose deed it is in which people are hurt; they are not those whose deed it is
    ("Chad denounced two Libyan raids in which nine soldiers were killed.", "ASSAULT LBY TCD"),
    ("The Russian raid in which two Georgian officers were wounded was condemned.", "ASSAULT RUS GEO"),
]


def events(text: str) -> list[str]:
    """Each event as "TYPE source target"."""
    article = article_of(text)
    found = compose(article, find_acts(article))
    return [" ".join((c.type, *codes(c.source), *codes(c.target))) for c in found]


@pytest.mark.parametrize(("text", "event"), ACTS, ids=[t[0][:40] for t in ACTS])
def test_the_clause_around_lends_its_parties(text: str, event: str) -> None:
    assert event in events(text)


NONE = [
    "Prices rose after talks with Iran.",  # no party can have talked
    "The custody of the children was disputed in Norway.",
    "The square in which two Georgian officers were wounded was closed.",
]


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_no_party_is_made_up(text: str) -> None:
    assert not [e for e in events(text) if len(e.split()) > 2]


ABOUT = [
    # whoever gives out a statement is its author
    (
        "The Basque party issued a statement demanding that the Spanish government release its leader.",
        "REQUEST ESP ESP",
    ),
    ("Peru's parliament passed a resolution condemning Bolivia.", "ACCUSE PER BOL"),
    # what looks like a passive is none
    ("Kenyan forces were engaged in fighting with Somali rebels.", "ASSAULT KEN SOM"),
    # people of no country that suffer or do harm
    ("Hackers have defaced hundreds of Swedish websites.", "COERCE SWE"),
    # an organ's resolution
    ("China vetoed a Security Council resolution on Sudan.", "REJECT CHN UN"),
    # whose a thing is that somebody else takes
    ("Kenyan fishermen complained that Ugandan soldiers had confiscated their boats.", "COERCE UGA KEN"),
    ("Denmark's Maersk protested after Houthi fighters boarded one of its vessels.", "COERCE YEM DNK"),
    # whom somebody speaks for, wherever he is from
    ("The head of the IAEA, Mohamed ElBaradei, accused Iran of hiding a reactor.", "ACCUSE IAEA IRN"),
    ("The president of Chad, Idriss Deby, met Paul Biya.", "CONSULT TCD CMR"),
    # both sides of a quarrel, and what is made ready short of a deed
    ("Armenia and Azerbaijan traded accusations of shelling villages.", "ACCUSE ARM AZE"),
    ("Finland is preparing to bomb rebels in Mali.", "MOBILIZE FIN MLI"),
    # what is announced with its condition; what is fought for is not won
    ("The Congress party said it would boycott India's vote unless the police stopped.", "THREATEN IND IND"),
    # "its relatives": behind people who are nobody, whose they are
    ("Swiss prosecutors froze bank accounts of relatives of the Uzbek leader's daughter.", "SANCTION CHE UZB"),
    # men of no country
    ("Burundian farmers in Tanzania were attacked by armed men.", "ASSAULT BDI"),
    # demands of people on their own state
    ("The Kurds of northern Syria are demanding autonomy from the Syrian government.", "REQUEST SYR SYR"),
    ("Rebels in Chad announced that President Deby must agree to elections.", "REQUEST TCD TCD"),
]


@pytest.mark.parametrize(("text", "event"), ABOUT, ids=[t[0][:40] for t in ABOUT])
def test_who_does_what_a_noun_or_participle_tells(text: str, event: str) -> None:
    assert event in events(text)


def test_a_message_of_others_has_their_name() -> None:
    assert "ACCUSE PER BOL" not in events("The parliament of Chile read a Peruvian letter condemning Bolivia.")
