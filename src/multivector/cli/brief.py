"""`multivector brief`: the whole job."""

import json
from pathlib import Path

import click

from multivector.cli.places import case_and_sources
from multivector.cli.progress import reading_progress, tell_failures
from multivector.errors import UnreadableInput

__all__ = ["brief"]


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--question", help="What to ask; two states named in it become observer and subject.")
@click.option(
    "--observer", metavar="CODE", help="Whose reading is asked for (ISO alpha-3 or an organisation), e.g. RUS."
)
@click.option("--subject", metavar="CODE", help="Whose conduct is read, e.g. KAZ.")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the brief.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON instead of the summary.")
def brief(
    path: Path, question: str | None, observer: str | None, subject: str | None, out: Path | None, as_json: bool
) -> None:
    """Read an article or a folder, judge, and write one self-contained HTML file.

    \b
    Examples:
      multivector brief article.txt
      multivector brief articles/ --observer RUS --subject KAZ -o kazakhstan.html
    """
    case, sources = case_and_sources(path)
    from multivector.brief import render, summary  # late: reading needs the model, --help does not
    from multivector.model.codec import to_plain
    from multivector.pipeline import Asked, brief_case
    from multivector.store import write_atomic

    with reading_progress() as progress:
        given = brief_case(sources, case, Asked(question, observer, subject), progress)
    tell_failures(given.failures)
    if not given.readings:
        raise UnreadableInput(f"{path}: nothing in it could be read as an article")
    target = out or case / "brief.html"
    write_atomic(target, render(given).encode("utf-8"))
    if as_json:
        result = {"brief": str(target), "judgement": to_plain(given.judgement)}
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    click.echo("\n".join(summary(given)))
    click.echo(f"brief: {target}")
