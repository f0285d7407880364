"""The text of a new case.toml, with the comments that explain it."""

import re
from pathlib import Path

from multivector.judge.template import TEMPLATES
from multivector.model.judgement import Hypothesis, Question

__all__ = ["CASE_FILE", "write_case"]

CASE_FILE = "case.toml"


def write_case(path: Path, question: Question) -> None:
    """Write case.toml for that question into a folder (or to that file), with comments; `load_case` gives it back."""
    file = path / CASE_FILE if path.is_dir() else path
    file.write_text("\n".join(_case_lines(question)) + "\n", "utf-8", newline="\n")


def _case_lines(question: Question) -> list[str]:
    lines = ["# What this case asks. Every line may be changed; run `multivector brief` again afterwards.", ""]
    lines += [f"question = {_quote(question.text)}", ""]
    lines += [
        "# Whose reading is asked for, and whose conduct it reads (ISO 3166 alpha-3, or an organisation's acronym)."
    ]
    lines += _optional("observer", question.observer, "RUS") + _optional("subject", question.subject, "KAZ")
    lines += ["", "# The day of what the subject did: what the observer did before it is baseline and does not count."]
    day = question.trigger if not question.trigger or question.trigger[:1].isdigit() else _quote(question.trigger)
    lines += [f"trigger = {day}" if day else "# trigger = 2024-10-16"]
    lines += ["# How many days from then on count; without a number, all."]
    lines += [f"window = {question.window}" if question.window else "# window = 90"]
    lines += ["", "# The organisation or actor that the subject's decision concerned."]
    lines += _optional("about", question.about, "BRICS")
    lines += ["", f"# Which shipped table of likelihoods is used: {', '.join(TEMPLATES)}."]
    lines += [f"template = {_quote(question.template)}", ""]
    lines += [
        "# Two or more rival explanations. A hypothesis takes the template's numbers through its id, or through `like`."
    ]
    lines += [
        "# A prior is optional; without any, all start level. Keep something else among them: without it the shares are"
    ]
    lines += ["# only among those that you thought of."]
    for hypothesis in question.hypotheses:
        lines += _hypothesis_lines(hypothesis)
    lines += ["", "# Rows of your own go before the template's. Each number is P(evidence of this kind | hypothesis)."]
    if not question.likelihood:
        lines += _example(question)
    for row in question.likelihood:
        lines += [f"[likelihood.{_bare(row.kind)}]", *(f"{_bare(key)} = {value!r}" for key, value in row.values)]
        lines += [f"reason = {_quote(row.reason)}", ""]
    lines += _due_lines(question)
    lines += ["# How reliable the outlets are: A (reliable) to E (unreliable), F (cannot be judged)."]
    return [*lines, "# [reliability]", '# "Outlet" = "B"']


def _due_lines(question: Question) -> list[str]:
    lines = ["# What was due by a day: silence about it counts as evidence once the day has passed."]
    if not question.due:
        rows = ("# [[due]]", '# id = "congratulations"', '# what = "congratulations on the national day"')
        return [*lines, *rows, "# by = 2024-12-17", '# unless = "friendly"', ""]
    for due in question.due:
        after = [f"after = {due.after}"] if due.after else []
        lines += ["[[due]]", f"id = {_quote(due.id)}", f"what = {_quote(due.what)}", f"by = {due.by}", *after]
        lines += [f"unless = {_quote(due.unless)}", f"side = {_quote(due.side)}", ""]
    return lines


def _hypothesis_lines(hypothesis: Hypothesis) -> list[str]:
    prior = [] if hypothesis.prior is None else [f"prior = {hypothesis.prior!r}"]
    like = [] if hypothesis.like is None else [f"like = {_quote(hypothesis.like)}"]
    return ["", "[[hypothesis]]", f"id = {_quote(hypothesis.id)}", f"text = {_quote(hypothesis.text)}", *prior, *like]


def _example(question: Question) -> list[str]:
    rows = [f"# {_bare(h.id)} = {value}" for h, value in zip(question.hypotheses, ("0.25", "0.45"), strict=False)]
    return ["# [likelihood.observer_event_SANCTION]", *rows, '# reason = "why these numbers"', ""]


def _optional(key: str, value: str | None, example: str) -> list[str]:
    return [f"{key} = {_quote(value)}" if value else f"# {key} = {_quote(example)}"]


def _bare(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _quote(key)


def _quote(text: str) -> str:
    """A TOML basic string: quotation marks, backslashes and control characters escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'
