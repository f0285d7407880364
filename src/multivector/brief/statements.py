"""Statements by state and speaker, each with its tone; and where one government speaks with two voices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from multivector.brief.book import Book, Cite, Entry, Told
from multivector.brief.dates import when_words
from multivector.brief.fold import SLACK
from multivector.brief.plain import one_line
from multivector.brief.words import TONE_NAMES, capital, tone_step
from multivector.model import Judgement, Speaker, Statement, Tone

__all__ = ["Row", "State", "ToneView", "Voice", "statements_view"]

ROWS_SHOWN = 6  # statements of one speaker
SPEAKERS_SHOWN = 8  # speakers of one state


@dataclass(frozen=True, slots=True)
class ToneView:
    """A stance toward the actors of whom the same words give the same step, 0..4, of the scale."""

    toward: tuple[str, ...]
    word: str
    step: int
    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One statement."""

    token: str
    cite: Cite
    cue: str
    tones: tuple[ToneView, ...]
    unjudged: str
    venue: str
    said_on: str
    via: str
    also: tuple[Told, ...]  # other records of the same words


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the statements that are shown."""

    name: str
    role: str
    unresolved: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class State:
    """The speakers of one state: those shown at once, and the rest."""

    name: str
    n: int
    voices: tuple[Voice, ...]
    more: tuple[Voice, ...]
    hidden: int


def statements_view(book: Book, judgement: Judgement) -> tuple[State, ...]:
    """All statements: the observer's state first, then the subject's, then by number; those of no state last."""
    entries = book.all_of(Statement)
    groups: dict[str | None, list[tuple[Entry, Statement]]] = {}
    for entry, statement in entries:
        groups.setdefault(statement.speaker.state, []).append((entry, statement))
    first = [judgement.question.observer, judgement.question.subject]

    def rank(state: str | None) -> tuple[bool, int, int, str]:
        return state is None, first.index(state) if state in first else len(first), -len(groups[state]), state or ""

    return tuple(_state(book, state, groups[state]) for state in sorted(groups, key=rank))


def _state(book: Book, state: str | None, entries: Sequence[tuple[Entry, Statement]]) -> State:
    name = book.name(state) if state else "Speakers without a state"
    voices = list(_voices(book, entries))
    cut = SPEAKERS_SHOWN if len(voices) > SPEAKERS_SHOWN + SLACK else len(voices)
    shown, more = [], []
    for i, voice in enumerate(voices):
        rows = ROWS_SHOWN if len(voice.rows) > ROWS_SHOWN + SLACK else len(voice.rows)
        if i < cut:
            shown.append(replace(voice, rows=voice.rows[:rows]))
        if i >= cut or rows < len(voice.rows):
            more.append(voice if i >= cut else replace(voice, rows=voice.rows[rows:]))
    hidden = sum(1 + len(row.also) for voice in more for row in voice.rows)
    return State(name, len(entries), tuple(shown), tuple(more), hidden)


def _voices(book: Book, entries: Sequence[tuple[Entry, Statement]]) -> Iterator[Voice]:
    """The speakers, those with most statements first; one who is named in several ways stands under the first."""
    groups: dict[str, list[tuple[Entry, Statement]]] = {}
    for entry, statement in entries:
        speaker = statement.speaker
        groups.setdefault(_own_code(speaker) or speaker.name.casefold(), []).append((entry, statement))
    for group in sorted(groups.values(), key=lambda group: -len(group)):
        speaker = next((s.speaker for _, s in group if s.speaker.role), group[0][1].speaker)
        longest = max((s.speaker.name for _, s in group), key=len)
        name = book.names.get(_own_code(speaker)) or longest
        yield Voice(capital(name), speaker.role or "", speaker.unresolved or "", _rows(book, group))


def _rows(book: Book, group: Sequence[tuple[Entry, Statement]]) -> tuple[Row, ...]:
    """A row for each thing said; the same words in several articles are one."""
    same: dict[tuple[str, bool], list[tuple[Entry, Statement]]] = {}
    for entry, statement in group:
        same.setdefault((one_line(statement.content.quote), statement.direct), []).append((entry, statement))
    return tuple(_row(book, told) for told in same.values())


def _own_code(speaker: Speaker) -> str:
    """The code of one speaker; a state's code, or that of a part of it, stands for many voices and is none's own."""
    code = speaker.actor or ""
    return code if code.startswith(("person:", "body:")) else ""


def _row(book: Book, group: Sequence[tuple[Entry, Statement]]) -> Row:
    entry, statement = group[0]
    judged = {tone.actor for tone in statement.stance}
    rest = [book.name(code) for code in statement.about if code not in judged]
    said_on = when_words(statement.said_on) if statement.said_on else ""
    return Row(
        token=entry.token,
        cite=book.cite(statement.id),
        cue=statement.cue or "",
        tones=tuple(_tones(book, statement)),
        unjudged=", ".join(rest),
        venue=statement.venue or "",
        said_on=said_on,
        via=" ‹ ".join(statement.via),
        also=book.told(other for other, _ in group[1:]),
    )


def _tones(book: Book, statement: Statement) -> Iterator[ToneView]:
    """The tones of a statement, the neutral ones that no word carries last."""
    groups: dict[tuple[int, tuple[str, ...]], list[Tone]] = {}
    for tone in statement.stance:
        words = tuple(dict.fromkeys(sorted(tone.words, key=statement.evidence.quote.find)))
        groups.setdefault((tone_step(tone.value), words), []).append(tone)
    for (step, words), tones in sorted(groups.items(), key=lambda item: not item[0][1]):
        values = dict.fromkeys(_number(value) for value in sorted(tone.value for tone in tones))
        names = tuple(book.name(tone.actor) for tone in tones)
        yield ToneView(names, TONE_NAMES[step], step, ", ".join(values), words)


def _number(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−") if abs(value) >= 0.05 else "0"
