"""Answers of an interview in print: questions and answers by turns, with labels or dashes and no word of who speaks.

"Q: Why did you refuse?" / "A: We did not."; "— Почему вы отказались?" / "— Мы не отказывались.": who was introduced
last before the first question answers; the questions are the paper's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.extract.article import Article
from multivector.extract.attribution import Attribution
from multivector.extract.quotes import DIALOGUE, Quote

__all__ = ["answers"]

QUESTIONS = ("q:", "question:", "вопрос:", "корр.:", "корреспондент:")
ANSWERS = ("a:", "answer:", "ответ:")
LABEL = 20  # characters within which a label ends
LEAST = 2  # labelled questions without which an English text is no interview
SUBJECTS = ("nsubj", "nsubjpass")
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


def _introduced(article: Article, position: int) -> int | None:
    """The token of the person named last before the position, a subject first."""
    before = [i for i, m in article.named.items() if m.end <= position and m.kind == "person"]
    subjects = [i for i in before if article.parse.tokens[i].dep in SUBJECTS]
    return max(subjects or before, default=None)
