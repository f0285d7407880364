"""Acts as lines of a list: when, who, whom, in whose words."""

from collections.abc import Iterable
from dataclasses import dataclass

from multivector.brief.dates import day_words, when_words
from multivector.model import Statement, words_of_speech
from multivector.web.headline import headline
from multivector.web.state import State
from multivector.web.ties import Act, span_of

__all__ = ["ActLine", "lines_of"]


@dataclass(frozen=True, slots=True)
class ActLine:
    """A line. `tone` is a statement's toward the target; `own` is False where only the day of the report is known."""

    record: str
    kind: str
    source: str
    target: str
    when: str
    own: bool
    headline: str
    quote: str
    tone: float | None
    outlet: str


def lines_of(state: State, acts: Iterable[Act]) -> tuple[ActLine, ...]:
    """The lines of these acts, one for each record and pair."""
    return tuple(_line(state, act) for act in acts)


def _line(state: State, act: Act) -> ActLine:
    record = state.records[act.record]
    document = state.document_of(record)
    span = span_of(record)
    when = when_words(span) if span and act.own else f"reported {day_words(document.published)}"
    quote = words_of_speech(record) if isinstance(record, Statement) else record.evidence.quote
    tone = act.value if act.kind == "statement" else None
    outlet = document.outlet or document.name
    return ActLine(
        act.record, act.kind, act.source, act.target, when, act.own, headline(state, record), quote, tone, outlet
    )  # fmt: skip
