"""One article while it is being read: its parse, and which token names whom."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from multivector.model import Actor, Document, Mention, Speaker
from multivector.text.base import Parse, Token

__all__ = ["APART", "Article", "Ground", "Owner", "Party"]

# PLOVER sectors of bodies and peoples that do not act for their state.
APART = ("REB", "OPP", "PTY", "CRM", "CVL", "LAB", "BUS", "JRN", "EDU")


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Who a phrase stands for.

    `code` is the actor to code: the state of an official, person or body, else the actor itself. `actor` is the exact
    one (person, body, "RUS:MIL" for Russian troops). `token` is the phrase's head. `why` is how the state of an organ
    was told that has no owner in the text, None for all others.
    """

    code: str
    actor: str
    token: int
    sector: str | None = None
    official: bool = True
    why: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where an article is written from.

    The state, what tells it, whether the article itself speaks of that state, and whether its title names it.
    """

    state: str
    why: Literal["dateline", "outlet"]
    told: bool
    titled: bool = False


class Owner(NamedTuple):
    """A state, and what tells that an organ is its own where no words of its own clause do."""

    state: str
    why: str | None = None


@dataclass(slots=True)
class Article:
    """The reading context that the extractors share; `named` maps the last token of each mention to it."""

    document: Document
    parse: Parse
    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]
    named: dict[int, Mention]
    order: list[int] = field(init=False)  # the keys of `named`, ascending
    voices: dict[int, Party] = field(default_factory=dict)  # token inside a quotation -> its speaker
    speakers: dict[int, Speaker] = field(default_factory=dict)  # token of a pronoun that speaks -> who it is
    issuer: Party | None = None  # whose statement the whole text is
    ground: Ground | None = None  # the state from which it is written
    # Person -> the state of those whom the text introduces by an office alone; as they come up.
    offices: dict[str, Owner] = field(default_factory=dict)
    # Once voices and speakers are known: token -> whom its phrase stands for, as far as it was asked; None before.
    settled: dict[int, tuple[Party, ...]] | None = field(default=None, init=False)

    # The first token of each plural noun that several states own ("the ministers of Egypt and Jordan"); None unasked.
    owned: dict[str, int] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.order = sorted(self.named)

    def mention(self, token: Token) -> Mention | None:
        """The mention that ends at the token."""
        return self.named.get(token.i)

    def state_of(self, mention: Mention) -> str | None:
        """The state that a mention speaks of: of a person, that of the office held on the day before any other."""
        actor = self.actors.get(mention.actor) if mention.kind == "person" else None
        return (actor.state if actor is not None else None) or mention.state

    def before(self, i: int) -> Iterator[tuple[int, Mention]]:
        """The mentions that end before token `i`, nearest first."""
        for j in reversed(self.order[: bisect_left(self.order, i)]):
            yield j, self.named[j]
