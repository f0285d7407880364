"""The map: what each state says of, does to or shares with a chosen one; without a network, and open about borders."""

from collections.abc import Callable
from dataclasses import dataclass

from multivector.brief.words import tone_step
from multivector.measure.ties import organisations_on
from multivector.reference import ledger
from multivector.web.ask import Ask
from multivector.web.borders import Area, World, world
from multivector.web.screen import Param, Screen
from multivector.web.state import State

__all__ = ["SCREEN", "MapView"]

SHOWS = ("tone", "acts", "organisations")
FEW = 3  # statements or acts below which a mean says little: drawn hatched
SHARED_STEPS = (3, 6, 10, 15)  # organisations shared, lower ends of the darker classes
MARGIN = 0.22  # of the shown states' extent on each side
ASPECT = 2.0
NOWHERE = World((), 1, 1, "")  # where the set-up could not fetch the borders
NARROWEST = 1300.0  # of the canvas, so that neighbours stay in sight


@dataclass(frozen=True, slots=True)
class Shape:
    """An area on the map. `look` is its class of colour, `few` whether it rests on little."""

    code: str
    name: str
    path: str
    look: str
    few: bool
    chosen: bool
    disputed: str
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """A state's value in the table. `value` is -1..1, or a number of organisations."""

    code: str
    name: str
    value: float
    n: int
    few: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """The screen. `shapes` is empty where the set-up could not fetch the borders. `box` is the part that is shown."""

    toward: str
    name: str
    show: str
    shapes: tuple[Shape, ...]
    box: str
    lines: tuple[Line, ...]
    choices: tuple[tuple[str, str], ...]
    whole: bool
    source: str
    off_map: tuple[str, ...]


def view(state: State, ask: Ask) -> MapView:
    """The map toward a state; by default the question's subject."""
    toward = ask.text("toward") or state.dossier.question.subject or next((t for _, t in state.ties.pairs), "")
    show, whole = ask.one_of("show", SHOWS), ask.text("view") == "world"
    lines = {line.code: line for line in _values(state, toward, show)}
    found = world() or NOWHERE
    drawn = {area.code for area in found.areas if area.code}
    targets = {target for _, target in state.ties.pairs} & (drawn or set(state.actors))
    return MapView(
        toward=toward,
        name=state.name(toward),
        show=show,
        shapes=tuple(_shape(area, lines, toward, show) for area in found.areas),
        box=_box(found, {*lines, toward}, whole=whole),
        lines=tuple(sorted(lines.values(), key=lambda line: (-line.value, line.name))),
        choices=tuple(sorted(((code, state.name(code)) for code in targets), key=lambda choice: choice[1])),
        whole=whole,
        source=found.source,
        off_map=tuple(line.name for line in lines.values() if drawn and line.code not in drawn),
    )


def _values(state: State, toward: str, show: str) -> list[Line]:
    if show == "organisations":
        return _shared(state, toward)
    found = []
    for (source, target), pair in state.ties.pairs.items():
        value = pair.tone if show == "tone" else pair.balance
        n = len(pair.tones) if show == "tone" else sum(pair.sides)
        if target == toward and value is not None:
            found.append(Line(source, state.name(source), round(value, 3), n, n < FEW))
    return found


def _shared(state: State, toward: str) -> list[Line]:
    """The organisations that each state of the case shares with the chosen one, on the day of the latest article."""
    day = next((d.published for d in state.documents if d.published), "2024-12-31")
    states = sorted(code for code, actor in state.actors.items() if actor.kind == "state" and code != toward)
    table = ledger()
    own = organisations_on(table, toward, day)
    shared = [(code, len(own & organisations_on(table, code, day))) for code in states[:60]]
    return [Line(code, state.name(code), float(n), len(own), False) for code, n in shared if n]


def _shape(area: Area, lines: dict[str, Line], toward: str, show: str) -> Shape:
    line = lines.get(area.code or "")
    look = "none" if line is None else _LOOKS[show](line.value)
    says = area.name if line is None else f"{line.name}: {_told(line, show)}"
    if area.disputed:
        says = f"{says} ({area.disputed})"
    few = line is not None and line.few
    return Shape(
        area.code or "", area.name, area.path, look, few, area.code == toward, area.disputed or "", says
    )  # fmt: skip


def _told(line: Line, show: str) -> str:
    if show == "organisations":
        return f"{line.value:.0f} organisations shared"
    what = "mean tone" if show == "tone" else "balance of acts"
    return f"{what} {line.value:+.2f} (n = {line.n})".replace("-", "−")


def _step_of_shared(value: float) -> str:
    return f"shared{sum(value >= least for least in SHARED_STEPS)}"


_LOOKS: dict[str, Callable[[float], str]] = {
    "tone": lambda value: f"tone{tone_step(value)}", "acts": lambda value: f"tone{tone_step(value)}",
    "organisations": _step_of_shared,
}  # fmt: skip


def _box(found: World, codes: set[str], *, whole: bool) -> str:
    """The part of the canvas that holds these states, with a margin; all of it where there is none."""
    boxes = [area.box for area in found.areas if area.code in codes]
    if whole or not boxes:
        return f"0 0 {found.width:g} {found.height:g}"
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    width = max((right - left) * (1 + 2 * MARGIN), (bottom - top) * (1 + 2 * MARGIN) * ASPECT, NARROWEST)
    width = min(width, found.width)
    height = width / ASPECT
    x = min(max(0.0, (left + right) / 2 - width / 2), found.width - width)
    y = min(max(0.0, (top + bottom) / 2 - height / 2), max(0.0, found.height - height))
    return f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}"


SCREEN = Screen(
    "map", "Map", "/map", "map.html", view, "Tone, acts or shared organisations toward a chosen state, on a map.",
    (
        Param("toward", "the chosen state"), Param("show", "tone, acts or organisations"),
        Param("view", "world: the whole world; else the part that has values"),
    ),
)  # fmt: skip
