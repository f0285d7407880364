"""Russian trees (Universal Dependencies) -> the relations of text/base.py, prepositions and cases folded in."""

from multivector.codebook.agents import agent_nouns
from multivector.codebook.lexicon import labels, lexicon
from multivector.text.russian_mends import mend_amount, mend_comparison, mend_object
from multivector.text.russian_tree_nodes import NOMINAL, Node, below, is_named

__all__ = ["case_key", "preposition_label", "relabel"]

TABLE = "ru"
# UD relations that have another name here; those with a case of their own are settled in `_argument`.
RELATIONS = {
    "nsubj:pass": "nsubjpass", "csubj:pass": "csubj", "acl:relcl": "relcl", "aux:pass": "auxpass", "cop": "aux",
    "flat": "compound", "flat:name": "compound", "flat:foreign": "compound", "nummod:gov": "nummod",
    "nummod:entity": "nummod", "discourse": "advmod", "list": "conj", "vocative": "dep", "orphan": "dep",
    "obl:tmod": "npadvmod", "expl": "dep",
}  # fmt: skip
ARGUMENTS = ("obj", "iobj", "obl", "nmod", "obl:agent", "nummod:entity")
BARE = {"Nom": "nom", "Gen": "gen", "Dat": "dat", "Acc": "acc", "Ins": "ins", "Loc": "loc"}
OWNING = ("его", "ее", "их", "свой", "наш", "мой", "ваш", "твой", "чей")
MOVED = (
    "nsubj", "nsubj:pass", "csubj", "advmod", "aux", "mark", "obl", "punct", "parataxis", "advcl", "cc", "discourse",
    "iobj", "conj", "obj",
)  # fmt: skip
IMPERSONAL = ("must", "may")


def relabel(nodes: list[Node]) -> None:
    """Give every word of a sentence its relation and label, in place."""
    _one_root(nodes)
    for node in list(nodes):
        _name_first(nodes, node)
    for step in (
        mend_object,
        mend_amount,
        mend_comparison,
        _join_prepositions,
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
        _argument(nodes, node)


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


def case_key(nodes: list[Node], node: Node) -> str:
    """ "в+Acc" for a word with a preposition, "в_поддержку" for one of several words, else the bare case."""
    if node.joined:
        return node.joined
    case = node.feats.get("Case", "")
    before = [n for n in below(nodes, node.i, "case") if n.pos == "ADP"]
    if before and not node.given:
        return f"{before[0].text.lower()}+{case}"
    return BARE.get(case, "")


def preposition_label(key: str, lemma: str = "") -> str:
    """The label of a preposition with its case, of this noun ("в ответ") where the table names it."""
    table = labels(TABLE).prepositions
    word = key.partition("+")[0]
    return table.get(f"{word} {lemma}") or table.get(key) or table.get(word) or word


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
    """A noun in the nominative that the parser hung on a noun in another case is the subject of the verb behind it."""
    holder = nodes[node.head]
    if node.dep not in ("appos", "conj", "nmod") or node.feats.get("Case") != "Nom" or node.pos not in NOMINAL:
        return
    if holder.feats.get("Case", "Nom") == "Nom" or any(n.dep == "case" for n in below(nodes, node.i)):
        return
    for verb in nodes[node.i + 1 :]:
        finite = verb.feats.get("VerbForm") == "Fin" or verb.feats.get("Variant") == "Short"
        if finite and verb.dep in ("root", "ccomp", "parataxis", "conj"):
            if not any(True for _ in below(nodes, verb.i, "nsubj", "nsubj:pass")):
                node.dep, node.head = "nsubj", verb.i
            return


def _argument(nodes: list[Node], node: Node) -> None:
    """The relation and label of one word."""
    if node.dep == "det" and (node.lemma in OWNING or node.text.lower() in OWNING):
        node.dep = "poss"
    elif node.given:
        node.case, node.dep = node.given, "conj" if node.dep == "conj" else _hung(nodes, node)
    elif "+" in node.key and node.lemma in labels(TABLE).times and node.dep in ("obl", "nmod"):
        node.case, node.dep = "before" if node.key.startswith(("к+", "до+")) else "during", "obl"
    elif "+" in node.key and node.dep not in ("root", "parataxis", "advcl", "ccomp", "acl", "acl:relcl", "case"):
        node.case = preposition_label(node.key, node.lemma)
        node.dep = "conj" if node.dep == "conj" else _hung(nodes, node)
    elif node.dep in ARGUMENTS or (node.dep == "xcomp" and node.pos in NOMINAL):
        _bare(nodes, node)
    elif node.dep == "xcomp" and node.pos == "ADJ":
        node.dep = "oprd"
    else:
        node.dep = RELATIONS.get(node.dep, node.dep)


def _hung(nodes: list[Node], node: Node) -> str:
    if node.dep == "root":
        return "root"
    holder = nodes[node.head]
    return "obl" if holder.pos in ("VERB", "AUX", "ADV") or holder.feats.get("Variant") == "Short" else "nmod"


def _bare(nodes: list[Node], node: Node) -> None:
    """A dependent without a preposition: by its case, and by what it hangs on."""
    holder = nodes[node.head]
    verbal = holder.pos in ("VERB", "AUX") or holder.feats.get("Variant") == "Short"
    rule = _of_verb if verbal else _of_noun
    node.dep, node.case = rule(nodes, node, holder)


def _of_verb(nodes: list[Node], node: Node, holder: Node) -> tuple[str, str]:
    case = node.key
    if case == "ins" and node.dep != "obj":
        if holder.feats.get("Voice") == "Pass" or node.dep == "obl:agent":
            return "agent", "by"
        named = holder.lemma in labels(TABLE).naming or node.dep == "xcomp"
        return ("oprd", "") if named else ("obl", "with")
    if node.dep == "obj":
        return "obj", ""
    if case == "dat" or node.dep == "iobj":
        return "iobj", ""
    if case == "gen":
        return "obj", ""
    return ("npadvmod", "") if case in ("acc", "nom", "") else ("obl", "in")


def _of_noun(nodes: list[Node], node: Node, holder: Node) -> tuple[str, str]:
    case = node.key
    if case == "ins":
        return "nmod", "by"
    if case == "dat":
        return "nmod", "to"
    if case in ("gen", "acc", "", "loc"):
        done_by = any(n.key == "ins" and n.i != node.i for n in below(nodes, holder.i, "nmod", "obl"))
        doer = is_named(node) or node.pos == "PRON"
        if node.pos == "PRON" and node.text.lower() in OWNING:
            return "poss", ""
        if doer and not done_by and holder.lemma not in labels(TABLE).objective:
            return "poss", ""
        return "nmod", "of"
    return "compound" if is_named(node) else "appos", ""
