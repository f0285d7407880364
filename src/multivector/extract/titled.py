"""Whose statement a document's title announces: "Заявление МИД Японии о ...", "Press briefing by Iran's ministry"."""

import re

from multivector.codebook.grammar import words
from multivector.extract.names import find_names
from multivector.model import Speaker

__all__ = ["titled_issuer"]

STEMS = words("issuing", "title_stems")
OFFICES = words("issuing", "office_stems")
TOPICS = re.compile(
    r"\s(?:on|about|over|regarding|concerning|following|о|об|обо|по|в связи|in connection)\s", re.IGNORECASE
)
WORD = re.compile(r"\w[\w-]*")
KINDS = ("state", "body")
GOVERNMENT = "GOV"


def titled_issuer(title: str, language: str) -> Speaker | None:
    """The government or ministry whose text the title says it is; None for a title of another kind."""
    announced = next((m for m in WORD.finditer(title) if _is_one(m[0], STEMS)), None)
    if announced is None:
        return None
    tail = TOPICS.split(title[announced.end() :])[0]
    found = _owner(tail, language)
    return found or (_owner(title[: announced.start()], language) if language == "en" else None)


def _owner(words_of: str, language: str) -> Speaker | None:
    """The office that the words name, with its state: "МИД Японии", "the Iranian Foreign Ministry"."""
    office = next((m for m in WORD.finditer(words_of) if _is_one(m[0], OFFICES)), None)
    hit = next((h for h in find_names(words_of, language) if h.name.kind in KINDS and h.name.state), None)
    if office is None or hit is None or hit.name.state is None:
        return None
    name = words_of[min(office.start(), hit.start) : max(office.end(), hit.end)]
    return Speaker(name, f"{hit.name.state}:{GOVERNMENT}", hit.name.state, "institution")


def _is_one(word: str, stems: frozenset[str]) -> bool:
    return word.lower().startswith(tuple(stems))
