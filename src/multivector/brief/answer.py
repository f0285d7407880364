"""The answer: its words, a bar for each hypothesis, what carries it and what would change it."""

import re
from dataclasses import dataclass

from multivector.brief.book import Book, Cite
from multivector.brief.dates import day_words
from multivector.brief.words import capital, percent
from multivector.model import Bearing, Judgement

__all__ = ["Answer", "Bar", "Carrier", "Part", "answer_view", "letters_of"]

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# A sentence ends where a stop is followed by a capital or a quotation; it has at least four words.
SENTENCE = re.compile(r"(?:\S+\s+){3,}?\S+[.!?](?=\s+[A-Z“\"]|\s*$)\s*")
LEDE = 2  # sentences: how far the evidence goes, and where it points


@dataclass(frozen=True, slots=True)
class Bar:
    """One hypothesis with its likelihood. `at`, `left` and `width` are per cent of the bar's length."""

    letter: str
    text: str
    word: str
    about: str
    range: str
    at: int
    left: int
    width: int
    rated: bool


@dataclass(frozen=True, slots=True)
class Carrier:
    """An item that carries the answer. `letter` is that of the hypothesis it favours."""

    who: str
    day: str
    letter: str | None
    cite: Cite


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence; `mark` is the highlight of the evidence that it names."""

    text: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer as the page shows it."""

    judged: bool
    opening: str  # the first sentence, plain
    lede: tuple[Part, ...]
    rest: tuple[Part, ...]
    confidence: str
    reason: str
    bars: tuple[Bar, ...]
    carriers: tuple[Carrier, ...]
    would_change: tuple[tuple[Part, ...], ...]
    assumptions: tuple[str, ...]


def letters_of(judgement: Judgement) -> dict[str, str]:
    """A letter for each hypothesis, in the question's order: A, B, … Z, then numbers."""
    ids = [hypothesis.id for hypothesis in judgement.question.hypotheses]
    return {key: LETTERS[i] if i < len(LETTERS) else str(i + 1) for i, key in enumerate(ids)}


def answer_view(judgement: Judgement, book: Book) -> Answer:
    """The view of a judgement's answer."""
    lede, rest = _opened(judgement.answer, LEDE)
    marks = _marks(judgement, book)
    return Answer(
        judged=judgement.judged,
        opening=_opened(judgement.answer, 1)[0],
        lede=_linked(lede, marks),
        rest=_linked(rest, marks),
        confidence=judgement.confidence,
        reason=capital(_without_label(judgement)),
        bars=_bars(judgement) if judgement.judged else (),
        carriers=_carriers(judgement, book),
        would_change=tuple(_linked(line, marks) for line in judgement.would_change),
        assumptions=judgement.assumptions,
    )


def _opened(answer: str, sentences: int) -> tuple[str, str]:
    """The first sentences of an answer, and the rest."""
    end = 0
    for _ in range(sentences):
        found = SENTENCE.match(answer, end)
        end = found.end() if found else end
    end = end or len(answer)
    return answer[:end].strip(), answer[end:].strip()


def _marks(judgement: Judgement, book: Book) -> dict[str, str]:
    """Where the words in which the judgement speaks of an item or a reading lead: to its highlight, or its side."""
    letters = letters_of(judgement)
    marks = {f"“{h.text}”": f"side-{letters[h.id].lower()}" for h in judgement.question.hypotheses}
    for bearing in judgement.bearings:
        entry = book.entries.get(bearing.record)
        if bearing.label:  # an item without a record of the reader (a silence, one added by hand) leads to its reasons
            mark = entry.mark if entry else f"side-{letters.get(bearing.favours or '', '').lower()}".rstrip("-")
            marks[bearing.label] = mark
            marks[capital(bearing.label)] = mark
    return marks


def _linked(text: str, marks: dict[str, str]) -> tuple[Part, ...]:
    """The text in parts, so that the items it names become links."""
    said = [label for label in marks if label in text]
    if not said:
        return (Part(text, None),) if text else ()
    names = re.compile("|".join(f"({re.escape(label)})" for label in sorted(said, key=len, reverse=True)))
    parts = [part for part in names.split(text) if part]
    return tuple(Part(part, marks.get(part)) for part in parts)


def _without_label(judgement: Judgement) -> str:
    """The reason alone, where its sentence opens with the level that the page prints beside it."""
    return judgement.confidence_reason.removeprefix(f"Confidence is {judgement.confidence}: ")


def _bars(judgement: Judgement) -> tuple[Bar, ...]:
    letters = letters_of(judgement)
    rows = zip(
        judgement.question.hypotheses, judgement.posterior, judgement.low, judgement.high, judgement.words, strict=True
    )
    rated = judgement.rated or (True,) * len(judgement.question.hypotheses)
    found = {}
    for (hypothesis, p, low, high, word), known in zip(rows, rated, strict=True):
        at, left, right = (percent(value, low, high) for value in (p, low, high))
        about, span = f"about {at}%", f"{left}–{right}%"
        key = hypothesis.id
        found[key] = Bar(letters[key], hypothesis.text, word, about, span, at, left, right - left, known)
    order = judgement.ranking or tuple(found)
    return tuple(found[key] for key in order if key in found)


def _carriers(judgement: Judgement, book: Book) -> tuple[Carrier, ...]:
    bearings = {bearing.record: bearing for bearing in judgement.bearings}
    return tuple(_carrier(judgement, book, bearings[key]) for key in judgement.carried_by if key in bearings)


def _carrier(judgement: Judgement, book: Book, bearing: Bearing) -> Carrier:
    entry = book.entries.get(bearing.record)
    who = book.doer(entry) if entry else bearing.label
    letter = letters_of(judgement).get(bearing.favours or "")
    return Carrier(who, day_words(bearing.day), letter, book.cite(bearing.record, bearing.said))
