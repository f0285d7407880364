"""The desk: what a case holds now, kept in memory and made anew when its files change."""

from pathlib import Path
from threading import Lock

from multivector.judge.case_text import CASE_FILE
from multivector.store import FOLDER
from multivector.store.reviews import FILE, load
from multivector.web.base import Base
from multivector.web.opened import opened
from multivector.web.state import State
from multivector.web.visit import load_visit, save_visit, visit_of

__all__ = ["Desk"]

WATCHED = (f"{FOLDER}/manifest.sqlite", FILE, CASE_FILE)
Stamp = tuple[tuple[int, int], ...]


class Desk:
    """One case, open. `state` is cheap while nothing changed; any thread may ask."""

    def __init__(self, case: Path, sources: Path) -> None:
        self.case, self.sources = case, sources
        self._since = load_visit(case)
        self._lock = Lock()
        self._stamp: Stamp | None = None
        self._base: Base | None = None
        self._state: State | None = None

    def state(self) -> State:
        """The case as its files stand now. Raises CaseError where case.toml or reviews.jsonl is wrong."""
        with self._lock:
            stamp = tuple(_stamp(self.case / name) for name in WATCHED)
            if self._state is None or stamp != self._stamp:
                if self._base is None or self._stamp is None or stamp[0] != self._stamp[0]:
                    self._base = opened(self.case)
                self._state = State(
                    self.case, self._base, load(self.case), stamp[2], since=self._since, before=self._state
                )
                self._stamp = stamp
            return self._state

    def seen(self) -> None:
        """Keep what the case holds now, so that the next visit can tell what is new."""
        state = self.state()
        save_visit(self.case, visit_of(state.judgement, (one.id for one in state.documents), state.reviews))


def _stamp(path: Path) -> tuple[int, int]:
    """When a file was last written, and its size; (0, 0) where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return found.st_mtime_ns, found.st_size
