"""spaCy's relations (ClearNLP) as Parse calls them, with prepositions folded into their nouns."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.text.morphology import Form

__all__ = ["Tree", "relation"]

# ClearNLP relations (spaCy's English models) and what Parse calls them.
RELATIONS = {
    "dobj": "obj", "dative": "iobj", "ROOT": "root", "nmod": "compound", "nn": "compound", "poss": "poss",
    "quantmod": "advmod", "predet": "det", "meta": "dep", "parataxis": "ccomp", "pcomp": "pcl",
}  # fmt: skip
FOLDING = frozenset(("prep", "agent", "dative", "pcomp", "pobj"))  # what a preposition folded into its noun may change
PREPOSITIONS = ("prep", "agent", "dative")
HOLDERS = (*PREPOSITIONS, "pcomp", "mark", "ROOT", "advmod", "conj")


@dataclass(frozen=True, slots=True)
class Tree:
    """A run of words as spaCy parsed it, by index: relation, tag, head and children of each word, and its form."""

    words: Sequence[str]
    deps: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int]
    below: Sequence[Sequence[int]]
    forms: Sequence[Form]

    def child(self, i: int, dep: str) -> int | None:
        """The first child of that relation."""
        for j in self.below[i]:
            if self.deps[j] == dep:
                return j
        return None

    def lower(self, i: int) -> str:
        """The word in lower case."""
        return self.words[i].lower()


def relation(tree: Tree, i: int) -> tuple[str, str, int]:
    """The relation, the folded preposition and the head (an index) of word `i`."""
    dep, head = tree.deps[i], tree.heads[i]
    if dep not in FOLDING:
        return RELATIONS.get(dep, dep), "", head
    marked = _marked(tree, i)
    if marked is not None:
        return "case", "", marked
    if dep in ("pobj", "pcomp") and tree.deps[head] in HOLDERS:
        return _folded(tree, i, head)
    return RELATIONS.get(dep, dep), "", head


def _marked(tree: Tree, i: int) -> int | None:
    """The word whose case a preposition is; None for any other word."""
    dep, head, inner = tree.deps[i], tree.heads[i], _inner(tree, i)
    second = dep == "pcomp" and tree.tags[i] == "IN"  # "of" in "because of"
    if inner is not None:
        return inner if second or dep in PREPOSITIONS else None
    beside = tree.child(head, "pobj")
    return (head if beside is None else beside) if second else None


def _inner(tree: Tree, i: int) -> int | None:
    """What stands under a preposition: its noun, else its clause."""
    noun = tree.child(i, "pobj")
    if noun is not None:
        return noun
    return next((j for j in tree.below[i] if tree.deps[j] == "pcomp" and not _is_bare(tree, j)), None)


def _folded(tree: Tree, i: int, preposition: int) -> tuple[str, str, int]:
    deps = tree.deps
    case, governor = _case(tree, preposition), tree.heads[preposition]
    if deps[governor] in ("prep", "pcomp", "advmod") and governor != preposition and _joins(tree, governor):
        case, governor = f"{tree.lower(governor)} {case}", tree.heads[governor]  # "out of"
    if tree.forms[governor].lemma == "include" and deps[governor] == "prep":  # "imports, including from Russia"
        governor = tree.heads[governor]
    if deps[i] == "pobj" and (first := tree.child(preposition, "pobj")) not in (i, None):
        assert first is not None
        return "conj", "", first  # a second object under one preposition is a lost conjunct
    if governor == preposition:
        return "root", case, i
    return _through(tree, i, preposition, governor), case, governor


def _through(tree: Tree, i: int, preposition: int, governor: int) -> str:
    """The relation of a word to the governor of its preposition."""
    if tree.deps[preposition] == "conj":
        return "conj"
    if tree.deps[i] == "pcomp":
        return "pcl"
    if tree.deps[preposition] == "agent":
        return "agent"
    return "obl" if tree.forms[governor].pos in ("VERB", "AUX", "ADJ", "ADV") else "nmod"


def _is_bare(tree: Tree, i: int) -> bool:
    """A preposition without an object of its own: "of" in "because of"."""
    return tree.tags[i] == "IN" and not any(tree.deps[j] in ("pobj", "pcomp") for j in tree.below[i])


def _joins(tree: Tree, i: int) -> bool:
    """True for the first word of a preposition of two: "out of", "according to", "due to"."""
    plain = tree.deps[i] != "advmod" and tree.tags[i] in ("IN", "RB")
    return plain or tree.lower(i) in ("according", "owing", "due", "thanks")


def _case(tree: Tree, i: int) -> str:
    """The preposition's word, with the "of" of "because of" where there is one."""
    second = next((j for j in tree.below[i] if tree.deps[j] == "pcomp" and tree.tags[j] == "IN"), None)
    return tree.lower(i) if second is None else f"{tree.lower(i)} {tree.lower(second)}"
