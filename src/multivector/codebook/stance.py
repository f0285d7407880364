"""The graded lexicon of tone: diplomatic words and phrases with values from -1 to 1."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from multivector.codebook.base import languages, load_folder
from multivector.errors import CodebookError

__all__ = ["FallsOn", "StanceEntry", "stance_lexicon"]

FallsOn = Literal["subject", "object", "both"]
SIDES: tuple[FallsOn, ...] = ("subject", "object", "both")


@dataclass(frozen=True, slots=True)
class StanceEntry:
    """A word or phrase by its lemmas ("*" is any word), its value, and a part of speech where it matters.

    `fixed`: a negation belongs to the phrase already ("no doubt") and does not turn it.
    `falls_on`: whom the tone is for: the word's doer or bearer ("invade"), what it befalls ("condemn"), or both.
    `turns`: the word undoes what it governs ("prevent attacks"), so that the tone of that is turned round.
    """

    lemmas: tuple[str, ...]
    value: float
    pos: str | None = None
    fixed: bool = False
    falls_on: FallsOn = "both"
    turns: bool = False


@cache
def stance_lexicon() -> tuple[StanceEntry, ...]:
    """All entries of stance/*.yaml and of the languages' own stance/ folders.

    Rows are {value, words, pos?, fixed?, falls_on?, turns?, why?, source?}.

    The first listing of a phrase holds. Raises CodebookError where `falls_on` is none of its three words.
    """
    found: dict[tuple[tuple[str, ...], str | None], StanceEntry] = {}
    for rows in (
        *load_folder("stance"),
        *(file for language in languages() for file in load_folder(language, "stance")),
    ):
        for row in rows:
            for words in row["words"]:
                entry = _entry(row, tuple(str(words).lower().split()))
                found.setdefault((entry.lemmas, entry.pos), entry)
    return tuple(found.values())


def _entry(row: dict[str, Any], lemmas: tuple[str, ...]) -> StanceEntry:
    side = row.get("falls_on", "both")
    if side not in SIDES:
        raise CodebookError(f"stance: {' '.join(lemmas)}: falls_on is {side!r}, not one of {', '.join(SIDES)}")
    return StanceEntry(
        lemmas=lemmas,
        value=float(row["value"]),
        pos=row.get("pos"),
        fixed=bool(row.get("fixed", False)),
        falls_on=side,
        turns=bool(row.get("turns", False)),
    )
