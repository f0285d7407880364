"""Which items come from one source on one occasion, and so count as one voice.

Words: what one speaker says within three days. Deeds: measures and cuts in relations of one side within two weeks are
one campaign; so is what the authority that imposed a measure says about it, being the measure's stated ground.
"""

from collections.abc import Sequence

from multivector.judge.item import Item, days_between
from multivector.judge.kinds import QUADS
from multivector.judge.noted import Noted
from multivector.model import Event, Statement, TradeMeasure

__all__ = ["occasions"]

_Place = tuple[str, str | None, str]  # side, day and document
OFFICIALS = ("person:", "body:")
WORDS_DAYS = 3
DEEDS_DAYS = 14


def occasions(items: Sequence[Item]) -> list[str]:
    """The occasion of each item, aligned with the items; independent of their order."""
    authorities = _authorities(items)
    voices = _joined(items, [_voice(item, authorities) for item in items])
    found = [""] * len(items)
    for voice in sorted(set(voices)):
        own = [i for i, other in enumerate(voices) if other == voice]
        days = DEEDS_DAYS if voice.endswith(":deeds") else WORDS_DAYS
        for i, opening in zip(own, _openings([items[i] for i in own], days), strict=True):
            found[i] = f"{voice}@{opening}"
    return found


def _voice(item: Item, authorities: dict[str, str]) -> str:
    head = item.head
    if item.role == "before":
        return f"{item.side}:before:deeds"
    if item.role == "absence":
        return f"{item.side}:silence:{item.kinds[0]}"
    if isinstance(head, Noted):
        return _noted_voice(item)
    campaign = _campaign(item, authorities)
    if campaign is not None:
        return f"{item.side}:{campaign}:deeds"
    return f"{item.who}:{head.type}" if isinstance(head, Event) and _is_states_deed(item, head) else item.who


def _campaign(item: Item, authorities: dict[str, str]) -> str | None:
    """The campaign of deeds that an item belongs to: measures imposed, with what their authority says, or lifted."""
    head = item.head
    if isinstance(head, TradeMeasure):
        return "lifted" if head.measure == "lifted" else "imposed"
    cut = isinstance(head, Event) and head.type == "SANCTION"
    ground = isinstance(head, Statement) and authorities.keys() & {item.who, head.speaker.name.casefold()}
    return "imposed" if cut or ground else None


def _is_states_deed(item: Item, event: Event) -> bool:
    return not item.who.startswith("person:") and not QUADS.get(event.type, "").startswith("verbal")


def _joined(items: Sequence[Item], voices: Sequence[str]) -> list[str]:
    """The voices, that of a state as such ("Moscow said") joined to an official's of the same text and day."""
    named: dict[_Place, str] = {}
    for item, voice in zip(items, voices, strict=True):
        if isinstance(item.head, Statement) and item.who.startswith(OFFICIALS):
            named |= {place: min(voice, named.get(place, voice)) for place in _places(item)}
    return [
        min((named[place] for place in _places(item) if place in named), default=voice) if _is_bare(item) else voice
        for item, voice in zip(items, voices, strict=True)
    ]


def _places(item: Item) -> list[_Place]:
    return [(item.side, item.day, document.id) for document in item.documents]


def _is_bare(item: Item) -> bool:
    """Whether it is what a side as such says, without an official or a body."""
    return isinstance(item.head, Statement) and item.side != "other" and not item.who.startswith(OFFICIALS)


def _noted_voice(item: Item) -> str:
    """The voice of what a person added, by its kind, so that it stands with the reader's items of that kind."""
    kind = item.kinds[0] if item.kinds else ""
    if "_statement_" in kind:
        return item.who
    if "_trade_measure_lifted" in kind:
        return f"{item.side}:lifted:deeds"
    if "_trade_measure_" in kind or kind.endswith("_event_SANCTION"):
        return f"{item.side}:imposed:deeds"
    return f"{item.who}:{kind}"


def _authorities(items: Sequence[Item]) -> dict[str, str]:
    """The authorities that imposed a measure among the items, by code and by name in lower case."""
    heads = [(item.side, item.head) for item in items if isinstance(item.head, TradeMeasure)]
    named = [(head.authority, side) for side, head in heads if head.authority and head.measure != "lifted"]
    return {key: side for authority, side in named for key in (authority, authority.casefold())}


def _openings(items: Sequence[Item], days: int) -> list[str]:
    """For each item the day on which its occasion opens: the first day that lies within `days` before it."""
    starts: list[str] = []
    for day in sorted({item.day for item in items if item.day}):
        if not starts or days_between(starts[-1], day) > days:
            starts.append(day)
    return [_opening(item, starts) for item in items]


def _opening(item: Item, starts: Sequence[str]) -> str:
    """The last opening not after the item; an undated item stands with its copies' cluster."""
    return max(start for start in starts if start <= item.day) if item.day else f"undated:{item.clusters[0]}"
