"""One measurement each: read a development set with the project's own command, score it with the shared scorer."""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals.russian import FOLDER, score
from multivector.codebook.ranking import ROOTS
from multivector.model import Event
from multivector.reading import bare_document, groups, read_together

__all__ = ["MEASUREMENTS", "SHARED", "Figures"]

SHARED = Path(__file__).resolve().parents[2] / "shared"
Figures = dict[str, float]


def _run(*command: str | Path) -> str:
    """Standard output of a command; its error output goes to ours. Raises CalledProcessError where it fails."""
    return subprocess.run([str(c) for c in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def _multivector(*arguments: str | Path) -> str:
    return _run(sys.executable, "-m", "multivector", *arguments)


def case() -> Figures:
    """The shared case: one article read into a case, its export against the hand-made reading."""
    folder = SHARED / "cases" / "kazakhstan-brics"
    with tempfile.TemporaryDirectory() as scratch:
        sources = Path(scratch) / "sources"
        sources.mkdir()
        (sources / "article.txt").write_bytes((folder / "article.txt").read_bytes())
        _multivector("read", scratch)
        records = Path(scratch) / "records.jsonl"
        _multivector("export", scratch, "-o", records)
        scored = _run(
            sys.executable, SHARED / "score" / "score_records.py", folder / "gold.json", records, "--json", "--verbose"
        )
    return _numbers(scored)


def gsr() -> Figures:
    """PLOVER's gold standard sentences."""
    return _coded("plover_gsr.jsonl", "score_events.py", "gsr")


def plv() -> Figures:
    """Sentences with two marked actors, coded without the marks."""
    return _coded("plv_train.jsonl", "score_events.py", "plv")


def pairs() -> Figures:
    """The project's own marked sentences that were kept back from the fit (evals/data/README.md)."""
    kinds = ("wire", "agency", "bulletin")
    kept = {"": "held.jsonl", "idioms_": "idioms.jsonl"} | {f"{kind}_": f"held_{kind}.jsonl" for kind in kinds}
    return {f"{kind}{key}": value for kind, file in kept.items() for key, value in _pairs(file).items()}


def _pairs(file: str) -> Figures:
    kept = Path(__file__).parent / "data" / "pairs" / file
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    found = [root for run in groups(rows, lambda row: len(row["text"])) for root in _roots(run)]
    both = Counter(row["root"] for row, root in zip(rows, found, strict=True) if row["root"] == root)
    one = Counter(row["root"] for row in rows) + Counter(found)
    f1 = sum(2 * both[root] / one[root] for root in ROOTS) / len(ROOTS)
    return {"rows": len(rows), "accuracy": round(both.total() / len(rows), 3), "root_macro_f1": round(f1, 3)}


def _roots(rows: Sequence[dict[str, str]]) -> Iterator[str]:
    """The type of each pair's event, CONCEDE and RETREAT as one."""
    documents = [bare_document("row", row["text"], None) for row in rows]
    for read in read_together(documents, [(row["source"], row["target"]) for row in rows]):
        (event,) = read().records
        assert isinstance(event, Event)
        yield "YIELD" if event.type in ("CONCEDE", "RETREAT") else event.type


def quotes() -> Figures:
    """Attributions of the development part of PolNeAR."""
    return _coded("polnear_dev.jsonl", "score_quotes.py")


def _coded(data: str, scorer: str, *kind: str) -> Figures:
    gold = SHARED / "data" / "reading" / data
    with tempfile.TemporaryDirectory() as scratch:
        records = Path(scratch) / "records.jsonl"
        _multivector("code", gold, "-o", records)
        return _numbers(_run(sys.executable, SHARED / "score" / scorer, *kind, gold, records))


def _numbers(scored: str) -> Figures:
    return {name: value for name, value in json.loads(scored).items() if isinstance(value, int | float)}


def russian() -> Figures:
    """The Russian articles with hand-made readings that belong to the project."""
    return score(SHARED / "score" / "score_records.py")


def russian_held() -> Figures:
    """Russian articles read by somebody who had not seen the rules."""
    return score(SHARED / "score" / "score_records.py", FOLDER.with_name("russian_held"))


def russian_third() -> Figures:
    """Russian articles by a third hand: acts at home, standings, lists of goods."""
    return score(SHARED / "score" / "score_records.py", FOLDER.with_name("russian_third"))


def russian_fourth() -> Figures:
    """The twelve articles of the styles of more desks, read before the rules that they led to; both halves apart."""
    return score(SHARED / "score" / "score_records.py", FOLDER.with_name("russian_fourth"))


def russian_fifth() -> Figures:
    """Twenty-four articles of 1998-2025 in three styles, read before the rules were run; both halves apart."""
    return score(SHARED / "score" / "score_records.py", FOLDER.with_name("russian_fifth"))


def russian_sentences() -> Figures:
    """Russian sentences of our own with the events that they tell."""
    from evals.russian_sentences import sentences  # late: it reads in this process

    return sentences()


def petrarch() -> Figures:
    """PETRARCH's unit tests about invented states, which are given as a user's own actors."""
    from evals.petrarch import petrarch as measured  # late, as the others below

    return measured(SHARED)


def russian_attitudes() -> Figures:
    """Who thinks well or ill of whom in Russian analytical articles."""
    from evals.rusentrel import rusentrel  # late: it reads in this process

    return rusentrel(SHARED / "data" / "reading" / "rusentrel.jsonl")


def russian_names() -> Figures:
    """Tone toward marked names in Russian news, on the sentences that were kept back from the fit."""
    from evals.rusentne import rusentne  # late: it reads in this process

    return rusentne(SHARED / "data" / "reading" / "rusentne_train.jsonl")


def articles_together() -> Figures:
    """Sixty articles of our own with known copies, contradictions and dates."""
    from evals.bundle import bundle  # late: it reads in this process

    return bundle()


def second_bundle() -> Figures:
    """Forty-two articles on two more stories, as pages give them."""
    from evals.bundle import SECOND, bundle  # late: it reads in this process

    return bundle(SECOND)


def third_bundle() -> Figures:
    """Twenty-six articles on one more story, whose key was written before anything was read."""
    from evals.bundle import THIRD, bundle  # late: it reads in this process

    return bundle(THIRD)


def tones() -> Figures:
    """Tone toward marked words, with the lexicon and with the sentence model."""
    from evals.tone import tone  # late: it asks which extras are installed

    return tone(SHARED)


MEASUREMENTS: tuple[tuple[str, Callable[[], Figures]], ...] = (
    ("case", case),
    ("gsr", gsr),
    ("plv", plv),
    ("pairs", pairs),
    ("petrarch", petrarch),
    ("quotes", quotes),
    ("tone", tones),
    ("russian", russian),
    ("russian_held", russian_held),
    ("russian_third", russian_third),
    ("russian_fourth", russian_fourth),
    ("russian_fifth", russian_fifth),
    ("russian_sentences", russian_sentences),
    ("rusentne", russian_names),
    ("rusentrel", russian_attitudes),
    ("bundle", articles_together),
    ("bundle_second", second_bundle),
    ("bundle_third", third_bundle),
)
