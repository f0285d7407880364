"""Attributions put into the middle of a sentence: ", claimed the regulator,"."""

import re
from functools import cache

from multivector.codebook.cues import cues

__all__ = ["find_asides"]

IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote", "think": "thought", "swear": "swore", "hold": "held",
    "read": "read", "know": "knew", "understand": "understood", "feel": "felt", "find": "found", "hear": "heard",
    "see": "saw", "put": "put", "admit": "admitted", "quip": "quipped",
}  # fmt: skip
# Who may stand beside the verb: a described person, a name, a pronoun or one of the usual unnamed sources.
WHO = (
    r"(?:(?:the|a|an|his|her|its|their|some|several|one) (?!that )[^,.;:!?\"“”«»()\n]{2,70}?"
    r"|[A-Z][^,.;:!?\"“”«»()\n]{1,70}?|he|she|they|it|officials|analysts|experts|sources)"
)
CLAUSE = re.compile(
    r"\b(?:that|would|will|was|were|is|are|has|had|have|could|may|might|should|can|did|to)\b"
)  # no mere name
LONGEST = 90  # characters of an inserted attribution; longer ones are clauses with a life of their own


@cache
def _pattern() -> re.Pattern[str]:
    verbs = sorted(
        {_past(v) for v in cues().speech if " " not in v} | {f"{v}s" for v in ("say", "write", "note", "add", "claim")}
    )
    words = "|".join(map(re.escape, verbs))
    return re.compile(rf",\s(?:(?:{words})\s{WHO}|(?:as\s)?{WHO}\s(?:{words})),(?=\s[a-z])")


def _past(verb: str) -> str:
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "ed"


def find_asides(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of inserted attributions, commas included."""
    spans = (m.span() for m in _pattern().finditer(text) if not CLAUSE.search(m.group()))
    return tuple((start, end) for start, end in spans if end - start <= LONGEST)
