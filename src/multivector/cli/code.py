"""`multivector code`: bulk sentences or articles in, records out."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from multivector.cli.progress import Coding, coding_progress
from multivector.errors import InputError

if TYPE_CHECKING:
    from multivector.archive import Runner

__all__ = ["code"]

STDOUT = "-"
OTHERS = (".json", ".ndjson", ".csv", ".tsv", ".txt", ".gz", ".zst")  # who names such a file does not mean a folder


@click.command()
@click.argument("given", metavar="INPUT")
@click.option(
    "-o", "--out", metavar="OUTPUT", required=True, help="A .jsonl or .parquet file, a folder (a lake), or -."
)
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True)
@click.option("--workers", type=click.IntRange(1, 256), help="Processes of the local engine; as many as cores help.")
@click.option("--master", metavar="URL", help="Spark's master, e.g. spark://host:7077; without it Spark's own setting.")
@click.option("--no-sieve", is_flag=True, help="Parse every sentence, also those that cannot hold a record.")
@click.option("--tone", type=click.Choice(["lexicon", "embed"]), default="lexicon", show_default=True)
@click.option("--actors", metavar="FILE.csv", type=click.Path(path_type=Path), help="Actors of your own to know too.")
def code(given: str, out: str, no_sieve: bool, tone: str, actors: Path | None, **where: Any) -> None:
    """Code each row of a .jsonl, .csv or .parquet file (fields id, text, optional date), or of all such files in a
    folder, and write the records. Paths may be URLs of object stores.

    Where a row has the fields source and target, phrases of its text, only the event between these two is coded.
    Spans refer to the row's text as it stands; a bad row is named and the rest goes on. A run that was stopped goes on
    where it stopped when it is given again. The same input gives the same records on any engine.

    With `-o -` the records go to the standard output as lines of JSON, in the rows' order, each when it is its turn.

    `--tone embed` has the tone of statements read by the sentence model (extra multivector[embed]).

    A file of actors has the columns code and name, and as far as wanted kind (state, organisation or body), state,
    sector, aliases, demonyms and places, several in a cell joined by "|".

    \b
    Examples:
      multivector code sentences.jsonl -o records.jsonl
      multivector code archive/ -o lake/ --workers 2
      multivector code sentences.jsonl -o - | head
      multivector code sentences.jsonl -o records.jsonl --actors actors.csv
      multivector code s3://news/2024/ -o s3://news/records/ --engine spark --master spark://host:7077
    """
    from multivector.archive import Hearing, code_archive, code_stream  # late: reading needs the model, --help does not
    from multivector.coding import stage_with
    from multivector.world.own import NONE, read_own

    _refuse_other_files(out)
    runner = _runner((given, out), **where)
    stage = stage_with(read_own(actors) if actors else NONE, sieve=not no_sieve, tone=tone)
    with coding_progress() as progress:
        hearing = Hearing(progress.total, progress.done, progress.failed)
        if out == STDOUT:
            coded = code_stream(given, partial(click.echo, nl=False), runner, hearing, stage=stage)
        else:
            coded = code_archive(given, out, runner, hearing, stage=stage)
    place = "" if out == STDOUT else f"; records: {out}"
    _sum_up(progress, f"{coded.rows} rows coded, {coded.failed} not{place}")


def _refuse_other_files(out: str) -> None:
    if out.lower().endswith(OTHERS) and not Path(out).is_dir():
        raise InputError(f"{out}: records are written to a .jsonl or .parquet file or into a folder; name one of these")


def _runner(places: tuple[str, str], engine: str, workers: int | None, master: str | None) -> "Runner":
    if engine == "spark":
        if workers:
            raise InputError("--workers is for the local engine; a cluster says itself how many it has")
        if places[1] == STDOUT:
            raise InputError("-o - is for the local engine; a cluster writes to a place that all its machines reach")
        from multivector.engine.spark import run_spark

        return partial(run_spark, master=master)
    if master:
        raise InputError("--master is for --engine spark")
    from multivector.engine.local import run_local

    return partial(run_local, workers=1 if any(place.startswith("memory:") for place in places) else workers)


def _sum_up(progress: Coding, line: str) -> None:
    if progress.untold:
        click.echo(f"not coded: {progress.untold} more", err=True)
    click.echo(line, err=True)
