"""Who says what, by grammar: cue verbs (`cue_verbs`), "according to X", nouns and adjectives of speech and thought."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from multivector.codebook.cues import cues
from multivector.extract.article import Article
from multivector.extract.contents import adjective_content, noun_content
from multivector.extract.cue import Attribution
from multivector.extract.cue_verbs import by_verb
from multivector.extract.subjects import is_passive, subject
from multivector.text.base import Parse, Token

__all__ = ["Attribution", "find_attributions"]

MAX_DEPTH = 60  # governors above a cue; hostile sentences nest deeper, and each cue costs its whole clause
MAX_HEAD = 3  # tokens before the colon of a headline that opens with its speaker
MIN_WORDS = 2  # of what stands beside "according to X"
VIEWED = ("in", "by")
OWNERS = ("by", "from", "among")


def find_attributions(article: Article) -> list[Attribution]:
    """All attributions that the grammar shows, in order of their cues; quotations are joined to them later."""
    found: list[Attribution] = []
    deep = _too_deep(article.parse)
    for token in article.parse.tokens:
        if token.i in deep:
            continue
        found.extend(_headed(article, token))
        found.extend(_by_kind(article.parse, token))
    return found


def _by_kind(parse: Parse, token: Token) -> Iterable[Attribution]:
    """What the word may be a cue as: a verb, a preposition, a noun or an adjective of speech and thought."""
    if token.pos in ("VERB", "AUX"):
        return by_verb(parse, token)
    if token.case in cues().according:
        return _according(parse, token)
    if token.case in VIEWED and token.lemma in cues().according_noun:
        return _in_words_of(parse, token)
    if token.pos == "NOUN" and token.lemma in cues().noun:
        return _noun(parse, token)
    return _adjective(parse, token) if token.pos in ("ADJ", "ADV") and token.lemma in cues().adjective else ()


def _headed(article: Article, token: Token) -> Iterator[Attribution]:
    """ "Лавров: Россия не уйдёт": a headline, or a line of talk, that opens with who speaks."""
    parse = article.parse
    first, last = parse.bounds[token.sentence]
    if parse.language == "en" or token.text != ":" or not first < token.i <= first + MAX_HEAD or token.i + 2 >= last:
        return
    mention = article.mention(parse.tokens[token.i - 1])
    if mention is None or mention.start != parse.tokens[first].start or mention.kind not in ("person", "body", "state"):
        return
    content = [t.i for t in parse.tokens[token.i + 1 : last] if t.dep != "punct"]
    if content:
        yield Attribution(token.i, token.i - 1, *parse.span(content), "headline")


def _too_deep(parse: Parse) -> set[int]:
    """The tokens with more than MAX_DEPTH governors above them."""
    level = [token.i for token in parse.tokens if token.head == token.i]
    for _ in range(MAX_DEPTH):
        level = [j for i in level for j in parse.below[i]]
        if not level:
            return set()
    found: set[int] = set()
    while level := [j for i in level for j in parse.below[i]]:
        found.update(level)
    return found


def _according(parse: Parse, token: Token) -> Iterator[Attribution]:
    """The sentence less "according to X"."""
    first, last = parse.bounds[token.sentence]
    phrase = set(parse.subtree(token.i))
    low, high = min(phrase), max(phrase)
    opener = token.case.split()[0]
    before = [t.i for t in parse.tokens[first:low] if t.dep != "punct" and t.word != opener]
    after = [t.i for t in parse.tokens[high + 1 : last] if t.dep != "punct"]
    inserted = parse.language != "en" and before and after  # "Венгрия, по словам X, не ..."
    content = [*before, *after] if inserted else max(before, after, key=len)
    if len(content) >= MIN_WORDS:
        yield Attribution(token.i, token.i, *parse.span(content), "according to")


def _in_words_of(parse: Parse, token: Token) -> Iterator[Attribution]:
    """ "in Lavrov's view", "in the words of one diplomat"; "in view of the crisis" is nobody's view."""
    owner = parse.child(token.i, "poss") or next(
        (t for t in parse.children(token.i, "nmod") if t.case == "of" and parse.child(token.i, "det")), None
    )
    for made in _according(parse, token) if owner is not None else ():
        yield replace(made, speaker=owner.i if owner else None)


def _noun(parse: Parse, token: Token) -> Iterator[Attribution]:
    """ "its communication that ...", "the claim by X that ...", "X expressed concern about ..."."""
    content = noun_content(parse, token)
    owner = _owner(parse, token) if content else None
    if owner is not None and owner not in content:
        yield Attribution(token.i, owner, *parse.span(_unowned(content, owner)), "noun of speech")


def _unowned(content: Sequence[int], owner: int) -> list[int]:
    """The part of the content on the farther side of the owner."""
    beyond = [j for j in content if j > owner]
    return beyond or list(content)


def _owner(parse: Parse, token: Token) -> int | None:
    """Whose word it is: a possessor, "by X", or the subject of the verb that lends itself to the noun."""
    owner = parse.child(token.i, "poss") or next(
        (t for t in parse.children(token.i, "nmod", "agent") if t.case in OWNERS), None
    )
    if owner is not None:
        return owner.i
    holder = parse.tokens[token.head]
    if token.dep == "obj" and holder.lemma in cues().light and not is_passive(parse, holder):
        return subject(parse, holder.i)
    return None


def _adjective(parse: Parse, token: Token) -> Iterator[Attribution]:
    """ "X is confident that ...", "X remains critical of ..."."""
    if token.dep not in ("acomp", "attr", "oprd", "conj") or token.head == token.i:
        return
    content = adjective_content(parse, token)
    owner = subject(parse, token.head) if content else None
    if owner is not None:
        yield Attribution(token.i, owner, *parse.span(content), "thought")
