"""What is said of a deed from afar: judgements behind an infinitive, options kept open, doers in the instrumental."""

from multivector.codebook.lexicon import labels, lexicon
from multivector.text.russian_tree_nodes import NOMINAL, Node, below, is_named

__all__ = ["mend_doer", "mend_verdict", "settle_option"]

TABLE = "ru"
EXCLUDING = ("исключать", "исключить")
ACTORS = ("GPE", "LOC", "ORG", "PERSON")
APPLYING = ("применение", "использование")
LOW = ("nmod", "obl")
# What is held out to somebody by not ruling it out: words of the codebook for blows, and for what is applied.
BLOWS = (
    "attack", "strike", "airstrike", "invasion", "war", "operation", "offensive", "bombing", "blockade", "sanction",
    "use", "intervention", "retaliation", "response", "countermeasure", "imposition", "expulsion", "rupture", "tariff",
)  # fmt: skip


def mend_verdict(nodes: list[Node], node: Node) -> None:
    """ "назвал решение Аргентины выйти из блока ошибкой": a verb of naming says it, not its object's infinitive."""
    if not _is_instrumental(nodes, node) or node.pos not in ("NOUN", "ADJ") or is_named(node):
        return
    thing = _deed_above(nodes, node)
    verb = nodes[thing.head] if thing is not None else node
    if thing is None or verb.lemma not in labels(TABLE).naming or thing.dep not in ("obj", "nsubj:pass"):
        return
    said = any(_is_instrumental(nodes, n) for n in below(nodes, verb.i, "obl", "xcomp"))
    if verb.pos == "VERB" and not said and verb.i < thing.i < node.i:
        node.head, node.dep = verb.i, "obl"


def _deed_above(nodes: list[Node], node: Node) -> Node | None:
    """The noun whose infinitive holds the word, however deep."""
    at, seen, infinitive = nodes[node.head], {node.i}, False
    while at.i not in seen:
        seen.add(at.i)
        if infinitive and at.pos == "NOUN":
            return at
        infinitive = at.feats.get("VerbForm") == "Inf"
        at = nodes[at.head]
    return None


def mend_doer(nodes: list[Node], node: Node) -> None:
    """ "введение пошлин на машины Евросоюзом": a name in the instrumental does what the noun above says."""
    if node.dep not in LOW or node.entity not in ACTORS or not _is_instrumental(nodes, node):
        return
    deed, seen = nodes[node.head], {node.i}
    while deed.lemma not in labels(TABLE).objective and deed.dep in LOW and deed.i not in seen:
        seen.add(deed.i)
        deed = nodes[deed.head]
    if deed.pos in NOMINAL and deed.lemma in labels(TABLE).objective and deed.i < node.i:
        node.head, node.dep = deed.i, "nmod"


def settle_option(nodes: list[Node], verb: Node) -> None:
    """ "не исключил удара по Ирану": what one does not rule out doing is held out; a blow of others is only thought
    possible."""
    if verb.lemma not in EXCLUDING or verb.pos != "VERB" or not _is_denied(nodes, verb):
        return
    thing = next(below(nodes, verb.i, "obj"), None)
    if thing is None or _is_done_by_others(nodes, thing) or not _is_blow(thing):
        return
    verb.says = "threaten"
    for word in below(nodes, verb.i, "neg"):
        word.dep = "mwe"


def _is_denied(nodes: list[Node], verb: Node) -> bool:
    return any(n.text.lower() == "не" for n in below(nodes, verb.i))


def _is_blow(thing: Node) -> bool:
    words = (thing.says, *(w.says for w in lexicon(TABLE).nouns.get(thing.lemma, ())))
    return thing.lemma in APPLYING or any(word in BLOWS for word in words)


def _is_done_by_others(nodes: list[Node], thing: Node) -> bool:
    """A doer beside the deed: its own name in the genitive or in the instrumental, or an adjective of one."""
    own = (n for n in below(nodes, thing.i, "poss", "agent", "nmod", "amod") if n.case in ("", "by", "of"))
    low = (n for c in below(nodes, thing.i, "nmod") for n in below(nodes, c.i, "nmod", "agent") if n.case == "by")
    return any(n.entity in ACTORS or is_named(n) for n in (*own, *low))


def _is_instrumental(nodes: list[Node], node: Node) -> bool:
    """In the instrumental without a preposition."""
    return node.feats.get("Case") == "Ins" and not any(True for _ in below(nodes, node.i, "case"))
