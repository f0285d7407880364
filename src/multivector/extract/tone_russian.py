"""Tone toward a word of a Russian sentence: the lexicon, the target's own place, and the bent of the words around it.

Of a word that the lexicon lacks its vector tells the bent (text/russian.py): a fitted direction in that space says how
far words of such a meaning speak ill or well of whom they are about. Both tables are written by
tools/fit_russian_tone.py from RuSentNE (MIT licence).
"""

from collections.abc import Sequence
from math import exp, sqrt
from typing import TYPE_CHECKING, Any

from multivector.codebook.grades import LABELS, directions, standing
from multivector.extract.stance import mention_heads
from multivector.extract.stance_roles import climb, part_in
from multivector.extract.tone_graded import CONTENT, SHOWN, Graded, place
from multivector.text.base import Parse, Token
from multivector.text.russian import LANGUAGE, word_vector

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["PARTS", "features", "read_russian", "told_by", "vector"]

# Where a word stands: anywhere in the target's sentence, in it as doer or bearer, as what undergoes it, or the target
# is a common noun and the word its own. Each other part was tried and adds nothing in cross-validation.
PARTS = ("all", "subject", "object", "own")
DISTANCE = 0.1  # each step of the parse between word and target takes off more, as in tone_graded
LENGTH = 6.0  # of a usual vector; that of a frequent word, which says little, is shorter
OWN = ("NOUN", "ADJ")
HEARD = 0.15  # from which on the lexicon's value is a tone and no whisper
FIRM = 0.5  # from which on nothing turns it round: at less it would cost more right readings than it saves


def features(parse: Parse, target: Sequence[int], lexicon: float) -> dict[str, float]:
    """What is weighed by name: the lexicon's value, blame and praise apart, and the target's place."""
    found = {"lexicon praise": max(0.0, lexicon), "lexicon blame": min(0.0, lexicon)}
    if abs(lexicon) > HEARD:
        found["lexicon praises" if lexicon > 0 else "lexicon blames"] = 1.0
    return found | place(parse, target)


def told_by(parse: Parse, target: Sequence[int]) -> list[tuple[Token, dict[str, float]]]:
    """Each word that may bear on the target, with its weight under each of PARTS; those of one part have length 1."""
    if not target:
        return []
    ups = [climb(parse, i) for i in mention_heads(parse, target)]
    found = []
    for token in parse.tokens[slice(*parse.bounds[parse.tokens[target[0]].sentence])]:
        if token.i in target:
            weights = {"own": 1.0} if token.pos in OWN else {}
        else:
            weights = _outside(parse, ups, token) if token.pos in CONTENT else {}
        if weights and word_vector(_word(token)) is not None:
            found.append((token, weights))
    sums = {part: sqrt(sum(weights.get(part, 0.0) for _, weights in found)) for part in PARTS}
    return [(token, {part: w / sums[part] for part, w in weights.items()}) for token, weights in found]


def _outside(parse: Parse, ups: Sequence[Sequence[int]], token: Token) -> dict[str, float]:
    part = min((part_in(parse, up, token.i, (token.i,)) for up in ups), key=lambda p: p.steps)
    near = 1 / (1 + DISTANCE * max(0, part.steps - 1))
    return {"all": 1.0, part.name: near} if part.name in PARTS else {"all": 1.0}


def read_russian(parse: Parse, target: Sequence[int], lexicon: float) -> Graded:
    """The tone toward the target's tokens, with the value that the lexicon gives it.

    Where that is firm and all the rest speaks the other way, the lexicon alone is heard.
    """
    bias = standing(LANGUAGE)["bias"]
    given = [(standing(LANGUAGE).get(name), strength) for name, strength in features(parse, target, lexicon).items()]
    scores = [bias[k] + sum(row[k] * strength for row, strength in given if row) for k in range(len(LABELS))]
    found = []
    for token, weights in told_by(parse, target):
        says = _says(_word(token), weights)
        scores = [score + more for score, more in zip(scores, says, strict=True)]
        found.append((token.text, says[2] - says[0]))
    shares = [exp(score - max(scores)) for score in scores]
    value = (shares[2] - shares[0]) / sum(shares)
    label = scores.index(max(scores))
    if abs(lexicon) >= FIRM and lexicon * (label - 1) < 0:
        return Graded(LABELS[2 if lexicon > 0 else 0], lexicon, ())
    telling = sorted((f for f in found if f[1] * (label - 1) > 0), key=lambda f: -abs(f[1]))[:SHOWN]
    return Graded(LABELS[label], round(value, 3), tuple(words for words, _ in telling))


def vector(word: str) -> "ndarray[Any, Any]":
    """The word's vector on the scale of the directions."""
    found = word_vector(word)
    assert found is not None, word
    return found / LENGTH


def _says(word: str, weights: dict[str, float]) -> tuple[float, float, float]:
    """How far the word speaks for each label."""
    at = vector(word)
    sums = [sum(w * float(at @ directions(LANGUAGE)[part][k]) for part, w in weights.items()) for k in range(3)]
    return (sums[0], sums[1], sums[2])


def _word(token: Token) -> str:
    return token.dictionary.lower()
