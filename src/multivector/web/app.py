"""The application: every screen as a page and in the API, the writes, the static files, and the guard around all."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from multivector.errors import InputError, MultivectorError
from multivector.web.api import api_routes
from multivector.web.ask import Ask
from multivector.web.desk import Desk
from multivector.web.guard import Guard, Lock
from multivector.web.links import added, document_url
from multivector.web.pages import page
from multivector.web.screen import Screen, shown
from multivector.web.screens import SCREENS
from multivector.web.uploads import take_reviews
from multivector.web.writes import WRITES

__all__ = ["make_app"]

Handler = Callable[[Request], Response]


def make_app(desk: Desk, lock: Lock, who: str) -> Starlette:
    """The workbench over an open case, for the person `who`."""
    routes = [
        *(Route(screen.path, _page(screen)) for screen in SCREENS),
        *(Route(screen.api, _json(screen)) for screen in SCREENS),
        *api_routes(SCREENS),
        *(Route(path, handler, methods=["POST"]) for path, handler in WRITES),
        Route("/record/{record}", _record),
        Route("/triage", _triage),
        Route("/reviews.jsonl", take_reviews),
        Mount("/static", StaticFiles(directory=Path(__file__).with_name("static"))),
    ]  # fmt: skip
    errors: Any = {InputError: _bad_input, MultivectorError: _bad_input, 404: _missing}
    app = Starlette(routes=routes, middleware=[Middleware(Guard, lock=lock)], exception_handlers=errors)
    app.state.desk, app.state.who = desk, who
    return app


def ask_of(request: Request) -> Ask:
    """The question that a request asks."""
    told = ("done", "said")  # what the frame says, which is no part of the question
    return Ask(dict(request.path_params), {k: v for k, v in request.query_params.items() if k not in told})


def _page(screen: Screen) -> Handler:
    def handler(request: Request) -> Response:
        state = request.app.state.desk.state()
        view = shown(screen, state, ask_of(request))
        made = page(request, screen.template, view=view, here=screen.tab or screen.name, title=screen.title)
        if screen.name == "case":
            made.background = BackgroundTask(request.app.state.desk.seen)  # kept once the page is on its way
        return made

    return handler


def _json(screen: Screen) -> Handler:
    def handler(request: Request) -> Response:
        return JSONResponse(asdict(shown(screen, request.app.state.desk.state(), ask_of(request))))

    return handler


def _record(request: Request) -> Response:
    """A record's own address leads to its place in the article."""
    state = request.app.state.desk.state()
    record = state.records.get(request.path_params["record"])
    if record is None:
        raise InputError(f"{request.path_params['record'][:80]}: no record of this case has that id")
    told = {name: request.query_params.get(name, "") for name in ("done", "said")}
    return RedirectResponse(added(document_url(record.evidence.document, record.id), **told), 303)


def _triage(request: Request) -> Response:
    """To the first record that nobody has decided on, of the article that is named or of the whole case."""
    state = request.app.state.desk.state()
    own = state.records_in(request.query_params.get("document", ""))
    for record in (*own, *state.records.values()):
        if record.id not in state.reviews_of:
            return RedirectResponse(document_url(record.evidence.document, record.id), 303)
    return RedirectResponse("/read", 303)


def _bad_input(request: Request, error: Exception) -> Response:
    status = 404 if "no record of this case" in str(error) or "no document" in str(error) else 400
    return _fault(request, status, str(error))


def _missing(request: Request, error: Exception) -> Response:
    return _fault(request, 404, "There is no such page in this workbench.")


def _fault(request: Request, status: int, says: str) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"error": says}, status)
    return page(request, "fault.html", status, says=says, here="", title="Not found" if status == 404 else "Not usable")
