"""What a page may change: decisions on records, ratings, undo. Each is one more row of reviews.jsonl."""

from collections.abc import Callable, Mapping
from typing import Any, cast, get_args
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from multivector.decisions import Decision, decide
from multivector.errors import InputError
from multivector.model import Review, ReviewAct
from multivector.web.ask import Ask
from multivector.web.desk import Desk
from multivector.web.frame import WHO
from multivector.web.links import added, local
from multivector.web.record import paths_of
from multivector.web.state import State
from multivector.web.uploads import add_source, merge_reviews, read_new
from multivector.web.whatif import tried_in

__all__ = ["WRITES", "decided", "decision_of"]

MOST_TEXT = 2000  # characters of a reason or a value
LISTS = ("about", "source", "target")
YEAR = 365 * 24 * 3600
Handler = Callable[[Request], Any]


async def review(request: Request) -> Response:
    """A decision on a record, from a form; leads to the page that the form names."""
    form = await _form(request)
    made = await run_in_threadpool(decided, request.app.state.desk, decision_of(request.app.state.desk.state(), form))
    return _back(request, form, made, f"{_past(made.act)} {made.record}")


async def rate(request: Request) -> Response:
    """The likelihoods that somebody tried, kept as their ratings."""
    form = await _form(request)
    desk: Desk = request.app.state.desk
    tried = tried_in(desk.state(), Ask({}, form))
    if not tried:
        raise InputError("nothing was changed: alter a likelihood in the matrix first")
    made = await run_in_threadpool(_rated, desk, form, tried)
    return _back(request, form, made, f"kept {len(tried)} rating{'s' if len(tried) > 1 else ''}")


async def add(request: Request) -> Response:
    """An item of evidence by hand: a sentence of an article of the case, or of another source that is named."""
    form = await _form(request)
    kind, words = form.get("kind", ""), form.get("quote", "")
    if not words.strip() or not form.get("source", "").strip():
        raise InputError("evidence needs its sentence, and the article or source in which it stands")
    given = (form["source"].strip(), form.get("who", ""), form.get("why", ""), kind, words, form.get("day") or None)
    made = await run_in_threadpool(decided, request.app.state.desk, Decision("add", *given))
    return _back(request, form, made, "added an item of evidence")


def _rated(desk: Desk, form: Mapping[str, str], tried: Any) -> Review:
    view = desk.state().view
    who, why = form.get("who", ""), form.get("why", "")
    made = [
        decide(desk.case, view, Decision("rate", t.record, who, why, f"likelihood.{t.hypothesis}", f"{t.value:g}"))
        for t in tried
    ]
    return made[-1]


def decided(desk: Desk, decision: Decision) -> Review:
    """Keep a decision."""
    return decide(desk.case, desk.state().view, decision)


def decision_of(state: State, form: Mapping[str, str]) -> Decision:
    """The decision that a form or an API call states. Raises InputError where it is none."""
    act, record = form.get("act", ""), form.get("record", "")
    if act not in get_args(ReviewAct):
        raise InputError(f"act={act[:40]}: is none of {', '.join(get_args(ReviewAct))}")
    field, value = form.get("field") or None, form.get("value")
    if act == "correct":
        value = _value(state, record, field or "", value or "")
    elif act != "rate":
        field = value = None
    return Decision(cast(ReviewAct, act), record, form.get("who", ""), form.get("why", ""), field, value)


def _value(state: State, record: str, field: str, value: str) -> str | None:
    """The value as a review keeps it: a list of codes as JSON, nothing as null."""
    found = state.records.get(record)
    if found is None or field not in paths_of(found):
        raise InputError(f"{field[:80]}: this part of {record[:80]} cannot be corrected")
    if field in LISTS:
        codes = [code.strip() for code in value.split(",") if code.strip()]
        return "[" + ", ".join(f'"{_code(code)}"' for code in codes) + "]"
    return value.strip() or None


def _code(text: str) -> str:
    if not text.replace(":", "").replace("-", "").replace("_", "").isalnum():
        raise InputError(f"{text[:40]}: is no actor's code; write codes such as KAZ, EAEU, separated by commas")
    return text


async def _form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=1000) as found:
        return {name: value[:MOST_TEXT] for name, value in found.items() if isinstance(value, str)}


def _past(act: str) -> str:
    return {"accept": "accepted", "reject": "rejected", "correct": "corrected", "undo": "undone on"}.get(act, f"{act}:")


def _back(request: Request, form: Mapping[str, str], made: Review, said: str) -> Response:
    """To the page that the form names, which says what was done and offers to undo it."""
    answer = RedirectResponse(added(local(form.get("next", "/")), done=made.id, said=said), 303)
    if form.get("who", "").strip():
        answer.set_cookie(WHO, quote(form["who"].strip()[:80]), max_age=YEAR, httponly=True, samesite="lax", path="/")
    return answer


WRITES: tuple[tuple[str, Handler], ...] = (
    ("/review", review),
    ("/judge/rate", rate),
    ("/judge/add", add),
    ("/sources/add", add_source),
    ("/sources/read", read_new),
    ("/decisions/merge", merge_reviews),
)
