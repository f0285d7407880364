"""`multivector measure tone` and `chains`: what a case's articles say."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from multivector.cli.measure.options import CASE, CODE, Shared, common

if TYPE_CHECKING:
    from multivector.measure.chains import Candidate

__all__ = ["chains", "tone"]


@click.command()
@click.argument("state", type=CODE)
@click.argument("toward", type=CODE)
@click.option("--case", type=CASE, default=Path(), help="The case's folder.")
@click.option("--at", metavar="DATE", help="A day at which the tone may have shifted.")
@click.option("--by", type=click.Choice(["month", "year", "rank"]), help="A row for each period, or rank of speaker.")
@click.option("--ranks", metavar="A,B", help="Two ranks or speakers to compare: minister,head or person:x,person:y.")
@common
def tone(
    state: str,
    toward: str,
    case: Path,
    at: str | None,
    by: str | None,
    ranks: str | None,
    shared: Shared,
) -> None:
    """The mean tone of a state's voices toward another state; its shift at a day; the gap between ranks.

    \b
    Example:
      multivector measure tone RUS KAZ --case kazakhstan/ --at 2024-10-17
    """
    from multivector.case_tables import case_tones  # late: --help needs none of it
    from multivector.cli.measure.answer import Answer, tell
    from multivector.errors import InputError
    from multivector.measure.tone import by_period, by_rank, tone_gap, tone_shift, units
    from multivector.measure.tone import tone as mean_tone

    table, label = case_tones(case), f"{state} on {toward}"
    found, inputs = units(table, state, toward, shared.as_of), ("statements", state, toward)
    rows = [(label, mean_tone(found, inputs))]
    if at:
        rows += [(label, figure) for figure in tone_shift(found, at, inputs)]
    if by:
        parts = by_rank(table, shared.as_of) if by == "rank" else by_period(table, by)
        for name, part, only in parts:
            rows.append(
                (f"{label} {name}", mean_tone(units(part, state, toward, shared.as_of, **only), (*inputs, name)))
            )
    if ranks:
        pair = ranks.split(",")
        if len(pair) != 2:
            raise InputError(f"--ranks {ranks}: give two ranks with a comma between, e.g. minister,spokesperson")
        columns = [{"speaker" if ":" in name else "rank": name.strip()} for name in pair]
        one, other = (units(table, state, toward, shared.as_of, **only) for only in columns)
        rows.append((f"{label}, {' - '.join(pair)}", tone_gap(one, other, (*inputs, *pair))))
    tell(Answer(rows), shared)


@click.command()
@click.option("--case", type=CASE, default=Path(), help="The case's folder.")
@click.option("--as-of", metavar="DATE", help="Use only what was published by this day, e.g. 2023-01-01.")
@click.option("--json", "as_json", is_flag=True, help="Print the chains as JSON.")
def chains(case: Path, as_of: str | None, as_json: bool) -> None:
    """Trade measures that may answer one another, with every rival cause.

    \b
    Example:
      multivector measure chains --case kazakhstan/
    """
    from multivector.case_tables import case_answers, case_measures  # late: --help needs none of it
    from multivector.measure.chains import chains as runs

    found = case_answers(case, as_of)
    if as_json:
        click.echo(
            json.dumps({"chains": runs(found), "causes": {a.measure: [c.record for c in a.causes] for a in found}})
        )
        return
    told = {one.id: f"{one.imposer} {one.measure}: {one.evidence.quote}" for one in case_measures(case)}
    for number, run in enumerate(runs(found), start=1):
        click.echo("\n".join([f"chain {number}", *(f"  {name}  {told.get(name, '')}" for name in run)]))
    for answer in found:
        for cause in answer.causes if answer.rivals else ():
            click.echo(f"rival cause of {answer.measure}: {cause.record} ({_tie(cause)})")
    if not any(answer.causes for answer in found):
        click.echo(f"{len(found)} trade measures, none of which answers another by link or by time")


def _tie(cause: "Candidate") -> str:
    """How a cause is tied to its effect, how long before it came, and who says so."""
    when = "" if cause.days is None else f", {cause.days} days before"
    by = f", says {cause.attributed_to}" if cause.attributed_to else ""
    return f"{cause.tie}{when}{by}"
