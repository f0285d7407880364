"""Articles for the benchmarks: made from sentences written for them in a stated mix, by a fixed seed.

English ones from news.yaml, Russian ones from news_ru.yaml.
"""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["SHARED", "filled", "mix_in_words", "news", "polnear"]

SENTENCES = {"en": "news.yaml", "ru": "news_ru.yaml"}
SHARED = Path(__file__).resolve().parents[2] / "shared/data/reading"
PARAGRAPHS, PER_PARAGRAPH = (4, 9), (1, 3)  # of an article; sentences of a paragraph


@cache
def _table(language: str = "en") -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(SENTENCES[language]).read_text(encoding="utf-8"))
    return table


def news(articles: int, *, only: str | None = None, seed: int = 1, language: str = "en") -> list[str]:
    """So many articles in the mix of the language's file, or all of the section that `only` names."""
    chance = random.Random(seed)
    sections = [s for s in _table(language)["sections"] if only in (None, s["name"])]
    drawn = chance.choices(sections, [s["share"] for s in sections], k=articles)
    return [_article(chance, section["sentences"], language) for section in drawn]


def _article(chance: random.Random, sentences: list[str], language: str) -> str:
    paragraphs = []
    for _ in range(chance.randint(*PARAGRAPHS)):
        chosen = chance.sample(sentences, min(len(sentences), chance.randint(*PER_PARAGRAPH)))
        paragraphs.append(" ".join(filled(chance, sentence, language) for sentence in chosen))
    return "\n\n".join(paragraphs)


def filled(chance: random.Random, sentence: str, language: str = "en") -> str:
    """The sentence with each word in braces drawn anew."""
    slots = _table(language)["slots"]
    for name, words in slots.items():
        while f"{{{name}}}" in sentence:
            sentence = sentence.replace(f"{{{name}}}", chance.choice(words), 1)
    return sentence[0].upper() + sentence[1:]


def mix_in_words(language: str = "en") -> str:
    """The mix, for the report."""
    return ", ".join(f"{s['share']}% {s['name']}" for s in _table(language)["sections"])


def polnear(articles: int) -> list[str]:
    """The first articles of PolNeAR's development part (US politics), [] where it is not at hand."""
    path = SHARED / "polnear_dev.jsonl"
    if not path.exists():
        return []
    rows = path.read_text(encoding="utf-8").splitlines()[:articles]
    return [json.loads(row)["text"] for row in rows]
