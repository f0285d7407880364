"""Acts (what events are made of) and operators (what changes them), as the YAML files give them.

A trigger is a verb, noun or adjective lemma, or several words of which one is that head: "cut off", "take part in",
"peace talk". See docs/codebook.md for the fields.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from multivector.codebook.base import load, load_folder
from multivector.errors import CodebookError

__all__ = ["Act", "Trigger", "TriggerKind", "acts", "classes_of", "modal_acts", "phrases", "triggers", "word_classes"]

TriggerKind = Literal["verb", "noun", "adjective"]
VERB_TARGET = (
    "obj",
    "iobj",
    "with",
    "to",
    "on",
    "against",
    "at",
    "for",
    "from",
    "of",
    "in",
    "into",
    "over",
    "towards",
    "toward",
)
NOUN_TARGET = ("obj", "on", "against", "to", "with", "towards", "toward", "for", "at", "from", "in", "over")


@dataclass(frozen=True, slots=True)
class Act:
    """One frame. `event` is None for an operator, which has no type of its own."""

    id: str
    event: str | None
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    operator: str | None  # do, undergo, begin, end, plan, fail, allow, cause
    content: tuple[str, ...]  # labels under which an embedded act stands; empty where it takes none
    source: tuple[str, ...]
    target: tuple[str, ...]
    needs: tuple[tuple[str, frozenset[str]], ...]  # of its verbs: label -> lemmas of which one must head the argument
    noun_needs: tuple[tuple[str, frozenset[str]], ...]  # the same of its nouns
    bars: tuple[tuple[str, frozenset[str]], ...]
    reverse: str | None  # the event type of its end
    reciprocal: bool
    when_conflict: str | None  # event type where the embedded act is a conflict
    modals: tuple[str, ...]  # auxiliaries that make any verb in somebody's mouth this act: "Sudan must return it"
    carried: bool  # its nouns stand only under a light verb: "voiced concern", not mere "concern"
    noun_of: str  # what "of" means after the noun: obj or subj
    home: bool  # without another target it is done to the doer's own people: a curfew, a pardon
    negated: bool  # it is told by a negation: "did not rule out force"
    voiced: bool  # only what one party says of another: "Ankara said that Tehran was arming rebels"
    positive: tuple[str, ...]
    near_miss: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A way to say an act: the head lemma and the words that must go with it."""

    head: str
    others: tuple[str, ...]
    kind: TriggerKind
    act: Act

    @property
    def weight(self) -> tuple[bool, bool, int, int]:
        """Acts win over operators, then what is said of another, then more words, then more conditions."""
        return (
            self.act.event is not None,
            self.act.voiced,
            len(self.others),
            len(self.act.noun_needs if self.kind == "noun" else self.act.needs),
        )


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """Name -> lemmas, from classes.yaml; a class may include another by "@name"."""
    table: dict[str, list[str]] = load("classes.yaml")

    def members(name: str) -> Iterable[str]:
        for word in table[name]:
            yield from members(word[1:]) if word.startswith("@") else (word,)

    return {name: frozenset(members(name)) for name in table}


@cache
def classes_of(lemma: str) -> tuple[str, ...]:
    """The names of the classes that hold a lemma."""
    return tuple(name for name, words in word_classes().items() if lemma in words)


@cache
def acts() -> tuple[Act, ...]:
    """All acts and operators, in the order of the files; raises CodebookError for a wrong or double id."""
    found = [_act(row) for file in (*load_folder("acts"), load("operators.yaml")) for row in file]
    ids = [a.id for a in found]
    if len(set(ids)) != len(ids):
        raise CodebookError(f"two acts have the id {next(i for i in ids if ids.count(i) > 1)}")
    return tuple(found)


@cache
def modal_acts() -> tuple[Act, ...]:
    """The acts that an auxiliary alone makes of any verb."""
    return tuple(act for act in acts() if act.modals)


@cache
def triggers(kind: TriggerKind) -> dict[str, tuple[Trigger, ...]]:
    """Head lemma -> its triggers of that kind, the most specific first."""
    found: dict[str, list[Trigger]] = {}
    rows = [row for file in (*load_folder("acts"), load("operators.yaml")) for row in file]
    for act, row in zip(acts(), rows, strict=True):
        for words in row.get(f"{kind}s", ()):
            trigger = _trigger(str(words).split(), kind, act)
            found.setdefault(trigger.head, []).append(trigger)
    return {head: tuple(sorted(group, key=lambda t: t.weight, reverse=True)) for head, group in found.items()}


@cache
def phrases() -> dict[str, tuple[Trigger, ...]]:
    """Verbs of several words, each as one lemma: what a single word of another language may say ("protest against")."""
    found: dict[str, list[Trigger]] = {}
    for group in triggers("verb").values():
        for trigger in group:
            if trigger.others:
                whole = " ".join([trigger.head, *trigger.others])
                found.setdefault(whole, []).append(Trigger(whole, (), "verb", trigger.act))
    return {whole: tuple(group) for whole, group in found.items()}


def _trigger(words: list[str], kind: TriggerKind, act: Act) -> Trigger:
    head = words[-1] if kind == "noun" else words[0]
    others = words[:-1] if kind == "noun" else words[1:]
    return Trigger(head, tuple(others), kind, act)


def _act(row: dict[str, Any]) -> Act:
    noun_only = "nouns" in row and "verbs" not in row
    return Act(
        id=row["id"],
        event=row.get("event"),
        mode=row.get("mode"),
        cameo=row.get("cameo"),
        contexts=tuple(row.get("contexts", ())),
        operator=row.get("operator"),
        content=tuple(row.get("content", ())),
        source=tuple(row.get("source", ("subj",))),
        target=tuple(_with_dative(row.get("target", NOUN_TARGET if noun_only else VERB_TARGET))),
        needs=_conditions(row.get("if", {})),
        noun_needs=_conditions(row.get("noun_if", {})),
        bars=_conditions(row.get("unless", {})),
        reverse=row.get("reverse"),
        reciprocal=bool(row.get("reciprocal", False)),
        when_conflict=row.get("when_conflict"),
        modals=tuple(row.get("modals", ())),
        carried=bool(row.get("carried", False)),
        noun_of=row.get("noun_of", "obj"),
        home=bool(row.get("home", False)),
        negated=bool(row.get("negated", False)),
        voiced=bool(row.get("voiced", False)),
        positive=tuple(row.get("positive", ())),
        near_miss=tuple(row.get("near_miss", ())),
    )


def _conditions(table: dict[str, list[str]]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        ("|".join(_with_dative(label.split("|"))), frozenset(_expand(words))) for label, words in table.items()
    )


def _with_dative(labels: Sequence[str]) -> Iterator[str]:
    """Who is given something stands behind "to" or, without it, beside the verb: "returned Kyiv its soldiers"."""
    for label in labels:
        yield label
        if label == "to" and "iobj" not in labels:
            yield "iobj"


def _expand(words: list[str]) -> Iterable[str]:
    for word in words:
        if word.startswith("@"):
            yield from word_classes()[word[1:]]
        else:
            yield word
