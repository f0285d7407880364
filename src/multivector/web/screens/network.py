"""The network: actors and directed ties; a tie opens to its evidence."""

import math
from dataclasses import dataclass

from multivector.brief.words import tone_step
from multivector.web.acts import ActLine, lines_of
from multivector.web.ask import Ask
from multivector.web.layout import placed
from multivector.web.screen import Param, Screen
from multivector.web.state import State
from multivector.web.ties import Act, Pair

__all__ = ["SCREEN", "NetworkView"]

NODES, EDGES = 24, 90  # most that a picture can show and still be read
WIDTH, HEIGHT = 1000.0, 620.0
SHOWS = ("all", "said", "did")
LISTED = 30
BEND = 0.13  # how far a tie bows from the straight line, as a share of its length
BACK = 7.0  # how far an arrow ends before its node


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: its place, and a size by the number of acts that it takes part in."""

    code: str
    name: str
    kind: str
    x: float
    y: float
    r: float
    n: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed tie. `look` names its colour: that of the mean tone, or of the balance of acts."""

    source: str
    target: str
    path: str
    width: float
    look: str
    n: int
    said: int
    tone: float | None
    friendly: int
    hostile: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The screen. `lines` are the evidence of the chosen tie."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    names: dict[str, str]
    width: float
    height: float
    show: str
    focus: str
    source: str
    target: str
    lines: tuple[ActLine, ...]
    total: int
    page: int
    pages: int
    hidden_nodes: int
    hidden_edges: int


def view(state: State, ask: Ask) -> NetworkView:
    """The network of the whole case, or around one actor."""
    show, focus = ask.one_of("show", SHOWS), ask.text("focus")
    pairs = [pair for pair in state.ties.pairs.values() if focus in ("", pair.source, pair.target)]
    pairs = [one for pair in pairs if (one := _only(pair, show)) is not None]
    pairs.sort(key=lambda pair: (-len(pair.acts), pair.source, pair.target))
    degree: dict[str, int] = {}
    for pair in pairs:
        for code in (pair.source, pair.target):
            degree[code] = degree.get(code, 0) + len(pair.acts)
    codes = sorted(degree, key=lambda code: (-degree[code], code))
    shown = codes[:NODES]
    kept = [pair for pair in pairs if pair.source in shown and pair.target in shown][:EDGES]
    source, target = ask.text("source"), ask.text("target")
    at = placed(shown, {(p.source, p.target): math.log2(1 + len(p.acts)) / 3 for p in kept})
    at = {code: (x * WIDTH, y * HEIGHT) for code, (x, y) in at.items()}
    chosen = _chosen(state, (source, target), show)
    pages = max(1, -(-len(chosen) // LISTED))
    page = min(max(1, ask.number("page", 1, 100_000)), pages)
    nodes = tuple(_node(state, code, at[code], degree[code]) for code in shown)
    sizes = {node.code: node.r for node in nodes}
    return NetworkView(
        nodes=nodes,
        edges=tuple(_edge(p, at, sizes[p.target], chosen=(p.source, p.target) == (source, target)) for p in kept),
        names={code: state.name(code) for code in {*codes[:200], source, target} if code},
        width=WIDTH,
        height=HEIGHT,
        show=show,
        focus=focus,
        source=source,
        target=target,
        lines=lines_of(state, chosen[(page - 1) * LISTED : page * LISTED]),
        total=len(chosen),
        page=page,
        pages=pages,
        hidden_nodes=len(codes) - len(shown),
        hidden_edges=len(pairs) - len(kept),
    )  # fmt: skip


def _only(pair: Pair, show: str) -> Pair | None:
    if show == "all":
        return pair
    acts = [act for act in pair.acts if (act.kind == "statement") == (show == "said")]
    return Pair(pair.source, pair.target, acts) if acts else None


def _chosen(state: State, key: tuple[str, str], show: str) -> list[Act]:
    pair = state.ties.pairs.get(key)
    found = _only(pair, show) if pair else None
    return sorted(found.acts, key=lambda act: (-act.day, act.record)) if found else []


def _node(state: State, code: str, at: tuple[float, float], n: int) -> Node:
    question, actor = state.dossier.question, state.actors.get(code)
    kind = actor.kind if actor else "state"
    r = round(7 + 3.2 * math.log2(1 + n), 1)
    asked = code in (question.observer, question.subject)
    return Node(code, state.name(code), kind, round(at[0], 1), round(at[1], 1), min(r, 30.0), n, asked)


def _edge(pair: Pair, at: dict[str, tuple[float, float]], r: float, *, chosen: bool) -> Edge:
    (x1, y1), (x2, y2) = at[pair.source], at[pair.target]
    dx, dy = x2 - x1, y2 - y1
    cx, cy = (x1 + x2) / 2 - dy * BEND, (y1 + y2) / 2 + dx * BEND
    ex, ey = x2 - cx, y2 - cy
    length = math.hypot(ex, ey) or 1.0
    back = (min(r, 30.0) + BACK) / length
    path = f"M{x1:.1f},{y1:.1f}Q{cx:.1f},{cy:.1f} {x2 - ex * back:.1f},{y2 - ey * back:.1f}"
    friendly, hostile = pair.sides
    width = round(1.2 + 1.1 * math.log2(len(pair.acts)), 1)
    return Edge(
        pair.source, pair.target, path, min(width, 9.0), _look(pair), len(pair.acts), len(pair.tones), pair.tone,
        friendly, hostile, chosen,
    )  # fmt: skip


def _look(pair: Pair) -> str:
    value = pair.tone if pair.tone is not None else pair.balance
    return "unsaid" if value is None else f"tone{tone_step(value)}"


SCREEN = Screen(
    "network", "Network", "/network", "network.html", view, "Actors and directed ties, with the evidence of one tie.",
    (
        Param("show", "all, said or did"), Param("focus", "an actor's code: its own ties only"),
        Param("source", "whose tie to open"), Param("target", "toward whom"), Param("page", "page of the evidence"),
    ),
)  # fmt: skip
