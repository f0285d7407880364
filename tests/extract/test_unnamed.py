"""Whose a deed is that only its weapon tells."""

import pytest
from tests.extract.extract_builders import article_of

from multivector.extract.compose import compose
from multivector.extract.frames import find_acts

TEXTS = [
    ("A roadside bomb near the town of Samarra killed one U.S. soldier.", ("IRQ:UNK", "USA:MIL")),
    ("Three Rwandan soldiers were killed by a landmine in Goma.", ("COD:UNK", "RWA:MIL")),
    # may have come from anywhere
    ("A rocket near the town of Samarra killed one U.S. soldier.", (None, "USA:MIL")),
    # the doer is told
    ("Kenyan troops in Goma killed one U.S. soldier.", ("KEN:MIL", "USA:MIL")),
    # no place is
    ("A bomb killed one U.S. soldier.", (None, "USA:MIL")),
]


@pytest.mark.parametrize(("text", "who"), TEXTS, ids=[t[0][:40] for t in TEXTS])
def test_unknown_people_of_the_place(text: str, who: tuple[str | None, str]) -> None:
    article = article_of(text)
    (event,) = [c for c in compose(article, find_acts(article)) if c.type == "ASSAULT"]
    source = event.source[0].actor if event.source else None
    assert (source, event.target[0].actor) == who
