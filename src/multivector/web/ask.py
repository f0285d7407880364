"""What a page or the API is asked: the parts of the path and of the query, checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from multivector.errors import InputError

__all__ = ["Ask"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. `path` and `query` hold text as it came; the methods check it."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((tuple(sorted(self.path.items())), tuple(sorted(self.query.items()))))

    def text(self, name: str, most: int = 200) -> str:
        """A part of the path or the query, "" where it is absent, cut at `most` characters."""
        return (self.path.get(name) or self.query.get(name) or "").strip()[:most]

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """One of the choices, the first where it is absent; raises InputError for anything else."""
        given = self.text(name) or choices[0]
        if given not in choices:
            raise InputError(f"{name}={given}: is none of {', '.join(choices)}")
        return given

    def day(self, name: str) -> str | None:
        """An ISO day, None where it is absent; raises InputError for anything else."""
        given = self.text(name)
        if not given:
            return None
        try:
            return date.fromisoformat(given).isoformat()
        except ValueError:
            raise InputError(f"{name}={given}: is no day; write it as 2024-10-22") from None

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 0 to `most`; raises InputError for anything else."""
        given = self.text(name) or str(default)
        if not given.isdecimal() or int(given) > most:
            raise InputError(f"{name}={given}: is no number from 0 to {most}")
        return int(given)
