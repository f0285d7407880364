"""Who said what: words a second on one core, the parse included, beside spaCy's pipeline; and its share of the parse.

    python -m benchmarks.attribution_speed [--articles 100] [--runs 3]

"Attribution" finds names, parses, finds persons, and builds statements with speakers and stance; events, measures,
memberships and links are left out. Time is processor time in one process, models loaded and warmed on other texts; both
sides take turns. textacy does 6,100 words a second and Citron 2,270 on an idle machine of this kind; on a busy one
trust the ratio to spaCy. "Added to spaCy's parse" is the time of attribution and stance over that of spaCy's pipeline,
the usual price of a parsed article; "to our parse" over that of our own, which is faster, of the whole article, and "to
the sieved parse" of the sentences that the sieve leaves.
"""

import argparse
import importlib
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from benchmarks.report import spread, tell
from benchmarks.texts import news, polnear

__all__ = ["main"]

T = TypeVar("T")
DAY = "2024-10-22"
MOST = 0.25  # attribution and stance may add this much to the time of a parsed article


def main() -> None:
    """Time both sides on each set and print words a second, the ratio and the share."""
    parser = argparse.ArgumentParser(description="Attribution and stance: speed and share of the parse.")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    from multivector.text.english_model import installed_model  # late: --help needs no model

    peer = importlib.import_module(installed_model()).load()
    sets = {
        "mixed news": news(given.articles, seed=13),
        "all about states": news(given.articles // 2, only="politics and the world", seed=14),
        "polnear dev": polnear(max(1, given.articles // 3)),
    }
    warm = [*news(60, seed=98), *polnear(3)]
    list(peer.pipe(warm))
    _attribution(_parsed(warm))
    rows = [_row(name, texts, peer, given.runs) for name, texts in sets.items() if texts]
    tell("attribution_speed", rows, most=MOST, peer=f"spaCy's {peer.meta['name']} {peer.meta['version']}")


def _row(name: str, texts: Sequence[str], peer: object, runs: int) -> dict[str, object]:
    words = sum(len(text.split()) for text in texts)
    parses, readings, peers, wholes = [], [], [], []
    for _ in range(runs):
        peers.append(_clock(lambda: list(peer.pipe(texts)))[0])  # type: ignore[attr-defined]
        seconds, parsed = _clock(lambda: _parsed(texts))
        parses.append(seconds)
        wholes.append(_clock(lambda: _parsed(texts, sieve=False))[0])
        readings.append(_clock(lambda parsed=parsed: _attribution(parsed))[0])  # type: ignore[misc]
    both = [p + r for p, r in zip(parses, readings, strict=True)]
    shares = [r / p for p, r in zip(peers, readings, strict=True)]
    return {
        "texts": name, "words": words, "words/s": round(words / statistics.median(both)),
        "spaCy words/s": round(words / statistics.median(peers)),
        "ratio to spaCy": spread([p / b for p, b in zip(peers, both, strict=True)]),
        "added to spaCy's parse": spread(shares),
        "to our parse": spread([r / w for w, r in zip(wholes, readings, strict=True)]),
        "to the sieved parse": spread([r / p for p, r in zip(parses, readings, strict=True)]),
        "holds": statistics.median(shares) < MOST,
    }  # fmt: skip


def _parsed(texts: Sequence[str], *, sieve: bool = True) -> list[tuple[Any, ...]]:
    """Each text as a document with its paragraphs, known names and parse, as the reading of articles makes them."""
    from multivector.reading import bare_document, groups, parsed_alike

    documents = [bare_document(str(number), text, DAY) for number, text in enumerate(texts)]
    return [each for run in groups(documents, lambda d: len(d.text)) for each in parsed_alike(run, sieve=sieve)]


def _attribution(parsed: Sequence[tuple[Any, ...]]) -> int:
    """The number of statements."""
    from multivector.extract.reader import _article
    from multivector.extract.statements import build_statements

    found = 0
    for document, spans, names, parse in parsed:
        article = _article(document, parse, names)
        found += len(build_statements(article, spans, ())[0])
    return found


def _clock(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


if __name__ == "__main__":
    main()
