"""Whom an act is aimed at that names nobody itself."""

import pytest
from tests.extract.extract_builders import article_of

from multivector.extract.compose import compose
from multivector.extract.frames import find_acts


def pairs(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    article = article_of(text)
    found = compose(article, find_acts(article))
    return {(c.type, tuple(p.code for p in c.source), tuple(p.code for p in c.target)) for c in found}


TOLD = [
    # who gave cause
    ("Iran vowed to retaliate after Israel bombed its consulate.", ("THREATEN", ("IRN",), ("ISR",))),
    ("Hezbollah vowed to retaliate after an Israeli drone killed one of its men.", ("THREATEN", ("LBN",), ("ISR",))),
    # whom the verb before dealt with
    ("Kenya condemned Uganda and threatened to respond in kind.", ("THREATEN", ("KEN",), ("UGA",))),
    # whom the verb before addresses
    ("Jakarta told Canberra that it was hurt, and asked for an explanation.", ("REQUEST", ("IDN",), ("AUS",))),
    # what a deed draws
    ("Ecuador's navy captured a Peruvian boat, prompting a protest from Peru.", ("PROTEST", ("PER",), ("ECU",))),
    ("The ruling of Kenya drew criticism from Somalia.", ("ACCUSE", ("SOM",), ("KEN",))),
    # what is waited for
    ("Hungary will veto a loan to Ukraine unless Kyiv resumes the transit of oil.", ("THREATEN", ("HUN",), ("UKR",))),
    # claims with a clause; where they meet is no party
    ("An accusation by Poland that Russian drones had crossed the border was false.", ("ACCUSE", ("POL",), ("RUS",))),
    ("U.S. and Russian negotiators return to Geneva for talks.", ("CONSULT", ("USA", "RUS"), ())),
    # rebels and crowds against their own officials
    ("Rebels in Chad rejected a proposal of President Idriss Deby.", ("REJECT", ("TCD",), ("TCD",))),
    # the city in which they agree is no party
    ("Ethiopia and Somalia agreed in Ankara to end a feud.", ("AGREE", ("ETH", "SOM"), ())),
    # what the parser hung on the object
    ("Israel has strengthened its forces in Lebanon.", ("MOBILIZE", ("ISR",), ("LBN",))),
    # whose they are
    ("Ukraine detained two agents recruited by Russia.", ("COERCE", ("UKR",), ("RUS",))),
    ("Houthi fighters fired two missiles at a Greek-owned tanker.", ("ASSAULT", ("YEM",), ("GRC",))),
    ("Striking miners blocked the main road to Lubumbashi.", ("PROTEST", ("COD",), ("COD",))),
    # what a protest is against, not where it is
    (
        "Thousands of people blocked streets in Hong Kong in defiance of Chinese authorities.",
        ("PROTEST", ("HKG",), ("CHN",)),
    ),
]


@pytest.mark.parametrize(("text", "event"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_who_acts_on_whom(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert event in pairs(text)


NOT_TOLD = [
    ("Iran vowed to retaliate after prices fell in Israel.", ("THREATEN", ("IRN",), ("ISR",))),
    ("Al-Qaeda threatened to deliver blows to Peru.", ("THREATEN", ("body:al-qaeda",), ("body:al-qaeda",))),
    ("Chad detained four Kenyans over a plot to kill the president.", ("ASSAULT", ("TCD",), ("KEN",))),
    ("The United States sent photographs to Togo which attacked Ghanaian rebels.", ("AID", ("USA",), ("GHA",))),
]


@pytest.mark.parametrize(("text", "event"), NOT_TOLD, ids=[t[0][:40] for t in NOT_TOLD])
def test_who_stands_by_is_no_party(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert event not in pairs(text)
