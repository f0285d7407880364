"""Ten new articles in a case of ten thousand: how long reading them takes beside reading all, and what it touches.

The parser is left out (each article gets one record), so that what is measured is the case's own cost; reading an
article's text adds the same to both.

    python -m benchmarks.incremental [--articles 10000]
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.copies import articles
from benchmarks.report import tell
from multivector import pipeline
from multivector.model import Document, Evidence, Membership, Origin, Reading, Sentence, make_id
from multivector.store import Store

__all__ = ["main"]

MORE = 10


def quickly(documents: Sequence[Document], *_: object, **__: object) -> list[Callable[[], Reading]]:
    return [partial(quick, document) for document in documents]


def quick(document: Document) -> Reading:
    """One record and one sentence."""
    words = document.text[:40]
    evidence, origin = Evidence(document.id, 0, 40, words), (Origin("quick", "benchmark", "1"),)
    record = Membership(make_id("membership", document.id), evidence, origin, 0.5, "GRA", "LON", "member", None)
    return Reading(document, (Sentence(0, 40, 0),), (), (), (record,))


def write(folder: Path, texts: list[str], first: int) -> None:
    """Articles as files in folders of a thousand."""
    for i, text in enumerate(texts, start=first):
        path = folder / f"{i // 1000:03}" / f"{i:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\npublished: 2025-{1 + i % 12:02}-{1 + i % 28:02}\n---\n{text}\n", "utf-8")


def timed(case: Path) -> float:
    """Seconds that reading the case takes."""
    start = time.perf_counter()
    pipeline.read_case(case / "sources", case, lambda name: None)
    return time.perf_counter() - start


def main() -> None:
    """Print the seconds of both, the segments written, and the memory."""
    parser = argparse.ArgumentParser(description="Ten new articles in a large case.")
    parser.add_argument("--articles", type=int, default=10_000)
    count = parser.parse_args().articles
    pipeline.read_together = quickly
    texts, _ = articles(count + MORE)
    with tempfile.TemporaryDirectory() as scratch:
        case = Path(scratch)
        write(case / "sources", texts[:count], 0)
        first = timed(case)
        before = set(case.glob(".multivector/segments/*/*"))
        write(case / "sources", texts[count:], count)
        more = timed(case)
        after = set(case.glob(".multivector/segments/*/*"))
        again = timed(case)
        documents, _ = Store.open(case).view().count()
    row = {
        "articles": count, "reading all s": round(first, 2), f"{MORE} more s": round(more, 2),
        "nothing new s": round(again, 2), "documents": documents, "segments before": len(before),
        "new": len(after - before), "gone": len(before - after),
    }  # fmt: skip
    tell("incremental", [row])


if __name__ == "__main__":
    main()
