"""The timeline: who said, did and restricted what toward whom, and when, no finer than the texts say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from multivector.brief.dates import days_words
from multivector.brief.words import count
from multivector.web.acts import ActLine, lines_of
from multivector.web.ask import Ask
from multivector.web.lanes import Lane, Tick, Window, lane_of, ticks_of
from multivector.web.links import query_url
from multivector.web.screen import Param, Screen
from multivector.web.state import State
from multivector.web.ties import Act

__all__ = ["SCREEN", "TimelineView"]

LANES, LISTED = 8, 40
KINDS = ("", "statement", "event", "trade_measure")
MARGIN = 5  # days at least before the first report and behind the last
DAYS_MOST = 40_000
AXIS = 26.0
Groups = list[tuple[tuple[str, str], list[Act]]]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The screen. `earlier` is the address of the whole time where much lies before the window."""

    lanes: tuple[Lane, ...]
    names: dict[str, str]
    ticks: tuple[Tick, ...]
    height: float
    first: str
    last: str
    days: str
    says: str
    kind: str
    pair: str
    pairs: tuple[tuple[str, str, int], ...]
    lines: tuple[ActLine, ...]
    page: int
    pages: int
    n: int
    left_out: int
    outside: int
    zoom_in: str
    zoom_out: str
    before: str
    behind: str


def view(state: State, ask: Ask) -> TimelineView:
    """The timeline of a window of days; by default that of the reports."""
    kind, pair = ask.one_of("kind", KINDS), ask.text("pair")
    window = _window(ask, state)
    wanted = [act for act in _acts(state, pair) if act.day and kind in ("", act.kind)]
    shown = [act for act in wanted if window.meets(act)]
    groups = _groups(state, shown)
    lanes, top = [], 0.0
    for key, acts in groups[:LANES]:
        lanes.append(lane_of(key, acts, window, top))
        top += lanes[-1].height
    listed = tuple({act.record: act for act in reversed(shown)}.values())  # the latest first, each record once
    page, pages = ask.number("page", 1, DAYS_MOST), max(1, -(-len(listed) // LISTED))
    page = min(max(1, page), pages)
    first, last = (date.fromordinal(day).isoformat() for day in (window.first, window.last))
    keep = {"kind": kind, "pair": pair}
    lines = lines_of(state, listed[(page - 1) * LISTED : page * LISTED])
    codes = {code for key, _ in groups[:LANES] for code in key} | {c for one in lines for c in (one.source, one.target)}
    return TimelineView(
        lanes=tuple(lanes),
        names={code: state.name(code) for code in sorted(codes)},
        ticks=ticks_of(window),
        height=top + AXIS,
        first=first,
        last=last,
        days=days_words(first, last),
        says=_says(len(shown), groups, state),
        kind=kind,
        pair=pair,
        pairs=_pairs(state),
        lines=lines,
        page=page,
        pages=pages,
        n=len(listed),
        left_out=len(groups) - len(lanes),
        outside=len(wanted) - len(shown),
        **_moves(window, keep),
    )


def _acts(state: State, pair: str) -> Sequence[Act]:
    """The acts of a pair as the query names it, or all, in order of time."""
    if not pair:
        return state.ties.acts
    found = state.ties.pairs.get(tuple(pair.split("-", 1)))  # type: ignore[arg-type]
    return found.acts if found else ()


def _groups(state: State, shown: Sequence[Act]) -> Groups:
    """The acts by pair: that of the question first in both directions, then those with most."""
    question = state.dossier.question
    rank = {(question.observer, question.subject): 0, (question.subject, question.observer): 1}
    found: dict[tuple[str, str], list[Act]] = {}
    for act in shown:
        found.setdefault((act.source, act.target), []).append(act)
    return sorted(found.items(), key=lambda item: (rank.get(item[0], 2), -len(item[1]), item[0]))


def _pairs(state: State) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (f"{source}-{target}", f"{state.name(source)} → {state.name(target)}", len(pair.acts))
        for (source, target), pair in list(state.ties.pairs.items())[:60]
    )


def _window(ask: Ask, state: State) -> Window:
    """The days asked for; else those of the reports, with a margin."""
    reported = [one.published[:10] for one in state.documents if one.published]
    start, end = (reported[-1], reported[0]) if reported else ("2000-01-01", "2000-12-31")
    margin = max(MARGIN, (_ordinal(end) - _ordinal(start)) // 12)
    first = _ordinal(ask.day("from"), _ordinal(start) - margin)
    last = _ordinal(ask.day("to"), _ordinal(end) + margin)
    return Window(first, last) if last > first else Window(last - 1, first + 1)


def _ordinal(iso: str | None, default: int = 0) -> int:
    return date.fromisoformat(iso).toordinal() if iso else default


def _moves(window: Window, keep: dict[str, str]) -> dict[str, str]:
    """The addresses of nearer, farther, earlier and later windows."""
    span = window.last - window.first
    first, last, half, quarter = window.first, window.last, span // 2, span // 4
    windows = {
        "zoom_in": (first + quarter, last - quarter), "zoom_out": (first - half, last + half),
        "before": (first - half, last - half), "behind": (first + half, last + half),
    }  # fmt: skip
    return {name: _address(first, max(last, first + 2), keep) for name, (first, last) in windows.items()}


def _address(first: int, last: int, keep: dict[str, str]) -> str:
    latest = date.max.toordinal()
    start, end = (date.fromordinal(min(latest, max(1, day))).isoformat() for day in (first, last))
    return query_url("/timeline", **{"from": start, "to": end, **keep})


def _says(n: int, groups: Groups, state: State) -> str:
    most = ", ".join(f"{state.name(s)} toward {state.name(t)}: {len(found)}" for (s, t), found in groups[:5])
    return f"{count(n, 'mark')} of {count(len(groups), 'pair')}. {most}. The list below gives each."


SCREEN = Screen(
    "timeline", "Timeline", "/timeline", "timeline.html", view,
    "Lanes by directed pair: what was said, done and restricted, and when.",
    (
        Param("from", "first day, ISO"), Param("to", "last day, ISO"),
        Param("kind", "statement, event or trade_measure"),
        Param("pair", "a directed pair: RUS-KAZ"), Param("page", "page of the list, from 1"),
    ),
)  # fmt: skip
