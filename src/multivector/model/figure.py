"""A number with all that is needed to check it."""

from dataclasses import dataclass

from multivector.model.rich import figure_html

__all__ = ["Figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value. `value` is None where it cannot be judged, and `reason` then says why.

    `interval` says how `low` and `high` were found, or why there are none.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    inputs: tuple[str, ...]
    version: str
    records: tuple[str, ...] = ()
    formula: str = ""
    reason: str | None = None
    interval: str = ""

    def _repr_html_(self) -> str:
        return figure_html(self)
