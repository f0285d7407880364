"""`multivector watch`: a case's feeds read again."""

import json
from pathlib import Path

import click

__all__ = ["watch"]


@click.command()
@click.argument("case", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--no-read", is_flag=True, help="Only fetch; `multivector read` reads later.")
def watch(case: Path, as_json: bool, no_read: bool) -> None:
    """Look at the feeds and pages that CASE/feeds.toml names, keep what is new, read it, and say what changed.

    feeds.toml has [[feed]] or [[page]] tables with url, and optionally outlet and, for a feed, follow = true, which
    also fetches the pages of its entries on the feed's own host. Nothing else is fetched; robots.txt is heeded.

    \b
    Example:
      multivector watch kazakhstan/
    """
    from dataclasses import asdict

    from multivector.cli.progress import reading_progress  # late: --help needs none of it
    from multivector.watch import watch_case

    with reading_progress() as progress:
        looked = watch_case(case, progress)
    counts = {} if no_read else _read(case)
    if as_json:
        click.echo(json.dumps({"watched": [asdict(one) for one in looked], **counts}, ensure_ascii=False))
        return
    for one in looked:
        health = one.health
        state = f"{health.state}{', to be taken for dead' if health.dead else ''}"
        click.echo(f"{health.url}: {state}; {len(one.new)} new, {len(one.changed)} changed of {health.items}")
        if health.failures:
            since = f"answered last {health.answered}" if health.answered else "never answered"
            click.echo(f"    {health.said} ({health.failures} times in a row, {since})")
        for name in (*one.new, *(f"changed: {url}" for url in one.changed), *(f"not had: {why}" for why in one.failed)):
            click.echo(f"    {name}")
    for name, value in counts.items():
        click.echo(f"{name}: {value}")


def _read(case: Path) -> dict[str, int]:
    """What reading the case again comes to."""
    from multivector.cli.places import case_and_sources
    from multivector.pipeline import read_case
    from multivector.store import Store

    before = len(Store.open(case).view().documents())
    if not (case / "sources").is_dir():
        return {}
    view = read_case(case_and_sources(case)[1], case, lambda name: None)
    return {"documents": len(view.documents()), "new documents": len(view.documents()) - before}
