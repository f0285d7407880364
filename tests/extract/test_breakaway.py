"""Regions that have broken away act for themselves."""

from collections.abc import Callable

import pytest
from tests.conftest import Read
from tests.extract.extract_builders import article_of, token_of

from multivector.extract.breakaway import breakaway
from multivector.extract.parties import parties

REGIONS = [
    ("The breakaway region of Abkhazia accused Tbilisi of planning an attack.", "region", "GEO"),
    ("Moldova's breakaway region declared a blockade.", "region", "MDA"),
    ("Officials in separatist Transnistria accused Moldova.", "Transnistria", "MDA"),
]
OTHERS = [
    ("The mountainous region of Abkhazia has no railway.", "region"),  # a region like others
    ("A breakaway faction of the party held a congress in Georgia.", "faction"),  # of a party, not of a state
    ("The breakaway region held an election.", "region"),  # nothing says whose
]


@pytest.mark.parametrize(("text", "word", "state"), REGIONS, ids=[f"{t[0][:40]}" for t in REGIONS])
def test_a_region_that_broke_away_is_no_official_of_its_state(text: str, word: str, state: str) -> None:
    article = article_of(text)
    found = parties(article, token_of(article, word).i)
    assert [(p.code, p.actor, p.official) for p in found] == [(state, f"{state}:REB", False)]


@pytest.mark.parametrize(("text", "word"), OTHERS, ids=[t[0][:40] for t in OTHERS])
def test_other_regions_and_factions(text: str, word: str) -> None:
    article = article_of(text)
    assert breakaway(article, token_of(article, word)) == ()


def test_at_the_head_of_a_sentence_it_is_nobody_s_name(read: Callable[..., Read]) -> None:
    found = read("Breakaway Abkhazia accused Tbilisi of shelling its villages.")
    assert [(e.source, e.target, "GEO:REB" in e.actors) for e in found.events] == [(("GEO",), ("GEO",), True)]
    (statement,) = found.statements
    assert (statement.speaker.name, statement.speaker.actor, statement.speaker.state) == ("Abkhazia", "GEO:REB", "GEO")


def test_a_person_of_any_other_first_name_stays_one(read: Callable[..., Read]) -> None:
    assert read("Ivan Abkhazia accused Tbilisi of lying.").statements[0].speaker.name == "Ivan Abkhazia"
