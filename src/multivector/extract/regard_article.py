"""What a whole article adds to the sights of a pair: how often and how early the two meet, and what sort they are.

How often each is named, what statements and events say between the two, and the mean tone toward each were tried too;
in cross-validation they add nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log1p, sqrt

from multivector.extract.regard_sights import Sight
from multivector.model import Reading

__all__ = ["Kinds", "kinds_of", "pooled"]

OFTEN = (3, 6)  # sentences from which on a pair is told of often
EARLY = 2  # the last of the sentences that are headline and first words

Kinds = Mapping[str, tuple[str, str | None]]


def kinds_of(reading: Reading) -> Kinds:
    """The kind and the state of each actor."""
    return {a.code: (a.kind, a.state) for a in reading.actors}


def pooled(reading: Reading, kinds: Kinds, seen: Sequence[Sight]) -> dict[str, float]:
    """All features of one ordered pair: its sights added up, divided by the root of their number, and the article's."""
    found: Counter[str] = Counter()
    for sight in seen:
        found.update(sight.features)
    share = sqrt(len(seen))
    features = {name: strength / share for name, strength in found.items()}
    features.update((name, strength) for name, strength in _place(reading, seen) if strength)
    features.update(_who(kinds, seen[0].source, seen[0].target))
    return features


def _place(reading: Reading, seen: Sequence[Sight]) -> Iterator[tuple[str, float]]:
    count, first = len(seen), seen[0].sentence
    yield "article", 1.0
    yield "article:sights", log1p(count)
    yield "article:once", float(count == 1)
    for least in OFTEN:
        yield f"article:sights {least}", float(count >= least)
    yield "article:early", float(first <= EARLY)
    yield "article:first", first / max(1, len(reading.sentences))


def _who(kinds: Kinds, source: str, target: str) -> Iterator[tuple[str, float]]:
    """Kinds alone, no names: a table that knew who quarrels with whom would tell no news."""
    (kind, state), (its, home) = (kinds.get(code, ("unknown", None)) for code in (source, target))
    yield f"kind:source {kind}", 1.0
    yield f"kind:target {its}", 1.0
    yield f"kind:{kind} {its}", 1.0
    if state is not None and state == home:
        yield "kind:at home", 1.0
