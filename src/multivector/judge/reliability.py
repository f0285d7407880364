"""How far a report can be trusted, and what that does to its likelihoods.

The scale is the Admiralty code (NATO AJP-2.1; FM 2-22.3, appendix B): A-F for the source, 1-6 for the report. F and 6
mean "cannot be judged", not "worst". The letters are words; the numbers beside them are this package's reading of
them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from multivector.errors import CaseError
from multivector.model import Document

__all__ = ["COVERAGE", "DEFAULT_RATING", "Rating", "best_rating", "parse_rating", "soften"]

LETTERS = {"A": 0.95, "B": 0.85, "C": 0.70, "D": 0.50, "E": 0.25, "F": None}
DIGITS = {"1": 1.0, "2": 0.95, "3": 0.85, "4": 0.60, "5": 0.30, "6": None}
COVERAGE = "coverage"  # in the place of a code: how far a silence of the sources can be believed
DEFAULT_RATING = "C"  # an outlet that nobody has rated: fairly reliable, its single reports not rated


@dataclass(frozen=True, slots=True)
class Rating:
    """`share` is r, the share of the report that is taken at its word; 0 where the code is F or 6."""

    code: str
    share: float
    given: bool  # False: nobody rated it and the default stands


def parse_rating(code: str, *, given: bool = True) -> Rating:
    """The rating of "B2", "B" or "2"; CaseError for anything else."""
    text = code.strip().upper()
    letter, digit = text[:1] if text[:1] in LETTERS else "", text[-1:] if text[-1:] in DIGITS else ""
    if not text or letter + digit != text:
        raise CaseError(f"{code!r} is no rating: write a letter A-F, a digit 1-6, or both, as in 'B2'")
    parts = [LETTERS[letter or DEFAULT_RATING], DIGITS[digit or "1"]]
    share = 0.0 if None in parts else (parts[0] or 0.0) * (parts[1] or 0.0)
    return Rating(text, share, given)


def best_rating(records: Sequence[str], documents: Sequence[Document], ratings: Mapping[str, str]) -> Rating:
    """The rating that a person gave one of the records, else that of the best rated source.

    Near-copies count as one source: the document that the cluster is named after speaks for it.
    """
    found = [parse_rating(ratings[record]) for record in records if record in ratings]
    if not found:
        clusters = {document.cluster for document in documents}
        found = [_document_rating(_original(documents, cluster), ratings) for cluster in clusters]
    return max(found, key=lambda rating: (rating.share, rating.given, rating.code))


def _original(documents: Sequence[Document], cluster: str) -> Document:
    """The document of that cluster that the others are taken to be copies of."""
    copies = [document for document in documents if document.cluster == cluster]
    return min(copies, key=lambda copy: (copy.id != cluster, copy.published or "9999", copy.name, copy.id))


def _document_rating(document: Document, ratings: Mapping[str, str]) -> Rating:
    for key in (document.id, document.name, document.outlet):
        if key is not None and key in ratings:
            return parse_rating(ratings[key])
    return parse_rating(DEFAULT_RATING, given=False)


def soften(likelihoods: Sequence[float], share: float) -> tuple[float, ...]:
    """r*P(E|H) + (1-r)*b, with b the row's mean: the same for every H, so that r = 0 gives a likelihood ratio of 1."""
    common = fmean(likelihoods)
    return tuple(share * value + (1 - share) * common for value in likelihoods)
