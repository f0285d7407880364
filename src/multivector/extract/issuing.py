"""Whose "we" it is outside quotations: the ministry's whose statement the text is, or that of whoever spoke last.

"Заявление МИД Японии. Осуждаем запуск ракеты." has no narrator: the institution at its head speaks in all of it. In an
article about what a spokesman said, verbs that say "we" by their form go on with that spokesman's words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from multivector.codebook.agents import agent_key
from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.extract.carrying import NARRATED, Before, last_speaker
from multivector.extract.quotes import Quote
from multivector.extract.speakers import resolve_speaker
from multivector.extract.subjects import is_ours
from multivector.extract.titled import titled_issuer
from multivector.model import Speaker
from multivector.text.base import Token

__all__ = ["outside", "to_issuer", "to_last_speaker"]

ISSUED = words("issuing", "issued")
GIVING = words("issuing", "giving")
FIRST = words("parties", "first")
OWNERS = ("poss", "nmod", "agent", "compound", "amod")
OF = ("", "of", "by", "from")
SUBJECTS = ("nsubj", "agent")
HEAD = 2  # paragraphs at the head of a text that may say whose it is


def to_issuer(article: Article, quotes: Sequence[Quote]) -> None:
    """Note in the article who "we" is outside its quotations, where its head says whose statement it is."""
    issuer = _issuer(article)
    article.issuer = _voice(issuer)
    for token in outside(article, quotes) if issuer is not None else ():
        if token.word in FIRST or is_ours(article.parse, token):
            _note(article, token, issuer)


def to_last_speaker(article: Article, quotes: Sequence[Quote], before: Before) -> None:
    """Note who the verbs that say "we" outside quotations mean, where nothing else told: whoever spoke last."""
    for token in outside(article, quotes):
        if token.i in article.voices or token.dictionary in NARRATED or not is_ours(article.parse, token):
            continue
        near = [b for b in before if b[0].cue < token.i]
        _note(article, token, article.speakers.get(token.i) or last_speaker(article, token, near)[0])


def outside(article: Article, quotes: Sequence[Quote]) -> Iterator[Token]:
    """The tokens that stand in no quotation."""
    inside = {t.i for q in quotes for t in article.parse.between(q.start, q.end)}
    return (t for t in article.parse.tokens if t.i not in inside)


def _note(article: Article, token: Token, speaker: Speaker | None) -> None:
    voice = _voice(speaker)
    if speaker is not None and voice is not None:
        article.speakers[token.i] = speaker
        article.voices[token.i] = voice


def _voice(speaker: Speaker | None) -> Party | None:
    if speaker is None or speaker.state is None:
        return None
    return Party(speaker.state, speaker.actor or speaker.state, -1)


def _issuer(article: Article) -> Speaker | None:
    """The ministry, person or state whose statement the head of the text announces; None for an article."""
    titled = titled_issuer(article.document.title or "", article.parse.language)
    if titled is not None:
        return titled
    for sentence, (first, last) in zip(article.parse.sentences, article.parse.bounds, strict=True):
        if sentence.paragraph >= HEAD:
            return None
        for token in article.parse.tokens[first:last]:
            owner = _owner(article, token) if token.lemma.lower() in ISSUED else None
            speaker = _issuing(article, owner) if owner is not None else None
            if speaker is not None and speaker.state is not None:
                return speaker
    return None


def _issuing(article: Article, owner: Token) -> Speaker | None:
    """The owner as a speaker, of the state that its phrase names: "the Ministry of Foreign Affairs of Iran"."""
    speaker = resolve_speaker(article, owner.i)
    if speaker is None or speaker.state is not None or agent_key(owner.lemma, owner.text) is None:
        return speaker
    named = (article.named.get(i) for i in article.parse.subtree(owner.i))
    state = next((m.state for m in named if m is not None and m.kind == "state" and m.state), None)
    return replace(speaker, actor=f"{state}:GOV", state=state, unresolved=None) if state else None


def _owner(article: Article, document: Token) -> Token | None:
    """Whose the document is: its owner in a line without a verb, or who "issued" it."""
    parse, verb = article.parse, article.parse.tokens[document.head]
    if document.dep in ("obj", "nsubjpass", "obl") and {verb.lemma, verb.dictionary} & GIVING:
        return next(parse.children(verb.i, *SUBJECTS), None)
    first, last = parse.bounds[document.sentence]
    if any(t.pos in ("VERB", "AUX") for t in parse.tokens[first:last]):
        return None
    return next((t for t in parse.children(document.i, *OWNERS) if t.case in OF), None)
