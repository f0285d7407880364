"""A person's decision becomes a row of reviews.jsonl: the same for the command line and the workbench."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from multivector.errors import InputError
from multivector.judge import added_of, check_review, words_added
from multivector.model import Review, ReviewAct, make_id
from multivector.store import View
from multivector.store.reviews import append, apply, load

__all__ = ["Decision", "decide"]


NO_RECORDS = ("sil-", "rev-")  # items of a judgement that are no records: silences, and evidence that people added


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides. `record` is a record's id (or the beginning of it), for a retraction a document's id or
    name or an outlet, for an undo the id of the review; `field` and `value` serve corrections and ratings. For added
    evidence `record` is the article or another source, `field` the kind, `value` the sentence and `day` its day."""

    act: ReviewAct
    record: str
    who: str
    why: str
    field: str | None = None
    value: str | None = None
    day: str | None = None


def decide(case: Path, view: View, decision: Decision) -> Review:
    """Check the decision, add it to the case's reviews and return the row.

    `view` shows the case without reviews, so that what was rejected can be decided anew. Raises InputError for an
    unknown record, and CaseError for a rating or a correction that cannot be made.
    """
    earlier = load(case)
    target, undoes = _target(view, decision, earlier), None
    if decision.act == "undo":
        undoes = decision.record
    if not decision.why.strip() or not decision.who.strip():
        raise InputError("a decision needs a name and a reason, so that others can follow it")
    value = decision.value
    if decision.act == "add":
        value = words_added(view.documents(), target, value, decision.day)
    when = dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat()
    fields = (decision.act, decision.who, when, decision.why, decision.field, value)
    mark = make_id("review", target, *fields, undoes, len(earlier))
    made = Review(mark, target, *fields, undoes)
    check_review(made)
    if made.act == "add":
        added_of(made)
    if made.act == "correct":
        apply([view.record(target)], [*(one for one in earlier if one.record == target), made])
    append(case, made)
    return made


def _target(view: View, decision: Decision, earlier: Sequence[Review]) -> str:
    if decision.act == "undo":
        found = next((one.record for one in earlier if one.id == decision.record), None)
        if found is None:
            raise InputError(f"{decision.record}: no review of this case has that id; reviews.jsonl lists them")
        return found
    if decision.act == "add":
        return next((one.id for one in view.documents() if decision.record in (one.id, one.name)), decision.record)
    if decision.record.startswith(NO_RECORDS):
        return decision.record
    if decision.act != "retract":
        return view.record(decision.record).id
    names = {name for one in view.documents() for name in (one.id, one.name, one.outlet) if name}
    if decision.record not in names:
        raise InputError(f"{decision.record}: no article or outlet of this case has that name")
    return decision.record
