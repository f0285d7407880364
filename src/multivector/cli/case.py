"""`multivector init` and `multivector read`: the steps before the brief."""

import json
from pathlib import Path

import click

from multivector.cli.places import SOURCES, case_and_sources
from multivector.cli.progress import reading_progress, tell_failures
from multivector.errors import CaseError, UnreadableInput

__all__ = ["init", "read"]


@click.command()
@click.argument("case", type=click.Path(path_type=Path, file_okay=False))
@click.option("--question", default="How does OBSERVER read SUBJECT's decision?", help="What the case asks.")
@click.option("--observer", metavar="CODE", help="Whose reading is asked for, e.g. RUS.")
@click.option("--subject", metavar="CODE", help="Whose conduct is read, e.g. KAZ.")
def init(case: Path, question: str, observer: str | None, subject: str | None) -> None:
    """Make a case: a folder with case.toml and sources/.

    \b
    Example:
      multivector init kazakhstan --question "Does Moscow see it as a betrayal?" --observer RUS --subject KAZ
    """
    from multivector.judge import default_question, write_case  # late: --help needs none of it
    from multivector.judge.case_text import CASE_FILE
    from multivector.world.actors import display_names

    if (case / CASE_FILE).exists():
        raise CaseError(f"{case / CASE_FILE}: is there already; edit it, or name another folder")
    (case / SOURCES).mkdir(parents=True, exist_ok=True)
    asked = default_question((), text=question, observer=observer, subject=subject, names=display_names())
    write_case(case, asked)
    click.echo(f"case: {case}\nput articles into {case / SOURCES}, then run: multivector brief {case}")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print counts as JSON.")
def read(path: Path, as_json: bool) -> None:
    """Read what is new in a case into its store, without judging.

    \b
    Example:
      multivector read kazakhstan/
    """
    case, sources = case_and_sources(path)
    from multivector.pipeline import read_case  # late: reading needs the model

    with reading_progress() as progress:
        view = read_case(sources, case, progress)
    failures = view.failures()
    tell_failures([(f.name, f.reason, f.mend) for f in failures])
    documents, records = view.count()
    counts = {"case": str(case), "documents": documents, "records": records, "not_read": len(failures)}
    if not counts["documents"]:
        raise UnreadableInput(f"{path}: nothing in it could be read as an article")
    text = f"{counts['documents']} documents, {counts['records']} records, {counts['not_read']} not read; case: {case}"
    click.echo(json.dumps(counts) if as_json else text)
