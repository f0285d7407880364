"""The learned weights of attitudes between two marked actors, and the deeds behind them."""

import pytest

from multivector.codebook.attitudes import CLASSES, Attitudes, attitudes, parsed, written
from multivector.codebook.deeds import deeds

TABLE = Attitudes((0.5, -0.5, 0.0, 0.0), {"deed+": (2.0, -1.0), "deed-": (0.0, 3.0)})


def test_each_side_is_weighed_toward_praise_and_blame() -> None:
    scores = TABLE.scores({"deed+": 1.0, "unknown": 9.0}, {"deed-": 0.5})
    assert scores == (0.0, 2.5, -0.5, -1.0, 1.5)
    assert len(scores) == len(CLASSES)


def test_the_shipped_weights_begin_below_neutral() -> None:
    table = attitudes()
    assert all(start < 0 for start in table.start)
    assert not any(name.startswith("start ") for name in table.weights)
    assert len(table.weights) > 1000


def test_russian_has_a_table_of_its_own_in_the_same_form() -> None:
    table = attitudes("ru")
    assert len(table.weights) > 1000 and table.weights != attitudes().weights
    praise, blame = table.ways({"no such feature": 1.0})
    assert (praise, blame) == (table.start[0], table.start[2])
    assert praise < 0 and blame < 0


def test_the_log_odds_of_one_way_are_those_of_the_scores() -> None:
    assert TABLE.ways({"deed+": 1.0, "deed-": 2.0}) == (2.5, 5.0)


def test_a_deed_is_for_or_against_and_never_both() -> None:
    assert deeds()["nominate", "VERB"] == "for"
    assert deeds()["sue", "VERB"] == "against"
    assert deeds()["fire back", "VERB"] == "against"
    assert ("meet", "VERB") not in deeds()


def test_no_word_stands_on_both_sides() -> None:
    from multivector.codebook.base import load

    table = load("tone/deeds.yaml")
    for part in ("verbs", "nouns"):
        assert not set(table["for"][part]) & set(table["against"][part])
        for side in ("for", "against"):
            words = table[side][part]
            assert len(words) == len(set(words))


def test_what_is_written_is_what_is_read() -> None:
    assert parsed(written(TABLE)) == TABLE
    small = Attitudes(TABLE.start, TABLE.weights | {"tiny": (0.001, 0.0)})
    assert parsed(written(small)) == TABLE


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "columns"),
        ("a,b\n", "columns"),
        ("feature,praise,blame\nx,1\n", "3 columns"),
        ("feature,praise,blame\nx,1,2\n", "no row for start good of q by p"),
        (written(TABLE) + "x,nan,\n", "finite"),
        (written(TABLE) + "x,many,\n", "could not convert"),
        ("\x00" * 3, "columns"),
    ],
)
def test_a_table_that_is_none_says_what_is_wrong(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parsed(text)
