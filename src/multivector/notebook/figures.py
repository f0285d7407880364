"""Figures side by side, with what each is of."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from multivector.model import Figure
from multivector.model.rich import figures_html

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["Figures"]


@dataclass(frozen=True, slots=True)
class Figures:
    """Pairs of a label ("RUS -> KAZ") and a figure."""

    rows: tuple[tuple[str, Figure], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Figure]:
        return (figure for _, figure in self.rows)

    def __getitem__(self, name: str) -> Figure:
        """The first figure of that name; KeyError where there is none."""
        for _, figure in self.rows:
            if figure.name == name:
                return figure
        raise KeyError(name)

    def arrow(self) -> "pa.Table":
        """As an Arrow table: `of` and the figure's fields."""
        import pyarrow as pa  # late: it takes 0.2 s to import

        return pa.Table.from_pylist([{"of": of, **_plain(figure)} for of, figure in self.rows])

    def pandas(self) -> "pd.DataFrame":
        """As a pandas DataFrame."""
        return self.arrow().to_pandas()

    def _repr_html_(self) -> str:
        return figures_html(self.rows)


def _plain(figure: Figure) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(figure).items()}
