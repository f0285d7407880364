"""`multivector forecast`: what a case foretold, and how that turned out."""

import json
from pathlib import Path

import click

__all__ = ["forecast"]


@click.command()
@click.argument("case", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw the calibration (.svg or .png).")
@click.option("--json", "as_json", is_flag=True, help="Print forecasts and scores as JSON.")
def forecast(case: Path, plot: Path | None, as_json: bool) -> None:
    """List a case's forecasts and score those that are resolved: Brier with its parts, log score, calibration.

    Forecasts stand in case.toml, each under its own [[forecast]] with question, asked, by, p, rule, and once it is
    known outcome = true or false.

    \b
    Example:
      multivector forecast kazakhstan/
    """
    from multivector.judge import load_forecasts, score  # late: --help needs none of it
    from multivector.model.codec import to_plain

    found = load_forecasts(case)
    result = score(found)
    if plot is not None and result.calibration:
        from multivector.measure.plots import calibration_chart, write_chart

        write_chart(calibration_chart([(row.p, row.share, row.n) for row in result.calibration]), plot)
        click.echo(f"picture: {plot}", err=True)
    if as_json:
        click.echo(
            json.dumps(
                {"forecasts": [to_plain(one) for one in found], "score": to_plain(result)}, ensure_ascii=False, indent=2
            )
        )
        return
    for one in found:
        known = {None: f"open until {one.by}", True: "it came to be", False: "it did not"}[one.outcome]
        click.echo(f"{one.p:>4.0%}  {one.question}  ({known}; {one.rule})")
    if result.brier is None:
        click.echo(result.reason)
        return
    parts = f"reliability {result.reliability:.4f} - resolution {result.resolution:.4f}"
    parts += f" + uncertainty {result.uncertainty:.4f}"
    click.echo(f"Brier {result.brier:.4f} = {parts}; log score {result.log:.4f}; {result.n} resolved")
    for row in result.calibration:
        click.echo(f"  said {row.p:.0%}, came to be {row.share:.0%} of {row.n}")
