"""From CAMEO codes to PLOVER types."""

from multivector.codebook.base import load

__all__ = ["plover_type"]


def plover_type(cameo: str) -> str | None:
    """The PLOVER type of a CAMEO code by its longest listed beginning; None for statements, appeals and the unknown."""
    table: dict[str, str | None] = load("cameo.yaml")["types"]
    for length in range(len(cameo), 1, -1):
        if cameo[:length] in table:
            return table[cameo[:length]]
    return None
