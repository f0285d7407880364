"""Which words of a text are parsed together, and how a plan is narrowed once the words are tagged."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Plan", "Word", "narrowed", "tags_of"]

Span = tuple[int, int]
NOWHERE = 1 << 62  # behind every text


class Word(NamedTuple):
    """A word as the parser is to see it, and where it stands in the text."""

    form: str
    start: int
    end: int
    space: bool


class Plan(NamedTuple):
    """A stretch of a paragraph: its words, and the indices of those of the running text, then of each aside.

    Without groups it is a sentence that is not read.
    """

    number: int
    words: list[Word]
    groups: list[list[int]]


def tags_of(plans: Sequence[Plan], docs: Sequence["Doc"]) -> dict[int, str]:
    """Where each word begins -> its tag. There is a document for each group of words, in order."""
    from spacy.attrs import TAG  # late: only when a text is parsed

    found: dict[int, str] = {}
    given = iter(docs)
    for plan in plans:
        for group in plan.groups:
            doc = next(given)
            tags, strings = doc.to_array(TAG).tolist(), doc.vocab.strings
            found.update((plan.words[i].start, strings[tag]) for i, tag in zip(group, tags, strict=True))
    return found


def narrowed(plans: Sequence[Plan], docs: Sequence["Doc"], spans: Sequence[Span]) -> tuple[list[Plan], list["Doc"]]:
    """The plans and their documents without the words in `spans`, which are sentences in text order.

    What stands on either side is parsed by itself, with the tags and vectors that it has already.
    """
    kept: list[Plan] = []
    parts: list[Doc] = []
    given, at = iter(docs), 0
    for plan in plans:
        own = [next(given) for _ in plan.groups]
        end = plan.words[-1].end
        first = at
        while at < len(spans) and spans[at][0] < end:
            at += 1
        if not own or first == at:
            kept.append(plan)
            parts += own
            continue
        for piece, places in _pieces(plan, spans[first:at]):
            kept.append(piece)
            parts += [_part(own[n], places[n]) for n in range(len(places)) if places[n]]
    return kept, parts


def _pieces(plan: Plan, spans: Sequence[Span]) -> Iterator[tuple[Plan, list[list[int]]]]:
    """The plan's pieces in text order, those not read included; with each the places that its words have in the
    plan's groups."""
    start = 0
    for low, high in (*spans, (NOWHERE, NOWHERE)):
        end = next((i for i in range(start, len(plan.words)) if plan.words[i].start >= low), len(plan.words))
        if end > start:
            places = [[n for n, i in enumerate(group) if start <= i < end] for group in plan.groups]
            groups = [[group[n] - start for n in own] for group, own in zip(plan.groups, places, strict=True) if own]
            yield Plan(plan.number, plan.words[start:end], groups), places
        if low != NOWHERE:
            yield Plan(plan.number, [Word("", low, high, False)], []), []
        start = next((i for i in range(end, len(plan.words)) if plan.words[i].start >= high), len(plan.words))


def _part(doc: "Doc", places: Sequence[int]) -> "Doc":
    from spacy.tokens import Doc  # late: only when a text is parsed

    words, spaces = [doc[i].text for i in places], [bool(doc[i].whitespace_) for i in places]
    made = Doc(doc.vocab, words=words, spaces=spaces, tags=[doc[i].tag_ for i in places])
    made.tensor = doc.tensor[list(places)]
    return made
