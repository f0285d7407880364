"""The world's states as a table of SVG paths, from Natural Earth's 1:50m borders in the npm package world-atlas.

    python tools/web/map_table.py countries-50m.json world.json

Natural Earth draws who holds an area; here Crimea is part of Ukraine (UNGA resolution 68/262), and areas whose state
is disputed are marked so that the page can draw them apart. The projection is Equal Earth (Šavrič, Patterson and Jenny
2018): areas keep their size. Its middle is 11 degrees east, so that its edges lie in the Bering Strait and cut through
no land. Coordinates are whole numbers on a canvas `WIDTH` wide.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Rings = list[list[int]]  # a polygon: its outer ring and holes, each a list of numbers of arcs

WIDTH = 4000
MIDDLE = 11.0  # degrees east
LEAST = 3.0  # points of a border nearer to each other than this are one, in units of the canvas
EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)
CRIMEA = ((32.0, 44.0), (37.0, 46.5))  # south-west and north-east corner around the peninsula, in degrees
LEFT_OUT = ("Antarctica", "Indian Ocean Ter.")
BY_NAME = {"Kosovo": "XKX"}  # Natural Earth gives it no number
DISPUTED = {
    "Kosovo": "recognised by about half of the UN's members",
    "W. Sahara": "a non-self-governing territory by the UN's list",
    "Taiwan": "governed apart; claimed by China",
    "Palestine": "an observer state at the UN; its borders are not settled",
    "Somaliland": "governed apart; part of Somalia by the UN",
    "N. Cyprus": "occupied; part of Cyprus by the UN",
    "Siachen Glacier": "claimed by India and Pakistan",
}


def main(source: Path, target: Path) -> None:
    """Write the table of the borders in `source`."""
    topology = json.loads(source.read_text("utf-8"))
    shapes = {one["properties"]["name"]: one for one in topology["objects"]["countries"]["geometries"]}
    polygons = {name: _polygons(shape) for name, shape in shapes.items() if name not in LEFT_OUT}
    arcs = _arcs(topology)
    _give_crimea(polygons, arcs)
    drawn = [_thinned(arc) for arc in arcs]
    codes = _codes()
    areas = [
        {"code": _code(shapes[name], codes), "name": name, "disputed": DISPUTED.get(name), **_drawn(rings, drawn)}
        for name, rings in sorted(polygons.items())
    ]
    height = round(WIDTH * _plane((0, 90))[1] / _plane((180, 0))[0])
    table = {"source": "Natural Earth 1:50m, public domain; npm world-atlas 2.0.2", "size": [WIDTH, height]}
    target.write_text(json.dumps({**table, "areas": areas}, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _polygons(shape: dict[str, Any]) -> list[Rings]:
    found: list[Rings] = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [[list(ring) for ring in polygon] for polygon in found]


def _arcs(topology: dict[str, Any]) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def _along(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Iterator[Point]:
    for number in ring:
        yield from arcs[number] if number >= 0 else reversed(arcs[~number])


def _give_crimea(polygons: dict[str, list[Rings]], arcs: Sequence[Sequence[Point]]) -> None:
    """Take the peninsula from Russia's polygons and join it to Ukraine's along their common border."""
    (west, south), (east, north) = CRIMEA
    taken = [
        polygon
        for polygon in polygons["Russia"]
        if all(west < x < east and south < y < north for x, y in _along(polygon[0], arcs))
    ]
    if len(taken) != 1:
        raise SystemExit(f"{len(taken)} polygons of Russia lie in Crimea, one is expected: look at the new borders")
    polygons["Russia"].remove(taken[0])
    ring = taken[0][0]
    for polygon in polygons["Ukraine"]:
        shared = [number for number in polygon[0] if ~number in ring]
        if shared:
            at, start = polygon[0].index(shared[0]), ring.index(~shared[0])
            polygon[0][at : at + 1] = ring[start + 1 :] + ring[:start]
            return
    raise SystemExit("Crimea has no border with Ukraine in these data: look at them")


def _plane(point: Point) -> Point:
    """Equal Earth on the unit sphere."""
    a1, a2, a3, a4 = EQUAL_EARTH
    lon, lat = math.radians(point[0]), math.radians(point[1])
    t = math.asin(math.sqrt(3) / 2 * math.sin(lat))
    x = 2 * math.sqrt(3) * lon * math.cos(t) / (3 * (9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1))
    return x, a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t


def _projected(point: Point) -> Point:
    scale = WIDTH / (2 * _plane((180, 0))[0])
    x, y = _plane(point)
    return WIDTH / 2 + x * scale, (_plane((0, 90))[1] - y) * scale


def _thinned(arc: Sequence[Point]) -> list[Point]:
    """The arc with fewer points; its ends stay, so that neighbours still meet."""
    kept = [arc[0]]
    for point in arc[1:-1]:
        if math.dist(_projected(point), _projected(kept[-1])) >= LEAST:
            kept.append(point)
    return [*kept, arc[-1]]


def _on_canvas(ring: Sequence[Point]) -> list[tuple[int, int]]:
    """The ring's points on the canvas; one that crosses the far side of the globe stays in one piece."""
    turned: list[Point] = []
    for lon, lat in ring:
        x = lon - MIDDLE
        near = turned[-1][0] if turned else 0.0
        turned.append((x - 360 * round((x - near) / 360), lat))
    shift = 360 * round(sum(x for x, _ in turned) / len(turned) / 360)
    places = [_projected((x - shift, lat)) for x, lat in turned]
    return list(dict.fromkeys((round(x), round(y)) for x, y in places))


def _drawn(polygon: list[Rings], arcs: Sequence[Sequence[Point]]) -> dict[str, Any]:
    rings = [_on_canvas(list(_along(ring, arcs))) for rings in polygon for ring in rings]
    rings = [ring for ring in rings if len(ring) > 2]
    largest = max(rings, key=_area, default=[])
    xs, ys = [x for x, _ in largest] or [0], [y for _, y in largest] or [0]
    return {"path": "".join(map(_path, rings)), "box": [min(xs), min(ys), max(xs), max(ys)]}


def _area(ring: Sequence[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def _path(ring: Sequence[Point]) -> str:
    steps = [f"{b[0] - a[0]:g},{b[1] - a[1]:g}" for a, b in pairwise(ring)]
    return f"M{ring[0][0]:g},{ring[0][1]:g}l{' '.join(steps)}z"


def _codes() -> dict[str, str]:
    """UN M49 numbers (ISO 3166-1's) to the codes of states, from the package's own table."""
    import csv

    text = resources.files("multivector.world").joinpath("data", "state_codes.csv").read_text("utf-8")
    return {row["code"].zfill(3): row["state"] for row in csv.DictReader(text.splitlines()) if row["scheme"] == "m49"}


def _code(shape: dict[str, Any], codes: dict[str, str]) -> str | None:
    return BY_NAME.get(shape["properties"]["name"]) or codes.get(str(shape.get("id", "")))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
