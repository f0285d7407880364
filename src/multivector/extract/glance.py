"""What a text holds by its letters alone: sentences, known names and who bears them; nothing is parsed."""

from bisect import bisect_right

from multivector.extract.names import find_names, mention_of
from multivector.model import Actor, Document, Mention, Sentence
from multivector.text.cuts import cuts
from multivector.text.paragraphs import paragraphs
from multivector.text.passages import by_language
from multivector.world.actors import actor
from multivector.world.own import NONE, Own

__all__ = ["glance", "main_language"]

NAMED = ("en", "ru")  # languages whose names are known


def glance(document: Document, own: Own = NONE) -> tuple[tuple[Sentence, ...], tuple[Mention, ...], tuple[Actor, ...]]:
    """The document's sentences, the places that name an actor, and these actors by code.

    Where it is in doubt whether a sentence ends, two are one; persons that only the text introduces are not known.
    """
    spans = paragraphs(document.text)
    cut = [(piece, number) for number, span in enumerate(spans) for piece in cuts(document.text, *span)]
    sentences = tuple(Sentence(start, end, number) for (start, end), number in cut if start < end)
    mentions = _mentions(document, spans, own)
    brought = {one.code: one for one in own.actors}
    codes = sorted({mention.actor for mention in mentions})
    known = (brought.get(code) or actor(code) for code in codes)
    return sentences, mentions, tuple(one for one in known if one is not None)


def main_language(text: str, given: str = "en") -> str:
    """The language of most of the text's letters; of equal ones the `given`, which is that of paragraphs in doubt."""
    parts = by_language(text, paragraphs(text), given)
    return max(parts, key=lambda language: sum(end - start for start, end in parts[language]), default=given)


def _mentions(document: Document, spans: tuple[tuple[int, int], ...], own: Own) -> tuple[Mention, ...]:
    """The known names of each paragraph in its own language, in text order."""
    starts, found = [start for start, _ in spans], []
    parts = by_language(document.text, spans, document.language)
    for language in (one for one in NAMED if one in parts):
        mine = set(parts[language])
        hits = find_names(document.text, language, own)
        found += [hit for hit in hits if spans[max(0, bisect_right(starts, hit.start) - 1)] in mine]
    return tuple(mention_of(hit) for hit in sorted(found, key=lambda hit: hit.start))
