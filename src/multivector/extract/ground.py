"""Where an article is written from: the state of its dateline, else that of the national outlet that carries it."""

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Ground
from multivector.extract.names import find_names
from multivector.world.names import CITIES, names
from multivector.world.outlets import outlet_of
from multivector.world.places import state_of_town

__all__ = ["ground_of"]

SEATS = words("ground", "seats")
WORLDWIDE = words("ground", "worldwide")
EXPERT = "expert"  # kind of outlet whose subject is other states


def ground_of(article: Article) -> Ground | None:
    """The state from which the article is written; None where neither its dateline nor its outlet tells one.

    A seat of organisations (Geneva, Brussels) is the ground only of an article that speaks of its state by more than
    the town's own name.
    """
    document = article.document
    named = [m for m in article.mentions if m.state]
    hits = find_names(document.title or "", document.language)
    titled = {h.name.state for h in hits if h.name.state and h.name.via != "demonym"}
    spoken_of = {article.state_of(m) for m in named if m.via not in CITIES} | {h.name.state for h in hits}
    if document.place:
        state = _state_of(document.place, spoken_of)
        if state is None or (document.place.casefold() in SEATS and state not in spoken_of):
            return None
        told = state in spoken_of or any(m.state == state for m in named)
        return Ground(state, "dateline", told, state in titled)
    state = _national(document.outlet)
    return Ground(state, "outlet", state in spoken_of, state in titled) if state is not None else None


def _national(name: str | None) -> str | None:
    """The state whose own news the outlet of that name carries; None for one that reports the world."""
    outlet = outlet_of(name)
    if outlet is None or outlet.kind == EXPERT or outlet.name in WORLDWIDE:
        return None
    return outlet.country


def _state_of(place: str, spoken_of: set[str | None]) -> str | None:
    """The state of a dateline's place; None for one that several share or nobody knows, and for two places."""
    if "/" in place:
        return None
    known = names("ru" if not place.isascii() else "en").get(place)
    if known is not None:
        return known.state if known.kind == "state" and not known.homes else None
    return state_of_town(place, {s for s in spoken_of if s})
