"""Evidence that a person adds by hand: a sentence of an article of the case, or of a source that the person names.

The row in reviews.jsonl names the kind of evidence in `field` and holds the words in `value`, as JSON:
{"quote": ..., "day": ..., "source": ...}. Without a quote, or without a source for it, there is no evidence and the row
is refused.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from multivector.errors import CaseError
from multivector.judge.describe import clip, with_article
from multivector.judge.item import Item, words_of
from multivector.judge.kinds import kind_label
from multivector.judge.merge import alike
from multivector.judge.noted import Noted
from multivector.judge.scene import Scene
from multivector.judge.table import table_of
from multivector.model import Document, Question, Reading, Review, make_id

__all__ = ["added", "added_of", "kinds_to_add", "words_added"]

KEYS = ("quote", "day", "source")
BY_RULE = re.compile("_(before|silence|answer)_")  # what only a rule can find: the past, absence, a named cause


def words_added(documents: Sequence[Document], record: str, quote: str | None, day: str | None) -> str:
    """The value of a row that adds an item: of an article of the case, or of the source that `record` names.

    Raises CaseError where the sentence does not stand in the article, or where the day is none.
    """
    words = " ".join((quote or "").split())
    document = next((one for one in documents if one.id == record), None)
    if document is not None and words not in " ".join(document.text.split()):
        raise CaseError(f"{document.name}: the sentence does not stand there; give its words as the article has them")
    given = {"quote": words} if document is not None else {"quote": words, "source": record}
    try:
        days = {"day": date.fromisoformat(day).isoformat()} if day else {}
    except ValueError:
        raise CaseError(f"--day {day}: is no day; write it as 2024-10-22") from None
    return json.dumps({**given, **days}, ensure_ascii=False, sort_keys=True)


def kinds_to_add(question: Question, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The kinds of evidence that a person may add by hand, each in words, by those words."""
    sides = {"observer": question.observer, "subject": question.subject}
    kinds = [cells.kind for cells in table_of(question).rows_that_count() if not BY_RULE.search(cells.kind)]
    named = {side: with_article(names.get(code or "", code or f"the {side}")) for side, code in sides.items()}
    return tuple(
        sorted(((kind, kind_label(kind, named[kind.split("_")[0]])) for kind in kinds), key=lambda one: one[1])
    )


def added_of(review: Review) -> dict[str, str]:
    """What the row adds; raises CaseError where it lacks the kind, the words or their source."""
    where = f"review {review.id}"
    if not (review.field or "").startswith(("observer_", "subject_")):
        raise CaseError(f"{where}: an added item names its kind, such as observer_event_SANCTION, not {review.field!r}")
    raw = _texts(where, review.value or "")
    if not raw.get("quote", "").strip():
        raise CaseError(f"{where}: an added item needs the sentence that says it")
    if not raw.get("source", "").strip() and not review.record.startswith("doc-"):
        raise CaseError(f"{where}: an added item needs an article of the case or a named source")
    return raw


def _texts(where: str, value: str) -> dict[str, str]:
    """The texts of the row's JSON, by key."""
    try:
        raw: Any = json.loads(value)
    except (ValueError, RecursionError):
        raise CaseError(f'{where}: an added item has its words as JSON, such as {{"quote": "..."}}') from None
    if not isinstance(raw, dict) or not set(raw) <= set(KEYS) or not all(isinstance(one, str) for one in raw.values()):
        raise CaseError(f"{where}: an added item has {', '.join(KEYS)}, each a text")
    return raw


def added(scene: Scene, readings: Sequence[Reading], reviews: Sequence[Review], items: Sequence[Item]) -> list[Item]:
    """One item for each row that stands; one of an article that is not there is left out."""
    documents = {one.document.id: one.document for one in readings}
    made = (_item(scene, review, documents) for review in reviews)
    return [_once(item, items) for item in made if item is not None]


def _item(scene: Scene, review: Review, documents: Mapping[str, Document]) -> Item | None:
    given = added_of(review)
    source = given.get("source", "")
    document = documents.get(review.record) or (_elsewhere(review, given) if source else None)
    if document is None:
        return None
    kind = review.field or ""
    side = "observer" if kind.startswith("observer_") else "subject"
    state = scene.question.observer if side == "observer" else scene.question.subject
    label = f"{kind_label(kind, with_article(scene.name(state)))} (“{clip(given['quote'])}”)"
    note = f"added by {review.who} on {review.when[:10]}: {review.why}"
    head = Noted(review.id, given["quote"], label, True, None, note)
    kinds = (kind, kind.rsplit("_", 1)[0]) if "_statement_" in kind else (kind,)
    day = given.get("day") or document.published
    return Item("behaviour", side, kinds, state or "", label, note, day, "day" in given, (head,), (document,))


def _elsewhere(review: Review, given: Mapping[str, str]) -> Document:
    """A stand-in for a source outside the case: its name is its outlet, so that ratings by outlet hold."""
    name = given["source"]
    made = make_id("document", name, given["quote"])
    day = given.get("day")
    return Document(made, name, name, None, None, None, day, review.when[:10], "en", given["quote"], "", (), made)


def _once(item: Item, items: Sequence[Item]) -> Item:
    """The item, set aside where the reader found the same words in the same article."""
    words = words_of(item.head)
    for other in items:
        shared = {document.id for document in item.documents} & {document.id for document in other.documents}
        if shared and other.side == item.side and alike(words, words_of(other.head)):
            return replace(item, role="set_aside", note=f"{item.note}; the case has it already: {other.label}")
    return item
