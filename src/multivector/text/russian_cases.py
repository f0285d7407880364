"""The case or preposition of a Russian word -> its relation and label (text/base.py)."""

from multivector.codebook.lexicon import labels, spellings
from multivector.text.russian_tree_nodes import NOMINAL, Node, below, is_named

__all__ = ["OWNING", "case_key", "first_spelling", "label_argument", "preposition_label"]

TABLE = "ru"
# UD relations that have another name here; those with a case of their own are settled in `label_argument`.
RELATIONS = {
    "nsubj:pass": "nsubjpass", "csubj:pass": "csubj", "acl:relcl": "relcl", "aux:pass": "auxpass", "cop": "aux",
    "flat": "compound", "flat:name": "compound", "flat:foreign": "compound", "nummod:gov": "nummod",
    "nummod:entity": "nummod", "discourse": "advmod", "list": "conj", "vocative": "dep", "orphan": "dep",
    "obl:tmod": "npadvmod", "expl": "dep",
}  # fmt: skip
ARGUMENTS = ("obj", "iobj", "obl", "nmod", "obl:agent", "nummod:entity")
BARE = {"Nom": "nom", "Gen": "gen", "Dat": "dat", "Acc": "acc", "Ins": "ins", "Loc": "loc"}
CASELESS = {"obj": "acc", "nsubj": "nom"}  # "возмутили Тбилиси": a name without forms has the case of its place
OWNING = ("его", "ее", "их", "свой", "наш", "мой", "ваш", "твой", "чей")
BANNED = "на+Acc"
OUTSKIRTS = "под+Ins"
ISSUED = ("запрет", "ограничение", "обвинение")  # a state behind these issued them: "запрет Казахстана (на ввоз)"
STATES = ("GPE", "LOC", "ORG")
PARTIES = ("PERSON", "ORG")
STIFF = ("о", "и", "у", "ю", "е", "э")  # endings of foreign names that show no case
HEADING = ("root", "parataxis", "advcl", "ccomp", "acl", "acl:relcl", "case")  # heads of clauses keep what they are


def case_key(nodes: list[Node], node: Node) -> str:
    """ "в+Acc" for a word with a preposition, "в_поддержку" for one of several words, else the bare case."""
    if node.joined:
        return node.joined
    case = node.feats.get("Case", "")
    before = [n for n in below(nodes, node.i, "case") if n.pos == "ADP"]
    if before and not node.given:
        return f"{first_spelling(before[0])}+{'Loc' if _stands_where(nodes, node) else case}"
    return BARE.get(case) or (CASELESS.get(node.dep, "") if not case else "")


def first_spelling(preposition: Node) -> str:
    """The preposition as the tables spell it: "в" for "Во"."""
    word = preposition.text.lower()
    return spellings(TABLE).get(word, word)


def _stands_where(nodes: list[Node], node: Node) -> bool:
    """ "суд в Тбилиси", "протесты в Баку": a name without case forms behind a noun that leads nowhere is a place."""
    holder = nodes[node.head]
    plain = is_named(node) and node.text == node.lemma and node.text.lower().endswith(STIFF)
    return plain and holder.pos in ("NOUN", "PROPN") and holder.lemma not in labels(TABLE).leading


def preposition_label(key: str, lemma: str = "") -> str:
    """The label of a preposition with its case, of this noun ("в ответ") where the table names it."""
    table = labels(TABLE).prepositions
    word = key.partition("+")[0]
    return table.get(f"{word} {lemma}") or table.get(key) or table.get(word) or word


def label_argument(nodes: list[Node], node: Node) -> None:
    """The relation and label of one word: the first rule that knows the word gives them."""
    if not any(rule(nodes, node) for rule in (_owned, _labelled, _timed, _prepositional, _caseless)):
        node.dep = RELATIONS.get(node.dep, node.dep)


def _owned(_: list[Node], node: Node) -> bool:
    """ "его страна": a pronoun that owns."""
    if node.dep != "det" or not {node.lemma, node.text.lower()} & {*OWNING}:
        return False
    node.dep = "poss"
    return True


def _labelled(nodes: list[Node], node: Node) -> bool:
    """A word whose label was settled before: "по отношению к соседям"."""
    if node.given:
        node.case, node.dep = node.given, _joined_or_hung(nodes, node)
    return bool(node.given)


def _timed(_: list[Node], node: Node) -> bool:
    """ "в мае", "к июлю": when, whatever the verb."""
    if "+" not in node.key or node.lemma not in labels(TABLE).times or node.dep not in ("obl", "nmod"):
        return False
    node.case, node.dep = "before" if node.key.startswith(("к+", "до+")) else "during", "obl"
    return True


def _prepositional(nodes: list[Node], node: Node) -> bool:
    """A word behind a preposition."""
    if "+" not in node.key or node.dep in HEADING:
        return False
    label = "to" if _goes_there(nodes, node) else preposition_label(node.key, node.lemma)
    if node.key == OUTSKIRTS and node.entity not in PARTIES and is_named(node):
        label = "at"  # "под Саратовом"
    node.case, node.dep = label, _joined_or_hung(nodes, node)
    return True


def _goes_there(nodes: list[Node], node: Node) -> bool:
    """ "отправила на Кубу", "поставки на Украину": "на" with a state or an island behind what goes somewhere."""
    table, holder = labels(TABLE), nodes[node.head]
    leads = holder.lemma in table.sending or (holder.pos == "NOUN" and holder.lemma in table.leading)
    return node.key == BANNED and node.entity == "GPE" and leads


def _caseless(nodes: list[Node], node: Node) -> bool:
    """A word with its case alone; an adjective that is said of the object."""
    if node.dep in ARGUMENTS or (node.dep == "xcomp" and node.pos in NOMINAL):
        _bare(nodes, node)
        return True
    if node.dep == "xcomp" and node.pos == "ADJ":
        node.dep = "oprd"
        return True
    return False


def _joined_or_hung(nodes: list[Node], node: Node) -> str:
    return "conj" if node.dep == "conj" else _hung(nodes, node)


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
        issued = holder.lemma in ISSUED and node.entity in STATES
        onto = issued or any(True for n in below(nodes, holder.i) if n.key == BANNED)
        if doer and not done_by and (onto or holder.lemma not in labels(TABLE).objective):
            return "poss", ""
        return "nmod", "of"
    return "compound" if is_named(node) else "appos", ""
