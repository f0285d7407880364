"""What a text holds by its letters alone: sentences, known names and who bears them; nothing is parsed."""

from multivector.extract.names import find_names, mention_of
from multivector.model import Actor, Document, Mention, Sentence
from multivector.text.cuts import cuts
from multivector.text.paragraphs import paragraphs
from multivector.world.actors import actor
from multivector.world.own import NONE, Own

__all__ = ["glance"]


def glance(document: Document, own: Own = NONE) -> tuple[tuple[Sentence, ...], tuple[Mention, ...], tuple[Actor, ...]]:
    """The document's sentences, the places that name an actor, and these actors by code.

    Where it is in doubt whether a sentence ends, two are one; persons that only the text introduces are not known.
    """
    spans = paragraphs(document.text)
    cut = [(piece, number) for number, span in enumerate(spans) for piece in cuts(document.text, *span)]
    sentences = tuple(Sentence(start, end, number) for (start, end), number in cut if start < end)
    mentions = tuple(mention_of(hit) for hit in find_names(document.text, document.language, own))
    brought = {one.code: one for one in own.actors}
    codes = sorted({mention.actor for mention in mentions})
    known = (brought.get(code) or actor(code) for code in codes)
    return sentences, mentions, tuple(one for one in known if one is not None)
