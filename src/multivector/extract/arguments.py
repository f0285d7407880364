"""Who stands where around a predicate: subject, object, prepositions; relative clauses undone."""

from multivector.codebook.grammar import words
from multivector.extract.subjects import is_infinitive, is_passive, subject
from multivector.text.base import TIMES, Parse, Token

__all__ = ["Arguments", "arguments", "core"]

Arguments = dict[str, list[int]]  # label -> head tokens: subj, obj, iobj, attr, comp, and prepositions by their word

VERB_LABELS = {
    "agent": "subj", "nsubjpass": "obj", "obj": "obj", "attr": "attr", "acomp": "attr", "oprd": "attr", "iobj": "iobj",
}  # fmt: skip
LENT = ("to", "with", "on", "against", "over", "about", "at")  # of a noun inside, these count as its verb's
TOPICS = ("on", "over", "about")  # "spoke to reporters about the treaty with Azerbaijan": with them nobody spoke
SPARED = (
    "except",
    "excluding",
    "barring",
)  # "except for deliveries to Chad": no party
WHEN = ("on", "in", "at")  # before these a time is no argument: who fires on Thursday does not fire on somebody
NOUN_LABELS = {"poss": "subj", "agent": "subj", "amod": "nation", "compound": "compound"}
GIVING = ("give", "grant", "allow")
DECLARING = ("declare", "name", "proclaim")
UNWANTED = ("persona", "personae", "personas")  # the first is the label of who is declared one
UNWANTED_WITHIN = 15  # tokens behind the verb
# Verbs between a maker and the made: "a ban implemented by X", "sanctions imposed by Y".
MAKERS = words("arguments", "makers")
# "a series of sanctions", "some of the troops": the noun behind "of" is what is meant.
PARTITIVE = words("arguments", "partitive")


def arguments(parse: Parse, i: int) -> Arguments:
    """The labelled arguments of the verb, noun or adjective at `i`."""
    token = parse.tokens[i]
    found: Arguments = {}
    if token.pos in ("VERB", "AUX") or token.dep in ("relcl", "acl", "advcl", "pcl", "xcomp", "ccomp"):
        _verbal(parse, token, found)
    elif token.pos == "ADJ":
        _adjectival(parse, token, found)
    else:
        _nominal(parse, token, found)
    return found


def _put(found: Arguments, label: str, i: int) -> None:
    if i not in found.setdefault(label, []):
        found[label].append(i)


def _verbal(parse: Parse, token: Token, found: Arguments) -> None:
    passive = is_passive(parse, token)
    for child in parse.children(token.i):
        for label in _verb_labels(parse, child):
            _put(found, label, child.i)
    _raised_object(parse, token, found)
    _broken_object(parse, token, found)
    for condition in parse.children(token.i, "advcl"):
        if any(t.word in ("if", "unless", "until") for t in parse.children(condition.i, "mark")):
            _put(found, "if", condition.i)
    if passive:
        _passive_object(parse, token, found)
    else:
        doer = subject(parse, token.i)
        if doer is not None:
            _put(found, "subj", doer)
        _relative_object(parse, token, found)
    _shared_object(parse, token, found)
    _lent_low(parse, found)
    where = parse.child(token.i, "advmod")
    if token.dep == "relcl" and where is not None and where.word == "where":
        _put(found, "where", _occasion(parse, token.head))


def _raised_object(parse: Parse, token: Token, found: Arguments) -> None:
    """ "allowed the party to march", "let them leave": the infinitive's subject is the verb's object too."""
    for clause in parse.children(token.i, "ccomp") if "obj" not in found else ():
        inner = parse.child(clause.i, "nsubj", "nsubjpass")
        if clause.tag == "VB" and inner is not None and not parse.child(clause.i, "mark") and _is_bare(parse, clause):
            _put(found, "obj", inner.i)
            _put(found, "inf", clause.i)


def _broken_object(parse: Parse, token: Token, found: Arguments) -> None:
    """ "gave X's envoy two days", "declared X's envoy persona non grata", which the parser reads as other phrases."""
    if token.lemma in GIVING and {"iobj", "obj"} & found.keys():
        holders = [*found.get("obj", (token.i,)), *found.get("iobj", ())]
        for child in (t for j in holders for t in parse.children(j, "appos", "npadvmod") if t.entity in TIMES):
            _put(found, "obj", child.i)
    if token.lemma in DECLARING:
        behind = parse.tokens[token.i + 2 : min(token.i + UNWANTED_WITHIN, parse.bounds[token.sentence][1])]
        unwanted = next((t for t in behind if t.word in UNWANTED), None)
        if unwanted is not None:
            _put(found, UNWANTED[0], unwanted.i - 1)


def _is_bare(parse: Parse, clause: Token) -> bool:
    """True where nothing but "to" goes with the verb: no "must", "should", "would"."""
    return all(t.tag == "TO" for t in parse.children(clause.i, "aux"))


def _verb_labels(parse: Parse, child: Token) -> tuple[str, ...]:
    """Under which labels a verb's child stands, its subject apart."""
    if child.dep in VERB_LABELS:
        return (VERB_LABELS[child.dep],)
    if child.case.startswith(SPARED):
        return ()
    if child.dep in ("obl", "nmod", "pcl") and child.case:
        return () if child.entity in TIMES and child.case in WHEN else (child.case.split()[-1],)
    if child.dep in ("xcomp", "ccomp"):
        return ("comp", "inf" if is_infinitive(parse, child) else "that")
    if child.dep == "advcl" and child.tag == "VBG" and parse.tokens[child.i - 1].dep == "prt":
        return ("comp",)  # "ruled out applying": the parser takes the object for a clause beside
    return ()


def _occasion(parse: Parse, i: int) -> int:
    """What "where" stands for: the summit rather than the city in which it is held."""
    place = parse.tokens[i]
    head = parse.tokens[place.head]
    return head.i if place.case in ("in", "at") and place.dep == "nmod" and head.pos == "NOUN" else i


def _passive_object(parse: Parse, token: Token, found: Arguments) -> None:
    if "obj" in found and parse.child(token.i, "nsubjpass"):
        return
    inherited = subject(parse, token.i)
    if token.dep in ("acl", "relcl", "amod"):
        inherited = token.head
    if inherited is not None:
        _put(found, "obj", inherited)


def _relative_object(parse: Parse, token: Token, found: Arguments) -> None:
    """ "the ban (that) Russia imposed": the noun is the object of its relative clause."""
    inner = parse.child(token.i, "nsubj")
    if token.dep != "relcl" or inner is None or inner.tag in ("WP", "WDT"):
        return
    if all(parse.tokens[j].tag in ("WP", "WDT") for j in found.get("obj", ())):
        found["obj"] = [token.head]


def _shared_object(parse: Parse, token: Token, found: Arguments) -> None:
    """ "condemned and sanctioned Iran": the first of coordinated verbs may have its object behind the second."""
    if "obj" in found or token.pos != "VERB":
        return
    second = next((t for t in parse.children(token.i, "conj") if t.pos == "VERB" and t.i - token.i <= 3), None)
    shared = parse.child(second.i, "obj") if second else None
    if shared is not None:
        _put(found, "obj", shared.i)


def _lent_low(parse: Parse, found: Arguments) -> None:
    """ "a visit by the delegation to Serbia", "shared data with X": what hangs on the noun inside counts too."""
    for label in ("of", "by", "obj", "on", "over", "about"):
        for j in list(found.get(label, ())):
            for child in parse.children(j, "nmod"):
                last = child.case.split()[-1] if child.case else ""
                told = last == "with" and label in TOPICS and "to" in found
                if last in LENT and last not in found and not told:
                    _put(found, last, child.i)


def core(parse: Parse, i: int) -> int:
    """The token that is meant: "sanctions" for "a new package of sanctions"."""
    token = parse.tokens[i]
    if token.lemma.lower() in PARTITIVE or token.word in PARTITIVE:  # "most" may be the lemma "much"
        inner = next((t for t in parse.children(i, "nmod", "obl") if t.case == "of"), None)
        if inner is not None:
            return core(parse, inner.i)
    return i


def _adjectival(parse: Parse, token: Token, found: Arguments) -> None:
    holder = parse.tokens[token.head]
    own = parse.child(token.i, "nsubj")
    if own is not None:
        _put(found, "subj", own.i)
    elif token.dep in ("acomp", "attr", "oprd", "xcomp"):
        doer = subject(parse, holder.i)
        if doer is not None:
            _put(found, "subj", doer)
    for child in parse.children(token.i):
        if child.case and child.dep in ("obl", "nmod", "pcl"):
            _put(found, child.case.split()[-1], child.i)
        elif child.dep in ("xcomp", "ccomp"):
            _put(found, "comp", child.i)


def _nominal(parse: Parse, token: Token, found: Arguments) -> None:
    for child in parse.children(token.i):
        label = _noun_label(parse, child)
        if label:
            _put(found, label, child.i)
    _lent_low(parse, found)
    head = parse.tokens[token.head]
    if token.case == "of" and head.lemma.lower() in PARTITIVE:
        for child in parse.children(head.i, "nmod"):
            if child.i != token.i:
                _put(found, child.case.split()[-1], child.i)
    for maker in _makers(parse, token):
        for child in parse.children(maker.i):
            if child.dep == "agent":
                _put(found, "subj", child.i)
            elif child.case and child.dep == "obl":
                _put(found, child.case.split()[-1], child.i)


def _noun_label(parse: Parse, child: Token) -> str | None:
    """Under which label a noun's child stands."""
    if child.case == "by":
        return "subj"
    if child.case.startswith(SPARED):
        return None
    if child.dep in NOUN_LABELS:
        return NOUN_LABELS[child.dep]
    if child.case and child.dep in ("nmod", "obl", "pcl"):
        return child.case.split()[-1]
    is_clause = child.tag != "VBN" or parse.child(child.i, "mark", "aux") is not None  # "claims that X had bombed"
    return "comp" if child.dep == "acl" and is_clause else None


def _makers(parse: Parse, token: Token) -> list[Token]:
    """Participles of making in the noun's phrase, also where the parser hung them on a noun further in."""
    inside = parse.subtree(token.i, without=("relcl", "appos", "conj", "ccomp"))
    return [t for j in inside for t in [parse.tokens[j]] if t.dep == "acl" and t.tag == "VBN" and t.lemma in MAKERS]
