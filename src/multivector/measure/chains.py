"""Tit for tat: chains of measures that answer each other, with every rival cause kept.

A measure answers an earlier one if somebody says so (a `response_to` link) or if it hits back within the window: its
imposer was the earlier one's target, and the other way round. Both kinds of candidate stay, told apart; a measure with
more than one candidate has rival causes, and the chain does not choose between them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from multivector.measure.as_of import day_of
from multivector.model import Link, TradeMeasure

__all__ = ["Answered", "Candidate", "answered", "chains"]

WINDOW = 365  # days; trade measures answer more slowly than words


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A possible cause of a measure: an earlier record, how it is tied, the days between, and who says so."""

    record: str
    tie: str  # "linked": somebody says it; "hit back": who was hit hits back within the window
    days: int | None = None
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A measure and the causes that it may answer; more than one are rivals, none is no answer."""

    measure: str
    causes: tuple[Candidate, ...]

    @property
    def rivals(self) -> bool:
        """Whether there is more than one possible cause."""
        return len({cause.record for cause in self.causes}) > 1


def answered(measures: Sequence[TradeMeasure], links: Iterable[Link], window: int = WINDOW) -> tuple[Answered, ...]:
    """Each asserted measure with its candidate causes, in the order of the measures' days and ids."""
    told: dict[str, set[Candidate]] = {}
    days = {one.id: _day(one) for one in measures}
    for link in links:
        if link.link == "response_to":
            gap = _between(days.get(link.to), days.get(link.from_))
            told.setdefault(link.from_, set()).add(Candidate(link.to, "linked", gap, link.attributed_to))
    kept = sorted((one for one in measures if one.status == "asserted"), key=lambda one: (days[one.id] or 0, one.id))
    return tuple(
        Answered(one.id, tuple(sorted({*told.get(one.id, set()), *_hits(one, kept, window)}, key=_place)))
        for one in kept
    )


def chains(found: Sequence[Answered]) -> tuple[tuple[str, ...], ...]:
    """The runs of measures that answer one another, longest first; each has at least two.

    Back from each measure the run follows the latest of its causes; the others stand in its `Answered`.
    """
    causes = {one.measure: one.causes for one in found if one.causes}
    runs = {_run(name, causes) for name in causes}
    whole = [run for run in runs if not any(run != other and _within(run, other) for other in runs)]
    return tuple(sorted(whole, key=lambda run: (-len(run), run)))


def _run(last: str, causes: dict[str, tuple[Candidate, ...]]) -> tuple[str, ...]:
    run = [last]
    while open_causes := [cause for cause in causes.get(run[0], ()) if cause.record not in run]:
        run.insert(0, min(open_causes, key=_nearest).record)
    return tuple(run)


def _nearest(cause: Candidate) -> tuple[bool, int, str]:
    return cause.days is None, cause.days or 0, cause.record


def _within(run: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(other[place : place + len(run)] == run for place in range(len(other) - len(run) + 1))


def _hits(one: TradeMeasure, measures: Sequence[TradeMeasure], window: int) -> set[Candidate]:
    day = _day(one)
    found = set()
    for other in measures:
        gap = _between(_day(other), day)
        if gap is not None and 0 < gap <= window and one.imposer in other.target and other.imposer in one.target:
            found.add(Candidate(other.id, "hit back", gap))
    return found


def _place(cause: Candidate) -> tuple[str, str, str]:
    return cause.record, cause.tie, cause.attributed_to or ""


def _between(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else second - first


def _day(one: TradeMeasure) -> int | None:
    return day_of(one.start).toordinal() if one.start else None
