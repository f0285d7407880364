"""Articles to records in one process, beside spaCy's full pipeline over the same texts, and what the sieve loses.

    python -m benchmarks.reading_speed [--articles 100] [--runs 3]

Texts: ordinary mixed news and news all about states (benchmarks/news.yaml, the mix is printed), and PolNeAR's
development part where it is at hand. Both sides run in turn in this process on one core, their models loaded and warmed
on other texts; time is processor time. spaCy runs nlp.pipe with all its components as they come.
"""

import argparse
import importlib
import statistics
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.report import processor_seconds, spread, tell
from benchmarks.texts import mix_in_words, news, polnear

__all__ = ["main"]

DAY = "2024-10-22"


def main() -> None:
    """Time both on each set and print ratios, words a second and the records lost."""
    parser = argparse.ArgumentParser(description="Reading speed beside spaCy's full pipeline.")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    from multivector.text.english_model import installed_model  # late: --help needs no model

    peer = importlib.import_module(installed_model()).load()
    sets = {
        "mixed news": news(given.articles, seed=3),
        "all about states": news(given.articles // 2, only="politics and the world", seed=4),
        "polnear dev": polnear(max(1, given.articles // 3)),
    }
    warm = news(given.articles, seed=99)
    list(peer.pipe(warm[:50]))
    list(ours(warm))
    rows = [_row(name, texts, peer, given.runs) for name, texts in sets.items() if texts]
    name = f"spaCy's {peer.meta['name']} {peer.meta['version']}, all its components"
    tell("reading_speed", rows, mix=mix_in_words(), peer=name)


def ours(texts: Iterable[str], *, sieve: bool = True) -> Iterator[set[str]]:
    """The ids of each text's records."""
    from multivector.reading import bare_document, groups, read_together

    documents = (bare_document(str(i), text, DAY) for i, text in enumerate(texts))
    for run in groups(documents, lambda document: len(document.text)):
        for read in read_together(run, sieve=sieve):
            yield {record.id for record in read().records}


def _row(name: str, texts: Sequence[str], peer: object, runs: int) -> dict[str, object]:
    times: dict[str, list[float]] = {"peer": [], "ours": [], "full": []}
    for _ in range(runs):
        times["peer"].append(processor_seconds(lambda: list(peer.pipe(texts))))  # type: ignore[attr-defined]
        times["ours"].append(processor_seconds(lambda: list(ours(texts))))
        times["full"].append(processor_seconds(lambda: list(ours(texts, sieve=False))))
    words = sum(len(text.split()) for text in texts)
    whole, sieved = list(ours(texts, sieve=False)), list(ours(texts))
    found = sum(map(len, whole))
    lost = sum(len(a - b) for a, b in zip(whole, sieved, strict=True))
    ratios = [a / b for a, b in zip(times["peer"], times["ours"], strict=True)]
    return {
        "texts": name, "articles": len(texts), "words": words, "ratio to spaCy": spread(ratios),
        "ratio without the sieve": spread([a / b for a, b in zip(times["peer"], times["full"], strict=True)]),
        "words/s": round(words / statistics.median(times["ours"])),
        "spaCy words/s": round(words / statistics.median(times["peer"])),
        "records": found, "lost by the sieve": f"{lost / max(1, found):.2%}",
    }  # fmt: skip


if __name__ == "__main__":
    main()
