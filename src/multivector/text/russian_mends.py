"""What the Russian parser hangs on the wrong word, put right before relations are named."""

from multivector.codebook.lexicon import lexicon
from multivector.text.russian_tree_nodes import NOMINAL, Node, below, is_named

__all__ = [
    "mend_adjective",
    "mend_amount",
    "mend_ban",
    "mend_before",
    "mend_certain",
    "mend_comparison",
    "mend_counted",
    "mend_far",
    "mend_fronted",
    "mend_gap",
    "mend_object",
    "mend_participle",
    "mend_tense",
]

LANGUAGE = "ru"
DASHES = ("—", "–", "-")
AMOUNTS = ("свыше", "около", "более", "менее", "порядка", "больше", "меньше")
THINGS = ("obj", "iobj", "obl", "nsubj", "nsubj:pass", "nmod", "conj")
WHO = ("nsubj", "obj", "iobj", "nsubj:pass")
ENDINGS = (
    "ими",
    "ыми",
    "ого",
    "его",
    "ому",
    "ему",
    "их",
    "ых",
    "им",
    "ым",
    "ие",
    "ые",
    "ий",
    "ый",
    "ая",
    "ей",
    "ой",
    "ую",
)
BANS = ("запрет", "эмбарго", "мораторий", "ограничение", "пошлина", "квота", "тариф", "налог", "сбор", "акциз")
SURE = {"уверить": "уверенный", "намерить": "намеренный", "убедить": "убежденный"}
SPOKEN_OF = ("obj", "nsubj:pass", "obl", "nsubj")


def mend_object(nodes: list[Node], node: Node) -> None:
    """ "поставляют Тайваню вооружения": the thing that the parser hung on the receiver is the verb's object."""
    holder = nodes[node.head]
    if node.dep != "nmod" or node.i < holder.i or node.feats.get("Case") not in ("Acc", "Gen", "Nom"):
        return
    if holder.feats.get("Case") != "Dat" or not is_named(holder) or is_named(node) or _has_preposition(nodes, node):
        return
    verb = nodes[holder.head]
    if _has_preposition(nodes, holder) or verb.pos != "VERB" or any(True for _ in below(nodes, verb.i, "obj")):
        return
    node.dep, node.head = "obj", verb.i


def mend_counted(nodes: list[Node], node: Node) -> None:
    """ "дал дипломатам страны 48 часов": a number of things that the parser hung low on the receiver is the verb's."""
    if node.dep != "nmod" or _has_preposition(nodes, node) or not any(below(nodes, node.i, "nummod", "nummod:gov")):
        return
    holder = nodes[node.head]
    while holder.dep == "nmod" and holder.i < node.i and holder.feats.get("Case") == "Gen":
        holder = nodes[holder.head]
    verb = nodes[holder.head]
    received = holder.feats.get("Case") == "Dat" and holder.i < node.i and not _has_preposition(nodes, holder)
    if received and verb.pos == "VERB" and verb.i < holder.i and not any(below(nodes, verb.i, "obj")):
        node.dep, node.head = "obj", verb.i


def mend_before(nodes: list[Node], node: Node) -> None:
    """ "Из Варшавы министерство отозвало посла": what stands with its preposition before a noun is the verb's."""
    holder = nodes[node.head]
    verb = nodes[holder.head]
    if node.dep != "nmod" or node.i > holder.i or holder.dep not in ("nsubj", "obj", "nsubj:pass"):
        return
    if verb.pos == "VERB" and holder.pos in NOMINAL and _has_preposition(nodes, node):
        node.dep, node.head = "obl", verb.i


def mend_ban(nodes: list[Node], node: Node) -> None:
    """ "запретила ввоз дынь в ответ на запрет Казахстана на ввоз зерна": what is banned hangs on its own ban."""
    if node.dep not in ("nmod", "obl") or not any(n.text.lower() == "на" for n in below(nodes, node.i, "case")):
        return
    near = [n for n in nodes[node.head + 1 : node.i] if n.lemma in BANS and n.i != node.i]
    parted = any(n.pos in ("VERB", "PUNCT", "CCONJ") for n in nodes[near[-1].i : node.i]) if near else True
    if not parted and not any(n.i > near[-1].i for n in _with_na(nodes, near[-1])):
        node.head, node.dep = near[-1].i, "nmod"


def _with_na(nodes: list[Node], noun: Node) -> list[Node]:
    return [
        n for n in below(nodes, noun.i, "nmod", "obl") if any(c.text.lower() == "на" for c in below(nodes, n.i, "case"))
    ]


def mend_fronted(nodes: list[Node], node: Node) -> None:
    """ "Берлин поставки ракет исключил": what stands between a name and its verb is the verb's, not the name's."""
    holder = nodes[node.head]
    verb = nodes[holder.head]
    if node.dep != "nmod" or node.i < holder.i or node.pos != "NOUN" or not (holder.entity and is_named(holder)):
        return
    if holder.dep != "nsubj" or not holder.i < node.i < verb.i or verb.feats.get("VerbForm") != "Fin":
        return
    said = any(True for _ in below(nodes, verb.i, "obj", "ccomp", "xcomp", "aux", "cop"))
    thing = node.feats.get("Case") in ("Acc", "Gen") and node.feats.get("Animacy") == "Inan"
    if thing and not said and not _has_preposition(nodes, node):
        node.dep, node.head = "obj", verb.i


def mend_certain(_: list[Node], node: Node) -> None:
    """ "она уверена, что": no form of "уверить"."""
    if node.lemma in SURE and node.feats.get("Variant") == "Short":
        node.lemma = SURE[node.lemma]


def mend_adjective(nodes: list[Node], node: Node) -> None:
    """ "македонский коллега заявил", of which the parser made two subjects: the adjective is the noun's."""
    if node.pos != "ADJ" or node.dep not in ("nsubj", "nsubj:pass", "obj", "obl", "iobj") or node.i + 1 >= len(nodes):
        return
    noun = nodes[node.i + 1]
    alike = all(noun.feats.get(f) == node.feats.get(f) for f in ("Case", "Number"))
    if noun.pos == "NOUN" and noun.dep == node.dep and noun.head == node.head and alike:
        for child in list(below(nodes, node.i)):
            child.head = noun.i
        node.dep, node.head = "amod", noun.i


def mend_gap(nodes: list[Node], node: Node) -> None:
    """ "Дания передаст Киеву танки, Норвегия — гаубицы": who does the same is told beside the doer.

    Not where the second has a party of its own behind the dash ("Киев — Москву") or does not do it ("Латвия — нет").
    """
    doer = _doer_before(nodes, node.i) if _is_before_dash(nodes, node) else None
    end = next((n.i for n in nodes[node.i + 2 :] if n.text in (",", ";", ".")), len(nodes))
    rest = nodes[node.i + 2 : end]
    if doer is None or not rest:
        return
    apart = any(n.entity or _is_finite(n) or n.text.lower() in ("нет", "не", "да") for n in rest)
    node.dep, node.head = ("dep", doer.head) if apart else ("conj", doer.i)
    for other in (n for n in rest if n.text.lower() == "нет"):
        other.dep, other.head = "dep", node.i


def _is_before_dash(nodes: list[Node], node: Node) -> bool:
    """A name in the nominative that opens its clause, with a dash in its verb's place."""
    if not (node.entity and is_named(node)) or not 0 < node.i < len(nodes) - 2:
        return False
    parted = nodes[node.i + 1].text in DASHES and nodes[node.i - 1].text in (",", ";", "а", "и")
    return parted and node.feats.get("Case", "Nom") == "Nom"


def _doer_before(nodes: list[Node], i: int) -> Node | None:
    """The named doer of the last verb before a word, where that doer stands before the word too."""
    verb = next((n for n in reversed(nodes[:i]) if _is_finite(n)), None)
    doer = next((n for n in below(nodes, verb.i, "nsubj") if n.entity), None) if verb is not None else None
    return doer if doer is not None and doer.i < i else None


def mend_far(nodes: list[Node], node: Node) -> None:
    """ "X считает шаг ошибкой, Y призвал Z ждать": each verb with its own doer and its own object."""
    verb = nodes[node.head]
    if verb.pos != "VERB":
        return
    if node.dep == "nsubj":
        _give_doer(nodes, node, verb)
    elif node.dep == "obj":
        _give_object(nodes, node, verb)


def _give_doer(nodes: list[Node], node: Node, far: Node) -> None:
    """The first verb without a doer behind a doer has that one, where the far verb has another behind it."""
    near = [n for n in nodes[node.i + 1 : far.i] if _is_finite(n) and not any(below(nodes, n.i, "nsubj"))]
    if near and any(near[0].i < n.i < far.i for n in below(nodes, far.i, "nsubj")):
        node.head = near[0].i


def _give_object(nodes: list[Node], node: Node, far: Node) -> None:
    """The last verb with a doer before an object has that one, where the far verb has another before it."""
    if not any(n.i < node.i for n in below(nodes, far.i, "obj")):
        return
    near = [n for n in nodes[far.i + 1 : node.i] if _is_finite(n) and any(below(nodes, n.i, "nsubj"))]
    if near and not any(below(nodes, near[-1].i, "obj")):
        node.head = near[-1].i


def _is_finite(node: Node) -> bool:
    return node.pos == "VERB" and node.feats.get("VerbForm") == "Fin"


def mend_amount(nodes: list[Node], node: Node) -> None:
    """ "задержали свыше ста человек": a number with "свыше" or "около" is what the verb is about, not a place."""
    if node.dep not in ("obl", "nmod", "obj", "nsubj", "nsubj:pass") or not any(
        True for _ in below(nodes, node.i, "nummod", "nummod:gov")
    ):
        return
    before = next(below(nodes, node.i, "case"), None)
    verb = nodes[node.head]
    if before is None or before.text.lower() not in AMOUNTS or verb.pos != "VERB":
        return
    before.dep = "advmod"
    passive = verb.feats.get("Voice") == "Pass"
    if node.dep in ("obl", "nmod"):
        node.dep = "nsubj:pass" if passive else "obj"


def mend_participle(nodes: list[Node], node: Node) -> None:
    """ "разогнал митингующих", "военные Китая провели учения": what stands for people without a noun is one."""
    if node.pos == "ADJ" and node.dep in WHO and node.lemma in lexicon(LANGUAGE).nouns and not _has_noun(nodes, node):
        node.pos = "NOUN"
    verbal = node.pos == "VERB" and node.feats.get("VerbForm") == "Part"
    if not (verbal or (node.pos == "NOUN" and node.lemma.endswith("ть"))) or node.dep not in THINGS:
        return
    word = node.text.lower().replace("ё", "е")
    stem = next((word[: -len(e)] for e in ENDINGS if word.endswith(e)), "")
    person = next((p for p in (f"{stem}ий", f"{stem}ый") if p in lexicon(LANGUAGE).nouns), None) if stem else None
    if person is not None:
        node.pos, node.lemma = "NOUN", person


def _has_noun(nodes: list[Node], node: Node) -> bool:
    """Whether the word behind an adjective is a noun of its number and case."""
    behind = nodes[node.i + 1] if node.i + 1 < len(nodes) else node
    alike = all(behind.feats.get(f) == node.feats.get(f) for f in ("Case", "Number"))
    return behind.pos in NOMINAL and behind.i > node.i and alike


def mend_tense(nodes: list[Node], node: Node) -> None:
    """ "заверил, что поможет, и подтвердил": a past verb goes on from the past verb above, not from the future one."""
    holder = nodes[node.head]
    outer = nodes[holder.head]
    if node.dep != "conj" or not _is_past(node) or holder.pos != "VERB" or holder.dep not in ("ccomp", "parataxis"):
        return
    if _is_past(holder) or not _is_past(outer) or outer.i > node.i:
        return
    alike = all(node.feats.get(f) == outer.feats.get(f) for f in ("Gender", "Number"))
    if alike and not any(True for _ in below(nodes, node.i, "nsubj", "nsubj:pass")):
        node.head = outer.i


def _is_past(node: Node) -> bool:
    return _is_finite(node) and node.feats.get("Tense") == "Past"


def mend_comparison(nodes: list[Node], node: Node) -> None:
    """ "расценил решение как враждебный шаг": what a thing is taken for goes with the verb, not with the thing."""
    if node.pos not in (*NOMINAL, "ADJ") or not any(n.lemma == "как" for n in below(nodes, node.i, "case", "mark")):
        return
    holder = nodes[node.head]
    if holder.dep in SPOKEN_OF and holder.i < node.i and nodes[holder.head].pos == "VERB" and holder.head != holder.i:
        node.head = holder.head
    if nodes[node.head].pos == "VERB" and node.dep in ("nmod", "advcl", "obl", "appos"):
        node.dep, node.given = "obl", "as"


def _has_preposition(nodes: list[Node], node: Node) -> bool:
    return any(True for _ in below(nodes, node.i, "case"))
