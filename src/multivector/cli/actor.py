"""`multivector actor`: what a case says of one actor."""

import json
from pathlib import Path

import click

__all__ = ["actor"]

SHOWN = 12  # rows of each list


@click.command()
@click.argument("code")
@click.option("--case", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The case's folder.")
@click.option("-n", "--latest", type=click.IntRange(0, 1000), default=10, show_default=True, help="Records to print.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
def actor(code: str, case: Path, latest: int, as_json: bool) -> None:
    """Print what a case holds of an actor (a code such as KAZ or BRICS): as what, with whom, when, the latest records.

    Records are counted as they were read, also in cases of millions of records, of which little is read for it.

    \b
    Example:
      multivector actor KAZ --case kazakhstan/
    """
    from dataclasses import asdict  # late: --help needs none of it

    from multivector.errors import InputError
    from multivector.model.codec import to_plain
    from multivector.store import Store

    page = Store.open(case).actor(code.upper() if code.isalpha() else code, latest)
    if not page.counts:
        raise InputError(f"{code}: no record of this case names an actor of that code; `search --actor` takes the same")
    if as_json:
        told = {name: value for name, value in asdict(page).items() if name != "latest"}
        click.echo(json.dumps(told | {"latest": [to_plain(one) for one in page.latest]}, ensure_ascii=False))
        return
    for kind, role, sort, count in page.counts[:SHOWN]:
        click.echo(f"{count:9,}  {kind} as {role}  {sort}")
    click.echo("with: " + ", ".join(f"{other} {count:,}" for other, count in page.partners[:SHOWN]))
    click.echo("years: " + ", ".join(f"{year or 'undated'} {count:,}" for year, count in page.years))
    for record in page.latest:
        click.echo(f"{record.id}  {' '.join(record.evidence.quote.split())[:160]}")
