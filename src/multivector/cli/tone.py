"""`multivector tone`: the tone of sentences toward marked words and between marked actors; fitting the latter anew."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from multivector.cli.progress import reading_progress
from multivector.cli.tone_rows import ToneRow, labelled_rows, tone_rows
from multivector.codebook.attitudes import CLASSES, Attitudes, parsed, written
from multivector.errors import UnreadableInput

if TYPE_CHECKING:
    from multivector.extract.tone_target import ToneReader

__all__ = ["tone"]

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW = click.Path(dir_okay=False, path_type=Path)
FEWEST = 50  # labelled pairs, and more than one class among them: below that a fit is noise


@click.command()
@click.argument("given", metavar="[INPUT]", required=False, type=FILE)
@click.option("-o", "--out", metavar="OUTPUT", type=NEW, help="Where the rows with their tones go.")
@click.option(
    "--reader",
    type=click.Choice(["lexicon", "embed"]),
    default="lexicon",
    show_default=True,
    help="Of a target's tone.",
)
@click.option("--fit", "labels", metavar="LABELS", type=FILE, help="Learn on these labelled rows with two actors.")
@click.option("--keep", metavar="WEIGHTS", type=NEW, help="With --fit: where the weights go, as a table (CSV).")
@click.option("--weights", metavar="WEIGHTS", type=FILE, help="Read two actors with these weights of your own.")
def tone(given: Path | None, out: Path | None, reader: "ToneReader", **own: Path | None) -> None:
    """Read the tone of each row of a .jsonl file toward its target, or between its two actors.

    A row with text, start and end gets `tone` {label, value, words, reader} toward text[start:end]: negative, neutral
    or positive, -1 to 1, the words that carry it. English and Russian are read; `--reader embed` needs the extra
    multivector[embed], is surer on opinion and made for English.

    A row with text, first and second ([start, end] each, the first before the second) gets `attitude` {label,
    forth, back, reasons}: neutral, or which of them speaks or acts well or ill of the other; -1 to 1 both ways. With
    p for the first and q for the second, the labels are "neutral", "good of q by p", "good of p by q", "ill of q by p",
    "ill of p by q".

    `--fit` learns the weights for two actors on rows of your own that have such a `label` too (by name, or 0 to 4 in
    that order), and `--weights` reads with them in place of those that come with the program. Your file and what is
    learned from it stay on your machine.

    \b
    Example:
      multivector tone sentences.jsonl -o tones.jsonl --reader embed
      multivector tone --fit labels.jsonl --keep mine.csv
      multivector tone pairs.jsonl -o attitudes.jsonl --weights mine.csv
    """
    labels, keep, weights = own["labels"], own["keep"], own["weights"]
    _refuse_halves(given, out, labels, keep, weights)
    if labels is not None and keep is not None:
        _fit(labels, keep)
    if given is not None and out is not None:
        _read(given, out, reader, _own(weights or keep))


def _refuse_halves(
    given: Path | None, out: Path | None, labels: Path | None, keep: Path | None, weights: Path | None
) -> None:
    """Raises UsageError where what is asked is neither to read nor to learn, or lacks a part."""
    if (given is None) != (out is None) or (labels is None) != (keep is None):
        raise click.UsageError("give INPUT with -o OUTPUT, and --fit with --keep")
    if given is None and labels is None:
        raise click.UsageError("give INPUT and -o OUTPUT to read, or --fit and --keep to learn")
    if labels is not None and weights is not None:
        raise click.UsageError("--fit makes weights, --weights uses them: run one after the other")


def _fit(labels: Path, keep: Path) -> None:
    """Learn and write the weights; says how many pairs of which class there were."""
    from multivector.tones import fit_attitudes  # late: reading needs the model, --help does not

    rows = list(labelled_rows(labels))
    count = {name: sum(row.label == n for row in rows) for n, name in enumerate(CLASSES)}
    if len(rows) < FEWEST or sum(map(bool, count.values())) < 2:
        raise UnreadableInput(f"{labels}: {len(rows)} pairs; give {FEWEST} or more, of at least two classes")
    with reading_progress() as step:
        table = fit_attitudes(((row.text, row.places[0], row.places[1], row.label) for row in rows), step)
    keep.write_text(written(table), encoding="utf-8", newline="\n")
    said = ", ".join(f"{n} {name}" for name, n in count.items())
    click.echo(f"{len(table.weights)} features from {len(rows)} pairs ({said}): {keep}")


def _own(weights: Path | None) -> Attitudes | None:
    if weights is None:
        return None
    try:
        return parsed(weights.read_text(encoding="utf-8"))
    except ValueError as error:  # not UTF-8, too
        raise UnreadableInput(f"{weights}: {error}; write it with multivector tone --fit") from error


def _read(given: Path, out: Path, reader: "ToneReader", table: Attitudes | None) -> None:
    rows = list(tone_rows(given))
    with out.open("w", encoding="utf-8", newline="\n") as file, reading_progress() as step:
        for row in rows:
            told = _attitude(row, table) if len(row.places) > 1 else _tone(row, reader)
            file.write(json.dumps(row.given | told, ensure_ascii=False) + "\n")
            step("")


def _tone(row: ToneRow, reader: "ToneReader") -> dict[str, Any]:
    from multivector.tones import tone_of  # late, as above

    heard = tone_of(row.text, *row.places[0], reader)
    told = {"label": heard.label, "value": heard.value, "words": heard.words, "reader": heard.reader}
    return {"tone": told}


def _attitude(row: ToneRow, table: Attitudes | None) -> dict[str, Any]:
    from multivector.tones import attitude_between  # late, as above

    found = attitude_between(row.text, row.places[0], row.places[1], table)
    told = {
        "label": CLASSES[found.label], "forth": found.tones.forth, "back": found.tones.back, "reasons": found.reasons,
    }  # fmt: skip
    return {"attitude": told}
