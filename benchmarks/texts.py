"""Articles for the benchmarks: made from sentences written for them (news.yaml) in a stated mix, by a fixed seed."""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["SHARED", "filled", "mix_in_words", "news", "polnear"]

SENTENCES = Path(__file__).with_name("news.yaml")
SHARED = Path(__file__).resolve().parents[2] / "shared/data/reading"
PARAGRAPHS, PER_PARAGRAPH = (4, 9), (1, 3)  # of an article; sentences of a paragraph


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return table


def news(articles: int, *, only: str | None = None, seed: int = 1) -> list[str]:
    """So many articles in the mix of news.yaml, or all of the section that `only` names."""
    chance = random.Random(seed)
    sections = [s for s in _table()["sections"] if only in (None, s["name"])]
    drawn = chance.choices(sections, [s["share"] for s in sections], k=articles)
    return [_article(chance, section["sentences"]) for section in drawn]


def _article(chance: random.Random, sentences: list[str]) -> str:
    paragraphs = []
    for _ in range(chance.randint(*PARAGRAPHS)):
        chosen = chance.sample(sentences, min(len(sentences), chance.randint(*PER_PARAGRAPH)))
        paragraphs.append(" ".join(filled(chance, sentence) for sentence in chosen))
    return "\n\n".join(paragraphs)


def filled(chance: random.Random, sentence: str) -> str:
    """The sentence with each word in braces drawn anew."""
    slots = _table()["slots"]
    for name, words in slots.items():
        while f"{{{name}}}" in sentence:
            sentence = sentence.replace(f"{{{name}}}", chance.choice(words), 1)
    return sentence[0].upper() + sentence[1:]


def mix_in_words() -> str:
    """The mix, for the report."""
    return ", ".join(f"{s['share']}% {s['name']}" for s in _table()["sections"])


def polnear(articles: int) -> list[str]:
    """The first articles of PolNeAR's development part (US politics), [] where it is not at hand."""
    path = SHARED / "polnear_dev.jsonl"
    if not path.exists():
        return []
    rows = path.read_text(encoding="utf-8").splitlines()[:articles]
    return [json.loads(row)["text"] for row in rows]
