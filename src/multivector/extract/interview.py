"""Answers of an interview in print: questions and answers by turns, with labels or dashes and no word of who speaks.

"Q: Why did you refuse?" / "A: We did not."; "— Почему вы отказались?" / "— Мы не отказывались.": who was introduced
last before the first question answers; the questions are the paper's own. Papers also print the questions as lines of
their own without a label: an interview is what is called so before the first, where the questions address somebody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.extract.article import Article
from multivector.extract.attribution import Attribution
from multivector.extract.parties import parties
from multivector.extract.quotes import DIALOGUE, Quote

__all__ = ["answers"]

QUESTIONS = ("q:", "question:", "вопрос:", "корр.:", "корреспондент:")
ANSWERS = ("a:", "answer:", "ответ:")
LABEL = 20  # characters within which a label ends
LEAST = 2  # labelled questions without which an English text is no interview
SUBJECTS = ("nsubj", "nsubjpass")
ADDRESS = re.compile(r"\byour?s?\b", re.IGNORECASE)
CALLED = re.compile(r"\b(?:interview\w*|spoke (?:to|with)|sat down with|conversation with|Q&A)\b", re.IGNORECASE)
OWN = re.compile(r"\b(?:we|us|our|i|my|me)\b", re.IGNORECASE)  # of one who answers
QUESTION = 300  # characters of the longest line that may ask
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A line of talk without its dash or label, and whether it asks."""

    start: int
    end: int
    asks: bool


def answers(article: Article, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> Iterator[Attribution]:
    """An attribution for each answer; none where a narrator's words in the line make a quotation of it."""
    turns = [_turn(article, span) for span in paragraphs]
    if article.parse.language == "en" and not any(turns):
        turns = _unlabelled(article, paragraphs)
    asked = [turn.start for turn in turns if turn is not None and turn.asks]
    if len(asked) < (LEAST if article.parse.language == "en" else 1):
        return
    guest = _introduced(article, asked[0])
    told = {quote.start for quote in quotes}
    for turn in _answering(turns) if guest is not None else ():
        said = [t for t in article.parse.between(turn.start, turn.end) if t.pos != "PUNCT"]
        if said and turn.start not in told:
            yield Attribution(max(said[0].i - 1, 0), guest, said[0].start, said[-1].end, "turn")


def _answering(turns: Sequence[_Turn | None]) -> Iterator[_Turn]:
    """The turns behind a question, and the further lines of the same answer."""
    talking = False
    for turn in turns:
        if turn is None or turn.asks:
            talking = turn is not None
        elif talking:
            yield turn


def _turn(article: Article, span: Span) -> _Turn | None:
    """The line as a turn of talk; None for a line that is none. A dash opens one in languages with the habit."""
    text, (start, end) = article.parse.text, span
    asks = text[start:end].rstrip().endswith("?")
    opening = DIALOGUE.match(text, start, end) if article.parse.language != "en" else None
    if opening is not None:
        return _Turn(opening.end(), end, asks)
    head = text[start : min(end, start + LABEL)].casefold()
    mark = next((mark for mark in (*QUESTIONS, *ANSWERS) if head.startswith(mark)), None)
    if mark is None or start + len(mark) + 1 >= end:
        return None
    return _Turn(start + len(mark) + 1, end, mark in QUESTIONS)


def _unlabelled(article: Article, paragraphs: Sequence[Span]) -> list[_Turn | None]:
    """The lines of an interview whose questions bear no label; none where nothing says that it is one."""
    text = article.parse.text
    asking = [_asks(text[start:end]) for start, end in paragraphs]
    first = next((n for n, asks in enumerate(asking) if asks and n), None)
    if first is None or not CALLED.search(text, 0, paragraphs[first][0]):
        return [None] * len(paragraphs)
    if not any(asks and ADDRESS.search(text, *span) for asks, span in zip(asking, paragraphs, strict=True)):
        return [None] * len(paragraphs)
    guest = _introduced(article, paragraphs[first][0])
    name = article.parse.tokens[guest].text if guest is not None else ""
    return [
        _Turn(start, end, asks) if n >= first and (asks or name not in text[start:end]) else None
        for n, (asks, (start, end)) in enumerate(zip(asking, paragraphs, strict=True))
    ]


def _asks(line: str) -> bool:
    """A short line that asks, or that tells the other something about what is theirs: "They protest at your cable."."""
    plain = line.strip()
    if len(plain) > QUESTION or plain[:1] in "\"“«'‘":
        return False
    return plain.endswith("?") or (ADDRESS.search(plain) is not None and OWN.search(plain) is None)


def _introduced(article: Article, position: int) -> int | None:
    """The token of the person named last before the position, a subject first; else the last official by the role."""
    tokens = article.parse.tokens
    before = [i for i, m in article.named.items() if m.end <= position and m.kind == "person"]
    subjects = [i for i in before if tokens[i].dep in SUBJECTS]
    roles = [] if before or article.parse.language != "en" else _officials(article, position)
    return max(subjects or before or roles, default=None)


def _officials(article: Article, position: int) -> list[int]:
    """Subjects before the position that are one official of a state that is told: "Lithuania's foreign minister"."""
    told = (t for t in article.parse.tokens if t.dep in SUBJECTS and t.end <= position and t.tag == "NN")
    return [t.i for t in told if any(p.official and p.sector == "GOV" for p in parties(article, t.i))]
