"""The brief as JSON: the judgement with all that it rests on, the records with their words, sources and versions."""

import json
from collections.abc import Mapping
from typing import Any

from multivector.brief.book import make_book
from multivector.brief.given import BriefInput
from multivector.brief.sources import sources_view
from multivector.model import kind_of
from multivector.model.codec import to_plain

__all__ = ["brief_json"]


def brief_json(given: BriefInput) -> str:
    """One object, in a stable order of keys; without `texts` the sources have no text."""
    book = make_book(given)
    descriptors = [source.descriptor for source in sources_view(book, given.ratings)]
    documents = [
        {**_plain_document(to_plain(document), texts=given.texts), "descriptor": descriptor}
        for document, descriptor in zip(book.documents, descriptors, strict=True)
    ]
    entries = book.entries.values()
    held = [{"document": one.document.id, **to_plain(withheld)} for one in given.readings for withheld in one.withheld]
    whole = {
        "case": given.case,
        "case_hash": given.case_hash,
        "versions": dict(given.versions),
        "judgement": to_plain(given.judgement),
        "replay": [to_plain(step) for step in given.replay],
        "indicators": [to_plain(one) for one in given.indicators],
        "raters": to_plain(given.pool) if given.pool else None,
        "contradictions": [to_plain(one) for one in given.contradictions],
        "forecasts": [to_plain(one) for one in given.forecasts],
        "score": to_plain(given.score) if given.score else None,
        "records": [{"kind": kind_of(e.record), "label": e.label, **to_plain(e.record)} for e in entries],
        "sources": documents,
        "withheld": held,
        "not_read": [{"file": name, "reason": reason, "mend": mend} for name, reason, mend in given.failures],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _plain_document(plain: Mapping[str, Any], *, texts: bool) -> dict[str, Any]:
    left_out = ("offsets", "removed") if texts else ("offsets", "removed", "text")
    return {key: value for key, value in plain.items() if key not in left_out}
