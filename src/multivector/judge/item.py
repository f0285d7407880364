"""An item of evidence: one act or utterance with every record that tells it."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from multivector.judge.kinds import Act
from multivector.judge.noted import Noted
from multivector.model import Document, Evidence, Span, Statement
from multivector.world.outlets import owner_of

__all__ = ["COUNTED", "Item", "Role", "days_between", "join", "said", "shifted", "spans", "words_of"]

Role = Literal["behaviour", "before", "absence", "opinion", "baseline", "set_aside"]
COUNTED: tuple[Role, ...] = ("behaviour", "before", "absence")  # the roles that enter the sum


@dataclass(frozen=True, slots=True)
class Item:
    """`records` and `documents` are aligned: which record stands in which document. `head` is the first of them."""

    role: Role
    side: str  # observer, subject or other: who did or said it
    kinds: tuple[str, ...]  # rows of the table, the most specific first
    who: str  # the code, or the name in lower case, of the one who did or said it
    label: str
    note: str  # why it has this role, and what is uncertain about it
    day: str | None  # ISO day of the act; that of the report where the act has none
    dated: bool  # the text itself gives the day
    records: tuple[Act, ...]
    documents: tuple[Document, ...]

    @property
    def head(self) -> Act:
        """The record that stands for the item."""
        return self.records[0]

    @property
    def clusters(self) -> tuple[str, ...]:
        """The groups of near-copies that tell it."""
        return tuple(sorted({document.cluster for document in self.documents}))

    @property
    def sources(self) -> tuple[str, ...]:
        """Who tells it independently: near-copies count once, and so do the outlets of one owner."""
        firsts = {document.cluster: document for document in sorted(self.documents, key=_by_origin, reverse=True)}
        return tuple(sorted({owner_of(document.outlet) or document.cluster for document in firsts.values()}))

    @property
    def order(self) -> tuple[str, str, str]:
        """A sort key of content first, so that neither order of reading nor a copy moves it."""
        return (self.kinds[0] if self.kinds else "", said(self.head), self.head.id)


def _by_origin(document: Document) -> tuple[bool, str, str]:
    return (document.id != document.cluster, document.published or "9999", document.name)


def join(first: Item, second: Item) -> Item:
    """One item of two that tell the same act; the first leads and keeps its role, kinds and label.

    The earliest day counts, and a day that a text gives goes before that of a report.
    """
    days = [item.day for item in (first, second) if item.day and item.dated == (first.dated or second.dated)]
    return replace(
        first,
        day=min(days, default=first.day or second.day),
        dated=first.dated or second.dated,
        records=first.records + second.records,
        documents=first.documents + second.documents,
    )


def said(record: Act) -> str:
    """The words of the evidence: a statement's content, else the sentence."""
    if isinstance(record, Noted):
        return record.words
    return record.content.quote if isinstance(record, Statement) else record.evidence.quote


def spans(record: Act) -> tuple[Evidence | Span, ...]:
    """Every span that tells the record, in its own document."""
    if isinstance(record, Noted):
        return ()
    if isinstance(record, Statement):
        return (record.content, record.evidence)
    own = record.evidence.document
    return (record.evidence, *(span for span in record.also if span.document == own))


def words_of(record: Act) -> frozenset[str]:
    """The words of the evidence in lower case; an event's and a measure's goods among them."""
    goods = "" if isinstance(record, Statement | Noted) else " ".join(good.text for good in record.goods)
    return frozenset(re.findall(r"\w+", f"{said(record)} {goods}".casefold()))


def days_between(first: str, second: str) -> int:
    """Days from one ISO day to another, never negative."""
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)


def shifted(day: str, days: int) -> str:
    """The ISO day so many days later, or earlier where `days` is negative."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
