"""How the search for near-copies grows: made-up articles, a tenth of them edited copies of earlier ones."""

import random
import resource
import time

from multivector.text.copies import clusters

__all__ = ["main"]

SIZES = (1_000, 10_000, 100_000)
WORDS = 200
VOCABULARY = 30_000
COPIES = 0.1


def articles(n: int, seed: int = 7) -> tuple[list[str], list[int]]:
    """Texts whose words are as unevenly common as English words are, and for each the number of what it copies."""
    rng = random.Random(seed)
    words = [f"w{i}" for i in range(VOCABULARY)]
    weights = [1 / (i + 2) for i in range(VOCABULARY)]
    texts: list[str] = []
    origins: list[int] = []
    for i in range(n):
        if i > 10 and rng.random() < COPIES:
            source = origins[rng.randrange(i)]
            kept = texts[source].split()[: rng.randint(WORDS // 2, WORDS)]
            texts.append(" ".join([*kept, *rng.choices(words, weights, k=WORDS // 4)]))
            origins.append(source)
        else:
            texts.append(" ".join(rng.choices(words, weights, k=WORDS)))
            origins.append(i)
    return texts, origins


def main() -> None:
    """Print, for each size, seconds, microseconds an article, memory, and which copies were found."""
    for n in SIZES:
        texts, origins = articles(n)
        start = time.perf_counter()
        found = clusters(dict(enumerate(texts)))
        seconds = time.perf_counter() - start
        copies = [i for i in range(n) if origins[i] != i]
        right = sum(found[i] == found[origins[i]] for i in copies)
        wrong = sum(found[i] != i for i in range(n) if origins[i] == i)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{n:>7} articles: {seconds:6.1f} s, {seconds / n * 1e6:5.0f} us each, {memory:5.0f} MB; "
            f"copies found {right}/{len(copies)}, others joined {wrong}"
        )


if __name__ == "__main__":
    main()
