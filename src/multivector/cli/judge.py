"""`multivector judge`: the answer, what it rests on, and what would change it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from multivector.cli.places import case_and_sources
from multivector.cli.progress import reading_progress, tell_failures
from multivector.errors import InputError

if TYPE_CHECKING:
    from multivector.judge import Dossier
    from multivector.model import Bearing, Judgement

__all__ = ["judge"]

WIDTH = 88


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--explain", metavar="ITEM", help="Lay one item open: its row, its marks, its discounts, its weight.")
@click.option("--as-of", metavar="DATE", help="Judge by what was published and decided by this day.")
@click.option("--replay", "by_day", is_flag=True, help="Show how the answer moved from day to day, and what moved it.")
@click.option("--json", "as_json", is_flag=True, help="Print the judgement as JSON, with all that goes with it.")
def judge(case: Path, explain: str | None, as_of: str | None, by_day: bool, as_json: bool) -> None:
    """Weigh a case's hypotheses against each other by what its articles say.

    \b
    Examples:
      multivector judge kazakhstan/
      multivector judge kazakhstan/ --explain eve-3f2a
      multivector judge kazakhstan/ --replay
    """
    folder, sources = case_and_sources(case)
    from multivector.judge import replay  # late: reading needs the model, --help does not
    from multivector.model.codec import to_plain
    from multivector.pipeline import Asked, dossier_of, read_case, readings_of

    with reading_progress() as progress:
        view = read_case(sources, folder, progress)
    tell_failures([(f.name, f.reason, f.mend) for f in view.failures()])
    dossier = dossier_of(folder, readings_of(view), Asked())
    dossier = dossier.as_of(_day(as_of)) if as_of else dossier
    if by_day:
        steps = replay(dossier)
        click.echo(
            json.dumps([to_plain(step) for step in steps], ensure_ascii=False, indent=2)
            if as_json
            else _days(dossier, steps)
        )
        return
    judgement = dossier.judged()
    if explain:
        row = _item(judgement, explain)
        click.echo(json.dumps(to_plain(row), ensure_ascii=False, indent=2) if as_json else _explained(judgement, row))
    else:
        click.echo(_as_json(folder, dossier, judgement) if as_json else _told(dossier, judgement))


def _as_json(folder: Path, dossier: "Dossier", judgement: "Judgement") -> str:
    """The judgement with indicators, raters, course, forecasts, and what each item's loss or turn makes of it."""
    from multivector.judge import indicators, load_forecasts, pooled, replay, score, sensitivity  # late, as above
    from multivector.judge.case_text import CASE_FILE
    from multivector.model.codec import to_plain

    pool = pooled(dossier)
    forecasts = load_forecasts(folder) if (folder / CASE_FILE).exists() else ()
    whole = {
        "judgement": to_plain(judgement),
        "indicators": [to_plain(one) for one in indicators(dossier, judgement)],
        "sensitivity": [to_plain(one) for one in sensitivity(dossier)],
        "raters": to_plain(pool) if pool else None,
        "replay": [to_plain(step) for step in replay(dossier)],
        "forecasts": {"forecasts": [to_plain(one) for one in forecasts], "score": to_plain(score(forecasts))},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _told(dossier: "Dossier", judgement: "Judgement") -> str:
    """The answer in words, then the matrix with the evidence's words in the row."""
    from multivector.judge import indicators, pooled  # late, as above
    from multivector.judge.words import percent

    question = judgement.question
    lines = [question.text, "", judgement.answer, judgement.confidence_reason, *judgement.retracted, ""]
    for place, hypothesis in enumerate(question.hypotheses):
        low, high = judgement.low[place], judgement.high[place]
        share = f"{judgement.percentages[place]}, {percent(low, low, high)}% to {percent(high, low, high)}%"
        count = f"inconsistency {judgement.inconsistency[place]:g}"
        lines.append(f"  {hypothesis.id:14} {judgement.words[place]:22} {share}; {count}  {hypothesis.text}")
    lines += ["", "  ".join([f"{'id':16}", *(f"{h.id[:11]:11}" for h in question.hypotheses), "weight  what"])]
    for row in judgement.bearings:
        cells = [f"{mark:2} {value:<8.2g}" for mark, value in zip(row.marks, row.likelihoods, strict=True)]
        lines.append("  ".join([f"{row.record[:16]:16}", *cells, f"{row.weight:<6.2f}", _cut(row.label)]))
    lines += ["", "What would change it:", *(f"  {sentence}" for sentence in judgement.would_change)]
    lines += ["", "To watch for:"]
    for one in indicators(dossier, judgement):
        lines.append(f"  {one.hypothesis}: {one.text} (×{one.ratio:.2g}{', seen' if one.seen else ''})")
    pool = pooled(dossier)
    if pool:
        lines += ["", f"Raters (they lie up to about {percent(pool.spread, 0, 1)} points apart):"]
        lines += [f"  {one.who}: {_shares(one.posterior, one.low, one.high)}" for one in pool.raters]
        lines += [f"  pooled: {_shares(pool.linear)} linear, {_shares(pool.log)} logarithmic"]
    return "\n".join(lines)


def _explained(judgement: "Judgement", row: "Bearing") -> str:
    ids = [hypothesis.id for hypothesis in judgement.question.hypotheses]
    lines = [
        f"{row.record}  {row.label}",
        f"“{row.said}”",
        f"day: {row.day or 'unknown'}; row of the table: {row.kind}; {row.role}",
        f"why: {row.reason}",
    ]
    for key, mark, table, used in zip(ids, row.marks, row.likelihoods, row.used, strict=True):
        lines.append(f"  {key:14} {mark:2}  likelihood {table:.3g}, after the discounts {used:.3g}")
    lines += [f"weight {row.weight:.3g}:", *(f"  {cut}" for cut in row.discounts)]
    apart = f"{row.evidence_weight:+.2f} decibans between the two leading hypotheses"
    lines.append(f"{apart}; diagnosticity {row.diagnosticity:.3f}")
    return "\n".join(lines)


def _days(dossier: "Dossier", steps: Any) -> str:
    ids = [hypothesis.id for hypothesis in dossier.question.hypotheses]
    lines = [f"{'day':12}" + "".join(f"{key[:14]:>16}" for key in ids)]
    for step in steps:
        shares = _percentages(step.posterior, step.low, step.high) if step.judged else ["not judged"] * len(ids)
        lines.append(f"{step.day:12}{''.join(f'{share:>15} ' for share in shares)}{'moved' if step.moved else ''}")
        lines += [f"{'':12}  + {_cut(label)}" for label in step.moved_by]
    return "\n".join(lines)


def _item(judgement: "Judgement", prefix: str) -> "Bearing":
    rows = [*judgement.bearings, *judgement.opinions, *judgement.baseline, *judgement.set_aside]
    found = [row for row in rows if any(name.startswith(prefix) for name in (row.record, *row.also))]
    if len(found) != 1:
        what = "no item" if not found else f"{len(found)} items"
        raise InputError(f"{prefix}: {what} of this judgement begin so; `multivector judge CASE` lists the ids")
    return found[0]


def _day(text: str) -> str:
    from datetime import date  # late, as above

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"--as-of {text}: is no day; write it as 2024-10-22") from None


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def _shares(values: Sequence[float], low: Sequence[float] = (), high: Sequence[float] = ()) -> str:
    return " / ".join(_percentages(values, low, high))


def _percentages(values: Sequence[float], low: Sequence[float], high: Sequence[float]) -> list[str]:
    """Percentages no finer than their range allows; without a range in steps of five."""
    from multivector.judge.words import percent  # late, as above

    ends = zip(low, high, strict=True) if low else [(0.0, 1.0)] * len(values)
    return [f"{percent(value, *pair)}%" for value, pair in zip(values, ends, strict=True)]
