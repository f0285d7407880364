"""Who acts on whom and speaks of whom, as a GraphML graph for Gephi, Cytoscape, igraph and the like."""

import re
from dataclasses import dataclass, field
from itertools import product
from xml.etree import ElementTree as ET

from multivector.model import Actor, Event, Statement
from multivector.store.view import View

__all__ = ["Tie", "export_graphml", "ties"]

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, "Characters"
DECIMALS = 6  # of a mean stance

NODE_KEYS = (("name", "string"), ("type", "string"), ("state", "string"), ("sector", "string"))
EDGE_KEYS = (("events", "int"), ("events_not_asserted", "int"), ("statements", "int"), ("mean_stance", "double"))


@dataclass(slots=True)
class Tie:
    """What one actor did to, and said of, another."""

    events: int = 0  # asserted
    events_not_asserted: int = 0  # denied, planned or hypothetical
    statements: int = 0
    stances: list[float] = field(default_factory=list)

    @property
    def mean_stance(self) -> float | None:
        """The mean stance of the statements that have one toward the target; None where there is none."""
        return round(sum(sorted(self.stances)) / len(self.stances), DECIMALS) if self.stances else None


Ties = dict[tuple[str, str], Tie]


def ties(view: View) -> Ties:
    """Every directed pair of codes, by source and target. A speaker stands for its state where it has one."""
    found: Ties = {}
    for record in view.records():
        if isinstance(record, Event):
            _add_event(found, record)
        elif isinstance(record, Statement):
            _add_statement(found, record)
    return dict(sorted(found.items()))


def export_graphml(view: View) -> str:
    """The graph as GraphML: actors as nodes, one edge for each directed pair with counts and mean stance."""
    found = ties(view)
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for owner, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys:
            ET.SubElement(root, "key", {"id": name, "for": owner, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="case", edgedefault="directed")
    known = {actor.code: actor for actor in view.actors()}
    for code in sorted(known.keys() | {code for pair in found for code in pair}):
        node = ET.SubElement(graph, "node", id=_clean(code))
        _data(node, _node_values(code, known.get(code)))
    for (source, target), tie in found.items():
        edge = ET.SubElement(graph, "edge", source=_clean(source), target=_clean(target))
        _data(edge, {name: getattr(tie, name) for name, _ in EDGE_KEYS})
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _add_event(found: Ties, event: Event) -> None:
    for pair in set(product(event.source, event.target)):
        tie = found.setdefault(pair, Tie())
        tie.events += event.status == "asserted"
        tie.events_not_asserted += event.status != "asserted"


def _add_statement(found: Ties, statement: Statement) -> None:
    source = statement.speaker.state or statement.speaker.actor
    if source is None:
        return
    stances = {tone.actor: tone.value for tone in statement.stance}
    for target in {*statement.about, *stances}:
        tie = found.setdefault((source, target), Tie())
        tie.statements += 1
        tie.stances += [stances[target]] if target in stances else []


def _node_values(code: str, actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {"name": code}
    return {"name": actor.name, "type": actor.kind, "state": actor.state, "sector": actor.sector}


def _data(parent: ET.Element, values: dict[str, object]) -> None:
    for key, value in values.items():
        if value is not None:
            ET.SubElement(parent, "data", key=key).text = _clean(str(value))


def _clean(text: str) -> str:
    """The text with characters that XML cannot hold made visible as U+FFFD."""
    return NOT_XML.sub("\ufffd", text)
