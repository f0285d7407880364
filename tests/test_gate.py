"""The quality gate: what fails and what passes."""

from evals.gate import broken

BOUNDS = {"floors": {"recall": 0.8}, "ceilings": {"traps": 0.0}}


def test_a_figure_below_its_floor_or_above_its_ceiling_fails() -> None:
    assert broken("case", {"recall": 0.79, "traps": 1.0}, BOUNDS) == [
        "case.recall is 0.79, its floor is 0.8",
        "case.traps is 1.0, its ceiling is 0.0",
    ]


def test_what_holds_passes_and_what_is_missing_fails() -> None:
    assert not broken("case", {"recall": 0.8, "traps": 0.0}, BOUNDS)
    assert len(broken("case", {}, BOUNDS)) == 2
