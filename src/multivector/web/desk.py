"""The desk: what a case holds now, kept in memory and made anew when its files change."""

from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from multivector.judge.case_text import CASE_FILE
from multivector.model import Link, Reading, Review
from multivector.pipeline import readings_of
from multivector.store import FOLDER, Store, View
from multivector.store.reviews import FILE, apply, load
from multivector.story.whole import drawn_here
from multivector.web.state import State
from multivector.web.visit import load_visit, save_visit, visit_of

__all__ = ["Desk"]

WATCHED = (f"{FOLDER}/manifest.sqlite", FILE, CASE_FILE)
Stamp = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Base:
    """What was read, before people's decisions."""

    view: View
    readings: tuple[Reading, ...]


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
                    self._base = _base(self.case)
                self._state = self._made(self._base)
                self._stamp = stamp
            return self._state

    def seen(self) -> None:
        """Keep what the case holds now, so that the next visit can tell what is new."""
        state = self.state()
        save_visit(self.case, visit_of(state.judgement, (one.document.id for one in state.readings), state.reviews))

    def warm(self) -> None:
        """Make what every page asks for, so that the first one does not wait for it."""
        state = self.state()
        for part in (state.answer, state.ties, state.varied, state.records, state.kinds):
            del part
        state.course_if_ready()

    def _made(self, base: Base) -> State:
        reviews = load(self.case)
        return State(self.case, base.view, base.readings, _reviewed(base.readings, reviews), reviews, self._since)


def _base(case: Path) -> Base:
    """The case without people's decisions; the links that its articles show together are records too."""
    view = Store.open(case).view(reviewed=False)
    readings = readings_of(view)
    links = [r for one in readings for r in one.records if isinstance(r, Link) and drawn_here(r)]
    return Base(view.with_story({one.document.id: one.document.cluster for one in readings}, links), readings)


def _stamp(path: Path) -> tuple[int, int]:
    """When a file was last written, and its size; (0, 0) where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return found.st_mtime_ns, found.st_size


def _reviewed(readings: tuple[Reading, ...], reviews: tuple[Review, ...]) -> tuple[Reading, ...]:
    """The readings with people's decisions applied, all records in one pass."""
    if not reviews:
        return readings
    kept = apply((record for one in readings for record in one.records), reviews)
    by_document: dict[str, list[object]] = {}
    for record in kept:
        by_document.setdefault(record.evidence.document, []).append(record)
    return tuple(replace(one, records=tuple(by_document.get(one.document.id, ()))) for one in readings)  # type: ignore[arg-type]
