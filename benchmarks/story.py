"""What a case's articles tell together, for growing cases: copies; groups and contradictions; the timeline.

    python -m benchmarks.story [--articles 250 500 1000]

Mixed news (benchmarks/news.yaml) over a year, a third of the articles without a day. Time is processor time of this
process; an exponent of 1 is linear growth. Reading the articles comes first and is told apart.
"""

import argparse
import time
from collections.abc import Callable

from benchmarks.report import peak_mb, tell
from benchmarks.texts import news

__all__ = ["main"]


def main() -> None:
    """Read the largest case once, then tell the story of each part of it."""
    parser = argparse.ArgumentParser(description="How the cost of a case's story grows with its articles.")
    parser.add_argument("--articles", type=int, nargs="+", default=[250, 500, 1000])
    sizes = sorted(parser.parse_args().articles)
    from multivector.pipeline import code_row  # late: --help needs no model
    from multivector.story.timeline import timeline
    from multivector.story.whole import story_of
    from multivector.text.families import together

    start = time.process_time()
    readings = [code_row(f"a{n}", text, _day(n)) for n, text in enumerate(news(sizes[-1], seed=5))]
    reading = round(time.process_time() - start, 1)
    rows = []
    for size in sizes:
        some = readings[:size]
        steps: dict[str, Callable[[], object]] = {
            "copies s": lambda some=some: together([one.document for one in some]),  # type: ignore[misc]
            "story s": lambda some=some: story_of(some),  # type: ignore[misc]
            "timeline s": lambda some=some: timeline(some),  # type: ignore[misc]
        }
        rows.append({"articles": size} | {name: _timed(step) for name, step in steps.items()} | {"peak MB": peak_mb()})
    tell("story", rows, reading_seconds=reading)


def _day(number: int) -> str | None:
    return f"2024-{1 + number % 12:02}-{1 + number % 28:02}" if number % 3 else None


def _timed(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    return round(time.process_time() - start, 2)


if __name__ == "__main__":
    main()
