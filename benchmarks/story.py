"""What a case's articles tell together, for growing cases: copies, claims, contradictions, groups, timeline.

    python -m benchmarks.story [--largest 1000]

Mixed news (benchmarks/news.yaml) over a year, a third of the articles without a day. Time is processor time of this
process; an exponent of 1 is linear growth. Reading the articles comes first and is told apart.
"""

import argparse
import math
import time
from collections.abc import Callable

from benchmarks.report import peak_mb, tell
from benchmarks.texts import news

__all__ = ["main"]


def main() -> None:
    """Read the largest case once, then tell the story of a quarter, a half and all of it."""
    parser = argparse.ArgumentParser(description="How the cost of a case's story grows with its articles.")
    parser.add_argument("--largest", type=int, default=1000)
    given = parser.parse_args()
    from multivector.pipeline import code_row  # late: --help needs no model
    from multivector.story.timeline import timeline
    from multivector.story.whole import story_of
    from multivector.text.families import together

    start = time.process_time()
    readings = [code_row(f"a{n}", text, _day(n)) for n, text in enumerate(news(given.largest, seed=5))]
    reading = round(time.process_time() - start, 1)
    rows = []
    for size in (given.largest // 4, given.largest // 2, given.largest):
        some = readings[:size]
        steps: dict[str, Callable[[], object]] = {
            "copies": lambda some=some: together([one.document for one in some]),  # type: ignore[misc]
            "story": lambda some=some: story_of(some),  # type: ignore[misc]
            "timeline": lambda some=some: timeline(some),  # type: ignore[misc]
        }
        rows.append({"articles": size} | {name: _timed(step) for name, step in steps.items()} | {"peak MB": peak_mb()})
    whole = [row["copies"] + row["story"] + row["timeline"] for row in rows]
    tell("story", rows, reading_seconds=reading, exponent=round(math.log(whole[-1] / whole[0], 4), 2))


def _day(number: int) -> str | None:
    return f"2024-{1 + number % 12:02}-{1 + number % 28:02}" if number % 3 else None


def _timed(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    return round(time.process_time() - start, 2)


if __name__ == "__main__":
    main()
