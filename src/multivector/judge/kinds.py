"""The kind of a piece of evidence: the rows of a template's table it may fall under, the most specific first.

observer_statement_negative_minister -> observer_statement_negative
observer_event_THREATEN_restrict -> observer_event_THREATEN -> observer_event_verbal_conflict
observer_trade_measure_imposed_technical -> observer_trade_measure_imposed
observer_silence_congratulations -> observer_silence_words
observer_before_restriction
"""

import re
from functools import cache
from importlib.resources import files

import yaml

from multivector.judge.noted import Noted
from multivector.judge.rank import Rank
from multivector.model import Event, Statement, TradeMeasure

__all__ = [
    "QUADS", "TONE_CUT", "Act", "ReadAct", "event_kinds", "family_of", "kind_label", "measure_kinds", "statement_kinds",
    "tone_of",
]  # fmt: skip

ReadAct = Statement | Event | TradeMeasure
Act = ReadAct | Noted

TONE_CUT = 0.15  # a stance nearer to 0 than this is neutral
# PLOVER's sixteen event types by quad class (manual 2.0, the event sections; SANCTION is material conflict there).
QUADS = {
    "AGREE": "verbal_cooperation", "CONSULT": "verbal_cooperation", "SUPPORT": "verbal_cooperation",
    "CONCEDE": "verbal_cooperation", "COOPERATE": "material_cooperation", "AID": "material_cooperation",
    "RETREAT": "material_cooperation", "REQUEST": "verbal_conflict", "ACCUSE": "verbal_conflict",
    "REJECT": "verbal_conflict", "THREATEN": "verbal_conflict", "PROTEST": "material_conflict",
    "SANCTION": "material_conflict", "MOBILIZE": "material_conflict", "COERCE": "material_conflict",
    "ASSAULT": "material_conflict",
}  # fmt: skip
RANK_WORDS = {
    "head": "the head of state or government", "minister": "a minister", "spokesperson": "a spokesperson",
    "official": "another official",
}  # fmt: skip
TONE_WORDS = {"positive": "friendly words", "neutral": "matter-of-fact words", "negative": "criticism"}
EVENT_WORDS = {
    "AGREE": "a promise to cooperate", "CONSULT": "a meeting", "SUPPORT": "an expression of support",
    "CONCEDE": "a concession", "COOPERATE": "material cooperation", "AID": "material aid", "RETREAT": "a step back",
    "REQUEST": "a demand", "ACCUSE": "an accusation", "REJECT": "a refusal", "THREATEN": "a threat",
    "PROTEST": "a protest", "SANCTION": "a cut in relations", "MOBILIZE": "a mobilisation", "COERCE": "coercion",
    "ASSAULT": "an attack",
}  # fmt: skip


SILENCE_WORDS = {
    "words": "silence where words were due", "friendly": "silence where friendly words were due",
    "conflict": "no deed after a threat", "cooperation": "no deed after a promise", "answer": "no answer in kind",
}  # fmt: skip
BEFORE_WORDS = {
    "restriction": "a restriction on trade or relations before the trigger",
    "conflict": "a hostile act of the same kind before the trigger",
}


ANSWER_WORDS = {
    "measure": "a measure that is said to answer one of the other side",
    "conduct": "a measure that is said to answer the other side's conduct",
}


def family_of(act: Act) -> str | None:
    """What may be answered in kind: restrictions on trade and relations, and each type of conflict."""
    if isinstance(act, TradeMeasure):
        return None if act.measure == "lifted" else "SANCTION"
    if isinstance(act, Event) and QUADS.get(act.type, "").endswith("conflict"):
        return act.type
    return None


def tone_of(statement: Statement, toward: str) -> float | None:
    """The speaker's stance toward that actor; None where none was read."""
    return next((tone.value for tone in statement.stance if tone.actor == toward), None)


def statement_kinds(side: str, tone: float, rank: Rank) -> tuple[str, ...]:
    """The rows for a statement of that tone by a speaker of that rank; `side` is "observer" or "subject"."""
    word = "neutral" if abs(tone) < TONE_CUT else "positive" if tone > 0 else "negative"
    return f"{side}_statement_{word}_{rank}", f"{side}_statement_{word}"


def event_kinds(side: str, event: Event) -> tuple[str, ...]:
    """The rows for an event."""
    base = f"{side}_event_{event.type}"
    broad = (f"{side}_event_{QUADS[event.type]}",) if event.type in QUADS else ()
    return (*((f"{base}_{event.mode}",) if event.mode else ()), base, *broad)


def measure_kinds(side: str, measure: TradeMeasure, said: str = "") -> tuple[str, ...]:
    """The rows for a trade measure; `said` is what the one who imposed it says of it elsewhere in the text."""
    if measure.measure == "lifted":
        return (f"{side}_trade_measure_lifted",)
    base, ground = (
        f"{side}_trade_measure_imposed",
        _ground(measure.reason) or _ground(said) or _faults(measure.evidence.quote),
    )
    return (f"{base}_{ground}", base) if ground else (base,)


def kind_label(kind: str, actor: str) -> str:
    """The kind in words, done by `actor`: "criticism by a minister of Russia"."""
    _, what, *rest = kind.split("_")
    if what == "statement":
        who = f" by {RANK_WORDS[rest[1]]}" if len(rest) > 1 else ""
        return f"{TONE_WORDS[rest[0]]}{who} of {actor}" if who else f"{TONE_WORDS[rest[0]]} by {actor}"
    if what == "answer":
        return f"{ANSWER_WORDS.get('_'.join(rest), 'an answer')} by {actor}"
    if what in ("silence", "before"):
        words = SILENCE_WORDS if what == "silence" else BEFORE_WORDS
        return f"{words.get('_'.join(rest), f'silence on what was due ({chr(32).join(rest)})')} by {actor}"
    if what == "event":
        return f"{EVENT_WORDS.get(rest[0], ' '.join(rest))} by {actor}"
    ground = {"technical": " on technical grounds", "protective": " to shield its own producers"}.get(rest[-1], "")
    return f"a trade measure {'lifted' if 'lifted' in rest else 'imposed'} by {actor}{ground}"


def _ground(reason: str | None) -> str | None:
    text = (reason or "").casefold()
    return next((name for name, pattern in _grounds() if pattern.search(text)), None)


def _faults(sentence: str) -> str | None:
    """Technical where the sentence of the measure names a fault of the goods ("after inspectors found residues")."""
    return "technical" if _ground(sentence) == "technical" else None


@cache
def _grounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = yaml.load(files(__package__).joinpath("grounds.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        (name, re.compile("|".join(rf"\b{re.escape(word)}" for word in words))) for name, words in table.items()
    )
