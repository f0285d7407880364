"""The word of a Russian sentence on its way to a Token, and who hangs on whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["NOMINAL", "Node", "below", "is_named"]

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


@dataclass(slots=True)
class Node:
    """A word on its way to a Token; `head` is its governor's place in the sentence, its own at the root."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    feats: dict[str, str]
    dep: str
    head: int
    entity: str
    case: str = ""
    says: str = ""  # the codebook's lemma
    norm: str = ""
    tag: str = ""
    key: str = ""  # the preposition with its case ("в+Acc"), or the bare case ("dat")
    given: str = field(default="", repr=False)  # a label that was settled before the cases are looked at
    joined: str = field(default="", repr=False)  # its preposition of several words, "в_поддержку"
    lifted: bool = False  # an infinitive that was put over its modal verb


def below(nodes: list[Node], i: int, *deps: str) -> Iterator[Node]:
    """The words that hang on word `i`, by these relations only where any are given."""
    return (n for n in nodes if n.head == i and n.i != i and (not deps or n.dep in deps))


def is_named(node: Node) -> bool:
    """True for a proper name."""
    return node.pos == "PROPN" or bool(node.entity) or (node.i > 0 and node.text[:1].isupper() and node.pos == "NOUN")
