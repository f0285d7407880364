"""Events that are the aim of another one are part of it; clauses share their targets."""

import pytest
from tests.extract.extract_builders import article_of

from multivector.extract.compose import compose
from multivector.extract.folding import folded
from multivector.extract.frames import find_acts

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def told(text: str) -> list[Told]:
    article = article_of(text)
    found = folded(article.parse, compose(article, find_acts(article)))
    return [(c.type, tuple(p.code for p in c.source), tuple(p.code for p in c.target)) for c in found]


ONE = [
    (
        "Peru telephoned Chile to discuss efforts to forge a peace settlement in Bolivia.",
        ("CONSULT", ("PER",), ("CHL",)),
    ),
    ("Norway is willing to send material to help defend Iceland.", ("AGREE", ("NOR",), ("ISL",))),
    (
        "The United States defended the right of Russian troops to fire on militants in Georgia.",
        ("SUPPORT", ("USA",), ("RUS",)),
    ),
]


@pytest.mark.parametrize(("text", "event"), ONE, ids=[t[0][:40] for t in ONE])
def test_an_aim_is_part_of_the_act(text: str, event: Told) -> None:
    assert told(text) == [event]


def test_who_is_dispersed_is_who_is_arrested() -> None:
    found = told("Kenyan police dispersed Ugandan students, arresting twelve.")
    assert found.count(("COERCE", ("KEN",), ("UGA",))) == 2


def test_what_is_said_to_happen_stays() -> None:
    found = told("Peru banned imports of figs from Chile and recalled its ambassador from Bolivia.")
    assert {("SANCTION", ("PER",), ("CHL",)), ("SANCTION", ("PER",), ("BOL",))} <= set(found)


def test_several_who_agree_do_not_take_the_target_of_their_aim() -> None:
    found = told("Peru and Chile agreed that they should cooperate to encourage Bolivian refugees to return home.")
    assert ("AGREE", ("PER", "CHL"), ()) in found
