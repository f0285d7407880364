"""Russian trees (Universal Dependencies) -> the relations of text/base.py, prepositions and cases folded in."""

from multivector.codebook.agents import agent_nouns
from multivector.codebook.lexicon import labels, lexicon
from multivector.text.russian_cases import OWNING, case_key, label_argument
from multivector.text.russian_mends import (
    mend_adjective,
    mend_amount,
    mend_ban,
    mend_before,
    mend_certain,
    mend_comparison,
    mend_counted,
    mend_far,
    mend_fronted,
    mend_gap,
    mend_object,
    mend_participle,
    mend_tense,
)
from multivector.text.russian_phrases import (
    mend_about,
    mend_acting,
    mend_aimed,
    mend_instrument,
    mend_inverted,
    mend_measure,
    mend_receiver,
)
from multivector.text.russian_tree_nodes import NOMINAL, Node, below
from multivector.text.russian_verdicts import mend_doer, mend_verdict

__all__ = ["relabel"]

TABLE = "ru"
MOVED = (
    "nsubj", "nsubj:pass", "csubj", "advmod", "aux", "mark", "obl", "punct", "parataxis", "advcl", "cc", "discourse",
    "iobj", "conj", "obj",
)  # fmt: skip
IMPERSONAL = ("must", "may")


def relabel(nodes: list[Node]) -> None:
    """Give every word of a sentence its relation and label, in place."""
    _one_root(nodes)
    for node in list(nodes):
        mend_far(nodes, node)
    for node in list(nodes):
        _name_first(nodes, node)
    for step in (
        mend_certain,
        mend_participle,
        mend_adjective,
        mend_object,
        mend_counted,
        mend_before,
        mend_ban,
        mend_fronted,
        mend_tense,
        mend_amount,
        mend_comparison,
        mend_gap,
        mend_instrument,
        mend_inverted,
        mend_acting,
        mend_about,
        mend_receiver,
        mend_verdict,
        mend_doer,
        _join_prepositions,
        mend_measure,
        mend_aimed,
        _find_sources,
        _lift_modals,
        _turn_copulas,
        _find_subjects,
    ):
        for node in list(nodes):
            step(nodes, node)
    for node in nodes:
        node.key = case_key(nodes, node)
    for node in nodes:
        label_argument(nodes, node)


def _one_root(nodes: list[Node]) -> None:
    """Of several roots the first stays; the others are inserted clauses ("..., сообщил регулятор")."""
    roots = [n for n in nodes if n.dep == "root" or n.head == n.i]
    for other in roots[1:]:
        other.dep, other.head = "parataxis", roots[0].i


def _name_first(nodes: list[Node], name: Node) -> None:
    """ "министр Сергей Лавров": the name governs and the title is its apposition, as in English."""
    if name.entity != "PERSON":
        return
    if name.dep in ("nsubj", "nsubj:pass", "obj"):
        _adopt_title(nodes, name)
        return
    if name.dep not in ("appos", "flat", "flat:name", "nmod", "compound", "conj", "obl"):
        return
    title = _title(nodes, name)
    if title is None:
        return
    name.dep, name.head = title.dep, title.head if title.head != title.i else name.i
    for child in list(below(nodes, title.i)):
        inner = child.dep in ("amod", "nmod", "det", "appos", "nummod") and child.i < name.i
        if child.i != name.i and not inner:
            child.head = name.i
    title.dep, title.head = "appos", name.i


def _adopt_title(nodes: list[Node], name: Node) -> None:
    """ "эксперт Темур Умаров полагает", where the parser gave the verb two subjects."""
    for other in below(nodes, name.head, "nsubj", "nsubj:pass", "obj"):
        between = nodes[other.i + 1 : name.i]
        plain = all(n.pos in ("NOUN", "PROPN", "ADJ") and n.pos != "PUNCT" for n in between)
        if other.i < name.i and plain and _is_title(other) and other.feats.get("Case") == name.feats.get("Case"):
            other.dep, other.head = "appos", name.i


def _is_title(node: Node) -> bool:
    """True for a noun that says what somebody is."""
    if node.entity == "PERSON" or node.pos not in ("NOUN", "PROPN"):
        return False
    return any(wording.says in agent_nouns() for wording in lexicon(TABLE).nouns.get(node.lemma, ())) or (
        node.pos == "NOUN" and node.feats.get("Animacy") == "Anim"
    )


def _title(nodes: list[Node], name: Node) -> Node | None:
    """The noun furthest up in the phrase before the name that stands in its case and is somebody's title."""
    found, seen = None, set()
    at = nodes[name.head]
    while at.i < name.i and at.i not in seen and at.pos in ("NOUN", "PROPN", "ADJ"):
        seen.add(at.i)
        if _is_title(at) and at.feats.get("Case") == name.feats.get("Case"):
            found = at
        at = nodes[at.head]
    if found is None or any(n.pos == "PUNCT" and n.text in ",:;—–" for n in nodes[found.i : name.i]):
        return None
    return found


def _join_prepositions(nodes: list[Node], node: Node) -> None:
    """ "в отношении X", "по отношению к X": the words become the preposition of X."""
    first = next((n for n in below(nodes, node.i, "case")), None)
    if first is None:
        return
    table = labels(TABLE).joined
    rest = [n.text.lower() for n in below(nodes, first.i, "fixed")]  # the parser knew it for one
    if rest and (label := table.get((first.text.lower(), rest[0], rest[1] if len(rest) > 1 else ""))):
        node.given, node.joined = label, "_".join([first.text.lower(), *rest])
        return
    if node.pos != "NOUN":
        return
    for child in [n for n in below(nodes, node.i) if n.i > node.i]:
        second = next((n for n in below(nodes, child.i, "case")), None)
        label = table.get((first.text.lower(), node.text.lower(), second.text.lower() if second else ""))
        if label and child.pos in (*NOMINAL, "ADJ", "DET"):
            _take_over(nodes, node, child, label)
            child.joined = "_".join([first.text.lower(), node.text.lower(), *([second.text.lower()] if second else [])])
            return


def _take_over(nodes: list[Node], node: Node, child: Node, label: str) -> None:
    """Put `child` in the place of `node`, whose words become its preposition."""
    child.dep, child.head, child.given = node.dep, node.head if node.head != node.i else child.i, label
    if child.dep not in ("obl", "nmod", "root", "conj"):
        child.dep = "obl"
    for other in list(below(nodes, node.i)):
        other.head = child.i
    node.dep, node.head = "case", child.i


def _find_sources(nodes: list[Node], node: Node) -> None:
    """ "по словам X": X becomes who says it."""
    if node.lemma not in labels(TABLE).sources or node.head == node.i:
        return
    first = next((n for n in below(nodes, node.i, "case")), None)
    if first is None or first.text.lower() != "по":
        return
    who = next((n for n in below(nodes, node.i, "nmod", "det", "appos") if n.pos in (*NOMINAL, "DET", "ADJ")), None)
    if who is None or (who.pos in ("DET", "ADJ") and who.lemma not in OWNING and who.lemma not in ("он", "она", "они")):
        return
    _take_over(nodes, node, who, "according to")
    who.pos = "PRON" if who.pos in ("DET", "ADJ") else who.pos


def _lift_modals(nodes: list[Node], node: Node) -> None:
    """ "может ввести", "Казахстану следует ввести": the infinitive governs, the modal is its auxiliary."""
    modal = labels(TABLE).modals.get(node.lemma)
    if modal is None:
        return
    verb = next((n for n in below(nodes, node.i) if n.feats.get("VerbForm") == "Inf" and n.dep != "conj"), None)
    if verb is None:
        return
    verb.dep, verb.head = node.dep, node.head if node.head != node.i else verb.i
    verb.lifted = True
    personal = any(True for _ in below(nodes, node.i, "nsubj"))
    for other in list(below(nodes, node.i)):
        other.head = verb.i
        if other.feats.get("Case") == "Dat" and not personal and modal in IMPERSONAL and other.dep in ("iobj", "obl"):
            other.dep, personal = "nsubj", True
    node.dep, node.head, node.norm = "aux", verb.i, modal
    for other in below(nodes, verb.i, "conj"):
        other.lifted = other.feats.get("VerbForm") == "Inf"


def _turn_copulas(nodes: list[Node], node: Node) -> None:
    """ "был членом": "быть" governs, as in English, and what is said of the subject is its attribute."""
    holder = nodes[node.head]
    if node.dep != "cop" or holder.pos not in ("NOUN", "PROPN", "ADJ") or holder.feats.get("VerbForm"):
        return
    node.dep, node.head = holder.dep, holder.head if holder.head != holder.i else node.i
    for other in list(below(nodes, holder.i)):
        outside = other.dep in MOVED and (other.dep != "obl" or other.i < holder.i)
        if outside and (other.dep != "advmod" or other.i < node.i) and (other.dep != "conj" or other.pos == "VERB"):
            other.head = node.i
    holder.dep, holder.head = ("acomp" if holder.pos == "ADJ" else "attr"), node.i
    node.pos = "AUX"


def _find_subjects(nodes: list[Node], node: Node) -> None:
    """A noun in the nominative that the parser hung on a noun in another case is the subject of the verb behind it,
    or of the one before whose object that is."""
    holder = nodes[node.head]
    if node.dep not in ("appos", "conj", "nmod") or node.feats.get("Case") != "Nom" or node.pos not in NOMINAL:
        return
    if holder.feats.get("Case", "Nom") == "Nom" or any(n.dep == "case" for n in below(nodes, node.i)):
        return
    verb = _verb_of(nodes, node, holder)
    if verb is not None and not any(True for _ in below(nodes, verb.i, "nsubj", "nsubj:pass")):
        node.dep, node.head = "nsubj", verb.i


def _verb_of(nodes: list[Node], node: Node, holder: Node) -> Node | None:
    """The verb before, for a person behind its object ("подписи поставили Рахмон и Жапаров"); else the next one."""
    if node.entity == "PERSON" and holder.dep == "obj" and holder.feats.get("Animacy") == "Inan" and node.i > holder.i:
        return nodes[holder.head]
    for verb in nodes[node.i + 1 :]:
        finite = verb.feats.get("VerbForm") == "Fin" or verb.feats.get("Variant") == "Short"
        if finite and verb.dep in ("root", "ccomp", "parataxis", "conj"):
            return verb
    return None
