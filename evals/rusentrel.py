"""RuSentRel: who thinks well or ill of whom in Russian analytical articles, from our statements and events.

nicolay-r/RuSentRel (MIT): 71 articles on foreign policy from inosmi.ru, with all attitudes between the states, leaders
and organisations that they name, each once an article. People agree with one another at F1 .55.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from multivector.codebook.scores import plover_score
from multivector.extract import find_names
from multivector.model import Document, Event, Reading, Statement, content_hash, document_id
from multivector.pipeline import read_article

__all__ = ["FIGURES", "attitudes", "rusentrel"]

FIGURES = ("f1_pos", "f1_neg", "f1", "precision", "recall")
MARK = re.compile(r"\{Author, Unknown\} ?")
TONE = 0.15  # a stance nearer to 0 is none
Pair = tuple[str, str]


def rusentrel(path: Path) -> dict[str, float]:
    """F1 of positive and of negative attitudes over all articles and their mean; precision and recall of both."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return scored((row, reading_of(row)) for row in rows)


def reading_of(row: dict[str, Any]) -> Reading:
    """The article read, less the data set's own marks."""
    text = MARK.sub("", row["text"])
    digest = content_hash(text.encode())
    identity = document_id(row["id"], digest)
    given = (identity, row["id"], None, None, None, None, None, None, "ru", text, digest, ((0, 0),), identity)
    return read_article(Document(*given))


def scored(read: Iterable[tuple[dict[str, Any], Reading]]) -> dict[str, float]:
    """The figures over articles with their readings."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for row, reading in read:
        known = _codes(row, reading)
        gold = {(_code(known, a["source"]), _code(known, a["target"])): a["polarity"] for a in row["attitudes"]}
        ours = attitudes(reading)
        wanted.update(gold.values())
        found.update(ours.values())
        right.update(sign for pair, sign in ours.items() if gold.get(pair) == sign)
    f1 = {sign: 2 * right[sign] / max(1, found[sign] + wanted[sign]) for sign in ("pos", "neg")}
    figures = (f1["pos"], f1["neg"], sum(f1.values()) / 2)
    overall = (right.total() / max(1, found.total()), right.total() / max(1, wanted.total()))
    return {name: round(value, 3) for name, value in zip(FIGURES, (*figures, *overall), strict=True)}


def attitudes(reading: Reading) -> dict[Pair, str]:
    """Each pair of actors with the sign of all that one says of the other and does to it."""
    total: defaultdict[Pair, float] = defaultdict(float)
    for pair, value in _signed(reading):
        if pair[0] != pair[1] and value:
            total[pair] += value
    return {pair: "pos" if value > 0 else "neg" for pair, value in total.items() if value}


def _signed(reading: Reading) -> Iterator[tuple[Pair, float]]:
    states = {a.code: a.state for a in reading.actors}
    for record in reading.records:
        if isinstance(record, Event) and record.status in ("asserted", "planned"):
            value = _sign(plover_score(record.type)[0] or 0.0)
            yield from (((s, t), value) for s in record.source for t in record.target)
            if not record.target:  # a mutual act has all its sides as sources
                yield from (((s, t), value) for s in record.source for t in record.source)
        elif isinstance(record, Statement):
            speakers = {record.speaker.actor, record.speaker.state} - {None}
            for tone in record.stance:
                targets = {tone.actor, states.get(tone.actor)} - {None}
                if abs(tone.value) >= TONE:
                    yield from (((str(s), str(t)), _sign(tone.value)) for s in speakers for t in targets)


def _sign(value: float) -> float:
    return 1.0 if value > 0 else -1.0 if value < 0 else 0.0


def _codes(row: dict[str, Any], reading: Reading) -> dict[str, str]:
    """The actor behind each name that the data set marks, by what our reading found at that place."""
    removed = [(m.start(), m.end() - m.start()) for m in MARK.finditer(row["text"])]
    at = {m.start: m.actor for m in reading.mentions} | {m.end: m.actor for m in reading.mentions}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity in row["entities"]:
        shift = sum(size for start, size in removed if start < entity["start"])
        code = at.get(entity["start"] - shift) or at.get(entity["end"] - shift)
        if code:
            votes[entity["text"].casefold()][code] += 1
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}


def _code(known: dict[str, str], name: str) -> str:
    """The actor's code; the name itself where nobody is known under it."""
    hits = find_names(name, "ru")
    return known.get(name.casefold()) or (hits[0].name.actor if hits else name)
