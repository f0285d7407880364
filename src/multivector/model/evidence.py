"""Evidence: the words that say it. Origin: the rule that read them."""

from dataclasses import dataclass

from multivector.errors import EvidenceError

__all__ = ["Evidence", "Origin", "Span", "check_evidence"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words inside a document whose id is known from context; half-open, in characters of the stored text."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A document's id, a half-open character span and the words that stand there."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Which reader and which of its rules made a record, and the version of both."""

    reader: str
    rule: str
    version: str


def check_evidence(evidence: Evidence | Span, text: str) -> None:
    """Raise EvidenceError unless text[start:end] equals the quote, and the quote is not empty."""
    found = text[evidence.start : evidence.end]
    if not evidence.quote or found != evidence.quote or evidence.start < 0:
        where = f"{evidence.start}:{evidence.end}"
        raise EvidenceError(f"the words at {where} are {found[:80]!r}, not {evidence.quote[:80]!r}")
