"""Why a record was read: the frames that fired or nearly fired in its sentence, with whom, and what came of it."""

from dataclasses import dataclass

from multivector.errors import InputError
from multivector.extract import Explained
from multivector.pipeline import explain_text
from multivector.web.ask import Ask
from multivector.web.screen import Param, Screen
from multivector.web.state import State

__all__ = ["SCREEN", "ExplainView"]


@dataclass(frozen=True, slots=True)
class ExplainView:
    """The screen. `words` is empty where no frame knows a word of the sentence; `reason` says why."""

    record: str
    sentence: str
    words: tuple[Explained, ...]
    reason: str


def view(state: State, ask: Ask) -> ExplainView:
    """The explanation of a record's sentence; raises InputError where there is no such record."""
    wanted = ask.text("record")
    record = state.records.get(wanted)
    if record is None:
        raise InputError(f"{wanted}: no record of this case has that id")
    reading = state.base.readings[state.base.places[record.evidence.document]]
    text, evidence = reading.document.text, record.evidence
    spans = [s for s in reading.sentences if s.start < evidence.end and evidence.start < s.end]
    start, end = (spans[0].start, spans[-1].end) if spans else (evidence.start, evidence.end)
    sentence = text[start:end]
    if reading.document.language != "en":
        return ExplainView(wanted, sentence, (), f"there is no explanation in {reading.document.language} yet")
    return ExplainView(wanted, sentence, explain_text(sentence, reading.document.published), "")


SCREEN = Screen(
    "explain", "Why it was read so", "/explain", "explain.html", view, "The frames behind a record's sentence.",
    (Param("record", "the record's id"),), "read",
)  # fmt: skip
