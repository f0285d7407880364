"""People's decisions on records: one row each in a case's reviews.jsonl, superseded and never deleted."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from multivector.errors import CaseError, InputError
from multivector.model import Link, Origin, Record, Review
from multivector.model.codec import from_plain, to_plain
from multivector.model.review import in_force

__all__ = ["FILE", "append", "apply", "load"]

FILE = "reviews.jsonl"
FIXED = ("id", "evidence", "content", "origin", "also")  # what the text or a rule says is not a person's to set
NEEDS = {"correct": "field", "rate": "field", "undo": "undoes", "add": "field"}


def load(case: Path) -> tuple[Review, ...]:
    """The reviews of a case in the order of the file, a row that stands twice (after a merge) once.

    Raises CaseError, naming file and line and the mend, where a line is not a review.
    """
    path = case / FILE
    if not path.exists():
        return ()
    found: dict[str, Review] = {}
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        review = _parse(line, f"{path}:{number}")
        if found.setdefault(review.id, review) != review:
            raise CaseError(f"{path}:{number}: a second review has the id {review.id}; give one of them another id")
    return tuple(found.values())


def append(case: Path, review: Review) -> None:
    """Add a review at the end of the case's file, in one write, fsynced; raises CaseError where it is incomplete."""
    _check(review, FILE)
    line = json.dumps(to_plain(review), ensure_ascii=False).encode("utf-8", "backslashreplace")
    with (case / FILE).open("ab+") as file:
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(size - 1)
        torn = size > 0 and file.read(1) != b"\n"
        file.write((b"\n" if torn else b"") + line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def apply(records: Iterable[Record], reviews: Sequence[Review]) -> tuple[Record, ...]:
    """The records as people left them, in the order given.

    Rejected records leave, and links that rest on them; a later accept brings a record back; corrections set a field,
    the last one wins, and add an origin that names the review; what was undone does nothing. Reviews of records that
    are not there do nothing. Raises CaseError where a correction cannot be made.
    """
    standing = in_force(reviews)
    if not standing:
        return tuple(records)
    rejected: set[str] = set()
    corrections: dict[str, list[Review]] = {}
    for review in standing:
        if review.act == "reject":
            rejected.add(review.record)
        elif review.act == "accept":
            rejected.discard(review.record)
        elif review.act == "correct":
            corrections.setdefault(review.record, []).append(review)
    kept = (record for record in records if not _leaves(record, rejected))
    return tuple(_corrected(record, corrections.get(record.id, ())) for record in kept)


def _parse(line: bytes, where: str) -> Review:
    try:
        review = from_plain(Review, json.loads(line.decode("utf-8-sig")))
    except (ValueError, InputError) as error:
        mend = "each line is one JSON object; mend it or take it out (after a merge, keep both sides' lines)"
        raise CaseError(f"{where}: not a review: {error}; {mend}") from error
    _check(review, where)
    return review


def _check(review: Review, where: str) -> None:
    needed = NEEDS.get(review.act)
    if needed and not getattr(review, needed):
        raise CaseError(f"{where}: review {review.id} is to {review.act} but has no {needed!r}; add it")


def _leaves(record: Record, rejected: set[str]) -> bool:
    return record.id in rejected or (isinstance(record, Link) and bool({record.from_, record.to} & rejected))


def _corrected(record: Record, corrections: Sequence[Review]) -> Record:
    for review in corrections:
        plain = to_plain(record)
        try:
            record = from_plain(type(record), _set(plain, review))
        except (InputError, LookupError, TypeError, ValueError) as error:
            what = f"review {review.id} cannot set {review.field} of {record.id} to {review.value!r}"
            raise CaseError(f"{FILE}: {what}: {error}; undo it, or correct the field anew") from error
    return record


def _set(plain: dict[str, Any], review: Review) -> dict[str, Any]:
    """The plain record with the review's field set and its origin added; the value is text, or else JSON."""
    *path, last = (review.field or "").split(".")
    if (path or [last])[0] in FIXED:
        raise InputError("this part is what the text says or what made the record")
    box: Any = plain
    for step in path:
        box = box[_place(box, step)]
    box[_place(box, last)] = _value_like(box[_place(box, last)], review.value)
    origin = to_plain(Origin("review", review.id, review.when))
    if origin not in plain["origin"]:
        plain["origin"].append(origin)
    return plain


def _place(box: Any, step: str) -> Any:
    """The key or index that a step of the path means; an item of a list goes by number or by its actor."""
    if isinstance(box, list):
        codes = [item.get("actor") for item in box if isinstance(item, dict)]
        return codes.index(step) if step in codes else int(step)
    if step not in box:
        raise LookupError(f"there is no {step!r}")
    return step


def _value_like(old: Any, value: str | None) -> Any:
    """The value as the field's kind needs it: text stays text, numbers, yes or no and lists are written as JSON."""
    if value is None or isinstance(old, str):
        return value
    try:
        parsed = json.loads(value)
    except ValueError:
        return value
    return value if old is None and not isinstance(parsed, dict | list) else parsed
