"""Clauses of a Russian sentence: inserted attributions, loose clauses, and who acts where no subject says so."""

from multivector.codebook.agents import agent_nouns
from multivector.codebook.cues import cues
from multivector.codebook.lexicon import labels
from multivector.text.russian_tree_nodes import Node, below, is_named

__all__ = ["RELATIVE", "VERBAL", "settle_clause"]

LANGUAGE = "ru"
VERBAL = ("VERB", "AUX")
WHEN = ("after", "before", "to", "over")  # "после того, как", "до того как", "из-за того, что"
OPENERS = ("как", "что")
OFFICES = ("ministry", "government", "administration", "presidency", "embassy", "department")
RELATIVE = {"который": "which", "кто": "who", "какой": "which", "чей": "whose"}


def settle_clause(nodes: list[Node], node: Node) -> None:
    """Inserted attributions become asides, loose clauses coordinate ones; places that speak become subjects."""
    _lift_time(nodes, node)
    holder = nodes[node.head]
    if node.dep == "parataxis":
        node.dep = _of_loose_clause(nodes, holder, node)
    if node.dep == "advcl" and any(n.lemma == "чтобы" for n in below(nodes, node.i, "mark")) and holder.says:
        node.dep = "ccomp"
    if node.tag == "VBN":
        _seat_as_doer(nodes, node, authority=node.lemma in labels(LANGUAGE).authority)
    if node.pos == "VERB" and node.feats.get("Number") == "Plur" and node.tag in ("VBD", "VBZ", "FUT"):
        said = cues()
        speaks = node.says in said.speech | said.thought | said.act | said.regard
        _seat_as_subject(nodes, node, speaks=speaks)


def _lift_time(nodes: list[Node], verb: Node) -> None:
    """ "закрыл небо после того, как сбил дрон": the clause hangs on the verb, and its doer may be the verb's."""
    holder = nodes[verb.head]
    if verb.pos not in VERBAL or holder.lemma != "тот" or holder.case not in WHEN or verb.dep in ("relcl", "conj"):
        return
    if any(n.lemma in OPENERS for n in below(nodes, verb.i, "mark", "advmod")):
        verb.dep, verb.head = "advcl", holder.head if holder.head != holder.i else verb.head
        holder.dep, holder.head = "mark", verb.i


def _of_loose_clause(nodes: list[Node], holder: Node, node: Node) -> str:
    """What a clause without a conjunction is to its holder: said by it, an aside about who says it, or beside it."""
    speech = cues().speech | cues().thought
    said = holder.says in speech and holder.pos in VERBAL and node.i > holder.i
    if said and any(n.text == ":" for n in nodes[holder.i : node.i]):
        return "ccomp"  # "Лавров подчеркнул: Россия ответит", whatever its own verb is
    if node.pos in VERBAL and node.says in speech:
        return "conj" if _goes_on(nodes, node) else "aside"
    if said:
        return "ccomp"
    return "conj" if node.pos in VERBAL and holder.pos in VERBAL else "dep"


def _goes_on(nodes: list[Node], verb: Node) -> bool:
    """ "X осудил шаг, Y призвал к диалогу": a clause of its own with its doer in front and what it says behind.

    An inserted "сообщил регулятор" has its doer behind, and says nothing of its own.
    """
    first = next((n for n in below(nodes, verb.i, "nsubj") if n.norm not in RELATIVE.values()), None)
    said = any(n.i > verb.i for n in below(nodes, verb.i, "obj", "xcomp", "ccomp", "obl", "iobj", "oprd"))
    return first is not None and verb.head < first.i < verb.i and said and nodes[verb.head].pos in VERBAL


def _seat_as_subject(nodes: list[Node], verb: Node, *, speaks: bool) -> None:
    """ "В Кремле считают", "в Казахстане запретили": who acts stands as a place."""
    if any(True for _ in below(nodes, verb.i, "nsubj", "nsubjpass", "csubj")) or verb.dep in ("relcl", "conj"):
        return
    told = (n for n in below(nodes, verb.i, "obj") if n.key == "nom")
    if any(is_named(child) for n in told for child in below(nodes, n.i)):
        return  # "Переговоры США и Ирана возобновились в Омане"
    for child in below(nodes, verb.i, "obl"):
        if _is_where(child) and (is_named(child) or (speaks and child.says in agent_nouns())):
            child.dep, child.case = "nsubj", ""
            return


def _is_where(child: Node) -> bool:
    """ "в Минске", "в МИД": an acronym has no case of its own."""
    return child.key in ("в+Loc", "на+Loc") or (child.key == "в+Acc" and child.text.isupper())


def _is_office(child: Node) -> bool:
    return child.says in OFFICES


def _seat_as_doer(nodes: list[Node], verb: Node, *, authority: bool) -> None:
    """ "В Минске арестованы двое", "в МИД Испании выражен протест": those of the place did it.

    A town or state only what authorities do, an office whatever is done there.
    """
    if any(True for _ in below(nodes, verb.i, "agent")) or verb.dep in ("amod", "acl"):
        return
    spots = [verb, *below(nodes, verb.i, "nsubjpass")]
    places = (c for s in spots for c in below(nodes, s.i, "obl", "nmod") if _is_where(c))
    place = next((c for c in places if _is_office(c) or (authority and is_named(c) and c.entity != "ORG")), None)
    if place is not None:
        place.dep, place.case, place.head = "agent", "by", verb.i
