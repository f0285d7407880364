"""`multivector brief`: the whole job."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from multivector.cli.places import case_and_sources
from multivector.cli.progress import reading_progress, tell_failures
from multivector.errors import UnreadableInput

__all__ = ["brief"]

FORMATS = ("html", "md", "pdf", "docx", "json")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the brief goes, in which format, and whether it may carry the articles' texts."""

    out: Path | None
    form: str | None
    no_text: bool
    as_json: bool

    def target(self, case: Path) -> tuple[Path, str]:
        """The file and its format: as asked, else by the file's ending, else HTML."""
        ending = self.out.suffix.lstrip(".").casefold() if self.out else ""
        form = self.form or (ending if ending in FORMATS else "html")
        return self.out or case / f"brief.{form}", form


def of_output(command: Callable[..., None]) -> Callable[..., None]:
    """Adds --out, --format, --no-text and --json, which reach the command as one argument `wanted`."""

    @wraps(command)
    def called(out: Path | None, form: str | None, no_text: bool, as_json: bool, **given: Any) -> None:
        command(**given, wanted=Wanted(out, form, no_text, as_json))

    asked: Callable[..., None] = called
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print the result as JSON instead of the summary."),
        click.option("--no-text", is_flag=True, help="Leave out the articles' texts: outlet, date, cited sentences."),
        click.option("--format", "form", type=click.Choice(FORMATS), help="Else the ending of --out says, or html."),
        click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the brief."),
    ):
        asked = option(asked)
    return asked


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--question", help="What to ask; two states named in it become observer and subject.")
@click.option(
    "--observer", metavar="CODE", help="Whose reading is asked for (ISO alpha-3 or an organisation), e.g. RUS."
)
@click.option("--subject", metavar="CODE", help="Whose conduct is read, e.g. KAZ.")
@of_output
def brief(path: Path, question: str | None, observer: str | None, subject: str | None, wanted: Wanted) -> None:
    """Read an article or a folder, judge, and write one self-contained file: HTML, Markdown, PDF, Word or JSON.

    \b
    Examples:
      multivector brief article.txt
      multivector brief articles/ --observer RUS --subject KAZ -o kazakhstan.html
      multivector brief kazakhstan/ --format pdf --no-text
    """
    case, sources = case_and_sources(path)
    from multivector.brief import summary, written  # late: reading needs the model, --help does not
    from multivector.model.codec import to_plain
    from multivector.pipeline import Asked, brief_case
    from multivector.store import write_atomic

    with reading_progress() as progress:
        given = brief_case(sources, case, Asked(question, observer, subject), progress)
    tell_failures(given.failures)
    if not given.readings:
        raise UnreadableInput(f"{path}: nothing in it could be read as an article")
    target, form = wanted.target(case)
    write_atomic(target, written(replace(given, texts=not wanted.no_text), form))
    if wanted.as_json:
        result = {"brief": str(target), "judgement": to_plain(given.judgement)}
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    click.echo("\n".join(summary(given)))
    click.echo(f"brief: {target}")
