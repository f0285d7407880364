"""Russian words -> the codebook's words: lemmas, labels of their own, tags, function words."""

from collections.abc import Mapping, Sequence

from multivector.codebook.agents import agent_nouns
from multivector.codebook.cues import cues
from multivector.codebook.lexicon import STAYS, Lexicon, Wording, labels, lexicon
from multivector.text.russian_clauses import RELATIVE, VERBAL, settle_clause
from multivector.text.russian_phrases import settle_decree, settle_judgement, swap_parties
from multivector.text.russian_tree_nodes import Node, below, is_named
from multivector.text.russian_verdicts import settle_option

__all__ = ["reword"]

LANGUAGE = "ru"
FUTURE = ("буду", "будешь", "будет", "будем", "будете", "будут")
PREDICATES = ("root", "ccomp", "conj", "parataxis", "relcl", "advcl")
PARTING = ("leave", "quit", "join")
KEPT = ("case", "punct", "neg", "nsubj", "nsubjpass", "mwe", "conj")  # relations that no label changes
MOVED = {"nmod": "obl", "poss": "obl", "conj": "conj"}
PARTIES = ("nsubj", "nsubjpass", "obj", "iobj", "agent")
FORMER = ("экс", "вице")  # "экс-премьер"
WHEN = ("в+", "на+", "к+", "с+")  # prepositions of a time


def reword(nodes: list[Node]) -> None:
    """Give the words of a sentence the codebook's lemmas, labels and tags, in place."""
    known = lexicon(LANGUAGE)
    for node in nodes:
        if node.text.lower() in ("нет", "да") and [n.text for n in nodes[node.i + 1 : node.i + 2]] == [","]:
            node.dep, node.norm = "advmod", node.lemma  # an answer of its own, which negates nothing: "Нет, мы друзья"
        else:
            _function_word(node, known)
    for node in nodes:
        if node.pos in VERBAL and node.lemma in labels(LANGUAGE).naming:
            _settle_names(nodes, node, list(below(nodes, node.i, "obj", "nsubjpass")))
    for node in sorted(nodes, key=lambda n: n.pos not in VERBAL):  # a verb takes its nouns before they count
        if node.dep != "mwe":
            _content_word(nodes, node, known)
    for node in nodes:
        settle_decree(nodes, node)
        settle_option(nodes, node)
        _settle_arguments(nodes, node)
        settle_judgement(nodes, node)
    for node in nodes:
        node.tag = _tag(nodes, node)
    for node in nodes:
        settle_clause(nodes, node)


def _function_word(node: Node, known: Lexicon) -> None:
    found = known.words.get(node.text.lower()) or known.words.get(node.lemma)
    if found and not node.norm:
        node.norm = found[0].says
    if node.text.lower() in ("не", "ни", "нет") and node.dep not in ("root", "ccomp"):
        node.dep = "neg"
    elif node.lemma == "бы":
        node.dep, node.norm = "aux", "would"
    elif node.dep == "aux" and node.text.lower() in FUTURE:
        node.norm = "will"
    elif node.lemma in RELATIVE and node.pos in ("PRON", "DET", "SCONJ"):
        node.norm, node.pos = RELATIVE[node.lemma], "PRON"


def _content_word(nodes: list[Node], node: Node, known: Lexicon) -> None:
    for kind in _kinds(node):
        table: Mapping[str, tuple[Wording, ...]] = getattr(known, kind)
        for lemma in _lemmas(node, table):
            for wording in table[lemma]:
                if _match(nodes, node, wording):
                    _become(nodes, node, wording, kind, passive=lemma != node.lemma)
                    return


def _kinds(node: Node) -> Sequence[str]:
    if node.pos in VERBAL:
        return ("verbs",)
    if node.pos == "ADJ" and node.dep in PARTIES and _is_people(node):
        node.pos = "NOUN"  # "Военные США задержали танкер"
        return ("nouns",)
    if node.pos == "ADJ":
        return ("adjectives", "verbs", "nouns") if node.feats.get("Variant") == "Short" else ("adjectives", "nouns")
    if node.pos == "NOUN" and node.dep in ("oprd", "acomp"):
        return ("nouns", "adjectives")  # "назвал договор «гнилым»", which the models may take for a noun
    return ("nouns",) if node.pos in ("NOUN", "PROPN") else ("verbs",) if node.pos == "ADV" else ()


def _is_people(node: Node) -> bool:
    return any(wording.says in agent_nouns() for wording in lexicon(LANGUAGE).nouns.get(node.lemma, ()))


def _lemmas(node: Node, table: Mapping[str, tuple[Wording, ...]]) -> list[str]:
    """The lemma, or for an imperfective verb in -ся that the table lacks the one without it.

    A perfective one is no passive: "товарооборот сократился", "Литва отключилась".
    """
    if node.lemma in table:
        return [node.lemma]
    if node.pos == "NOUN" and "-" in node.lemma:  # "страной-партнером": the first half keeps its case
        first, _, rest = node.lemma.partition("-")
        return [w for w in (rest if first in FORMER else f"страна-{rest}",) if w in table]
    reflexive = node.lemma.endswith(("ся", "сь")) and node.pos in VERBAL and node.feats.get("Aspect") != "Perf"
    plain = node.lemma[:-2] if reflexive else ""
    return [plain] if plain in table else []


def _match(nodes: list[Node], node: Node, wording: Wording) -> bool:
    others = [_beside(nodes, node, other) for other in wording.others]
    if any(other is None for other in others):
        return False
    times = labels(LANGUAGE).times
    keys = {
        key
        for part in (node, *(o for o in others if o is not None))  # "получила отказ от соседа": it hangs on "отказ"
        for child in below(nodes, part.i)
        if child.lemma not in times
        for key in (child.key, child.key.partition("+")[0])
    }
    return keys.issuperset(wording.needed)


def _beside(nodes: list[Node], node: Node, word: str) -> Node | None:
    """The word that must hang on the node; one that is asked for with a tilde stays an argument."""
    word = word.rstrip(STAYS)
    things = any(True for _ in below(nodes, node.i, "obj"))  # "власти признали фонд": who acts is no part of the deed
    near = [n for n in below(nodes, node.i) if not (things and n.dep == "nsubj")]
    deeds = labels(LANGUAGE).objective  # "объявила о снятии санкций": what the deed is done to stays with it
    near += [n for child in near if child.entity == "PERSON" for n in below(nodes, child.i, "appos")]  # "посла X"
    near += [n for child in near if child.pos == "NOUN" and child.lemma not in deeds for n in below(nodes, child.i)]
    return next((n for n in near if word in (n.lemma, n.text.lower(), n.entity) and n.dep != "punct"), None)


def _become(nodes: list[Node], node: Node, wording: Wording, kind: str, *, passive: bool) -> None:
    node.says = wording.says
    if kind == "verbs" and node.pos not in VERBAL:
        node.pos = "VERB"
    elif node.pos == "PROPN" and wording.says in agent_nouns() and not node.text.isupper() and not node.entity:
        node.pos = "NOUN"  # "подчеркнул Президент": a role in capitals is no name
    for word in wording.others:
        other = _beside(nodes, node, word)
        if other is not None and not word.endswith(STAYS):
            _take_in(nodes, node, other, whom="obj" in wording.labels.values())
    if wording.labels.get("ins") == "obj" and node.feats.get("Voice") == "Pass":
        for child in below(nodes, node.i, "nsubjpass"):  # "разочарована решением": who feels it is the subject
            child.dep = "nsubj"
    elif passive or node.feats.get("Voice") == "Pass":
        _turn_passive(nodes, node)
    if kind == "verbs":
        _lift_parties(nodes, node, wording)
    for child in below(nodes, node.i):
        if not _is_time(child):
            _place_argument(child, wording)


def _lift_parties(nodes: list[Node], verb: Node, wording: Wording) -> None:
    """A party for each bare preposition that the wording takes as its object."""
    for key, label in wording.labels.items():
        if label == "obj" and "+" not in key:
            _lift_party(nodes, verb, key)


def _lift_party(nodes: list[Node], verb: Node, key: str) -> None:
    """ "возложил вину за обстрел на Москву": a name behind the preposition that the wording asks for is the verb's."""
    near = [c for c in below(nodes, verb.i) if c.dep not in KEPT]
    if any(c.key.partition("+")[0] == key for c in near):
        return
    for child in near:
        for inner in below(nodes, child.i, "nmod", "obl"):
            if inner.key.partition("+")[0] == key and "+" in inner.key and is_named(inner) and inner.i > verb.i:
                inner.head, inner.dep = verb.i, "obl"
                return


def _turn_passive(nodes: list[Node], node: Node) -> None:
    """The subject of a passive undergoes the deed; its instrumental does it."""
    for child in below(nodes, node.i, "nsubj"):
        child.dep = "nsubjpass"
    for child in below(nodes, node.i, "obl"):
        if child.key == "ins":
            child.dep, child.case = "agent", "by"


def _is_time(child: Node) -> bool:
    """ "подала заявку в мае": when a thing happened is no argument."""
    return child.lemma in labels(LANGUAGE).times and child.key.startswith(WHEN)


def _place_argument(child: Node, wording: Wording) -> None:
    """Give the argument the label that the wording has for its preposition or case."""
    label = wording.labels.get(child.key) or wording.labels.get(child.key.partition("+")[0])
    subject = child.dep == "nsubj" and child.key in ("nom", "acc")  # things have one form for both
    label = label or (wording.labels.get("nom") if subject else None)
    if label and (subject or child.dep not in KEPT):
        _label(child, label)


def _take_in(nodes: list[Node], node: Node, other: Node, *, whom: bool) -> None:
    """Make `other` a part of `node`: what hangs on it hangs on the whole. `whom`: the object is told by a label."""
    was, other.dep = other.dep, "mwe"
    for child in list(below(nodes, other.i)):
        bare = child.feats.get("VerbForm") == "Inf" and not child.lifted
        if bare and child.dep in (*MOVED, "acl", "ccomp", "xcomp"):
            child.head, child.dep, child.case = node.i, "xcomp", ""  # "приняла решение направить"
        elif child.dep in MOVED and child.dep != "conj":
            child.head = node.i
            child.dep, child.case = MOVED[child.dep] if node.pos in VERBAL else child.dep, child.case or "of"
            if was == "nsubjpass" and is_named(child) and other.lemma in labels(LANGUAGE).barring:
                child.dep, child.case = "agent", "by"  # "введены санкции Канады"
            elif was in ("obj", "nsubjpass") and child.case == "of":  # "понизить уровень отношений"
                child.dep, child.case = was, ""
        elif child.dep in ("iobj", "obl") and other.pos in VERBAL:
            child.head = node.i
        elif child.dep == "obj" and other.pos in VERBAL:  # "перестала пропускать грузы", "предписано покинуть страну"
            child.head, (child.dep, child.case) = node.i, ("dep", "") if whom else ("obj", "")
            if whom:
                _leave_place(nodes, node, child)
        elif child.dep in ("acl", "ccomp", "xcomp"):
            child.head, child.dep = node.i, "ccomp"


def _leave_place(nodes: list[Node], verb: Node, place: Node) -> None:
    """ "предписано покинуть Россию", "территорию России": from where, if a name says it; "страну" says nothing."""
    named = place if is_named(place) else next((n for n in below(nodes, place.i, "poss", "nmod") if n.entity), None)
    if named is not None:
        named.head, named.dep, named.case = verb.i, "obl", "from"


def _settle_arguments(nodes: list[Node], verb: Node) -> None:
    """What the parser cannot know: "назвали шаг опасным" (the adjective is of the verb), "поддержала Кишинёв"."""
    if verb.pos not in VERBAL:
        return
    things = list(below(nodes, verb.i, "obj", "nsubjpass"))
    if verb.lemma in labels(LANGUAGE).naming:
        _settle_names(nodes, verb, things)
    if verb.says in PARTING:
        swap_parties(nodes, verb)
    subjects = list(below(nodes, verb.i, "nsubj"))
    if len(subjects) > 1 and not things and subjects[0].i < verb.i < subjects[-1].i:
        subjects[-1].dep = "obj"


def _settle_names(nodes: list[Node], verb: Node, things: Sequence[Node]) -> None:
    """What a verb of naming says of its things is the verb's."""
    for thing in things:
        for said in below(nodes, thing.i, "nmod", "amod", "appos"):
            if said.i > thing.i and said.key == "ins" and thing.key != "ins":
                said.dep, said.case, said.head = "oprd", "", verb.i
    for said in below(nodes, verb.i, "npadvmod"):  # "стал страной-партнером": no case is known of such words
        if said.pos == "NOUN" and said.i > verb.i and "-" in said.text:
            said.dep = "attr"


def _label(child: Node, label: str) -> None:
    if label in ("obj", "iobj", "attr", "oprd"):
        child.dep, child.case = label, ""
    elif label == "subj":
        child.dep, child.case = "nsubj", ""
    elif label == "by":
        child.dep, child.case = "agent", "by"
    elif child.dep in ("ccomp", "xcomp", "advcl"):
        return
    else:
        child.dep = "nmod" if child.dep in ("nmod", "poss") else "obl"
        child.case = label


def _tag(nodes: list[Node], node: Node) -> str:
    """The Penn tag by which the rules know the form; "INF", "FUT" and "JJP" are forms that English has no tag for."""
    if node.pos in VERBAL:
        return _verb_tag(nodes, node)
    plural = node.feats.get("Number") == "Plur"
    if node.pos == "PROPN":
        return "NNPS" if plural and not node.entity else "NNP"
    if node.pos == "NOUN":
        return "NNS" if plural else "NN"
    if node.pos == "ADJ":
        predicate = node.dep in PREDICATES and any(True for _ in below(nodes, node.i, "nsubj", "nsubjpass"))
        return "JJP" if predicate or node.feats.get("Variant") == "Short" else "JJ"
    if node.norm in RELATIVE.values():
        return "WP" if node.norm == "who" else "WDT"
    return {"PRON": "PRP", "DET": "DT", "NUM": "CD", "ADV": "RB"}.get(node.pos, node.pos)


def _verb_tag(nodes: list[Node], node: Node) -> str:
    form, tense = node.feats.get("VerbForm", ""), node.feats.get("Tense", "")
    if form == "Inf":
        return "VB" if node.lifted or any(n.norm == "will" for n in below(nodes, node.i, "aux")) else "INF"
    if form == "Conv":
        return "VBG"
    if form == "Part":
        return "VBN" if node.feats.get("Voice") == "Pass" else "VBG"
    if node.feats.get("Mood") == "Imp":
        return "VB"
    if node.says in cues().speech and node.feats.get("Person") == "1" and node.feats.get("Number") == "Plur":
        return "VBZ"  # "напомним, что": said now, not to come
    return {"Past": "VBD", "Fut": "FUT"}.get(tense, "VBZ")
