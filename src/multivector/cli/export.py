"""`multivector export`: the records, for other tools."""

from pathlib import Path

import click

from multivector.cli.places import store_of

__all__ = ["export"]

FORMATS = ("jsonl", "csv", "parquet", "graphml", "plover")


@click.command()
@click.argument("case", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="File, or folder for csv and parquet; default: stdout."
)
def export(case: Path, form: str, out: Path | None) -> None:
    """Write everything that a case holds in a stable order.

    \b
    Example:
      multivector export kazakhstan/ --format jsonl -o records.jsonl
    """
    from multivector.pipeline import view_of  # late: --help needs none of it
    from multivector.store.export import write_export

    store_of(case)
    for path in write_export(view_of(case), form, out):
        click.echo(path, err=True)
