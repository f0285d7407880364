"""`multivector init` and `multivector read`: the steps before the brief."""

import json
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

import click

from multivector.cli.places import SOURCES, case_and_sources
from multivector.cli.progress import coding_progress, reading_progress, tell_failures
from multivector.errors import CaseError, InputError, UnreadableInput

__all__ = ["init", "read"]


@click.command()
@click.argument("case", type=click.Path(path_type=Path, file_okay=False))
@click.option("--question", help="What the case asks.")
@click.option("--observer", metavar="CODE", help="Whose reading is asked for, e.g. RUS.")
@click.option("--subject", metavar="CODE", help="Whose conduct is read, e.g. KAZ.")
@click.option("--trigger", type=click.DateTime(["%Y-%m-%d"]), help="The day of what the subject did.")
@click.option("--about", metavar="CODE", help="What the subject's decision concerned, e.g. BRICS.")
def init(
    case: Path,
    question: str | None,
    observer: str | None,
    subject: str | None,
    trigger: datetime | None,
    about: str | None,
) -> None:
    """Make a case: a folder with case.toml and sources/.

    Observer and subject are taken from the question where it names two states and they are not given.

    \b
    Example:
      multivector init kazakhstan --question "Does Moscow see Kazakhstan's decision as a betrayal?" --trigger 2024-10-16
    """
    from multivector.case_views import Asked, question_of  # late: --help needs none of it
    from multivector.judge import write_case
    from multivector.judge.case_text import CASE_FILE

    if (case / CASE_FILE).exists():
        raise CaseError(f"{case / CASE_FILE}: is there already; edit it, or name another folder")
    (case / SOURCES).mkdir(parents=True, exist_ok=True)
    asked = question_of(case, (), Asked(question, observer, subject))
    write_case(case, replace(asked, trigger=trigger.date().isoformat() if trigger else None, about=about))
    click.echo(f"case: {case}\nput articles into {case / SOURCES}, then run: multivector brief {case}")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--coded", metavar="LAKE", help="Take what `multivector code INPUT -o LAKE/` coded, and read nothing.")
@click.option("--texts", metavar="INPUT", help="With --coded: where its input lies now, if it has moved.")
@click.option("--actors", metavar="FILE.csv", type=click.Path(path_type=Path), help="With --coded: as it was coded.")
@click.option("--json", "as_json", is_flag=True, help="Print counts as JSON.")
def read(path: Path, coded: str | None, texts: str | None, actors: Path | None, as_json: bool) -> None:
    """Read what is new in a case into its store, without judging.

    With --coded an archive that was coded becomes a case, some ten thousand articles a step, to be searched and looked
    up: its records and, from its input, the texts. The folder is made where there is none. A run that was stopped goes
    on, a run again takes what is new in the lake; what comes later under an article's id replaces.

    \b
    Examples:
      multivector read kazakhstan/
      multivector read archive-case/ --coded lake/
    """
    if coded:
        _take(path, coded, texts, actors, as_json)
    elif texts or actors:
        raise InputError("--texts and --actors go with --coded")
    else:
        _read(path, as_json)


def _take(case: Path, lake: str, texts: str | None, actors: Path | None, as_json: bool) -> None:
    from multivector.coded import Given, take_lake  # late, as below
    from multivector.engine.stage import Hearing
    from multivector.world.own import NONE, read_own

    if case.is_file():
        raise InputError(f"{case}: a file; name the case's folder, which is made where there is none")
    case.mkdir(parents=True, exist_ok=True)
    given = Given(lake, texts, read_own(actors) if actors else NONE)
    with coding_progress() as progress:
        taken = take_lake(given, case, Hearing(progress.total, progress.done, progress.failed))
    counts = {"case": str(case), "lake": lake, **asdict(taken)}
    text = f"{taken.documents} documents, {taken.records} records taken, {taken.not_taken} rows not; case: {case}"
    click.echo(json.dumps(counts) if as_json else text)


def _read(path: Path, as_json: bool) -> None:
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
