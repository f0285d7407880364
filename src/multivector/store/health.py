"""The health of what a case watches: when it last answered, what it said, and the validators for the next request."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from multivector.store.manifest import Manifest

__all__ = ["Health", "HealthBook", "State"]

State = str  # ok, unchanged, empty, no_feed, gone, refused, failing
DEAD_AFTER = 5  # failures in a row: a host that was down for a day is not dead

TABLE = """CREATE TABLE IF NOT EXISTS watched (
    url TEXT PRIMARY KEY, state TEXT NOT NULL, checked TEXT NOT NULL, answered TEXT, etag TEXT, modified TEXT,
    items INTEGER NOT NULL, new INTEGER NOT NULL, failures INTEGER NOT NULL, said TEXT
) WITHOUT ROWID"""


@dataclass(frozen=True, slots=True)
class Health:
    """One watched address. `state` is that of the last look: ok (new or old items), unchanged (304), empty (a feed
    without items), no_feed (something else answered), gone (404, 410), refused (robots, 401, 403) or failing.

    `answered` is the last time at which it gave a feed or a 304; `failures` counts looks in a row without one.
    """

    url: str
    state: State
    checked: str
    answered: str | None = None
    etag: str | None = None
    modified: str | None = None
    items: int = 0
    new: int = 0
    failures: int = 0
    said: str | None = None  # the last failure in words

    @property
    def dead(self) -> bool:
        """Whether it is to be taken for dead: gone, or failing for a long time."""
        return self.state == "gone" or self.failures >= DEAD_AFTER


class HealthBook:
    """The rows of a case, in its manifest; each method is one transaction."""

    def __init__(self, folder: Path) -> None:
        self._manifest = Manifest(folder)

    def all(self) -> dict[str, Health]:
        """The health of every address that was ever watched."""
        names = ", ".join(field.name for field in fields(Health))
        rows = self._manifest.ask(TABLE, f"SELECT {names} FROM watched ORDER BY url")
        return {row[0]: Health(*row) for row in rows}

    def put(self, rows: Iterable[Health]) -> None:
        """Keep these rows, each in the place of the earlier one."""
        marks = ", ".join("?" for _ in fields(Health))
        self._manifest.put(TABLE, f"INSERT OR REPLACE INTO watched VALUES ({marks})", [astuple(row) for row in rows])
