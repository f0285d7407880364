"""The picture of the timeline: a lane for each directed pair, with rows for what was said, done and restricted.

A filled mark is a day that the text gives, a hollow one the day of the report, a pale bar a time that is known no
finer. Marks that would touch are one, which says how many it stands for.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from multivector.brief.dates import day_words
from multivector.brief.words import count, tone_step
from multivector.web.links import query_url, record_url
from multivector.web.ties import Act

__all__ = ["Lane", "Mark", "Row", "Tick", "Window", "lane_of", "ticks_of"]

LEFT, RIGHT, WIDTH = 10.0, 990.0, 1000.0
ROWS = (("statement", "said"), ("event", "did"), ("trade_measure", "restricted"))
ROW, PAD = 22.0, 7.0  # heights
BIN = 18.0  # marks nearer to each other than this are one
R, R_MOST = 4.2, 10.0
BARS = 24  # bars of a row; more of them stand as marks at their beginnings
STUB = 14.0  # length of the dashes at an open side
TICKS = 8
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Group = list[Act]


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are shown, as ordinals; `last` is after `first`."""

    first: int
    last: int

    def x(self, day: float) -> float:
        """Where a day stands."""
        return round(LEFT + (RIGHT - LEFT) * (day - self.first) / (self.last - self.first), 1)

    def meets(self, act: Act) -> bool:
        """Whether some of the act falls into it."""
        return act.known[0] <= self.last and act.known[1] >= self.first


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot (`width` 0) or a bar. `look` names its colour, `records` are the first of those it stands for; `href` leads
    to the record, or to the list of several."""

    kind: str
    look: str
    x: float
    y: float
    r: float
    width: float
    own: bool
    before: bool
    after: bool
    n: int
    records: tuple[str, ...]
    says: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a lane and where its name stands."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A pair of actors."""

    source: str
    target: str
    n: int
    top: float
    height: float
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis."""

    x: float
    label: str


def lane_of(pair: tuple[str, str], acts: Sequence[Act], window: Window, top: float) -> Lane:
    """The lane of a pair's acts, all of which meet the window."""
    rows: list[Row] = []
    marks: list[Mark] = []
    y = top + PAD
    for kind, name in ROWS:
        own = [act for act in acts if act.kind == kind]
        if own:
            rows.append(Row(name, y + ROW / 2))
            marks += _marks(kind, own, window, y + ROW / 2)
            y += ROW
    return Lane(*pair, len(acts), top, y + PAD - top, tuple(rows), tuple(marks))


def _marks(kind: str, acts: Sequence[Act], window: Window, y: float) -> Iterator[Mark]:
    """Bars first, so that dots lie over them."""
    bars = [act for act in acts if _is_bar(kind, act)]
    bars = bars if len({act.known for act in bars}) <= BARS else []
    for group in _joined(bars, window, wide=True):
        yield _bar(kind, group, window, y)
    rest = [act for act in acts if not bars or not _is_bar(kind, act)]
    for group in _joined(rest, window, wide=False):
        yield _dot(kind, group, window, y)


def _is_bar(kind: str, act: Act) -> bool:
    return act.own and (kind == "trade_measure" or act.first != act.last)


def _joined(acts: Sequence[Act], window: Window, *, wide: bool) -> list[Group]:
    """The acts that share a place: those of one bin, or bars with the same ends."""
    groups: dict[tuple[object, ...], Group] = {}
    for act in acts:
        key = (act.first, act.last) if wide else (int(window.x(act.day) // BIN), act.own)
        groups.setdefault(key, []).append(act)
    return list(groups.values())


def _dot(kind: str, group: Group, window: Window, y: float) -> Mark:
    x = fmean(window.x(act.day) for act in group)
    r = min(R_MOST, R + 1.1 * math.log2(len(group)))
    return _mark(kind, group, (round(x, 1), y, round(r, 1), 0.0), (group[0].own, False, False))


def _bar(kind: str, group: Group, window: Window, y: float) -> Mark:
    """An open side reaches to the day of the report and goes on in dashes: no further is known."""
    act = group[0]
    left, right = (min(RIGHT, max(LEFT, window.x(day))) for day in act.known)
    before, after = act.first is None, act.last is None
    return _mark(kind, group, (left, y, R, max(4.0, round(right - left, 1))), (True, before, after))


def _mark(kind: str, group: Group, place: tuple[float, float, float, float], how: tuple[bool, bool, bool]) -> Mark:
    days = sorted(act.day for act in group)
    first, last = (date.fromordinal(max(1, day)).isoformat() for day in (days[0], days[-1]))
    records = tuple(dict.fromkeys(act.record for act in group))
    when = day_words(first) if first == last else f"{day_words(first)} – {day_words(last)}"
    says = f"{when}: {count(len(records), kind)}{'' if group[0].own else ', by the day of the report'}"
    own = {"pair": f"{group[0].source}-{group[0].target}", "kind": kind, "from": first, "to": last}
    href = record_url(records[0]) if len(records) == 1 else f"{query_url('/timeline', **own)}#list"
    return Mark(kind, _look(kind, group), *place, *how, len(records), records[:5], says, href)


def _look(kind: str, group: Group) -> str:
    values = [act.value for act in group if act.value is not None]
    if not values:
        return "unsaid" if kind == "statement" else "undone"
    mean = fmean(values)
    if kind == "statement":
        return f"tone{tone_step(mean)}"
    return "friendly" if mean > 0 else "hostile" if mean < 0 else "mixed"


def ticks_of(window: Window) -> tuple[Tick, ...]:
    """Lines at whole years, months or days."""
    one, other = date.fromordinal(window.first), date.fromordinal(window.last)
    span = window.last - window.first
    if span > 4 * 366:
        step = max(1, math.ceil(span / 365.25 / TICKS))
        days = [date(year, 1, 1) for year in range(one.year + 1, other.year + 1) if year % step == 0]
        return tuple(Tick(window.x(day.toordinal()), str(day.year)) for day in days)
    if span > 62:
        step = next(s for s in (1, 2, 3, 6, 12) if span / 30.4 / s <= TICKS or s == 12)
        months = [date(y, m, 1) for y in range(one.year, other.year + 1) for m in range(1, 13, step)]
        shown = [day for day in months if one <= day <= other]
        return tuple(Tick(window.x(d.toordinal()), f"{MONTHS[d.month - 1]} {d.year}") for d in shown)
    step = max(1, math.ceil(span / TICKS))
    shown = [date.fromordinal(day) for day in range(window.first, window.last + 1, step)]
    return tuple(Tick(window.x(d.toordinal()), f"{d.day} {MONTHS[d.month - 1]}") for d in shown)
