"""A thousand Russian articles read into a case: memory and words a second, beside natasha's own pipeline.

    python -m benchmarks.russian_reading [--articles 1000] [--compared 60] [--runs 3]

Texts are made from Russian sentences (benchmarks/news_ru.yaml; the mix is printed). First `multivector read` reads all
into a case, in a process of its own. Then, on the texts to be compared, natasha's pipeline (sentences, morphology,
syntax, names, lemmas) and our reading run in turn in this process; time is processor time. natasha is timed as it
comes, with all of numpy's threads, and on one thread as we run it.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.report import processor_seconds, spread, tell
from benchmarks.texts import mix_in_words, news

__all__ = ["main"]

DAY = "2024-10-22"
LIMIT_MB = 2000


def main() -> None:
    """Print the case's seconds and memory, and words a second of both."""
    parser = argparse.ArgumentParser(description="Russian reading beside natasha's own pipeline.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--compared", type=int, default=60)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    case = _case(news(given.articles, seed=6, language="ru"))
    compared = _compared(news(given.compared, seed=7, language="ru"), given.runs)
    tell("russian_reading", [case, *compared], mix=mix_in_words("ru"), most_memory_mb=LIMIT_MB)


def _case(texts: Sequence[str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        sources = Path(scratch) / "sources"
        sources.mkdir()
        rows = ({"id": f"a{n}", "text": text, "date": DAY} for n, text in enumerate(texts))
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (sources / "articles.jsonl").write_text(lines, "utf-8")
        start = time.perf_counter()
        command = [sys.executable, "-m", "multivector", "read", scratch]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    row = _row("read into a case", texts, [seconds])
    return row | {"wall s": round(wall, 1), "peak MB": memory, "holds": int(memory < LIMIT_MB)}


def _compared(texts: Sequence[str], runs: int) -> list[dict[str, Any]]:
    from multivector.pipeline import code_row  # late: --help needs no model
    from multivector.text.threads import one_thread

    natasha = _natasha()

    def ours() -> None:
        for number, text in enumerate(texts):
            code_row(str(number), text, DAY)

    def alone() -> None:
        with one_thread():
            natasha(texts)

    sides: dict[str, Callable[[], object]] = {
        "reading": ours, "natasha as it comes": lambda: natasha(texts), "natasha on one thread": alone,
    }  # fmt: skip
    for side in sides.values():
        side()  # warm
    times = {name: [processor_seconds(side) for _ in range(runs)] for name, side in sides.items()}
    return [_row(name, texts, seconds) for name, seconds in times.items()]


def _natasha() -> Callable[[Sequence[str]], None]:
    """natasha's documented pipeline, from sentences to lemmas, article by article."""
    with warnings.catch_warnings():  # pymorphy2 asks for its dictionaries by way of pkg_resources
        warnings.simplefilter("ignore")
        return _pipeline()


def _pipeline() -> Callable[[Sequence[str]], None]:
    from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding, segmenter, vocabulary = NewsEmbedding(), Segmenter(), MorphVocab()
    morph, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def run(texts: Sequence[str]) -> None:
        for text in texts:
            doc = Doc(text)
            doc.segment(segmenter)
            doc.tag_morph(morph)
            doc.parse_syntax(syntax)
            doc.tag_ner(names)
            for token in doc.tokens:
                token.lemmatize(vocabulary)

    return run


def _row(name: str, texts: Sequence[str], seconds: Sequence[float]) -> dict[str, Any]:
    words = sum(len(text.split()) for text in texts)
    return {
        "what": name, "articles": len(texts), "words": words, "seconds": spread(seconds),
        "words/s": round(words / statistics.median(seconds)),
    }  # fmt: skip


if __name__ == "__main__":
    main()
