"""The graded lexicon of tone: diplomatic words and phrases with values from -1 to 1."""

from dataclasses import dataclass
from functools import cache

from multivector.codebook.base import load_folder

__all__ = ["StanceEntry", "stance_lexicon"]


@dataclass(frozen=True, slots=True)
class StanceEntry:
    """A word or phrase by its lemmas ("*" is any word), its value, and a part of speech where it matters.

    `fixed`: a negation belongs to the phrase already ("no doubt") and does not turn it.
    """

    lemmas: tuple[str, ...]
    value: float
    pos: str | None = None
    fixed: bool = False


@cache
def stance_lexicon() -> tuple[StanceEntry, ...]:
    """All entries of stance/*.yaml: rows {value, words, pos?, fixed?, why?, source?}; the first listing of a phrase holds."""
    found: dict[tuple[tuple[str, ...], str | None], StanceEntry] = {}
    for rows in load_folder("stance"):
        for row in rows:
            for words in row["words"]:
                lemmas = tuple(str(words).lower().split())
                entry = StanceEntry(lemmas, float(row["value"]), row.get("pos"), bool(row.get("fixed", False)))
                found.setdefault((lemmas, entry.pos), entry)
    return tuple(found.values())
