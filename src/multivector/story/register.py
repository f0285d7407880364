"""The register of a case's sources: what each outlet is, how reliable, and how many independent voices there are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from multivector.model import Document
from multivector.world.outlets import outlet_of, owner_of

__all__ = ["Register", "SourceRow", "register"]

OFFICIAL = re.compile(
    r"\b(?:ministry|embassy|office of the (?:president|prime minister)|press service|government|chancellery)\b"
    r"|министерств|посольств|правительств|администраци|пресс-служб|\bМИД\b",
    re.IGNORECASE,
)
NOT_NAMED = "(no outlet named)"
DEFAULT = "C"  # as the judgement takes an outlet that nobody rated


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One outlet of a case. `basis` says where the letter comes from: the case, the shipped table, or the default."""

    outlet: str
    kind: str
    country: str | None
    owner: str | None
    reliability: str
    basis: str
    articles: int
    originals: int  # articles that stand alone or are the origin of their copies
    first: str | None
    last: str | None
    source: str | None  # where the shipped row comes from


@dataclass(frozen=True, slots=True)
class Register:
    """The outlets, those with most originals first. `texts` counts clusters, `voices` their owners."""

    rows: tuple[SourceRow, ...]
    articles: int
    texts: int
    voices: int


def register(documents: Sequence[Document], ratings: Mapping[str, str]) -> Register:
    """The register of a case's documents, whose `cluster` must be set; `ratings` are the case's own letters by outlet.

    Independence: near-copies are one text, and the texts of one owner one voice. A text is its origin's.
    """
    by_outlet: dict[str, list[Document]] = {}
    for document in documents:
        known = outlet_of(document.outlet)  # TASS and ТАСС are one
        by_outlet.setdefault(known.name if known else document.outlet or NOT_NAMED, []).append(document)
    rows = [_row(name, group, ratings) for name, group in by_outlet.items()]
    origins = [document for document in documents if document.id == document.cluster]
    voices = {owner_of(document.outlet) or document.cluster for document in origins}
    ordered = sorted(rows, key=lambda row: (-row.originals, -row.articles, row.outlet))
    return Register(tuple(ordered), len(documents), len(origins), len(voices))


def _row(name: str, group: Sequence[Document], ratings: Mapping[str, str]) -> SourceRow:
    known = outlet_of(name)
    days = [one.published for one in group if one.published]
    names = (name, *(d.outlet or "" for d in group))
    own = next((ratings[one] for one in names if one in ratings), None)
    letter, basis = _letter(own, known.reliability if known else None)
    country, owner, source = (known.country, known.owner, known.source) if known else (None, None, None)
    return SourceRow(
        outlet=name,
        kind=known.kind if known else _kind_of(name),
        country=country,
        owner=owner,
        reliability=letter,
        basis=basis,
        articles=len(group),
        originals=sum(one.id == one.cluster for one in group),
        first=min(days, default=None),
        last=max(days, default=None),
        source=source,
    )


def _letter(own: str | None, shipped: str | None) -> tuple[str, str]:
    """The letter of an outlet, and who gave it."""
    if own:
        return own, "the case"
    return (shipped, "shipped table") if shipped else (DEFAULT, "default: nobody rated it")


def _kind_of(name: str) -> str:
    """What an outlet that no table knows is, by its name."""
    return "official" if OFFICIAL.search(name) else "unknown"
