"""The state from which an article is written."""

import pytest
from tests.extract.extract_builders import article_of

TOLD = "Hungary summoned the envoy of Ukraine."
GROUNDS = [
    # the dateline's state, whatever the outlet
    (TOLD, "Budapest", "Reuters", ("HUN", "dateline", True)),
    (TOLD, "Hanoi", None, ("VNM", "dateline", False)),
    (TOLD, "Debrecen", None, ("HUN", "dateline", True)),  # a town that only the wide table knows
    ("The harvest was good.", "Hungary", None, ("HUN", "dateline", False)),
    # a seat of organisations only where its state is spoken of
    (TOLD, "Geneva", None, None),
    ("Switzerland will host the talks.", "Geneva", None, ("CHE", "dateline", True)),
    # two places, or none that is known
    (TOLD, "Moscow/Kyiv", None, None),
    (TOLD, "Qwertyville", None, None),
    # a national outlet where there is no dateline; not one that reports the world, lives abroad or studies others
    (TOLD, None, "Kazinform", ("KAZ", "outlet", False)),
    ("Astana signed the treaty.", None, "Kazinform", ("KAZ", "outlet", False)),
    ("Kazakhstan signed the treaty.", None, "Kazinform", ("KAZ", "outlet", True)),
    (TOLD, None, "Reuters", None),
    (TOLD, None, "Meduza", None),
    (TOLD, None, "The Diplomat", None),
    (TOLD, None, "A Village Paper", None),
    (TOLD, None, None, None),
]


@pytest.mark.parametrize(("text", "place", "outlet", "expected"), GROUNDS, ids=[f"{g[1]} {g[2]}" for g in GROUNDS])
def test_ground(text: str, place: str | None, outlet: str | None, expected: tuple[str, str, bool] | None) -> None:
    found = article_of(text, place=place, outlet=outlet).ground
    assert (found and (found.state, found.why, found.told)) == expected
