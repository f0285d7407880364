"""Runs of words as features of an attitude: what stands beside a source and its target, word by word, in order.

They say much where thousands of labelled pairs are at hand, and nothing where there are few: weights that a user fits
have them, those that come with the program do not (docs/decisions/2026-11-directed-tone.md).
"""

from collections.abc import Iterator, Sequence

from multivector.text.base import Parse, Token

__all__ = ["RUN", "runs"]

RUN = "run "  # how the names of these features begin
SOURCE, TARGET = "SOURCE", "TARGET"
LONGEST = 3  # words in a run
NEAR = 4  # words from an actor within which what is not between the two still says something
WIDE = 8  # for single words
LONG = 12  # words; the longer a text, the less a word anywhere in it says
WHOLE = 5  # words between the two up to which all of them together are one feature
LEFT_OUT = ("DET", "SPACE")


def runs(parse: Parse, source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
    """Every run with its strength, the strongest where it occurs several times; none where either has no tokens."""
    words = list(_words(parse, frozenset(source), frozenset(target)))
    if SOURCE not in words or TARGET not in words:
        return {}
    found: dict[str, float] = {}
    for name, strength in _all(words, words.index(SOURCE), words.index(TARGET)):
        found[RUN + name] = max(found.get(RUN + name, 0.0), strength)
    return found


def _words(parse: Parse, source: frozenset[int], target: frozenset[int]) -> Iterator[str]:
    """The text's words as lemmas, names by their sort, each actor as one word."""
    last = ""
    for token in parse.tokens:
        word = SOURCE if token.i in source else TARGET if token.i in target else _word(token)
        if word and not (word == last and word in (SOURCE, TARGET)):
            yield word
            last = word


def _word(token: Token) -> str:
    if token.pos in LEFT_OUT:
        return ""
    if token.pos == "NUM":
        return "#"
    return token.entity or "NAME" if token.pos == "PROPN" else token.lemma.lower()


def _all(words: Sequence[str], source: int, target: int) -> Iterator[tuple[str, float]]:
    order = ">" if source < target else "<"
    first, second = sorted((source, target))
    anywhere = min(1.0, LONG / len(words))
    for i, word in enumerate(words):
        if i not in (source, target):
            yield f"any:{word}", anywhere
            near = min(abs(i - source), abs(i - target))
            if near <= WIDE and not first < i < second:
                yield f"{_zone(i, i, first, second)}{order}:{word}", 1.0 if near <= NEAR else 0.6
        for length in range(2, LONGEST + 1):
            yield from _run(words[i : i + length], i, length, (source, target))
    if second - first <= WHOLE:
        yield f"whole:{' '.join(words[first : second + 1])}", 1.0
    yield from _beside("source", source, words)
    yield from _beside("target", target, words)


def _beside(name: str, actor: int, words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The words just before and just behind an actor, each by its place."""
    for step in (-2, -1, 1, 2):
        if 0 <= actor + step < len(words):
            yield f"{name}{step:+d}:{words[actor + step]}", 1.0


def _run(run: Sequence[str], i: int, length: int, actors: tuple[int, int]) -> Iterator[tuple[str, float]]:
    """Words in a row from the i-th, where they are between the two actors or near one of them."""
    if len(run) < length:
        return
    first, second = sorted(actors)
    last = i + length - 1
    zone = _zone(i, last, first, second)
    if zone == "between" or min(abs(at - actor) for at in (i, last) for actor in actors) <= NEAR:
        place = "" if SOURCE in run or TARGET in run else zone + (">" if actors[0] < actors[1] else "<")
        yield f"{length}{place}:{' '.join(run)}", 1.0


def _zone(start: int, last: int, first: int, second: int) -> str:
    if first <= start and last <= second:
        return "between"
    return "before" if start < first else "behind"
