"""The tone of a text toward a person or party: the lexicon, learned grades of words, and the target's own place.

Rules and tables alone, no model of texts. Toward states and organisations the lexicon is read by itself (tone_target):
it was written for diplomatic language, the grades were learned from news about persons and parties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from multivector.codebook.cues import cues
from multivector.codebook.grades import LABELS, grades, standing
from multivector.extract.stance import mention_heads
from multivector.extract.stance_negation import is_negated
from multivector.extract.stance_roles import PartName, climb, part_in
from multivector.text.base import Parse, Token

__all__ = ["CONTENT", "LABELS", "SHOWN", "Graded", "evidence", "place", "read_graded", "signs", "word_keys"]

CONTENT = ("NOUN", "VERB", "ADJ", "ADV", "INTJ")
# How fully a word speaks of the target by its part in it; each step between them takes off more. Chosen with the
# fit by four-fold cross-validation on NewsMTSC's training part, to one digit.
WEIGHTS: dict[PartName, float] = {"subject": 1.0, "object": 1.0, "scope": 0.6, "other": 0.6, "said": 0.15}
DISTANCE = 0.1
NEGATED = -0.5
NEAR = 2  # steps within which a word has a grade of its own for standing so near
SILENT = 0.05  # a lexicon value nearer to 0 than this says nothing
LONG = 30  # words of a long sentence; a sentence counts as three times that at most
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Graded:
    """The likeliest label, the tone -1..1 (share of positive less that of negative), and the words that weigh most."""

    label: str
    value: float
    words: tuple[str, ...]


class Key(NamedTuple):
    """A row of the table of grades, with the weight that the word has here."""

    word: str
    pos: str
    part: str
    weight: float


def read_graded(parse: Parse, target: Sequence[int], lexicon: float) -> Graded:
    """The tone toward the target's tokens, with the value that the lexicon gives it."""
    found = list(evidence(parse, target))
    learned = sum(value for _, value in found)
    features = signs(lexicon, learned) | place(parse, target)
    scores = list(standing()["bias"])
    for name, strength in features.items():
        for n, weight in enumerate(standing().get(name, (0.0, 0.0, 0.0))):
            scores[n] += weight * strength
    shares = [exp(s - max(scores)) for s in scores]
    value = (shares[2] - shares[0]) / sum(shares)
    telling = sorted(found, key=lambda f: -abs(f[1]))[:SHOWN]
    return Graded(LABELS[scores.index(max(scores))], round(value, 3), tuple(words for words, _ in telling))


def evidence(parse: Parse, target: Sequence[int]) -> Iterator[tuple[str, float]]:
    """Each graded word with what it says of the target."""
    table = grades()
    for token, keys in word_keys(parse, target):
        value = sum(table[k[:3]].value * k.weight for k in keys if k[:3] in table)
        if value:
            yield token.text, value


def word_keys(parse: Parse, target: Sequence[int]) -> Iterator[tuple[Token, list[Key]]]:
    """Each content word outside the target with its rows of the table: by the target's part, and again where near."""
    ups = [climb(parse, i) for i in mention_heads(parse, target)] if target else []
    inside = set(target)
    for token in parse.tokens:
        if not ups or token.i in inside or token.pos not in CONTENT:
            continue
        part = min((part_in(parse, up, token.i, (token.i,)) for up in ups), key=lambda p: p.steps)
        weight = WEIGHTS[part.name] / (1 + DISTANCE * max(0, part.steps - 1))
        weight *= NEGATED if is_negated(parse, token, (token.i,)) else 1.0
        side = "undergoes" if part.name == "object" else "bears"
        particle = parse.child(token.i, "prt")
        word = token.lemma.lower() + (f" {particle.word}" if particle else "")
        keys = [Key(word, token.pos, side, weight)]
        if part.steps <= NEAR:
            keys.append(Key(word, token.pos, f"{side} near", weight))
        yield token, keys


def signs(lexicon: float, learned: float) -> dict[str, float]:
    """What lexicon and grades say, blame and praise apart."""
    return {
        "lexicon praise": max(0.0, lexicon), "lexicon blame": min(0.0, lexicon), "grades praise": max(0.0, learned),
        "grades blame": min(0.0, learned), "lexicon silent": float(abs(lexicon) < SILENT),
    }  # fmt: skip


def place(parse: Parse, target: Sequence[int]) -> dict[str, float]:
    """The target's place: its relation, what sort of name it is, whether it speaks, how early it is."""
    if not target:
        return {}
    head = parse.tokens[next(iter(mention_heads(parse, target)))]
    governor = parse.tokens[head.head]
    found = {
        f"relation {head.dep}": 1.0, f"sort {head.entity or head.pos}": 1.0,
        "position": parse.tokens[target[0]].start / max(1, len(parse.text)), "length": min(3, len(parse.tokens) / LONG),
    }  # fmt: skip
    if head.case:
        found[f"relation {head.dep} {head.case}"] = 1.0
    if head.dep in ("nsubj", "agent") and governor.lemma in cues().speech:
        found["speaks"] = 1.0
    if head.dep == "nsubj":
        found["subject of a verb" if governor.pos == "VERB" else "subject of a description"] = 1.0
    if governor.dep in ("advcl", "relcl", "ccomp"):
        found[f"in {governor.dep}"] = 1.0
    return found
