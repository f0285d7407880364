"""RuSentNE-2023: the tone of Russian news toward marked names, F1 of positive and of negative.

Golubev, Rusnachenko and Loukachevitch 2023 (MIT licence). The reader was fitted on four fifths of its training part;
measured is the fifth that was kept back, by a hash of the sentence, so that a sentence with several targets is whole in
one part.
"""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from multivector.tones import tone_of

__all__ = ["PARTS", "f1_of", "part_of", "rusentne"]

LABELS = {"neg": "negative", "neu": "neutral", "pos": "positive"}
PARTS = 5  # the first is kept back


def rusentne(path: Path) -> dict[str, float]:
    """F1 of the two tones and their mean over the rows kept back, as the shared task counts them."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    kept = [row for row in rows if part_of(row["text"]) == 0]
    pairs = [(LABELS[row["label"]], tone_of(row["text"], row["start"], row["end"]).label) for row in kept]
    return {"rows": len(pairs)} | f1_of(pairs)


def part_of(text: str) -> int:
    """The part 0 to 4 in which a sentence lies."""
    return int(sha256(text.encode()).hexdigest(), 16) % PARTS


def f1_of(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1 of positive, of negative, and their mean, from pairs of the label given and the label read."""
    right = Counter(gold for gold, read in pairs if gold == read)
    named = Counter(gold for gold, _ in pairs) + Counter(read for _, read in pairs)
    f1 = {label: 2 * right[label] / max(1, named[label]) for label in ("positive", "negative")}
    whole = sum(f1.values()) / 2
    return {"f1_pos": round(f1["positive"], 3), "f1_neg": round(f1["negative"], 3), "f1": round(whole, 3)}
