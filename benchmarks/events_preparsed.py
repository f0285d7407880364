"""Sentences that are parsed already to events, on one core; and what attribution and stance add to a parsed article.

    python -m benchmarks.events_preparsed [--articles 150] [--runs 5]

PETRARCH2 codes 470 to 700 pre-parsed sentences a second on Python 2.7 (about 1,040 in a port to Python 3) on a machine
of this kind; it reads no statements. "Events" are frames, arguments, actors and composition to event records without
the statements; "reading" is everything that a parsed article is read for.
"""

import argparse
import time
from collections.abc import Callable

from benchmarks.report import spread, tell
from benchmarks.texts import news

__all__ = ["main"]

PETRARCH2 = 700  # sentences a second, pre-parsed: the upper end of what was measured


def main() -> None:
    """Parse once, then time the rules over the parses."""
    parser = argparse.ArgumentParser(description="Pre-parsed sentences to events.")
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    from multivector.extract.compose import compose
    from multivector.extract.events import build_events, merge_events
    from multivector.extract.frames import find_acts
    from multivector.extract.reader import _article, read_records
    from multivector.extract.statements import build_statements
    from multivector.reading import bare_document, parsed_alike
    from multivector.text.paragraphs import paragraphs

    texts = news(given.articles, only="politics and the world", seed=5)
    documents = [bare_document(str(i), text, "2024-10-22") for i, text in enumerate(texts)]
    start = time.process_time()
    parsed = parsed_alike(documents, sieve=False)
    parsing = time.process_time() - start
    sentences = sum(len(parse.sentences) for *_, parse in parsed)

    def events() -> int:
        return sum(
            len(merge_events(build_events(a, compose(a, find_acts(a)), ())))
            for a in (_article(d, parse, names) for d, _, names, parse in parsed)
        )

    def statements() -> int:
        spans = [paragraphs(d.text) for d, *_ in parsed]
        articles = [_article(d, parse, names) for d, _, names, parse in parsed]
        return sum(len(build_statements(a, s, ())[0]) for a, s in zip(articles, spans, strict=True))

    def reading() -> int:
        return sum(len(read_records(d, paragraphs(d.text), n, p, ()).records) for d, _, n, p in parsed)

    told = {name: _times(work, given.runs) for name, work in (("e", events), ("s", statements), ("r", reading))}
    rates = [sentences / t for t in told["e"]]
    rows = [
        {"step": "events", "sentences/s": spread(rates), "ratio to PETRARCH2": spread([r / PETRARCH2 for r in rates])},
        {"step": "everything", "sentences/s": spread([sentences / t for t in told["r"]])},
        {"step": "attribution and stance", "share of the parse": spread([t / parsing for t in told["s"]])},
    ]
    tell("events_preparsed", rows, sentences=sentences, parse_seconds=round(parsing, 2))


def _times(work: Callable[[], int], runs: int) -> list[float]:
    work()
    found = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return found


if __name__ == "__main__":
    main()
