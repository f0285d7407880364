"""Clauses that the small English parser hangs on the wrong verb, mended in place (`mends` calls each)."""

from dataclasses import replace

from multivector.text.base import TIMES, Token
from multivector.text.mends_tree import Below

__all__ = [
    "SUBJECTS",
    "free_progressive",
    "go_on",
    "join_demand",
    "lead_quotation",
    "lower_participle",
    "pair_names",
    "part_claim",
    "raise_clause",
    "raise_deed",
    "raise_past_comma",
    "raise_word",
    "set_beside",
    "set_verb_apart",
    "tell_content",
]

OPENING, CLOSING = ('"', "“", "«"), ('"', "”", "»")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLAIMS = ("allegation", "charge", "claim", "accusation", "assertion", "move", "step", "suggestion", "report", "view")
ORDERS = ("order", "want", "have", "see")  # "ordered the consulate closed and recalled its envoy"
SAYINGS = (
    "say",
    "state",
    "declare",
    "announce",
    "insist",
    "maintain",
    "tell",
    "claim",
    "argue",
    "add",
    "confirm",
    "reiterate",
)
# What a speaker does with the words told before: ", rebuffing Washington"
WORDS = (
    "rebuff", "reject", "accuse", "urge", "warn", "criticise", "criticize", "call", "dismiss", "describe", "blame",
    "brand", "denounce", "condemn", "praise", "threaten", "vow", "demand", "deny", "defy", "echo", "slam", "thank",
    "hail", "cite", "add", "brush", "rule", "contradict", "insist", "promise", "pledge", "appeal", "ask", "welcome",
)  # fmt: skip
TURNING = (*WORDS, "tell", "order")
OTHERS = ("it", "them", "him", "her")
FAR = 60  # tokens of a quotation at most behind which a verb goes back to the one before it


def raise_clause(found: list[Token], below: Below, clause: Token) -> None:
    """ "said X had offered aid and that Y had refused": the second said clause stands beside the first."""
    if not any(found[j].word == "that" and found[j].dep == "mark" for j in below[clause.i]):
        return
    head = found[clause.head]
    while head.dep in ("xcomp", "advcl", "acl", "pcl", "obl") and head.head != head.i:
        head = found[head.head]
    if head.dep == "ccomp" and head.i != clause.head:
        found[clause.i] = replace(clause, head=head.i)


def lead_quotation(found: list[Token], below: Below, verb: Token) -> None:
    """What stands before a colon and a quotation leads it in, and is no part of what its first verb says."""
    quoted = found[verb.head]
    opening = next(
        (j for j in range(verb.i + 1, quoted.i) if found[j].text in OPENING and found[j - 1].text == ":"), None
    )
    if opening is None:
        return
    root = quoted.head == quoted.i
    found[verb.i] = replace(verb, dep=quoted.dep, head=verb.i if root else quoted.head)
    found[quoted.i] = replace(quoted, dep="ccomp", head=verb.i)


def set_beside(found: list[Token], below: Below, participle: Token) -> None:
    """ "agreed to talk, with Ankara hailing it": beside the whole sentence, and not with whom they agreed."""
    verb = found[participle.head]
    if participle.case != "with" or not any(found[j].dep == "nsubj" for j in below[participle.i]):
        return
    while verb.dep in ("xcomp", "ccomp", "conj") and found[verb.head].i < verb.i:
        verb = found[verb.head]
    found[participle.i] = replace(participle, dep="advcl", case="", head=verb.i)


def raise_deed(found: list[Token], below: Below, verb: Token) -> None:
    """A past verb beside a bare infinitive ("would join and accused") goes with the verb of saying."""
    beside = found[verb.head]
    if any(found[j].dep in SUBJECTS for j in below[verb.i]):
        return
    modal = beside.tag == "VB" and any(found[j].dep == "aux" and found[j].tag == "MD" for j in below[beside.i])
    saying = found[beside.head]
    # "said Rome had lied and accused it": who is accused does not accuse
    turned = verb.lemma in TURNING and any(found[j].dep == "obj" and found[j].word in OTHERS for j in below[verb.i])
    if beside.dep != "ccomp" or saying.tag != "VBD" or not (modal or turned or saying.lemma in ORDERS):
        return
    found[verb.i] = replace(verb, head=saying.i)
    for j in below[beside.i]:
        if found[j].dep == "cc" and beside.i < j < verb.i:
            found[j] = replace(found[j], head=saying.i)
        elif found[j].dep == "obj" and j > verb.i:  # a second object, "accused X of theft, a charge that ..."
            found[j] = replace(found[j], dep="appos", head=verb.i)


def set_verb_apart(found: list[Token], below: Below, verb: Token) -> None:
    """ "Lavrov, asked about it, would say ..." and verbs behind a quotation: which verb is the main one."""
    before = found[verb.i - 1]
    if before.text == "," and verb.lemma == "ask":
        _lower_asked(found, below, verb)
    elif before.dep == "cc" and verb.dep == "conj" and found[verb.i - 2].text in CLOSING:
        _raise_behind_quotation(found, below, verb)


def _lower_asked(found: list[Token], below: Below, asked: Token) -> None:
    subject = next((found[j] for j in below[asked.i] if found[j].dep == "nsubj" and j < asked.i), None)
    main = next((found[j] for j in below[asked.i] if found[j].dep == "ccomp" and j > asked.i), None)
    if subject is None or main is None or any(found[j].dep in ("nsubj", "mark") for j in below[main.i]):
        return
    root = asked.head == asked.i
    found[main.i] = replace(main, dep=asked.dep, head=main.i if root else asked.head)
    found[subject.i] = replace(subject, head=main.i)
    found[asked.i] = replace(asked, dep="acl", tag="VBN", head=subject.i)


def _raise_behind_quotation(found: list[Token], below: Below, verb: Token) -> None:
    opening = next((j for j in range(verb.i - 3, max(-1, verb.i - FAR), -1) if found[j].text in OPENING), None)
    if opening is None or any(found[j].dep == "nsubj" for j in below[verb.i]):
        return
    head = found[verb.head]
    while (head.i > opening or head.dep == "ccomp") and head.head != head.i:
        head = found[head.head]
    if head.tag == "VBD" and head.i < opening:
        found[verb.i] = replace(verb, head=head.i)


def part_claim(found: list[Token], below: Below, verb: Token) -> None:
    """ "accused X of Y, an allegation Kyiv has denied": two clauses of which the second is about the first."""
    denial = found[verb.head]
    spots = range(verb.i + 1, denial.i)
    leading = (t for t in (found[j] for j in spots) if t.dep in ("compound", "nsubj") and found[t.i - 2].text == ",")
    claim = next(leading, None)
    if claim is None or claim.lemma not in CLAIMS or found[claim.i - 1].word not in ("a", "an"):
        return
    apposed = (found[j] for j in below[claim.i] if found[j].dep == "appos" and found[j].pos == "PROPN")
    name = found[claim.head] if claim.dep == "compound" else next(apposed, claim)
    if name.i in (claim.i, denial.i):
        return
    root = denial.head == denial.i
    found[verb.i] = replace(verb, dep=denial.dep, head=verb.i if root else denial.head)
    found[denial.i] = replace(denial, dep="relcl", head=claim.i)
    found[claim.i - 1] = replace(found[claim.i - 1], head=claim.i)
    found[name.i] = replace(name, dep="nsubj", head=denial.i)
    found[claim.i] = replace(claim, dep="appos", head=verb.i)


def raise_past_comma(found: list[Token], below: Below, verb: Token) -> None:
    """ "lodged a protest after a plane crossed, and called it ...": behind a comma the main verb goes on."""
    aside = found[verb.head]
    first = found[aside.head]
    joined = verb.i > 1 and found[verb.i - 1].dep == "cc" and found[verb.i - 2].text == ","
    own = any(found[j].dep in SUBJECTS for j in below[verb.i])
    if joined and not own and aside.dep == "advcl" and first.tag == "VBD" and first.i < aside.i and aside.tag == "VBD":
        found[verb.i] = replace(verb, head=first.i)


def join_demand(found: list[Token], below: Below, verb: Token) -> None:
    """ "demanded that X admit guilt, punish those responsible and pay": bare verbs in a row are asked together."""
    first = next(
        (found[j] for j in below[verb.head] if found[j].dep == "ccomp" and found[j].tag == "VB" and j < verb.i), None
    )
    if first is None or found[verb.i - 1].text != "," or any(found[j].dep in ("aux", "mark") for j in below[verb.i]):
        return
    found[verb.i] = replace(verb, dep="conj", head=first.i)
    for j in range(verb.i + 1, len(found)):
        other = found[j]
        if other.tag == "VB" and other.dep == "conj" and found[other.head].pos == "ADJ" and found[j - 1].dep == "cc":
            found[j] = replace(other, head=first.i)


def lower_participle(found: list[Token], below: Below, verb: Token) -> None:
    """ "Rebels backed by Chad captured ...": the participle with its doer is not the verb of the clause."""
    first = found[verb.head]
    held = [found[j] for j in below[first.i]]
    doer = next((t for t in held if t.dep == "agent" and first.i < t.i < verb.i), None)
    subject = next((t for t in held if t.dep == "nsubj" and t.i < first.i), None)
    joined = any(t.dep in ("cc", "aux", "auxpass", "punct") and t.i < verb.i for t in held)
    if doer is None or subject is None or joined or first.tag not in ("VBD", "VBN"):
        return
    head = verb.i if first.head == first.i else first.head
    found[verb.i] = replace(verb, dep=first.dep, head=head)
    found[subject.i] = replace(subject, head=verb.i)
    found[first.i] = replace(first, dep="acl", tag="VBN", head=subject.i)
    for other in held:
        if other.i > verb.i:
            found[other.i] = replace(found[other.i], head=verb.i)


def tell_content(found: list[Token], below: Below, verb: Token) -> None:
    """ "its insistence that Sweden hand over two men": what is insisted on taken for a relative clause, though the verb
    has its own subject and object."""
    held = [found[j] for j in below[verb.i]]
    that = next((t for t in held if t.word == "that" and t.dep == "obj"), None)
    whole = any(t.dep in SUBJECTS for t in held) and any(t.dep == "obj" and t.word != "that" for t in held)
    if that is not None and whole:
        found[that.i] = replace(that, dep="mark", pos="SCONJ", tag="IN")
        found[verb.i] = replace(verb, dep="acl")


def raise_word(found: list[Token], below: Below, verb: Token) -> None:
    """ "said the island was not for sale, rebuffing Washington": what the speaker does, not the island."""
    told = found[verb.head]
    saying = found[told.head]
    while told.dep in ("xcomp", "obj", "conj") and saying.lemma not in SAYINGS and saying.head != saying.i:
        told, saying = saying, found[saying.head]
    after = verb.i > told.i > saying.i and found[verb.i - 1].text == ","
    if verb.lemma in WORDS and after and told.dep == "ccomp" and saying.lemma in SAYINGS:
        found[verb.i] = replace(verb, head=saying.i)


def free_progressive(found: list[Token], below: Below, verb: Token) -> None:
    """ "said Russia was jamming signals": the verb taken for a part of its object's name."""
    noun = found[verb.head]
    held = [found[j] for j in below[verb.i]]
    whole = any(t.dep == "nsubj" for t in held) and any(t.lemma == "be" for t in held)
    if not whole or noun.i < verb.i or noun.pos not in ("NOUN", "PROPN"):
        return
    dep = "ccomp" if noun.dep == "obj" else noun.dep
    found[verb.i] = replace(verb, pos="VERB", dep=dep, head=verb.i if noun.head == noun.i else noun.head)
    found[noun.i] = replace(noun, dep="obj", head=verb.i)


def go_on(found: list[Token], below: Below, clause: Token) -> None:
    """ "will go on paying": what goes on, taken for a part of the particle."""
    particle = found[clause.head]
    if particle.dep == "prt" and clause.tag == "VBG" and found[particle.head].pos == "VERB":
        found[clause.i] = replace(clause, dep="xcomp", case="", head=particle.head)


def pair_names(found: list[Token], below: Below, name: Token) -> None:
    """ "Japan, Philippines sign a pact": two names at the head of a headline taken for a time and a subject."""
    if name.i + 2 >= len(found) or found[name.i + 1].text != ",":
        return
    other, verb = found[name.i + 2], found[name.head]
    beside = other.pos == "PROPN" and other.dep == "nsubj" and other.head == verb.i and verb.tag in ("VBP", "VB")
    if beside and name.entity not in TIMES and name.sentence == verb.sentence:
        found[name.i] = replace(name, dep="nsubj")
        found[other.i] = replace(other, dep="conj", head=name.i)
