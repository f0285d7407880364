"""Articles for the benchmarks of coding: paragraphs of the bundled articles in ever new order, the same for one seed.

News that is all about states and what they say and do: every paragraph has names, most have records. Mixed news, in
which most sentences hold nothing for us, is coded faster.
"""

import json
import random
from pathlib import Path

__all__ = ["write_articles"]

SOURCES = Path(__file__).resolve().parents[1] / "examples/kazakhstan-brics/sources"
PARAGRAPHS = (4, 9)  # an article's fewest and most


def write_articles(path: Path, count: int, seed: int = 1) -> int:
    """Write so many articles as JSON lines; gives their words in all."""
    texts = [source.read_text("utf-8") for source in sorted(SOURCES.glob("*.txt"))]
    stock = [part.strip() for text in texts for part in text.split("\n\n") if len(part.split()) > 8]
    chance, words = random.Random(seed), 0
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = "\n\n".join(chance.sample(stock, min(chance.randint(*PARAGRAPHS), len(stock))))
            words += len(text.split())
            out.write(json.dumps({"id": f"a{number}", "text": text, "date": "2024-10-24"}) + "\n")
    return words
