"""A case opened: what its articles tell together is kept beside them, so that it is found out once for a reading.

`.multivector/story.json` holds the clusters of near-copies and the links between articles, under a hash of what was
read and of the rules; it is derived and may be deleted.
"""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from multivector.errors import EvidenceError, InputError
from multivector.extract import READER_VERSION
from multivector.model import Document, Link
from multivector.model.codec import from_plain, to_plain
from multivector.model.evidence import check_evidence
from multivector.pipeline import readings_of, readings_with
from multivector.store import FOLDER, Store, View, write_atomic
from multivector.story.whole import drawn_here
from multivector.web.base import Base

__all__ = ["FILE", "opened"]

FILE = "story.json"
RULES = ("story", "text")  # the packages whose code decides what articles tell together


@dataclass(frozen=True, slots=True)
class Told:
    """What the articles of a case tell together. `copies` are documents with the one whose copies they are."""

    key: str
    copies: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


def opened(case: Path) -> Base:
    """The case without people's decisions; the links that its articles show together are records too."""
    view = Store.open(case).view(reviewed=False)
    told = _kept(case, view)
    if told is None:
        readings = readings_of(view)
        drawn = tuple(r for one in readings for r in one.records if isinstance(r, Link) and drawn_here(r))
        clusters = {one.document.id: one.document.cluster for one in readings}
        told = Told(_key(view), tuple(pair for pair in clusters.items() if pair[0] != pair[1]), drawn)
        write_atomic(case / FOLDER / FILE, json.dumps(to_plain(told)).encode())
    else:
        clusters = {one.id: one.id for one in view.documents()} | dict(told.copies)
        readings = readings_with(view, clusters, told.links)
    return Base(view.with_story(clusters, told.links), readings)


def _kept(case: Path, view: View) -> Told | None:
    """What was kept; None where it is not there, is of another reading, or does not stand in the articles."""
    try:
        told = from_plain(Told, json.loads((case / FOLDER / FILE).read_text("utf-8")))
        documents: dict[str, Document] = {one.id: one for one in view.documents()}
        for link in told.links:
            check_evidence(link.evidence, documents[link.evidence.document].text)
        known = {key for pair in told.copies for key in pair} <= documents.keys()
    except (OSError, ValueError, KeyError, InputError, EvidenceError):
        return None
    return told if told.key == _key(view) and known else None


def _key(view: View) -> str:
    return sha256(f"{view.revision} {READER_VERSION} {_rules()}".encode()).hexdigest()


@cache
def _rules() -> str:
    """A hash of the code that finds copies and links."""
    code = [
        one.read_bytes()
        for package in RULES
        for one in sorted(files("multivector").joinpath(package).iterdir(), key=lambda one: one.name)
        if one.name.endswith(".py")
    ]
    return sha256(b"".join(code)).hexdigest()
