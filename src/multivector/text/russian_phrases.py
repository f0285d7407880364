"""Phrases that the Russian parser turns round or hangs too low: receivers, measures, decrees, who acts."""

from multivector.codebook.acts import word_classes
from multivector.codebook.agents import agent_nouns
from multivector.codebook.lexicon import labels, lexicon
from multivector.text.russian_cases import first_spelling
from multivector.text.russian_tree_nodes import Node, below, is_named

__all__ = [
    "mend_about",
    "mend_acting",
    "mend_aimed",
    "mend_instrument",
    "mend_inverted",
    "mend_measure",
    "mend_receiver",
    "settle_decree",
    "settle_judgement",
    "swap_parties",
]

TABLE = "ru"
SUBJECTS = ("nsubj", "nsubj:pass")
ABOUT = ("о", "от", "к", "с", "на", "в", "по", "за")
AIMING = ("против", "в_отношении", "в_адрес")
ENACTED = ("о",)
INSTRUMENTAL = ("ом", "ем", "ей", "ой")
INSTRUMENTED = ("obl", "nsubj", "nsubj:pass")
JUDGED = (("criticise", "bad_words"), ("praise", "good_words"))
LOOSE = ("response", "report", "veto", "announcement", "comment", "claim", "position", "intention", "attempt", "plan")
HAPPENED = ("случиться", "произойти", "происходить", "случившееся", "произошедшее", "происходящее", "происшедшее")
ACTORS = ("GPE", "LOC", "ORG", "PERSON")
OTHER_CASES = ("Gen", "Dat", "Ins", "Loc")
GOVERNING = (
    "recognise", "acknowledge", "support", "back", "condemn", "reject", "ratify", "sign", "approve", "welcome", "adopt",
    "veto", "block", "oppose", "denounce",
)  # fmt: skip


def mend_receiver(nodes: list[Node], node: Node) -> None:
    """ "поставки газа Украине", "выделение Киеву помощи": the receiver in the dative goes with the deed, not with the
    goods that are named between."""
    holder = nodes[node.head]
    deed = nodes[holder.head]
    if node.dep not in ("nmod", "iobj") or node.feats.get("Case") != "Dat" or _preposition(nodes, node):
        return
    low = holder.feats.get("Case") == "Gen" and holder.dep == "nmod" and not is_named(holder)
    if low and node.i > holder.i > deed.i and deed.lemma in labels(TABLE).objective:
        node.head, node.dep = deed.i, "nmod"


def mend_aimed(nodes: list[Node], node: Node) -> None:
    """ "введение против Пакистана санкций": at whom something aims goes with what is brought, not with the bringing."""
    deed = nodes[node.head]
    if node.dep not in ("nmod", "obl") or deed.pos != "NOUN" or deed.lemma not in labels(TABLE).objective:
        return
    if _preposition(nodes, node) not in AIMING and node.joined not in AIMING:
        return
    thing = next((n for n in below(nodes, deed.i, "nmod") if n.i > deed.i and _is_thing(nodes, n)), None)
    if thing is not None and thing.i != node.i:
        node.head, node.dep = thing.i, "nmod"


def _is_thing(nodes: list[Node], node: Node) -> bool:
    return (
        node.pos == "NOUN" and node.feats.get("Case") == "Gen" and not is_named(node) and not _preposition(nodes, node)
    )


def mend_measure(nodes: list[Node], node: Node) -> None:
    """ "запретила ввоз ряда товаров", "весь набор санкций": the things stand for how many of them there are."""
    if node.pos != "NOUN" or node.lemma not in labels(TABLE).measures or node.dep in ("case", "fixed", "root"):
        return
    thing = next((n for n in below(nodes, node.i, "nmod") if n.i > node.i and _is_thing(nodes, n)), None)
    if thing is None or node.head == node.i:
        return
    thing.dep, thing.head = node.dep, node.head
    for child in list(below(nodes, node.i)):
        if child.i != thing.i:
            child.head = thing.i
    case = node.feats.get("Case", "")
    thing.feats = {**thing.feats, "Case": case} if case else thing.feats
    node.dep, node.head = "nummod", thing.i


def mend_about(nodes: list[Node], node: Node) -> None:
    """ "Макрон о решении Вашингтона сожалеет": what stands with its preposition between a name and its verb is the
    verb's."""
    holder = nodes[node.head]
    verb = nodes[holder.head]
    if node.dep != "nmod" or not holder.i < node.i < verb.i or holder.dep not in SUBJECTS or verb.pos != "VERB":
        return
    if holder.pos != "PROPN" or _preposition(nodes, node) not in ABOUT:
        return
    if all(n.pos not in ("VERB", "PUNCT") for n in nodes[holder.i + 1 : verb.i]):
        node.dep, node.head = "obl", verb.i


def mend_instrument(nodes: list[Node], node: Node) -> None:
    """ "Указом запрещён ввоз": no subject stands in the instrumental, nor is a decree a name there."""
    verb = nodes[node.head]
    passive = verb.feats.get("Voice") == "Pass" or verb.feats.get("Variant") == "Short"
    if not passive or node.dep not in INSTRUMENTED or _preposition(nodes, node):
        return
    if node.lemma in labels(TABLE).decrees and node.text.lower().endswith(INSTRUMENTAL):
        node.pos, node.feats = "NOUN", {**node.feats, "Case": "Ins"}
    if node.dep in SUBJECTS and node.feats.get("Case") == "Ins":
        node.dep = "obl"


def mend_inverted(nodes: list[Node], node: Node) -> None:
    """ "независимость республик признала Никарагуа", "две республики признала Никарагуа": who is named behind the verb
    acts where what stands before it cannot, by its number or by being a thing."""
    verb = nodes[node.head]
    if node.dep != "nsubj" or verb.pos != "VERB" or node.i > verb.i or node.entity == "PERSON":
        return
    other = next((n for n in below(nodes, verb.i, "obj") if n.i > verb.i), None)
    if other is None or other.entity not in ACTORS or other.feats.get("Case") in OTHER_CASES:
        return
    if _is_apart(nodes, node, verb) or (_is_idle(node) and _could_act(verb, other)):
        node.dep, other.dep = "obj", "nsubj"


def mend_acting(nodes: list[Node], node: Node) -> None:
    """ "Рост цен ударил по Египту": a thing before a verb without a subject, that agrees with it, is no object."""
    verb = nodes[node.head]
    if node.dep != "obj" or node.i > verb.i or node.feats.get("Animacy") != "Inan" or _preposition(nodes, node):
        return
    if verb.pos != "VERB" or verb.dep not in ("root", "ccomp") or verb.feats.get("Tense") != "Past":
        return
    alike = all(node.feats.get(f) == verb.feats.get(f) for f in ("Gender", "Number"))
    alone = not any(below(nodes, verb.i, *SUBJECTS)) and sum(1 for _ in below(nodes, verb.i, "obj")) == 1
    alone = alone and not any(is_named(n) for n in nodes[node.i + 1 : verb.i])
    if alike and alone and node.feats.get("Number") == "Sing" and node.feats.get("Case") in ("Nom", "Acc"):
        node.dep = "nsubj"


def _is_apart(nodes: list[Node], node: Node, verb: Node) -> bool:
    """A plural before a verb in the singular."""
    many = node.feats.get("Number") == "Plur" or any(True for _ in below(nodes, node.i, "conj"))
    return many and verb.feats.get("Number") == "Sing" and not any(True for _ in below(nodes, node.i, "nummod:gov"))


def _is_idle(node: Node) -> bool:
    """A thing that is nobody's name and no body of people."""
    words = lexicon(TABLE).nouns.get(node.lemma, ())
    people = any(w.says in agent_nouns() for w in words)
    return node.pos == "NOUN" and node.feats.get("Animacy") != "Anim" and not node.entity and not people


def _could_act(verb: Node, other: Node) -> bool:
    """Whether the verb's form fits the name, where it is a verb of what governments do."""
    if not any(w.says in GOVERNING for w in lexicon(TABLE).verbs.get(verb.lemma, ())):
        return False
    gender, own = verb.feats.get("Gender"), other.feats.get("Gender")
    return verb.feats.get("Number") == "Sing" and (gender is None or own is None or gender == own)


def settle_decree(nodes: list[Node], verb: Node) -> None:
    """ "подписал указ о запрете ввоза", "приняла закон о введении санкций": what a decree is about is done."""
    if verb.pos != "VERB" or verb.lemma not in labels(TABLE).enacting:
        return
    for paper in below(nodes, verb.i, "obj", "nsubjpass"):
        deed = next((n for n in below(nodes, paper.i, "nmod") if _is_enacted(n)), None)
        if paper.lemma not in labels(TABLE).decrees or deed is None:
            continue
        verb.says = "enact"
        deed.head, deed.dep, deed.case = verb.i, paper.dep, ""
        paper.head, paper.dep = verb.i, "mwe"
        return


def _is_enacted(node: Node) -> bool:
    """A deed behind "о": a noun of doing, or a ban, a measure."""
    told = labels(TABLE)
    return node.key.partition("+")[0] in ENACTED and node.lemma in told.objective | told.barring


def settle_judgement(nodes: list[Node], verb: Node) -> None:
    """ "назвал вето Венгрии предательством", "назвал случившееся позором": a deed is blamed or praised, whatever its
    noun."""
    if verb.lemma not in labels(TABLE).naming or verb.pos != "VERB":
        return
    thing = next(below(nodes, verb.i, "obj"), None)
    outright = {n.says for n in below(nodes, verb.i, "oprd")}
    said = outright | {c.says for n in below(nodes, verb.i, "oprd") for c in below(nodes, n.i, "amod")}
    judged, words = next(((j, w) for j, w in JUDGED if not said.isdisjoint(word_classes()[w])), ("", "bad_words"))
    if not judged or thing is None:
        return
    known = bool(thing.says) and thing.says not in LOOSE
    if known and not outright.isdisjoint(word_classes()[words]):
        return  # a frame knows the thing and the word
    near = list(below(nodes, thing.i, "poss", "nmod", "amod"))
    owned = any(n.entity in ACTORS for part in (thing, *near) for n in below(nodes, part.i, "poss", "nmod", "amod"))
    if owned or thing.entity in ACTORS or thing.lemma in HAPPENED or thing.says in word_classes()["pleasing"]:
        verb.says = judged


def swap_parties(nodes: list[Node], verb: Node) -> None:
    """ "ОПЕК покинул Катар": a name without case forms in front is what was left, the state behind leaves it."""
    left, leaver = next(below(nodes, verb.i, "nsubj"), None), next(below(nodes, verb.i, "obj"), None)
    if (
        left is None
        or leaver is None
        or not left.i < verb.i < leaver.i
        or (left.entity, leaver.entity) != ("ORG", "GPE")
    ):
        return
    if left.text.isupper() and leaver.feats.get("Gender") == verb.feats.get("Gender"):
        left.dep, leaver.dep = "obj", "nsubj"


def _preposition(nodes: list[Node], node: Node) -> str:
    return next((first_spelling(n) for n in below(nodes, node.i, "case")), "")
