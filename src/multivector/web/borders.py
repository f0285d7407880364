"""The borders of states as the set-up puts them into the package: SVG paths on one canvas, in Equal Earth."""

import json
from dataclasses import dataclass
from functools import cache

from multivector.web.vendor import VENDOR

__all__ = ["Area", "World", "world"]


@dataclass(frozen=True, slots=True)
class Area:
    """A state or an area whose state is disputed; `disputed` says in what way, None where it is not."""

    code: str | None
    name: str
    disputed: str | None
    path: str
    box: tuple[float, float, float, float]  # of its largest part: left, top, right, bottom


@dataclass(frozen=True, slots=True)
class World:
    """All areas, and the size of the canvas."""

    areas: tuple[Area, ...]
    width: float
    height: float
    source: str


@cache
def world() -> World | None:
    """The world; None where the set-up could not fetch it."""
    file = VENDOR.joinpath("world.json")
    if not file.is_file():
        return None
    table = json.loads(file.read_text("utf-8"))
    areas = (Area(a["code"], a["name"], a["disputed"], a["path"], tuple(a["box"])) for a in table["areas"])
    return World(tuple(areas), table["size"][0], table["size"][1], table["source"])
