"""Fitting the weights of attitudes, on toy pairs."""

from multivector.codebook.attitudes import CLASSES, parsed, written
from multivector.extract.attitude_fit import Labelled, best_class, fit, fit_settled

SIDES = ({}, {"deed+:subject object": 1.0}, {}, {"deed-:subject object": 1.0}, {})
PAIRS = [Labelled(SIDES[n], SIDES[(0, 2, 1, 4, 3)[n]], n) for n in [0, 1, 2, 3, 4] * 20]


def test_one_weight_reads_both_directions() -> None:
    table = fit(PAIRS)
    assert [best_class(table, pair) for pair in PAIRS[:5]] == list(range(len(CLASSES)))
    praise, blame = table.weights["deed+:subject object"]
    assert praise > 0 > blame


def test_the_same_pairs_give_the_same_weights() -> None:
    assert fit(PAIRS) == fit(PAIRS)


def test_a_table_that_was_written_reads_alike() -> None:
    table = parsed(written(fit(PAIRS)))
    assert [best_class(table, pair) for pair in PAIRS[:5]] == list(range(len(CLASSES)))


def test_a_rare_class_is_not_drowned() -> None:
    rows = [*PAIRS[:1] * 200, *[PAIRS[4]] * 12]
    assert best_class(fit(rows), PAIRS[4]) == 4


def test_a_feature_of_one_pair_has_no_weight() -> None:
    odd = Labelled({"between>:once": 1.0}, {}, 3)
    assert "between>:once" not in fit([*PAIRS, odd]).weights


def test_a_pair_without_known_features_is_neutral_where_most_are() -> None:
    rows = [PAIRS[0]] * 50 + PAIRS[:10]
    assert best_class(fit(rows), Labelled({"never seen": 1.0}, {}, 0)) == 0


def test_ridges_hold_less_where_that_reads_better() -> None:
    """A rare word decides: strong ridges leave its few pairs to the many."""
    rare = Labelled({"order:>": 1.0, "up:extol": 0.3}, {}, 1)
    rows = [Labelled({"order:>": 1.0}, {}, 0)] * 240 + [rare] * 25
    assert best_class(fit(rows), rare) == 0
    assert best_class(fit_settled(rows), rare) == 1


def test_where_nothing_is_gained_the_ridges_stay() -> None:
    assert fit_settled(PAIRS) == fit(PAIRS)
