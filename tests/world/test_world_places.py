"""Towns of one name in several states."""

import pytest

from multivector.world.places import state_of_town

MEANT = [
    ("Maradi", [], "NER"),
    ("Rosario", [], "ARG"),
    ("Springfield", [], "USA"),
    ("Valencia", ["VEN"], "VEN"),
    ("Hyderabad", ["PAK", "AFG"], "PAK"),
    ("San Salvador", ["GTM"], "SLV"),
    ("Nowhereville", ["USA"], None),
    ("Fes", [], None),
]


@pytest.mark.parametrize(("town", "named", "state"), MEANT, ids=[m[0] for m in MEANT])
def test_a_town_is_that_of_the_state_named_or_far_the_largest(town: str, named: list[str], state: str | None) -> None:
    assert state_of_town(town, named) == state


def test_small_towns_count_only_in_a_state_that_is_named() -> None:
    assert (state_of_town("Zugdidi", []), state_of_town("Zugdidi", ["GEO"])) == (None, "GEO")
