"""The tool that fits the shipped weights of attitudes, on toy pairs."""

from tools.fit_directed import PARTS, crossed, read

from multivector.extract.attitude_fit import Labelled, fit

SIDES = ({}, {"deed+:subject object": 1.0}, {}, {"deed-:subject object": 1.0}, {})
LABELS = [(n + n // 5) % 5 for n in range(100)]  # so that no fifth lacks a class
PAIRS = [Labelled(SIDES[n], SIDES[(0, 2, 1, 4, 3)[n]], n) for n in LABELS]


def test_each_pair_is_read_once_by_the_others() -> None:
    assert len(PAIRS) % PARTS == 0
    found = crossed(PAIRS)
    assert len(found) == len(PAIRS)
    assert all(gold == got for gold, got in found)


def test_what_was_given_stands_before_what_was_read() -> None:
    table = fit(PAIRS)
    wrong = [pair._replace(label=0) for pair in PAIRS[:5]]
    assert [gold for gold, _ in read(table, wrong)] == [0] * 5
    assert [got for _, got in read(table, wrong)] == [pair.label for pair in PAIRS[:5]]
