"""The actors: an index, and a page for each: offices, memberships, what it did and said to whom, its position."""

from dataclasses import dataclass
from datetime import date

from multivector.brief.dates import day_words
from multivector.errors import InputError
from multivector.model import Actor
from multivector.web.ask import Ask
from multivector.web.position import MeasureRow, Position, position_of
from multivector.web.screen import Param, Screen
from multivector.web.state import State
from multivector.web.ties import Pair
from multivector.world.actors import actor as known_actor
from multivector.world.memberships import members_at, standings
from multivector.world.offices import LEADING, holder_at, offices_of

__all__ = ["SCREENS", "ActorView", "ActorsView"]

LISTED = 150
MEMBERSHIPS = 40
NAMES = 12
PARTNERS = 60
NO_POSITION = Position((), (), ())
SPAN = (1945, 2030)  # years of the bars of membership
POLES = ("RUS", "CHN", "USA")


@dataclass(frozen=True, slots=True)
class Listed:
    """An actor in the index, with the acts that go out from it and come to it."""

    code: str
    name: str
    kind: str
    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class ActorsView:
    """The index, those with most acts first."""

    actors: tuple[Listed, ...]
    hidden: int
    find: str


@dataclass(frozen=True, slots=True)
class Term:
    """An office and its time: of a person, or who holds it in a state on the day of the latest article."""

    title: str
    holder: str
    code: str
    start: str
    end: str
    source: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A membership through time. `left` and `width` place its bar, in per cent of the years shown."""

    organisation: str
    code: str
    status: str
    start: str
    end: str
    left: float
    width: float
    note: str
    contested: bool


@dataclass(frozen=True, slots=True)
class Toward:
    """What the actor said of and did to another one (or the other to it)."""

    source: str
    target: str
    name: str
    n: int
    tone: float | None
    said: int
    friendly: int
    hostile: int
    latest: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor's page. `day` is that of the latest article, for which offices and memberships hold."""

    code: str
    name: str
    kind: str
    state: str
    state_name: str
    names: tuple[str, ...]
    day: str
    offices: tuple[Term, ...]
    memberships: tuple[Standing, ...]
    members: tuple[tuple[str, str], ...]
    sent: tuple[Toward, ...]
    received: tuple[Toward, ...]
    measures: tuple[MeasureRow, ...]
    poles: tuple[tuple[str, str], ...]
    disagreements: tuple[str, ...]
    missing: tuple[str, ...]
    year: int


@dataclass(frozen=True)
class _Unknown:
    """Stands for an actor that an act names and nothing describes."""

    kind: str = "actor"
    state: str | None = None
    names: tuple[str, ...] = ()


def index(state: State, ask: Ask) -> ActorsView:
    """The actors that the case's acts name."""
    find = ask.text("find")
    sent: dict[str, int] = {}
    received: dict[str, int] = {}
    for (source, target), pair in state.ties.pairs.items():
        sent[source] = sent.get(source, 0) + len(pair.acts)
        received[target] = received.get(target, 0) + len(pair.acts)
    codes = sorted({*sent, *received}, key=lambda code: (-sent.get(code, 0) - received.get(code, 0), code))
    found = [code for code in codes if find.casefold() in f"{state.name(code)} {code}".casefold()]
    rows = (
        Listed(code, state.name(code), _kind(state, code), sent.get(code, 0), received.get(code, 0))
        for code in found[:LISTED]
    )
    return ActorsView(tuple(rows), max(0, len(found) - LISTED), find)


def view(state: State, ask: Ask) -> ActorView:
    """One actor; raises InputError for a code that neither the case nor the tables know."""
    code = ask.text("code")
    found = _found(state, code)
    day = next((d.published[:10] for d in state.documents if d.published), "2024-12-31")
    year = ask.number("year", int(day[:4]), 2100)
    is_state, home = found.kind == "state", found.state or ""
    position = position_of(code, POLES, year) if is_state else NO_POSITION
    return ActorView(
        code=code,
        name=state.name(code),
        kind=found.kind,
        state=home if home != code else "",
        state_name=state.name(home) if home not in ("", code) else "",
        names=found.names[:NAMES],
        day=day,
        offices=_offices(state, code, found.kind, day),
        memberships=_memberships(state, code) if is_state else (),
        members=tuple((m, state.name(m)) for m in members_at(code, day)) if found.kind == "organisation" else (),
        sent=_partners(state, code, "source", "target"),
        received=_partners(state, code, "target", "source"),
        measures=position.rows,
        poles=tuple((pole, state.name(pole)) for pole in POLES if is_state and pole != code),
        disagreements=position.disagreements,
        missing=position.missing,
        year=year,
    )


def _found(state: State, code: str) -> Actor | _Unknown:
    """The actor as the tables or the case know it; one that is only named by an act has no more than its code."""
    found = known_actor(code) or state.actors.get(code)
    if found is None and not any(code in pair for pair in state.ties.pairs):
        raise InputError(f"{code}: no record of this case names such an actor, and the tables do not know it")
    return found or _Unknown()


def _partners(state: State, code: str, own: str, other: str) -> tuple[Toward, ...]:
    """What went between the actor, at the `own` end of a pair, and those at its other end."""
    pairs = [pair for pair in state.ties.pairs.values() if getattr(pair, own) == code]
    return tuple(_toward(state, pair, getattr(pair, other)) for pair in pairs[:PARTNERS])


def _kind(state: State, code: str) -> str:
    found = known_actor(code) or state.actors.get(code)
    return found.kind if found else _Unknown.kind


def _offices(state: State, code: str, kind: str, day: str) -> tuple[Term, ...]:
    """A person's terms, the latest first; of a state or organisation who holds its leading offices on the day."""
    if kind == "person":
        terms = sorted(offices_of(code), key=lambda term: term.start or "", reverse=True)
        return tuple(
            Term(t.title, state.name(t.state), t.state, day_words(t.start), day_words(t.end) if t.end else "", t.source)
            for t in terms
        )
    held = [holder_at(code, office, day) for office in LEADING]
    return tuple(
        Term(t.title, state.name(t.person), t.person, day_words(t.start), day_words(t.end) if t.end else "", t.source)
        for t in held
        if t is not None
    )


def _memberships(state: State, code: str) -> tuple[Standing, ...]:
    rows = [row for row in standings() if row["state"] == code]
    rows.sort(key=lambda row: (row["organisation"] != "UN", row["organisation"], row["start"]))
    return tuple(_standing(state, row) for row in rows[:MEMBERSHIPS])


def _standing(state: State, row: dict[str, str]) -> Standing:
    first, last = (_year(row["start"], SPAN[0]), _year(row["end"], SPAN[1]))
    left, right = (100 * (min(max(y, SPAN[0]), SPAN[1]) - SPAN[0]) / (SPAN[1] - SPAN[0]) for y in (first, last))
    return Standing(
        state.name(row["organisation"]), row["organisation"], row["status"],
        day_words(row["start"]) if row["start"] else "", day_words(row["end"]) if row["end"] else "",
        round(left, 2), round(max(0.8, right - left), 2), row["note"], row["contested"] == "yes",
    )  # fmt: skip


def _year(iso: str, default: int) -> float:
    """The year of an ISO day, month or year, with the month as its part."""
    if not iso:
        return float(default)
    return int(iso[:4]) + (int(iso[5:7]) - 1) / 12 if len(iso) >= 7 else float(iso[:4])


def _toward(state: State, pair: Pair, other: str) -> Toward:
    days = [act.day for act in pair.acts if act.day]
    latest = day_words(date.fromordinal(max(days)).isoformat()) if days else "undated"
    friendly, hostile = pair.sides
    name, n = state.name(other), len(pair.acts)
    return Toward(
        pair.source, pair.target, name, n, pair.tone, len(pair.tones), friendly, hostile, latest
    )  # fmt: skip


SCREENS = (
    Screen(
        "actors", "Actors", "/actors", "actors.html", index, "The actors of the case.",
        (Param("find", "part of a name or code"),),
    ),
    Screen(
        "actor", "Actor", "/actors/{code}", "actor.html", view,
        "An actor: offices, memberships, what it said and did to whom, its position toward the poles.",
        (Param("year", "the year of the position"),), "actors",
    ),
)  # fmt: skip
