"""Which decisions stand: undone ones do not, and an undone undo is none, in any order and to any depth."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.model import Review
from multivector.model.review import in_force


def row(key: str, undoes: str | None = None, when: str = "2024-10-22T10:00:00Z") -> Review:
    return Review(key, "eve-1", "undo" if undoes else "reject", "ann", when, "why", undoes=undoes)


def standing(*rows: Review) -> list[str]:
    return [review.id for review in in_force(rows)]


def test_an_undo_takes_a_decision_back_and_another_brings_it_again() -> None:
    assert standing(row("a")) == ["a"]
    assert standing(row("a"), row("b", "a")) == []
    assert standing(row("a"), row("b", "a"), row("c", "b")) == ["a"]
    assert standing(row("a"), row("b", "a"), row("c", "a"), row("d", "c")) == []


@pytest.mark.parametrize("depth", [0, 1, 2, 7, 5000, 5001])
def test_undos_reach_to_any_depth(depth: int) -> None:
    rows = [row("0"), *(row(str(n), str(n - 1)) for n in range(1, depth + 1))]
    assert standing(*rows) == (["0"] if depth % 2 == 0 else [])
    assert standing(*reversed(rows)) == standing(*rows)


def test_rows_that_stand_twice_in_merged_files_cost_nothing() -> None:
    rows = [row("0"), *(row(str(n), str(n - 1)) for n in range(1, 60))]
    assert standing(*rows, *rows) == []
    assert standing(*rows[:59], *rows[:59]) == ["0", "0"]


def test_undos_in_a_circle_undo_nothing_else() -> None:
    assert standing(row("a"), row("b", "c"), row("c", "b")) == ["a"]
    assert standing(row("a"), row("b", "b")) == ["a"]


ROWS = st.lists(
    st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9), st.integers(0, 3)),
    max_size=10,
    unique_by=lambda r: r[0],
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_and_the_latest_stands_last(
    rows: list[tuple[int, int | None, int]], chance: Any
) -> None:
    made = [row(str(key), None if other is None else str(other), f"2024-10-2{day}") for key, other, day in rows]
    mixed = list(made)
    chance.shuffle(mixed)
    found = in_force(made)
    assert in_force(mixed) == found
    assert [(one.when, one.id) for one in found] == sorted((one.when, one.id) for one in found)
    assert all(one.act != "undo" for one in found)
    without = [one for one in made if one.act != "undo"]
    assert set(found) <= set(without)
    assert in_force(without) == tuple(sorted(without, key=lambda one: (one.when, one.id)))


@given(ROWS)
def test_one_more_undo_of_what_stands_takes_just_that_back(rows: list[tuple[int, int | None, int]]) -> None:
    made = [row(str(key), None if other is None else str(other), f"2024-10-2{day}") for key, other, day in rows]
    for one in in_force(made):
        later = replace(row("last", one.id), when="2024-11-01")
        assert in_force([*made, later]) == tuple(other for other in in_force(made) if other.id != one.id)
