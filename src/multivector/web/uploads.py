"""Files that come in at the page: articles into the case's sources, a colleague's decisions into reviews.jsonl."""

import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from multivector.errors import InputError
from multivector.pipeline import read_case
from multivector.store import write_atomic
from multivector.store.merging import merge
from multivector.store.reviews import FILE
from multivector.web.desk import Desk
from multivector.web.links import added

__all__ = ["add_source", "merge_reviews", "read_new", "take_reviews"]

TAKEN = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
UNSAFE = re.compile(r"[^\w .()-]+")
NAME_LIMIT = 120  # characters
TRIES = 1000


async def add_source(request: Request) -> Response:
    """Put an article into the case's sources, under a name of its own, and read it."""
    name, data = await _file(request)
    desk: Desk = request.app.state.desk
    kept = await run_in_threadpool(_keep, desk, name, data)
    return RedirectResponse(added("/sources", said=f"added {kept}", done="-"), 303)


async def read_new(request: Request) -> Response:
    """Read what is new in the case's sources."""
    desk: Desk = request.app.state.desk
    view = await run_in_threadpool(read_case, desk.sources, desk.case, lambda _: None)
    return RedirectResponse(added("/sources", said=f"the case holds {len(view.documents())} articles", done="-"), 303)


async def merge_reviews(request: Request) -> Response:
    """Bring a colleague's reviews.jsonl in."""
    _, data = await _file(request)
    desk: Desk = request.app.state.desk
    merged = await run_in_threadpool(merge, desk.case, data)
    said = f"{len(merged.added)} decisions brought in, {merged.known} were known"
    return RedirectResponse(added("/decisions", said=said, done="-"), 303)


def take_reviews(request: Request) -> Response:
    """The case's reviews.jsonl as it stands."""
    path = request.app.state.desk.case / FILE
    if not path.is_file():
        raise InputError("there is no reviews.jsonl yet: nobody has decided anything")
    return FileResponse(path, media_type="application/x-ndjson", filename=FILE)


async def _file(request: Request) -> tuple[str, bytes]:
    async with request.form(max_files=1, max_fields=4) as form:
        found = form.get("file")
        if not isinstance(found, UploadFile) or not found.filename:
            raise InputError("no file was chosen")
        return found.filename, await found.read()


def _keep(desk: Desk, name: str, data: bytes) -> str:
    if not desk.sources.is_dir():
        raise InputError("this case is one article without a folder of sources; make a case with `multivector init`")
    target = _free(desk.sources, name)
    write_atomic(target, data)
    read_case(desk.sources, desk.case, lambda _: None)
    return target.name


def _free(folder: Path, name: str) -> Path:
    """A path in the folder that nothing has yet, named after the last part of `name` without what a path could use.

    Raises InputError for a kind of file that is not taken.
    """
    plain = UNSAFE.sub("-", re.split(r"[/\\]", name)[-1]).strip(" .-")
    stem, suffix = Path(plain).stem.strip(" .-")[:NAME_LIMIT] or "article", Path(plain).suffix.lower()
    if suffix not in TAKEN:
        raise InputError(f"{plain[:80] or 'the file'}: articles are taken as {', '.join(TAKEN)}")
    names = (f"{stem}{suffix}", *(f"{stem}-{n}{suffix}" for n in range(2, TRIES)))
    free = next((folder / one for one in names if not (folder / one).exists()), None)
    if free is None:
        raise InputError(f"{stem}{suffix}: the case has {TRIES} files of that name")
    return free
