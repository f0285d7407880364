"""The API beside the screens: raw records, documents and decisions as the export names them, and a description."""

import json
from collections.abc import Sequence
from itertools import chain, islice
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from multivector.errors import InputError
from multivector.model import kind_of
from multivector.model.codec import to_plain
from multivector.web.ask import Ask
from multivector.web.openapi import description
from multivector.web.screen import Screen
from multivector.web.writes import decided, decision_of

__all__ = ["api_routes"]

PAGE, MOST = 100, 1000  # records of one answer
FAR = 10**7


def api_routes(screens: Sequence[Screen]) -> list[Route]:
    """The routes that are no screen's."""
    whole = description(screens)

    def openapi(request: Request) -> Response:
        return JSONResponse(whole)

    return [
        Route("/api/openapi.json", openapi),
        Route("/api/records", records),
        Route("/api/records/{record}", record),
        Route("/api/documents", documents),
        Route("/api/reviews", reviews),
        Route("/api/reviews", add_review, methods=["POST"]),
    ]


def records(request: Request) -> Response:
    """The records that stand, in pages: `kind` and `document` narrow, `limit` and `offset` page."""
    state, ask = request.app.state.desk.state(), Ask({}, dict(request.query_params))
    limit, offset = ask.number("limit", PAGE, MOST), ask.number("offset", 0, FAR)
    kind, document = ask.text("kind"), ask.text("document")
    readings = [r for r in state.readings if document in ("", r.document.id, r.document.name)]
    parts = [one.records if not kind else [r for r in one.records if kind_of(r) == kind] for one in readings]
    shown = islice(chain.from_iterable(parts), offset, offset + limit)
    rows, total = [{"kind": kind_of(r), **to_plain(r)} for r in shown], sum(map(len, parts))
    return JSONResponse({"total": total, "offset": offset, "records": rows})


def record(request: Request) -> Response:
    """One record, also where it was rejected, with every decision on it."""
    state, wanted = request.app.state.desk.state(), request.path_params["record"]
    found = state.records.get(wanted)
    if found is None:
        raise InputError(f"{wanted[:80]}: no record of this case has that id")
    past = [to_plain(review) for review in state.reviews_of.get(wanted, ())]
    plain = {"kind": kind_of(found), **to_plain(found)}
    return JSONResponse({"record": plain, "standing": state.stands(wanted), "reviews": past})


def documents(request: Request) -> Response:
    """The documents without their texts."""
    state = request.app.state.desk.state()
    left_out = ("text", "offsets", "removed")
    rows = [{k: v for k, v in to_plain(d).items() if k not in left_out} for d in state.documents]
    return JSONResponse({"total": len(rows), "documents": rows})


def reviews(request: Request) -> Response:
    """Every decision, in the order of the file."""
    return JSONResponse({"reviews": [to_plain(review) for review in request.app.state.desk.state().reviews]})


async def add_review(request: Request) -> Response:
    """A decision: act, record, who, why, and for corrections and ratings field and value."""
    try:
        given = json.loads(await request.body())
    except ValueError as error:
        raise InputError(f"the body is no JSON: {error}") from None
    if not isinstance(given, dict) or not all(isinstance(v, str | None) for v in given.values()):
        raise InputError("the body must be one JSON object whose values are text")
    form: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    desk = request.app.state.desk
    made = await run_in_threadpool(lambda: decided(desk, decision_of(desk.state(), form)))
    return JSONResponse(to_plain(made), 201)
