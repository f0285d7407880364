"""Answers of an interview in print: lines that open with a dash, a question and the answer to it by turns.

"— Почему вы отказались?" / "— Мы не отказывались.": no line says who speaks. Who was introduced last before the first
of them answers; the questions are the paper's own.
"""

from collections.abc import Iterator, Sequence

from multivector.extract.article import Article
from multivector.extract.attribution import Attribution
from multivector.extract.joining import Said
from multivector.extract.quotes import DIALOGUE, Quote
from multivector.extract.speakers import resolve_speaker

__all__ = ["answers"]

ASKED = ("вопрос:", "корр.:", "корреспондент:")
ANSWERED = ("ответ:",)
Span = tuple[int, int]


def answers(article: Article, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> Iterator[Said]:
    """A statement for each answer that has no words of a narrator in its line; none in languages without the habit."""
    if article.parse.language == "en":
        return
    text = article.parse.text
    told = {quote.paragraph for quote in quotes}
    turns = [_turn(text, span) for span in paragraphs]
    asked = [turn is not None and text[turn[0] : turn[1]].rstrip().endswith("?") for turn in turns]
    first = next((i for i, is_question in enumerate(asked) if is_question), None)
    who = _introduced(article, paragraphs[first][0]) if first is not None else None
    if who is None or first is None:
        return
    speaker = resolve_speaker(article, who)
    for i in range(first + 1, len(turns)):
        turn = turns[i]
        if turn is None or asked[i] or i in told or speaker is None or not _is_answer(turns, asked, i):
            continue
        yield Said(Attribution(who, who, *turn, "carried on"), speaker, (turn,), True)


def _turn(text: str, span: Span) -> Span | None:
    """What a line says, its dash or "Ответ:" left out; None for a line that is no turn of a dialogue."""
    start, end = span
    opening = DIALOGUE.match(text, start, end)
    if opening is not None:
        return opening.end(), end
    head = text[start : min(end, start + 20)].casefold()
    mark = next((mark for mark in (*ASKED, *ANSWERED) if head.startswith(mark)), None)
    return (start + len(mark) + 1, end) if mark is not None and start + len(mark) + 1 < end else None


def _is_answer(turns: Sequence[Span | None], asked: Sequence[bool], i: int) -> bool:
    """Behind a question, or behind another line of the same answer."""
    before = i - 1
    while before >= 0 and turns[before] is not None and not asked[before]:
        before -= 1
    return before >= 0 and asked[before]


def _introduced(article: Article, position: int) -> int | None:
    """The token of the person named last before the position, a subject first."""
    before = [(i, m) for i, m in article.named.items() if m.end <= position and m.kind == "person"]
    if not before:
        return None
    subjects = [i for i, _ in before if article.parse.tokens[i].dep in ("nsubj", "nsubjpass")]
    return max(subjects) if subjects else max(i for i, _ in before)
