"""Heuer's matrix beside the weights of the Bayesian sum: one row an item, in the order of weight."""

from dataclasses import dataclass

from multivector.brief.answer import letters_of
from multivector.brief.plain import clip
from multivector.model import Judgement

__all__ = ["Matrix", "Row", "matrix_view"]

LABEL = 160  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """An item: its marks, how far they vary (population SD), its weight, and its weight of evidence in decibans."""

    label: str
    marks: tuple[str, ...]
    diagnosticity: str
    weight: str
    decibans: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """`letters` head the columns of marks; below stand the inconsistency counts, plain and weighted."""

    letters: tuple[str, ...]
    rows: tuple[Row, ...]
    counted: tuple[str, ...]
    weighted: tuple[str, ...]


def matrix_view(judgement: Judgement) -> Matrix:
    """The matrix of a judgement's counted items."""
    rows = tuple(
        Row(
            clip(one.label, LABEL), one.marks, f"{one.diagnosticity:.2f}", f"{one.weight:.2f}",
            f"{one.evidence_weight:+.1f}".replace("-", "−"),
        )
        for one in judgement.bearings
    )  # fmt: skip
    weighted = judgement.weighted_inconsistency or judgement.inconsistency
    return Matrix(
        tuple(letters_of(judgement).values()),
        rows,
        tuple(f"{value:g}" for value in judgement.inconsistency),
        tuple(f"{value:.1f}" for value in weighted),
    )
