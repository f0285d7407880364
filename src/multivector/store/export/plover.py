"""Events in the columns of the POLECAT data, for tools that were made for it.

The columns and their order are those of POLECAT's yearly text files (Halterman et al. 2023, doi:10.7910/DVN/AJGVIT).
POLECAT has no status: it lists what happened. So asserted events go out, and planned AGREEs, which are PLOVER's own
reading of a promised act; the denied and hypothetical stay in the other formats. What is not known is an empty cell.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from multivector.model import Actor, Document, Event
from multivector.store.export.tables import guard
from multivector.store.view import View

__all__ = ["COLUMNS", "Scores", "export_plover"]

# event type and mode -> intensity and the quad code's name, as the codebook has them
Scores = Callable[[str, str | None], tuple[float | None, str | None]]

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
SPACES = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


def export_plover(view: View, scores: Scores | None = None) -> str:
    """The events as tab-separated lines under a header; intensity and quad code are empty without `scores`."""
    documents = {document.id: document for document in view.documents()}
    actors = {actor.code: actor for actor in view.actors()}
    lines: list[tuple[str, ...]] = [COLUMNS]
    for event in view.records("event"):
        if isinstance(event, Event) and _happened(event):
            cells = _cells(event, documents[event.evidence.document], actors, scores)
            lines.append(tuple(_cell(cells.get(column)) for column in COLUMNS))
    return "".join("\t".join(line) + "\n" for line in lines)


def _happened(event: Event) -> bool:
    return event.status == "asserted" or (event.status == "planned" and event.type == "AGREE")


def _cells(event: Event, document: Document, actors: dict[str, Actor], scores: Scores | None) -> dict[str, Any]:
    intensity, quad = scores(event.type, event.mode) if scores else (None, None)
    return {
        "Event ID": event.id,
        "Event Date": event.date.start if event.date else None,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": intensity,
        "Quad Code": quad,
        "Contexts": _joined(event.contexts),
        **_party("Actor", event.source, event, actors),
        **_party("Recipient", event.target, event, actors),
        "Source": document.outlet,
        "Publication Date": document.published,
        "Language": document.language,
        "Version": event.origin[0].version,
    }


def _party(side: str, codes: tuple[str, ...], event: Event, actors: dict[str, Actor]) -> dict[str, str | None]:
    """One side's cells: its states by name, and the title and sectors of the exact actors that stand for it."""
    parties = [actors[code] for code in codes if code in actors]
    exact = [actors[code] for code in event.actors if code in actors and {code, actors[code].state} & set(codes)]
    states = [actor.state or actor.code for actor in parties if actor.state or actor.kind == "state"]
    sectors = _unique(actor.sector for actor in (*exact, *parties))
    return {
        f"{side} Name": _joined(actors[code].name if code in actors else code for code in codes),
        f"{side} Country": _joined(actors[code].name if code in actors else code for code in states),
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": _joined(sectors),
        f"{side} Title": _joined(actor.role for actor in exact),
    }


def _unique(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(_unique(values)) or None


def _cell(value: Any) -> str:
    if value is None or isinstance(value, float | int):
        return "" if value is None else str(value)
    return guard(SPACES.sub(" ", value).strip())
