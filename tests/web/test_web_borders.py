"""The map's borders: whose Crimea is, what is disputed, and that no area tears across the page."""

import importlib.util
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from multivector.web.borders import Area, World, world

TOOL = Path(__file__).resolve().parents[2] / "tools" / "web" / "map_table.py"


def tool() -> Any:
    spec = importlib.util.spec_from_file_location("map_table", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def borders() -> World:
    found = world()
    if found is None:
        pytest.skip("the borders are not in the package: run `make test` once")
    return found


def rings(area: Area) -> list[list[tuple[float, float]]]:
    found = []
    for part in re.findall(r"M([^l]+)l([^z]+)z", area.path):
        x, y = map(float, part[0].split(","))
        ring = [(x, y)]
        for step in part[1].split():
            dx, dy = map(float, step.split(","))
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append(ring)
    return found


def holds(area: Area, point: tuple[float, float]) -> bool:
    """Whether the point lies inside, by the even-odd rule."""
    inside = False
    for ring in rings(area):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > point[1]) != (y2 > point[1]) and point[0] < (x2 - x1) * (point[1] - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def area(code: str) -> Area:
    return next(one for one in borders().areas if one.code == code)


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (34.1, 45.0, "UKR"),
        (30.5, 50.4, "UKR"),
        (37.6, 55.7, "RUS"),
        (71.4, 51.2, "KAZ"),
        (20.5, 54.7, "RUS"),
        (-77.0, 39.0, "USA"),
    ],
)
def test_places_lie_in_their_states(lon: float, lat: float, code: str) -> None:
    made = tool()
    point = made._projected((lon - made.MIDDLE, lat))
    assert holds(area(code), point)
    other = "RUS" if code == "UKR" else "UKR"
    assert not holds(area(other), point)


def test_no_area_reaches_across_the_page() -> None:
    found = borders()
    for one in found.areas:
        for ring in rings(one):
            widest = max(abs(b[0] - a[0]) for a, b in pairwise(ring))
            assert widest < found.width / 8, one.name


def test_disputed_areas_are_marked() -> None:
    marked = {one.name for one in borders().areas if one.disputed}
    assert {"Kosovo", "Taiwan", "W. Sahara", "Palestine", "N. Cyprus", "Somaliland"} <= marked
    assert area("UKR").disputed is None


def test_crimea_is_looked_for_and_must_be_found() -> None:
    made = tool()
    with pytest.raises(SystemExit, match="look at the new borders"):
        made._give_crimea({"Russia": [], "Ukraine": []}, [])
