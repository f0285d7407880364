"""Regions that have broken away act for themselves."""

import pytest
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
