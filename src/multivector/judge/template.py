"""The shipped templates: rival hypotheses, and what each would make likely, with a reason for every row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from multivector.errors import CodebookError
from multivector.model import Hypothesis

__all__ = ["TEMPLATES", "DueRule", "Row", "Template", "load_template", "template_hypotheses"]

TEMPLATES = ("perception", "retaliation", "alignment", "bluff")


@dataclass(frozen=True, slots=True)
class Row:
    """P(evidence of this kind | hypothesis) for each hypothesis of the template, by its id."""

    kind: str
    values: Mapping[str, float]
    reason: str
    counts: bool = False  # the subject's own conduct of this kind counts as evidence


@dataclass(frozen=True, slots=True)
class DueRule:
    """When something is due of a side: `unless` it came within `days` after what `after` names, silence is evidence.

    `after` is trigger, threat, promise (the day it was for) or measure (one of the other side); `unless` is words,
    friendly, conflict, cooperation or answer. `what` is a pattern with {side}, {side_possessive} and {after}.
    """

    id: str
    side: str
    after: str
    days: int
    unless: str
    what: str


@dataclass(frozen=True, slots=True)
class Template:
    """`question` and the hypotheses are patterns with {observer}, {subject} and {subject_possessive}."""

    id: str
    question: str
    about: str
    hypotheses: Mapping[str, str]
    optional: tuple[str, ...]
    rows: Mapping[str, Row]
    rival_cause_is_hypothesis: bool
    due: tuple[DueRule, ...] = ()
    priors: Mapping[str, float] = field(default_factory=dict)  # of hypotheses that do not start level


@cache
def load_template(name: str) -> Template:
    """The shipped template of that name; CodebookError for an unknown name or a broken file."""
    if name not in TEMPLATES:
        raise CodebookError(f"there is no template {name!r}; the templates are {', '.join(TEMPLATES)}")
    path = files(__package__).joinpath("templates", f"{name}.yaml")
    raw: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    hypotheses = dict(raw["hypotheses"])
    rows = {kind: _row(name, kind, row, hypotheses) for kind, row in raw["rows"].items()}
    rival = bool(raw.get("rival_cause_is_hypothesis", False))
    due = tuple(DueRule(key, **rule) for key, rule in raw.get("due", {}).items())
    return Template(
        raw["id"], raw["question"], raw["about"], hypotheses, tuple(raw.get("optional", ())), rows, rival, due,
        dict(raw.get("priors", {})),
    )  # fmt: skip


def _row(name: str, kind: str, raw: Mapping[str, Any], hypotheses: Mapping[str, str]) -> Row:
    values = {key: float(value) for key, value in raw["likelihood"].items()}
    if set(values) != set(hypotheses) or not all(0 < value < 1 for value in values.values()) or not raw.get("reason"):
        raise CodebookError(
            f"templates/{name}.yaml: {kind} needs a reason, and a likelihood between 0 and 1 for each of "
            f"{', '.join(hypotheses)}"
        )
    return Row(kind, values, raw["reason"], bool(raw.get("counts", False)))


def template_hypotheses(template: Template, words: Mapping[str, str], *, every: bool = True) -> tuple[Hypothesis, ...]:
    """The template's hypotheses in words; without `every` those that are no "something else"."""
    return tuple(
        Hypothesis(key, _sentence(text.format_map(words)), template.priors.get(key))
        for key, text in template.hypotheses.items()
        if every or key not in template.optional
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
