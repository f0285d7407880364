"""Fine-tune the tone reader: python tools/fit_tone.py newsmtsc_train.jsonl [--onward] [--held] [--states FILE.npz]

Writes src/multivector/extract/data/tone_layers.npz: what is added to the sentence model's layers, the target's mark
and the head. The data is the training part of NewsMTSC (Hamborg and Donnay 2021, MIT licence, which lets
weights fitted on it be passed on). Run it a second time with --onward: from the file as it stands it goes on with half
`a` of the project's own diplomatic sentences, among rows of the news so that these are not unlearnt. --held keeps the
articles of a fifth back, prints macro-F1 on them after each epoch and of the mean, and writes nothing. --states keeps
what the lower layers and the lexicon make of the news for the next run. --seeds N fits N times, from --seed and those
that follow on it, and takes the mean of what was fitted (Wortsman et al. 2022, "Model soups"); --kept DIR keeps each
seed's table and reads those that it has, so that seeds may be fitted apart. Needs scipy and the extra
`multivector[embed]`; about twenty minutes a seed on one idle core. The same data and seeds give the same file on one
machine.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from evals.tone import SHORT, macro_f1, own_rows

from multivector.extract.tone_embed import LABELS, scores, target_pieces
from multivector.extract.tone_target import lexicon_tone
from multivector.extract.tone_weights import CUT, FILE, ToneWeights, packed, unpacked
from multivector.text.english import parse_english
from multivector.text.paragraphs import paragraphs
from multivector.text.sentence_model import base_layers, embed
from multivector.text.transformer import Layer
from tools.tone_training import Row, Settings, fit, mean_of

TARGET = Path(__file__).resolve().parents[1] / "src" / "multivector" / "extract" / "data" / FILE
PARTS = 5  # of which one is kept back with --held
# Of the second run. Two epochs gained nothing on diplomatic sentences kept back and cost some on the news kept back.
ONWARD = Settings(epochs=1, rate=3e-5, head_rate=3e-4)
TIMES, NEWS = 3, 900  # how often each diplomatic sentence is shown, among so many rows of the news
Table = dict[str, Any]  # arrays by name: weights as tone_weights.packed makes them, or the states of the news


@dataclass(frozen=True, slots=True)
class Asked:
    """Which run is asked for, from which seeds, and the folder in which each seed's table is kept."""

    seeds: Sequence[int] = (Settings().seed,)
    onward: bool = False
    held: bool = False
    kept: Path | None = None

    def file_of(self, seed: int) -> Path | None:
        """Where the table of a seed is kept; nowhere without a folder."""
        run = ("onward" if self.onward else "news") + ("-held" if self.held else "")
        return self.kept / f"{run}-{seed}.npz" if self.kept else None


def main(given: Path, states: Path | None, asked: Asked) -> None:
    """Read the rows, fit from each seed, and write the mean or measure it."""
    news, base = read(given, states), base_layers(CUT)
    kept = [row for row in news if asked.held and is_held(row.article)]
    fitted = [row for row in news if not (asked.held and is_held(row.article))]
    begin = go_on if asked.onward else from_new
    tables = []
    for seed in asked.seeds:
        make = partial(table_of, begin(fitted, base, seed), base, kept)
        tables.append(kept_or_made(asked.file_of(seed), make))
    made = mean_table(tables, base)
    print(f"mean of {len(tables)}{measured(made, base, kept)}", flush=True)
    if not asked.held:
        write(made, TARGET)


def from_new(news: Sequence[Row], base: Sequence[Layer], seed: int) -> Iterator[tuple[float, ToneWeights]]:
    """The fit on the news, from the layers as they come."""
    return fit(news, base, Settings(seed=seed))


def go_on(news: Sequence[Row], base: Sequence[Layer], seed: int) -> Iterator[tuple[float, ToneWeights]]:
    """One more epoch on the diplomatic sentences that may be fitted on, and on some rows of the news."""
    drawn = np.random.default_rng(seed)
    some = [news[n] for n in drawn.choice(len(news), size=min(NEWS, len(news)), replace=False)]
    with np.load(TARGET) as table:
        begun = unpacked(dict(table), base)
    yield from fit([*diplomatic() * TIMES, *some], base, replace(ONWARD, seed=seed), begun)


def table_of(runs: Iterator[tuple[float, ToneWeights]], base: Sequence[Layer], kept: Sequence[Row]) -> Table:
    """The table after the last epoch; each epoch is told."""
    table: Table = {}
    for epoch, (loss, weights) in enumerate(runs, 1):
        table = packed(weights, base)
        print(f"epoch {epoch}: loss {loss:.4f}{measured(table, base, kept)}", flush=True)
    return table


def kept_or_made(file: Path | None, make: Callable[[], Table]) -> Table:
    """The table that the file has; where it has none, one made and kept there."""
    if file is not None and file.exists():
        with np.load(file) as table:
            return dict(table)
    made = make()
    if file is not None:
        write(made, file)
    return made


def mean_table(tables: Sequence[Table], base: Sequence[Layer]) -> Table:
    """The table of the mean of what the tables hold; one alone is left as it is."""
    return tables[0] if len(tables) == 1 else packed(mean_of([unpacked(table, base) for table in tables]), base)


def diplomatic() -> list[Row]:
    """Half `a` of the project's own sentences as they stand at the cut."""
    made = []
    for line in own_rows():
        if line["half"] == "a":
            pieces = embed(line["text"], CUT)
            target = target_pieces(pieces.spans, line["start"], line["end"])
            label = LABELS.index(line["label"])
            made.append(Row(pieces.vectors.astype(np.float16), target, _lexicon(line), label, str(line["id"])))
    return made


def read(given: Path, states: Path | None = None) -> list[Row]:
    """The rows of the set as they stand at the cut; from `states` where that was written before."""
    lines = [json.loads(line) for line in given.read_text(encoding="utf-8").splitlines() if line.strip()]
    return _rows(lines, kept_or_made(states, partial(_states, lines)))


def _states(lines: Sequence[dict[str, Any]]) -> Table:
    """What the layers that stay as they come and the lexicon make of the lines."""
    seen = [embed(line["text"], CUT) for line in lines]
    return {
        "lengths": np.array([len(pieces.spans) for pieces in seen]),
        "hidden": np.concatenate([pieces.vectors.astype(np.float16) for pieces in seen]),
        "spans": np.array([span for pieces in seen for span in pieces.spans]),
        "lexicon": np.array([_lexicon(line) for line in lines], dtype=np.float32),
    }


def _lexicon(line: dict[str, Any]) -> float:
    return lexicon_tone(parse_english(line["text"], paragraphs(line["text"])), line["start"], line["end"])[1].value


def _rows(lines: Sequence[dict[str, Any]], table: Table) -> list[Row]:
    ends = np.cumsum(table["lengths"])
    made = []
    for line, length, end, lexicon in zip(lines, table["lengths"], ends, table["lexicon"], strict=True):
        here = slice(end - length, end)
        target = target_pieces(table["spans"][here], line["start"], line["end"])
        label = LABELS.index(SHORT[line["label"]])
        made.append(Row(table["hidden"][here], target, float(lexicon), label, article_of(line["id"])))
    return made


def article_of(row: str) -> str:
    """The article of a row's id, whose first three parts name it."""
    return "_".join(row.split("_")[:3])


def is_held(article: str) -> bool:
    """Whether the article is kept back."""
    return crc32(article.encode()) % PARTS == 0


def measured(table: Table, base: Sequence[Layer], kept: Sequence[Row]) -> str:
    """Macro-F1 on the rows kept back, by the table as it would be shipped; nothing where there are none."""
    if not kept:
        return ""
    shipped = unpacked(table, base)
    pairs = []
    for row in kept:
        found = scores(shipped, row.hidden.astype(np.float32), row.target, row.lexicon)
        pairs.append((LABELS[row.label], LABELS[int(np.argmax(found))]))
    return f", kept back: {macro_f1(pairs)}"


def write(table: Table, path: Path) -> None:
    """The table as a file of numpy's; the same table gives the same bytes."""
    path.parent.mkdir(exist_ok=True)
    np.savez(path, **{name: table[name] for name in sorted(table)})


def asked_of(words: Sequence[str] | None = None) -> tuple[Path, Path | None, Asked]:
    """The rows' file, that of the states, and what is asked for, from the words of the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("given", type=Path)
    parser.add_argument("--states", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--onward", action="store_true")
    parser.add_argument("--held", action="store_true")
    found = parser.parse_args(words)
    if found.seeds < 1:
        parser.error("--seeds must be 1 or more")
    seeds = range(found.seed, found.seed + found.seeds)
    return found.given, found.states, Asked(seeds, found.onward, found.held, found.kept)


if __name__ == "__main__":
    main(*asked_of())
