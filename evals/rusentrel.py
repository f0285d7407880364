"""RuSentRel: who thinks well or ill of whom in Russian analytical articles, by our regards.

nicolay-r/RuSentRel (MIT): 71 articles on foreign policy from inosmi.ru, with all attitudes between the states, leaders
and organisations that they name, each once an article. People agree with one another at F1 .55. The reader is fitted on
the set's own training part (tools/fit_russian_directed.py); measured are the 29 articles of its test part. These are in
no fit, but which features there are was chosen by cross-validation over all 71, so the figure may flatter a little.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from multivector.extract import find_names, regards
from multivector.model import Reading
from multivector.reading import bare_document, parsed_russian
from multivector.text.base import Parse

__all__ = ["FIGURES", "given", "parsed", "rusentrel", "scored", "told"]

FIGURES = ("f1_pos", "f1_neg", "f1", "precision", "recall")
MARK = re.compile(r"\{Author, Unknown\} ?")
STEM, ENDING = 3, 3  # letters that two forms of a name share at least, and by which they differ at most
Pair = tuple[str, str]


def rusentrel(path: Path) -> dict[str, float]:
    """F1 of positive and of negative attitudes over the test articles and their mean; precision and recall of both."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return scored(_judged(row) for row in rows if row["split"] == "test")


def _judged(row: dict[str, Any]) -> tuple[dict[Pair, str], dict[Pair, str]]:
    parse, reading = parsed(row)
    return given(row, reading), told(parse, reading)


def parsed(row: dict[str, Any]) -> tuple[Parse, Reading]:
    """The article read, less the data set's own marks."""
    found = parsed_russian(replace(bare_document(row["id"], MARK.sub("", row["text"]), None), language="ru"))
    assert found is not None, row["id"]
    return found


def told(parse: Parse, reading: Reading) -> dict[Pair, str]:
    """Our regards, each with its sign."""
    return {(r.source, r.target): r.sign for r in regards(parse, reading)}


def scored(judged: Iterable[tuple[Mapping[Pair, str], Mapping[Pair, str]]]) -> dict[str, float]:
    """The figures over articles: the attitudes given, and those read."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for gold, ours in judged:
        wanted.update(gold.values())
        found.update(ours.values())
        right.update(sign for pair, sign in ours.items() if gold.get(pair) == sign)
    f1 = {sign: 2 * right[sign] / max(1, found[sign] + wanted[sign]) for sign in ("pos", "neg")}
    figures = (f1["pos"], f1["neg"], sum(f1.values()) / 2)
    overall = (right.total() / max(1, found.total()), right.total() / max(1, wanted.total()))
    return {name: round(value, 3) for name, value in zip(FIGURES, (*figures, *overall), strict=True)}


def given(row: dict[str, Any], reading: Reading) -> dict[Pair, str]:
    """The article's attitudes as people gave them, by our codes of the names."""
    known = _codes(row, reading)
    return {(_code(known, a["source"]), _code(known, a["target"])): a["polarity"] for a in row["attitudes"]}


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


def _code(known: Mapping[str, str], name: str) -> str:
    """The actor's code, also where the text has the name in other cases only; the name itself where nobody has it."""
    if name.casefold() in known:
        return known[name.casefold()]
    hits = find_names(name, "ru")
    if hits:
        return hits[0].name.actor
    return next((code for other, code in known.items() if _same(name.casefold().split(), other.split())), name)


def _same(name: list[str], other: list[str]) -> bool:
    """Whether two names are the same but for the endings of their words."""
    return len(name) == len(other) and all(map(_akin, name, other))


def _akin(word: str, other: str) -> bool:
    stem = max(STEM, min(len(word), len(other)) - ENDING)
    return word[:stem] == other[:stem] and abs(len(word) - len(other)) <= ENDING
