"""A run of one file's rows: what is read, worked on and committed as one."""

from dataclasses import dataclass

__all__ = ["Shard"]


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows of the file at `path`, a local path or an object store's URL.

    `name` is the file's name below the input that was given, so that a shard has one name on every machine. `start` and
    `stop` are bytes of a text file, rows of a Parquet file; `first` is the number of the first row, as people count it.
    `weight` is its share of the file in bytes.
    """

    path: str
    name: str
    start: int
    stop: int
    first: int
    weight: int

    @property
    def label(self) -> str:
        """The shard as a message names it."""
        return f"{self.name}, {self.start}-{self.stop}"
