"""Cost against size: articles to records for growing numbers of articles, with the fitted exponent.

    python -m benchmarks.cost_growth [--largest 10000]

Mixed news (benchmarks/news.yaml), half of the articles new at every size, sizes in steps of the square root of ten from
100 articles on. Time is processor time of this process. An exponent of 1 is linear growth; the limit is 1.05.
"""

import argparse
import math
import time

from benchmarks.charts import exponent
from benchmarks.reading_speed import ours
from benchmarks.report import peak_mb, tell
from benchmarks.texts import mix_in_words, news

__all__ = ["main"]

LIMIT = 1.05


def main() -> None:
    """Read each size and print seconds, memory and the exponent."""
    parser = argparse.ArgumentParser(description="How cost grows with the number of articles.")
    parser.add_argument("--largest", type=int, default=10_000)
    given = parser.parse_args()
    list(ours(news(100, seed=99)))
    rows, points = [], []
    size = 100.0
    while round(size) <= given.largest:
        count = round(size)
        start = time.process_time()
        records = sum(map(len, ours(news(count, seed=count))))
        seconds = time.process_time() - start
        points.append((float(count), seconds))
        each = round(seconds / count * 1000, 1)
        rows.append({
            "articles": count, "seconds": round(seconds, 1), "ms an article": each, "records": records,
            "peak MB": peak_mb(),
        })  # fmt: skip
        size *= math.sqrt(10)
    power = round(exponent(points), 3)
    tell("cost_growth", rows, exponent=power, ratio_to_the_limit=round(power / LIMIT, 3), mix=mix_in_words())


if __name__ == "__main__":
    main()
