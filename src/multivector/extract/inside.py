"""The actors inside a phrase whose head is none: "the talks with Togo", "a plane carrying inspectors of the UN"."""

from collections.abc import Iterator

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.extract.parties import parties
from multivector.text.base import Parse, Token

__all__ = ["within"]

HELD = words("parties", "held")
MADE = words("parties", "made")
CARRYING = words("parties", "carrying")
ADJECTIVES = HELD | MADE  # "Greek-owned", "Turkish-made": the nationality hangs on the participle
# Prepositions that lead on from a noun that is no actor to the one that it concerns.
NESTED = (
    "of", "with", "to", "from", "on", "against", "towards", "toward", "for", "in", "by", "into", "over", "between",
    "among", "inside", "within", "at",
)  # fmt: skip


def within(article: Article, i: int, *, without: frozenset[str] = frozenset()) -> tuple[Party, ...]:
    """The actors of the phrase; where its head is none, the nearest ones inside it: owner first, then "of", "with", ...

    `without` leaves out states and their officials, but not their people: a government may act on its own citizens.
    """
    own = tuple(p for p in parties(article, i) if not (p.official and p.code in without))
    if own:
        return own
    for child in _below(article.parse, article.parse.tokens[i]):
        found = within(article, child.i, without=without)
        if found:
            return found
    return ()


def _below(parse: Parse, token: Token) -> Iterator[Token]:
    """The words of the phrase under which an actor may stand, the likeliest first."""
    yield from parse.children(token.i, "poss", "amod", "compound")
    yield from _nested(parse, token.i)
    yield from _carried(parse, token.i)
    yield from _makers(parse, token.i)
    yield from _masters(parse, token.i)
    if token.pos in ("VERB", "NOUN", "PROPN"):
        yield from parse.children(token.i, "obj", "appos")
    yield from (t for t in parse.children(token.i, "conj") if t.pos == token.pos)
    if token.dep == "amod" and token.lemma in ADJECTIVES:
        yield from parse.children(token.i, "npadvmod")


def _nested(parse: Parse, i: int) -> list[Token]:
    """What hangs on by a preposition that leads on, in the order of NESTED."""
    phrases = [t for t in parse.children(i, "nmod", "pcl", "obl") if t.case]
    nested = [t for t in phrases if t.case.split()[-1] in NESTED]
    return sorted(nested, key=lambda t: NESTED.index(t.case.split()[-1]))


def _carried(parse: Parse, i: int) -> list[Token]:
    """ "a plane carrying inspectors", "a plan to help farmers": the objects of what the thing does or is to do."""
    clauses = [
        t for t in parse.children(i, "acl") if t.tag in ("VB", "INF") or (t.tag == "VBG" and t.lemma in CARRYING)
    ]
    return [o for t in clauses for o in parse.children(t.i, "obj")]


def _masters(parse: Parse, i: int) -> list[Token]:
    """ "a company controlled by Russia", "a ship owned by a Greek firm": whose it is."""
    held = [t for t in parse.children(i, "acl") if t.tag == "VBN" and t.lemma in HELD]
    return [o for t in held for o in parse.children(t.i, "agent")]


def _makers(parse: Parse, i: int) -> list[Token]:
    """ "brandy imported from France", "steel made in Turkey", "gas coming from Algeria": whose goods they are."""
    made = [t for t in parse.children(i, "acl") if t.tag in ("VBN", "VBG") and t.lemma in MADE]
    return [o for t in made for o in parse.children(t.i, "obl", "nmod") if o.case in ("from", "in")]
