"""Towns that no table of ours lists: what the parser's name finder takes for a place, looked up by name."""

from collections.abc import Iterator, Sequence

from multivector.extract.names import Hit
from multivector.text.base import Parse, Token
from multivector.world.names import Name, names
from multivector.world.places import state_of_town

__all__ = ["towns"]

PLACE = "GPE"
WHERE = ("in", "near", "outside")
MOST_WORDS = 4  # of a town's name


def towns(parse: Parse, hits: Sequence[Hit]) -> list[Hit]:
    """Hits for the towns in the parse; of several by one name that of a state which the text names is meant."""
    named = {h.name.state for h in hits if h.name.state}
    taken = {i for h in hits for i in range(h.start, h.end)}
    if parse.language != "en":
        return [h for t in parse.tokens if t.start not in taken for h in _in_a_case(t, named)]
    found = []
    for run in (r for r in _runs(parse) if 0 < len(r) <= MOST_WORDS):
        phrase = parse.text[run[0].start : run[-1].end]
        if run[0].start in taken or run[-1].start in taken or phrase in names() or not phrase[:1].isupper():
            continue
        state = state_of_town(phrase, named)
        if state is not None:
            found.append(
                Hit(run[0].start, run[-1].end, Name(phrase, state, "state", "city", state, None, run[-1].text))
            )
    return found


def _in_a_case(token: Token, named: set[str]) -> Iterator[Hit]:
    """ "под Рязанью": a place of one word, looked up by its dictionary form."""
    if token.entity != PLACE or token.pos != "PROPN" or not token.text[:1].isupper():
        return
    phrase = "-".join(part.capitalize() for part in token.dictionary.split("-"))
    state = state_of_town(phrase, named)
    if state is not None:
        yield Hit(token.start, token.end, Name(token.text, state, "state", "city", state, None, token.text))


def _is_alone_in(parse: Parse, token: Token) -> bool:
    """ "in Rosario": one name behind a preposition of place, whatever the name finder takes it for."""
    return token.case in WHERE and all(t.tag not in ("NNP", "NNPS") for t in parse.children(token.i, "compound"))


def _runs(parse: Parse) -> Iterator[list[Token]]:
    """Neighbouring words of which each is taken for a place; also empty runs, between other words."""
    run: list[Token] = []
    for token in parse.tokens:
        is_place = _is_place(parse, token)
        if is_place and run and token.start - run[-1].end == 1 and token.sentence == run[-1].sentence:
            run.append(token)
            continue
        yield run
        run = [token] if is_place else []
    yield run


def _is_place(parse: Parse, token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and (token.entity == PLACE or _is_alone_in(parse, token))
