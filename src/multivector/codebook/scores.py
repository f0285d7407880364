"""Scores of events: PLOVER's intensity and quad class by type and mode, Goldstein's score by CAMEO code."""

from typing import Any

from multivector.codebook.base import load

__all__ = ["goldstein_score", "plover_quad", "plover_score"]


def plover_score(type: str, mode: str | None = None) -> tuple[float | None, str | None]:
    """PLOVER's intensity of a type, or of its mode where that has its own, and the quad class's name; None unknown."""
    row: dict[str, Any] | None = load("scores.yaml")["plover"].get(type)
    if row is None:
        return None, None
    score = row["modes"].get(mode, row["score"])
    return float(score), load("scores.yaml")["quads"][row["quad"]]


def plover_quad(type: str) -> int | None:
    """The quad class of a type: 1 and 2 cooperate in words and deeds, 3 and 4 are conflict in words and deeds."""
    row: dict[str, Any] | None = load("scores.yaml")["plover"].get(type)
    return None if row is None else int(row["quad"])


def goldstein_score(cameo: str) -> float | None:
    """Goldstein's score of a CAMEO code; a code that is not listed has that of its first digits. None: no such root."""
    table: dict[str, float] = load("scores.yaml")["goldstein"].get(cameo[:2], {})
    for length in range(len(cameo), 1, -1):
        if cameo[:length] in table:
            return float(table[cameo[:length]])
    return None
