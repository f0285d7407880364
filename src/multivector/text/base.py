"""The parse: what every language's reader hands to the same rules.

Relations are Universal Dependencies in the main, with prepositions folded into their noun: in "sanctions on Iran" the
token "Iran" has `dep` "nmod", `head` "sanctions" and `case` "on"; "on" itself has `dep` "case". A predicate noun or
adjective hangs on its verb "be" as "attr" or "acomp". The relations in use:

    nsubj nsubjpass csubj obj iobj agent attr acomp oprd xcomp ccomp advcl pcl (a clause under a preposition, with its
    `case`) relcl acl obl nmod poss compound amod appos conj cc preconj neg aux auxpass mark prt det case npadvmod
    advmod nummod intj punct dep root
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from multivector.model import Sentence

__all__ = ["FINITE", "TIMES", "Fixed", "Parse", "Token", "alone", "joined"]

FINITE = ("VBD", "VBZ", "VBP")  # tags of verbs that can head a clause of their own
TIMES = ("DATE", "TIME")  # entities that say when

_start, _end = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A span that must be one token (a known name), and the word that the parser is to see there.

    `lemma` is the name in its dictionary form, in languages where names have cases.
    """

    start: int
    end: int
    form: str
    lemma: str = ""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but frozen it takes four times as long to make
class Token:
    """One word. `head` is the index of its governor in the document (its own at the root), `sentence` an index too."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str  # UD part of speech
    tag: str  # the language's own tag
    dep: str
    case: str  # the preposition that was folded in, lower case, or ""
    head: int
    sentence: int
    entity: str  # PERSON, ORG, GPE, ... or ""
    norm: str = ""  # the rules' word for a function word of another language ("не": "not"), or ""
    own: str = ""  # the lemma in the text's own language where `lemma` is the codebook's word for it, or ""

    @property
    def word(self) -> str:
        """The word in lower case as the rules' closed lists know it."""
        return self.norm or self.text.lower()

    @property
    def dictionary(self) -> str:
        """The lemma in the text's own language."""
        return self.own or self.lemma


@dataclass(frozen=True, slots=True)
class Parse:
    """All tokens and sentences of a document; `bounds` gives each sentence's first and last-but-one token index."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    bounds: tuple[tuple[int, int], ...]
    below: tuple[tuple[int, ...], ...]  # the children of each token, in text order
    language: str = "en"

    def children(self, i: int, *deps: str) -> Iterator[Token]:
        """The children of token `i`, those of the given relations only where any are given."""
        below, tokens = self.below[i], self.tokens
        if not below:  # as of half the words
            return iter(())
        return iter([token for j in below if (token := tokens[j]).dep in deps] if deps else [tokens[j] for j in below])

    def child(self, i: int, *deps: str) -> Token | None:
        """The first such child, or None."""
        tokens = self.tokens
        for j in self.below[i]:
            if not deps or tokens[j].dep in deps:
                return tokens[j]
        return None

    def subtree(self, i: int, *, without: tuple[str, ...] = ()) -> list[int]:
        """Indices of `i` and all below it in text order, branches with a relation in `without` left out."""
        if not self.below[i]:
            return [i]
        found, stack, tokens = [], [i], self.tokens
        while stack:
            j = stack.pop()
            found.append(j)
            below = self.below[j]
            stack.extend([k for k in below if tokens[k].dep not in without] if without else below)
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def span(self, indices: list[int]) -> tuple[int, int]:
        """The character span from the first to the last of the tokens."""
        return self.tokens[min(indices)].start, max(self.tokens[j].end for j in indices)

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that lie within a character span, in order."""
        return list(self.tokens[self._first_from(start) : bisect_right(self.tokens, end, key=_end)])

    def sentences_between(self, start: int, end: int) -> range:
        """The numbers of the sentences that a character span touches, its ends included."""
        last = bisect_right(self.sentences, end, key=lambda s: s.start)
        first = bisect_left(self.sentences, start, key=lambda s: s.end)
        return range(first, last)

    def _first_from(self, start: int) -> int:
        return bisect_left(self.tokens, start, key=_start)


def joined(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    bounds: Sequence[tuple[int, int]],
    *,
    language: str = "en",
) -> Parse:
    """The parse of these tokens; a ring of heads is opened, so that each chain of governors ends."""
    rooted = _rooted(list(tokens))
    below: list[list[int]] = [[] for _ in rooted]
    for token in rooted:
        if token.head != token.i:
            below[token.head].append(token.i)
    return Parse(text, tuple(rooted), tuple(sentences), tuple(bounds), tuple(map(tuple, below)), language)


def alone(parse: Parse, number: int) -> Parse:
    """One sentence as a parse of its own, over the same text: its first token is token 0."""
    first, end = parse.bounds[number]
    tokens = [replace(t, i=t.i - first, head=t.head - first, sentence=0) for t in parse.tokens[first:end]]
    return joined(parse.text, tokens, parse.sentences[number : number + 1], [(0, end - first)], language=parse.language)


def _rooted(tokens: list[Token]) -> list[Token]:
    walked = [-1] * len(tokens)  # from which token the way up first came by
    for start in range(len(tokens)):
        i = start
        while walked[i] < 0:
            walked[i] = start
            i = tokens[i].head
        if walked[i] == start and tokens[i].head != i:
            tokens[i] = replace(tokens[i], head=i, dep="dep")
    return tokens
