"""The last visit: what the case held then, so that the next one can tell what is new."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from multivector.errors import InputError
from multivector.model import Judgement, Review
from multivector.model.codec import from_plain, to_plain
from multivector.store import FOLDER, write_atomic

__all__ = ["Visit", "load_visit", "save_visit", "visit_of"]

FILE = "visit.json"


@dataclass(frozen=True, slots=True)
class Visit:
    """When it was (ISO 8601, UTC), the ids of the documents and of the reviews, and the shares of the hypotheses."""

    when: str
    documents: tuple[str, ...]
    reviews: tuple[str, ...]
    posterior: tuple[float, ...]


def visit_of(judgement: Judgement, documents: Iterable[str], reviews: Sequence[Review]) -> Visit:
    """The visit of this moment."""
    now = dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat()
    shares = judgement.posterior if judgement.judged else ()
    return Visit(now, tuple(sorted(documents)), tuple(one.id for one in reviews), shares)


def load_visit(case: Path) -> Visit | None:
    """The last visit; None for the first, and where its file cannot be read (it is derived and may be deleted)."""
    try:
        return from_plain(Visit, json.loads((case / FOLDER / FILE).read_text("utf-8")))
    except (OSError, ValueError, InputError):
        return None


def save_visit(case: Path, visit: Visit) -> None:
    """Keep the visit."""
    write_atomic(case / FOLDER / FILE, json.dumps(to_plain(visit)).encode())
