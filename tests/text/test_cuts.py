from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.cuts import cuts


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in cuts(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices fell. Traders waited.", ["Prices fell.", "Traders waited."]),
        ("“We wait,” he said. “They came!” Nobody left.", ["“We wait,” he said.", "“They came!”", "Nobody left."]),
        ("It ended in 2014. Talks began.", ["It ended in 2014.", "Talks began."]),
        ("Is it over? Not yet.", ["Is it over?", "Not yet."]),
    ],
)
def test_sure_ends_are_cuts(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Smith met Mr. Jones of the U.S. Army.",
        "He came at 5 p.m. Monday.",
        "Sales of acme inc. Rose again",
        "J. Smith and K. Brown et al. Were there",
        "They sold wheat etc. Nobody knew",
        "a price of 3.5 million",
    ],
)
def test_a_doubtful_end_is_no_cut(text: str) -> None:
    assert len(pieces(text)) <= 2
    assert pieces(text)[0] not in ("Gen.", "J.", "He came at 5 p.m.", "They sold wheat etc.")


@given(st.text(alphabet='ab A.?!"”\n1', max_size=60))
def test_cuts_keep_every_visible_sign_in_order(text: str) -> None:
    spans = cuts(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    left = "".join(text[a:b] for a, b in spans)
    assert "".join(left.split()) == "".join(text.split())
