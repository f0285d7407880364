"""Speakers set apart by a colon or dash: "Lavrov: Kazakhstan must clarify", "... - Lavrov", "TAPPER: Good evening".

Headlines also name a role ("... — presidential spokesman"), a topic ("Tokayev on BRICS: ..."), and leave out the verb
of what is said ("Zelensky says North Korean troops already in Kursk region").
"""

from collections import Counter
from collections.abc import Iterator

from multivector.codebook.agents import agent_key
from multivector.codebook.cues import cues
from multivector.extract.article import Article
from multivector.extract.attribution import Attribution
from multivector.text.base import Token

__all__ = ["headline_attributions"]

LABEL_WORDS = 4  # words of a name before the colon or behind the dash
DASHES = ("-", "–", "—", "―")
TURNS = (*DASHES, ":")
TOPICS = ("on", "about")
QUOTES = ('"', "'", "“", "‘", "«", "``")
ENDS = (".", "?", "!", "…")
ROLE_WORDS = ("NOUN", "ADJ", "PROPN")
MIN_HEADLINE, MAX_HEADLINE = 5, 18  # words
SIGNED_BY = ("person", "body")


def headline_attributions(article: Article) -> list[Attribution]:
    """An attribution for each paragraph that begins with a speaker and a colon, or ends with a dash or colon and one.

    The speaker must be a person or body that the article knows, a name in the parser's eyes, or in capitals the label
    of two paragraphs at least.
    """
    paragraphs = list(_paragraphs(article))
    labels = Counter(label for p in paragraphs if (label := _label(article, p)))
    found = []
    for inside in paragraphs:
        made = _leading(article, inside, labels) or _trailing(article, inside) or _elliptic(article, inside)
        if made is not None:
            found.append(made)
    return found


def _paragraphs(article: Article) -> Iterator[list[Token]]:
    tokens = article.parse.tokens
    current: list[Token] = []
    number = -1
    for sentence, (first, last) in zip(article.parse.sentences, article.parse.bounds, strict=True):
        if sentence.paragraph != number and current:
            yield current
            current = []
        number = sentence.paragraph
        current.extend(tokens[first:last])
    if current:
        yield current


def _colon(inside: list[Token]) -> int | None:
    return next((n for n, t in enumerate(inside[: LABEL_WORDS + 3]) if t.text == ":"), None)


def _label(article: Article, inside: list[Token]) -> str:
    """The words in capitals before a colon, "" where there are none."""
    at = _colon(inside)
    words = article.parse.text[inside[0].start : inside[at - 1].end] if at else ""
    return words if words.isupper() and len(words) > 1 else ""


def _leading(article: Article, inside: list[Token], labels: Counter[str]) -> Attribution | None:
    at = _colon(inside)
    if not at or at + 2 >= len(inside):
        return None
    name, rest = inside[:at], inside[at + 1 :]
    name = name[: next((n for n, t in enumerate(name) if n and t.word in TOPICS), at)]
    quoted = any(t.text in QUOTES for t in rest)
    if not (_is_speaker(article, name, states=quoted) or labels[_label(article, inside)] > 1):
        return None
    return _made(article, inside[at], name[-1], rest)


def _trailing(article: Article, inside: list[Token]) -> Attribution | None:
    low = max(2, len(inside) - 1 - LABEL_WORDS)
    at = next((n for n in range(low, len(inside) - 1) if inside[n].text in TURNS), None)
    if at is None or not (_is_speaker(article, inside[at + 1 :]) or _is_role(article, inside, at)):
        return None
    return _made(article, inside[at], inside[-1], inside[:at])


def _is_role(article: Article, inside: list[Token], at: int) -> bool:
    """ "... — presidential spokesman", "... – ministry": a headline that a dash and somebody's role end."""
    last = inside[-1]
    plain = inside[at].text in DASHES[1:] and all(t.pos in ROLE_WORDS for t in inside[at + 1 :])
    return plain and last.pos == "NOUN" and agent_key(last.lemma, last.text) is not None


def _elliptic(article: Article, inside: list[Token]) -> Attribution | None:
    """ "Zelensky says North Korean troops already in Kursk": a headline whose reported words have no verb."""
    if not MIN_HEADLINE <= len(inside) <= MAX_HEADLINE or inside[-1].text in ENDS:
        return None
    at = next((n for n, t in enumerate(inside[: LABEL_WORDS + 1]) if t.tag == "VBZ" and t.lemma in cues().plain), 0)
    rest = inside[at + 1 :]
    if not at or any(t.pos in ("VERB", "AUX") for t in rest) or not _is_speaker(article, inside[:at], states=True):
        return None
    return _made(article, inside[at], inside[at - 1], rest)


def _is_speaker(article: Article, name: list[Token], *, states: bool = False) -> bool:
    """A known person or body alone, or a person's name; with `states` also a state or organisation."""
    words = [t for t in name if t.pos != "PUNCT"]
    if not words or len(words) > LABEL_WORDS or not all(t.text[:1].isupper() for t in words):
        return False
    mention = article.mention(words[-1])
    if mention is not None and (states or mention.kind in SIGNED_BY or mention.via == "metonym"):
        return True
    return len(words) > 1 and all(t.entity == "PERSON" for t in words)


def _made(article: Article, cue: Token, speaker: Token, content: list[Token]) -> Attribution | None:
    said = [t.i for t in content if t.pos != "PUNCT"]
    if len(said) < 2:
        return None
    return Attribution(cue.i, speaker.i, *article.parse.span(said), "headline")
