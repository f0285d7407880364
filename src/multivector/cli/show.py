"""`multivector show`: one record with the sentence that says it."""

import json
from pathlib import Path

import click

__all__ = ["show"]


@click.command()
@click.argument("record")
@click.option("--case", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The case's folder.")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON.")
def show(record: str, case: Path, as_json: bool) -> None:
    """Print a record by its id, or by the beginning of it, with its evidence and the rule that made it.

    \b
    Example:
      multivector show sta-3f2a --case kazakhstan/
    """
    from multivector.model.codec import to_plain  # late: --help needs none of it
    from multivector.pipeline import view_of

    view = view_of(case, record=record)
    found = view.record(record)
    if as_json:
        click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=2))
        return
    document = view.document(found.evidence.document)
    evidence = found.evidence
    context = document.text[max(0, evidence.start - 120) : evidence.start]
    click.echo(f"{found.id}  {document.name}, characters {evidence.start}-{evidence.end}")
    click.echo(f"...{context}[{evidence.quote}]{document.text[evidence.end : evidence.end + 120]}...")
    click.echo(f"rule: {', '.join(o.rule for o in found.origin)}  confidence: {found.confidence}")
    for name, value in to_plain(found).items():
        if name not in ("id", "evidence", "origin", "confidence"):
            click.echo(f"{name}: {json.dumps(value, ensure_ascii=False)}")
