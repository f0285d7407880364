"""`multivector world`: the reference tables that the measures read."""

import json
from collections.abc import Mapping
from typing import Any

import click

__all__ = ["world"]


@click.group()
def world() -> None:
    """Add, list and remove the reference tables that the measures read.

    They are kept in the user's data folder or in $MULTIVECTOR_WORLD, with origin, version, licence, checksum and date.

    \b
    Example:
      multivector world add unga_votes UNVotes.csv
    """


@world.command()
@click.argument("name")
@click.argument("source", metavar="FILE|URL")
@click.option("--version", default="", help="The version or date of the file, as its origin names it.")
@click.option("--label", default="", help="Keep it under another name, to have several tables of one kind.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest as JSON.")
def add(name: str, source: str, version: str, label: str, as_json: bool) -> None:
    """Read a file, or the one at an http(s) address, as the dataset NAME; a file that does not look right is refused.

    \b
    Example:
      multivector world add worldbank_gdp API_NY.GDP.MKTP.CD.csv --version 2025-01
    """
    from multivector.world.datasets import add_dataset  # late: --help needs none of it

    manifest = add_dataset(name, source, version, label)
    if as_json:
        click.echo(json.dumps(manifest, ensure_ascii=False, indent=2))
        return
    click.echo(_line(manifest))
    for warning in manifest["warnings"]:
        click.echo(f"  note: {warning}")


@world.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print the manifests as JSON.")
@click.option("--known", is_flag=True, help="List the datasets that can be added.")
def list_(as_json: bool, known: bool) -> None:
    """List the tables that are kept, or with --known those that can be added.

    \b
    Example:
      multivector world list --known
    """
    from multivector.world.datasets import DATASETS, kept_datasets  # late, as above

    rows: list[dict[str, Any]]
    if known:
        rows = [{"name": d.name, "title": d.title, "shape": d.shape, "origin": d.origin, "licence": d.licence}
                for d in DATASETS.values()]  # fmt: skip
    else:
        rows = kept_datasets()
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif known:
        for row in rows:
            click.echo(f"{row['name']:17} {row['shape']:15} {row['title']}; {row['origin']}; {row['licence']}")
    else:
        click.echo(
            "\n".join(_line(row) for row in rows)
            or "nothing is kept; `multivector world list --known` names what can be added"
        )


@world.command()
@click.argument("name")
def show(name: str) -> None:
    """Print the manifest of a kept table: origin, licence, checksum, rows, and what was odd about the file.

    \b
    Example:
      multivector world show comext
    """
    from multivector.errors import MissingInput  # late, as above
    from multivector.world.datasets import kept_datasets

    found = next((one for one in kept_datasets() if one["name"] == name), None)
    if found is None:
        raise MissingInput(f"{name}: no such table is kept; `multivector world list` names those that are")
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


@world.command()
@click.argument("name")
def remove(name: str) -> None:
    """Delete a kept table.

    \b
    Example:
      multivector world remove comext
    """
    from multivector.world.datasets import remove_dataset  # late, as above

    remove_dataset(name)
    click.echo(f"{name} removed")


def _line(manifest: Mapping[str, object]) -> str:
    years = f", {manifest['first_year']}-{manifest['last_year']}" if manifest["first_year"] else ""
    told = f"{manifest['name']}: {manifest['rows']:,} rows of {manifest['shape']}{years}"
    return f"{told}; {manifest['origin']}; {manifest['licence']}"
