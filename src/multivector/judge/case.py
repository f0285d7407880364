"""case.toml: what a case asks, in a file that people write."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from multivector.errors import CaseError, CodebookError
from multivector.judge.case_due import due_of
from multivector.judge.case_fields import chance, check_keys, text
from multivector.judge.case_source import Source, read_case_file
from multivector.judge.default import NOTHING, default_question
from multivector.judge.forecast import Forecast, forecast_of
from multivector.judge.prior import prior_of
from multivector.judge.reliability import parse_rating
from multivector.judge.template import TEMPLATES, Template, load_template
from multivector.model.judgement import Hypothesis, LikelihoodRow, Question

__all__ = ["TONES", "load_case", "load_forecasts", "load_reliability", "load_tone"]

HYPOTHESIS_KEYS = ("id", "text", "prior", "like")
CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
T = TypeVar("T")
TONES = ("lexicon", "embed")
RECORD = re.compile(r"(sta|eve|tra|mem)-[0-9a-f]{4,}")


def load_case(path: Path, names: Mapping[str, str] = NOTHING) -> Question:
    """The question in a case's folder, or in the file itself.

    Where the file has no hypotheses the template's own are asked, with `names` (code -> name) for the two states.
    Raises CaseError, which names the file, the line and the key, for anything that cannot be used.
    """
    source, raw = read_case_file(path)
    template = _template(source, raw)
    hypotheses = (
        _hypotheses(source, raw, template) if "hypothesis" in raw else _template_ones(source, raw, template, names)
    )
    return Question(
        text=_needed(source, raw, "question"),
        observer=_code(source, raw, "observer"),
        subject=_code(source, raw, "subject"),
        hypotheses=hypotheses,
        template=template.id,
        trigger=_trigger(source, raw),
        about=_text(source, raw, "about"),
        likelihood=_likelihood(source, raw, hypotheses),
        window=_window(source, raw),
        due=_each(source, raw, "due", lambda row: due_of(row, raw.get("trigger"))),
    )


def load_reliability(path: Path) -> dict[str, str]:
    """The ratings of outlets and documents in a case: name -> Admiralty code; empty where the case gives none."""
    source, raw = read_case_file(path)
    table = raw.get("reliability", {})
    if not isinstance(table, dict):
        raise source.error("reliability", 'must be a table such as [reliability] with "Outlet" = "B"')
    for name, code in table.items():
        try:
            parse_rating(str(code))
        except CaseError as error:
            raise source.error(name, str(error)) from None
    return {name: str(code) for name, code in table.items()}


def load_tone(path: Path) -> str:
    """Which reader of tone the case's statements are read with: "lexicon", or "embed", the sentence model."""
    source, raw = read_case_file(path)
    tone = str(raw.get("tone", TONES[0]))
    if tone not in TONES:
        raise source.error("tone", f"must be {' or '.join(TONES)}")
    return tone


def load_forecasts(path: Path) -> tuple[Forecast, ...]:
    """The forecasts of a case, each under its own [[forecast]]; empty where it has none."""
    source, raw = read_case_file(path)
    return _each(source, raw, "forecast", forecast_of)


def _each(source: Source, raw: Mapping[str, Any], key: str, made: Callable[[object], T]) -> tuple[T, ...]:
    """What `made` makes of each table under [[key]]; its errors get the file's name and the line."""
    rows = raw.get(key, [])
    if not isinstance(rows, list):
        raise source.error(key, f"each must stand under its own [[{key}]]")
    return tuple(_checked(source, partial(made, row)) for row in rows)


def _checked(source: Source, made: Callable[[], T]) -> T:
    """What `made` gives; a CaseError of its own begins with the key."""
    try:
        return made()
    except CaseError as error:
        key, _, message = str(error).partition(": ")
        raise source.error(key, message) from None


def _text(source: Source, raw: Mapping[str, Any], key: str) -> str | None:
    return _needed(source, raw, key) if raw.get(key) is not None else None


def _needed(source: Source, raw: Mapping[str, Any], key: str) -> str:
    return _checked(source, lambda: text(raw, key))


def _code(source: Source, raw: Mapping[str, Any], key: str) -> str | None:
    value = _text(source, raw, key)
    if value is not None and not CODE.fullmatch(value):
        raise source.error(key, f"{value!r} is no actor's code; write RUS, KAZ, EU ...")
    return value


def _trigger(source: Source, raw: Mapping[str, Any]) -> str | None:
    """An ISO day, written as a TOML date or as a text, or the id of a record, or its beginning."""
    value = raw.get("trigger")
    if isinstance(value, str) and RECORD.fullmatch(value):
        return value
    try:
        return None if value is None else date.fromisoformat(str(value)).isoformat()
    except ValueError:
        message = f"{value!r} is no day; write it as 2024-10-16, or give a record's id"
        raise source.error("trigger", message) from None


def _window(source: Source, raw: Mapping[str, Any]) -> int | None:
    """Whole days, which count from the trigger."""
    value = raw.get("window")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise source.error("window", f"{value!r} is no number of days; write 30")
    if "trigger" not in raw:
        raise source.error("window", "counts from the trigger, which is missing")
    return value


def _template(source: Source, raw: Mapping[str, Any]) -> Template:
    name = _text(source, raw, "template") or TEMPLATES[0]
    try:
        return load_template(name)
    except CodebookError as error:
        raise source.error("template", str(error)) from None


def _template_ones(
    source: Source, raw: Mapping[str, Any], template: Template, names: Mapping[str, str]
) -> tuple[Hypothesis, ...]:
    observer, subject = (_code(source, raw, key) for key in ("observer", "subject"))
    if observer is None or subject is None:
        raise source.error("hypothesis", 'without any, observer and subject must be given: write observer = "RUS"')
    return default_question((), observer=observer, subject=subject, template=template.id, names=names).hypotheses


def _hypotheses(source: Source, raw: Mapping[str, Any], template: Template) -> tuple[Hypothesis, ...]:
    rows = raw.get("hypothesis", [])
    if not isinstance(rows, list) or len(rows) < 2:
        raise source.error("hypothesis", "there must be at least two, each under its own [[hypothesis]]")
    found = tuple(_hypothesis(source, row, template) for row in rows)
    ids = [hypothesis.id for hypothesis in found]
    twice = next((key for key in ids if ids.count(key) > 1), None)
    if twice is not None:
        raise source.error("id", f"two hypotheses have the id {twice!r}")
    try:
        prior_of(found)
    except CaseError as error:
        raise source.error("prior", str(error)) from None
    return found


def _hypothesis(source: Source, row: object, template: Template) -> Hypothesis:
    table = _checked(source, lambda: check_keys(row, HYPOTHESIS_KEYS, "a hypothesis"))
    prior, like = table.get("prior"), _text(source, table, "like")
    if prior is not None and (isinstance(prior, bool) or not isinstance(prior, int | float)):
        raise source.error("prior", f"{prior!r} is no number between 0 and 1")
    if like is not None and like not in template.hypotheses:
        raise source.error("like", f"the template {template.id!r} has {', '.join(template.hypotheses)}, not {like!r}")
    key, words = _needed(source, table, "id"), _needed(source, table, "text")
    return Hypothesis(key, words, None if prior is None else float(prior), like)


def _likelihood(source: Source, raw: Mapping[str, Any], hypotheses: Sequence[Hypothesis]) -> tuple[LikelihoodRow, ...]:
    table = raw.get("likelihood", {})
    if not isinstance(table, dict):
        raise source.error("likelihood", "must hold tables such as [likelihood.observer_event_SANCTION]")
    ids = [hypothesis.id for hypothesis in hypotheses]
    return tuple(_row(source, kind, row, ids) for kind, row in sorted(table.items()))


def _row(source: Source, kind: str, row: object, ids: Sequence[str]) -> LikelihoodRow:
    if not isinstance(row, dict) or not kind.startswith(("observer_", "subject_")):
        raise source.error(kind, "must be a table for a kind of evidence, such as observer_event_SANCTION")
    reason = _needed(source, row, "reason")
    values = {key: chance(value) for key, value in row.items() if key != "reason"}
    unknown = next((key for key in values if key not in ids), None)
    if unknown is not None:
        raise source.error(kind, f"{unknown!r} is no hypothesis of this case; they are {', '.join(ids)}")
    wrong = next((key for key, value in values.items() if value is None), None)
    if wrong is not None:
        raise source.error(kind, f"the likelihood of {wrong!r} must lie between 0 and 1, without either")
    return LikelihoodRow(kind, tuple((key, p) for key in ids if (p := values.get(key)) is not None), reason)
