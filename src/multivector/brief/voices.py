"""One government, two tones: the warmest and the most critical words of one state's officials toward one actor."""

from collections.abc import Iterator
from dataclasses import dataclass

from multivector.brief.book import Book, Cite, Entry
from multivector.brief.words import tone_word
from multivector.model import Judgement, Statement

__all__ = ["Discord", "discords_view"]

TONE_CUT = 0.15  # a stance nearer to 0 is neutral
STATE_SECTORS = ("GOV", "MIL", "SPY", "COP", "JUD", "LEG")  # PLOVER sectors that are arms of a state


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two statements."""

    who: str
    tone: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Discord:
    """Two statements of opposite tone by one state toward one actor, and how many there are of each."""

    state: str
    toward: str
    warm: Side
    cold: Side
    n_warm: int
    n_cold: int


def discords_view(book: Book, judgement: Judgement) -> tuple[Discord, ...]:
    """One entry for each state and actor toward which its officials spoke both warmly and critically."""
    private = {bearing.record for bearing in judgement.opinions}
    tones: dict[tuple[str, str], list[tuple[float, Entry, Statement]]] = {}
    for entry, statement in book.all_of(Statement):
        if statement.id not in private and _official(book, statement):
            for actor, value in ((tone.actor, tone.value) for tone in statement.stance):
                tones.setdefault((statement.speaker.state or "", actor), []).append((value, entry, statement))
    return tuple(_found(book, tones))


def _official(book: Book, statement: Statement) -> bool:
    """Whether the speaker has a state and is not known to stand outside it."""
    actor = book.actors.get(statement.speaker.actor or "")
    sector = (actor.sector or "").split(":")[0] if actor else ""
    return statement.speaker.state is not None and (not sector or sector in STATE_SECTORS)


def _found(book: Book, tones: dict[tuple[str, str], list[tuple[float, Entry, Statement]]]) -> Iterator[Discord]:
    for (state, actor), group in tones.items():
        warm = [item for item in group if item[0] >= TONE_CUT]
        cold = [item for item in group if item[0] <= -TONE_CUT]
        if state != actor and warm and cold:
            best, worst = max(warm, key=lambda item: item[0]), min(cold, key=lambda item: item[0])
            yield Discord(
                book.name(state), book.name(actor), _side(book, best), _side(book, worst), len(warm), len(cold)
            )  # fmt: skip


def _side(book: Book, item: tuple[float, Entry, Statement]) -> Side:
    value, _, statement = item
    return Side(statement.speaker.name, tone_word(value), book.cite(statement.id))
