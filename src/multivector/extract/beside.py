"""The cue of a quotation that no reported clause holds, and what is no speech though it stands in quotation marks."""

from collections.abc import Iterator

from multivector.codebook.cues import cues
from multivector.extract.article import Article
from multivector.extract.attribution import Attribution
from multivector.extract.quotes import Quote
from multivector.extract.speakers import resolve_speaker
from multivector.extract.subjects import subject
from multivector.model import Speaker
from multivector.text.base import FINITE, Token

__all__ = ["cue_beside", "is_name_in_quotes"]

NAME_WORDS = 5  # a longer run of capitalised words in quotation marks is a headline or a shout, and said by somebody
REACH = 8  # governors looked at above a quotation
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SMALL = ("the", "a", "an", "of", "and", "in", "on", "for", "to", "with", "&", "'s")
CLOSERS = ".!?"


def is_name_in_quotes(article: Article, quote: Quote) -> bool:
    """ "the 'Commander-in-Chief Forum'": capitalised words alone, not what somebody is called."""
    tokens = [t for t in article.parse.between(quote.start, quote.end) if t.pos != "PUNCT"]
    closed = article.parse.text[quote.end - 1] in CLOSERS and not _is_embedded(article, quote)
    if not 0 < len(tokens) <= NAME_WORDS or closed:
        return False
    if not all(t.text[:1].isupper() or t.text[:1].isdigit() or t.word in SMALL for t in tokens):
        return False
    root = _root(article, quote)
    return root is None or not any(verb.lemma in cues().regard for verb, _ in _above(article, quote, root))


def cue_beside(article: Article, quote: Quote) -> tuple[Attribution, Speaker] | None:
    """The cue and speaker of the quotation, with the phrase that holds it as content; None where nothing fits."""
    if _is_embedded(article, quote):
        return _over(article, quote) or _touching(article, quote, before=True)
    return _touching(article, quote) or _behind_colon(article, quote)


def _behind_colon(article: Article, quote: Quote) -> tuple[Attribution, Speaker] | None:
    """'The minister linked the ban to politics: "When Moscow is angry ..."': whoever the clause before is about."""
    parse = article.parse
    if parse.text[max(0, quote.start - 4) : quote.start - 1].rstrip()[-1:] != ":":
        return None
    touched = parse.sentences_between(quote.start - 3, quote.start)
    before = [t for n in touched for t in parse.tokens[slice(*parse.bounds[n])] if t.start < quote.start]
    verbs = (t for t in before if t.pos == "VERB" and t.tag in FINITE and parse.child(t.i, *SUBJECTS))
    for verb in verbs:
        speaker = _speaker(article, quote, verb)
        if speaker is not None and speaker[1].actor is not None and speaker[1].role is not None:
            return Attribution(verb.i, speaker[0], quote.start, quote.end, "quotation"), speaker[1]
    return None


def _is_embedded(article: Article, quote: Quote) -> bool:
    """True where a word stands right before the opening mark: 'called it a "mistake"'."""
    before = article.parse.text[max(0, quote.start - 4) : quote.start - 1].rstrip()
    return bool(before) and before[-1].isalnum()


def _root(article: Article, quote: Quote) -> Token | None:
    inside = article.parse.between(quote.start, quote.end)
    own = {t.i for t in inside}
    return next((t for t in inside if t.head not in own and t.pos != "PUNCT"), None)


def _above(article: Article, quote: Quote, root: Token) -> Iterator[tuple[Token, Token]]:
    """The governors of a quotation outside it, each with its branch that holds the quotation."""
    branch = root
    for number, governor in enumerate(article.parse.ancestors(root.i)):
        if number > REACH:
            return
        if not quote.start <= governor.start < quote.end:
            yield governor, branch
        branch = governor


def _over(article: Article, quote: Quote) -> tuple[Attribution, Speaker] | None:
    """The nearest cue above an embedded quotation; the content is the whole branch that holds it."""
    root = _root(article, quote)
    for verb, branch in _above(article, quote, root) if root is not None else ():
        if not _is_cue(verb) or branch.dep in SUBJECTS or branch.i < verb.i:
            continue
        speaker = _speaker(article, quote, verb)
        if speaker is not None:
            inside = [j for j in article.parse.subtree(branch.i, without=("aside",)) if j > verb.i]
            start, end = article.parse.span(_inner(article, inside))
            at = Attribution(verb.i, speaker[0], min(start, quote.start), max(end, quote.end), "quotation")
            return at, speaker[1]
    return None


def _inner(article: Article, inside: list[int]) -> list[int]:
    """The branch without punctuation at its ends and without the "that" that opens it."""
    tokens = article.parse.tokens
    while len(inside) > 1 and (tokens[inside[0]].pos == "PUNCT" or tokens[inside[0]].word == "that"):
        inside = inside[1:]
    while len(inside) > 1 and tokens[inside[-1]].pos == "PUNCT":
        inside = inside[:-1]
    return inside


def _touching(article: Article, quote: Quote, *, before: bool = False) -> tuple[Attribution, Speaker] | None:
    """The nearest verb of speech outside the quotation, in a sentence that touches it, with a subject outside it."""
    finished = article.parse.text[quote.end - 1] in CLOSERS
    limit = quote.end if finished else quote.end + 2
    parse = article.parse
    verbs = [
        t
        for n in parse.sentences_between(quote.start - 3, limit)
        for t in parse.tokens[slice(*parse.bounds[n])]
        if _is_cue(t)
        and not quote.start <= t.start < quote.end
        and parse.sentences[n].paragraph == quote.paragraph
        and (t.start < quote.start or not before)
    ]
    for verb in sorted(verbs, key=lambda t: (max(quote.start - t.end, t.start - quote.end), t.i)):
        speaker = _speaker(article, quote, verb)
        if speaker is not None:
            return Attribution(verb.i, speaker[0], quote.start, quote.end, "quotation"), speaker[1]
    return None


def _is_cue(token: Token) -> bool:
    table = cues()
    return token.pos in ("VERB", "AUX") and token.lemma in table.quoting


def _speaker(article: Article, quote: Quote, verb: Token) -> tuple[int, Speaker] | None:
    doer = subject(article.parse, verb.i)
    if doer is None or quote.start <= article.parse.tokens[doer].start < quote.end:
        return None
    speaker = resolve_speaker(article, doer)
    return (doer, speaker) if speaker is not None else None
