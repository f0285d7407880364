"""Who acts: states, organisations, bodies, groups and persons, and where a text names them."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Actor", "ActorKind", "Mention", "Office"]

ActorKind = Literal["state", "organisation", "body", "group", "person", "unnamed"]


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """One term: who held which office of which state from when to when (None: unknown or still)."""

    person: str
    state: str
    office: str
    title: str
    start: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A coded actor. `state` is the state it belongs to or stands for, None where it has none."""

    code: str
    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    state: str | None = None
    sector: str | None = None  # PLOVER sector code
    role: str | None = None  # as the text or the office table gives it


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an actor. `via` says how: name, demonym, capital, metonym, person, description."""

    start: int
    end: int
    actor: str
    kind: ActorKind
    via: str
    state: str | None = None
    sector: str | None = None
