"""`make eval`: every measurement as a table."""

from rich.console import Console
from rich.table import Table

from evals.measure import MEASUREMENTS, SHARED

__all__ = ["main"]


def main() -> None:
    """Print one table with a row for each figure; says so where the data is absent."""
    console = Console()
    if not SHARED.is_dir():
        console.print(f"not measured: the development data is absent ({SHARED})")
        return
    table = Table("set", "figure", "value", title="Measured on the development data")
    for name, measure in MEASUREMENTS:
        for key, value in measure().items():
            table.add_row(name, key, str(value))
    console.print(table)


if __name__ == "__main__":
    main()
