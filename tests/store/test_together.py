"""Pieces of work done at the same time."""

from functools import partial
from threading import Event

import pytest

from multivector.store.bulk.together import AT_ONCE, together


def test_results_stand_in_the_order_of_the_pieces() -> None:
    assert together([(n % 5, partial(pow, n, 2)) for n in range(20)]) == [n * n for n in range(20)]
    assert together([]) == []


def test_the_heaviest_begin_first() -> None:
    begun: list[int] = []
    gate = Event()

    def work(weight: int) -> None:
        begun.append(weight)
        if len(begun) >= AT_ONCE:
            gate.set()
        gate.wait(10)

    together([(weight, partial(work, weight)) for weight in range(AT_ONCE + 2)])
    assert set(begun[:AT_ONCE]) == set(range(2, AT_ONCE + 2))


def test_what_fails_is_raised_when_all_have_ended() -> None:
    done: list[int] = []

    def fails() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        together([(9, fails), *((1, partial(done.append, n)) for n in range(6))])
    assert sorted(done) == list(range(6))
