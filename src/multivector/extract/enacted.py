"""Who acts where the text lets an instrument act: "The measures ban imports of potash", "the decree bars carriers"."""

from collections.abc import Sequence

from multivector.codebook.grammar import words
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.composed import Composed
from multivector.extract.frames import Match
from multivector.extract.refs import is_definite

__all__ = ["enacted"]

INSTRUMENTS = words("arguments", "instruments") | words("enacted", "texts")
ENACTING = ("SANCTION", "COERCE", "CONCEDE", "THREATEN", "AGREE")  # types by which an instrument comes to be
REACH = 3  # sentences back


def enacted(article: Article, match: Match, before: Sequence[Composed]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who enacted the instrument that is the subject, and against whom; () for both where no such act was told.

    `before` are the events read so far, in text order. For verbs of restriction alone.
    """
    if match.kind != "verb" or match.act.event not in ("SANCTION", "CONCEDE"):
        return (), ()
    heads = [article.parse.tokens[core(article.parse, j)] for j in match.arguments.get("subj", ())]
    if not heads or not all(t.lemma in INSTRUMENTS and is_definite(article.parse, t) for t in heads):
        return (), ()
    for event in reversed(before):
        if heads[0].sentence - article.parse.tokens[event.match.token].sentence > REACH:
            break
        if event.type in ENACTING and event.source and event.status != "denied":
            return event.source, event.target
    return (), ()
