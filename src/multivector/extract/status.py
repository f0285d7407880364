"""Asserted, denied, planned or hypothetical: read from the grammar around a trigger."""

from itertools import pairwise

from multivector.codebook.grammar import words
from multivector.extract.subjects import is_infinitive
from multivector.model import Status
from multivector.text.base import FINITE, Parse, Token

__all__ = ["is_negated", "is_performed", "is_unwilling", "status_of"]

NEGATIONS = words("status", "negations")
DOUBTFUL = words("status", "doubtful")
FUTURE = words("status", "future")
CONDITIONS = words("status", "conditions")
OPEN_CONDITIONS = CONDITIONS - {"unless"}  # "said it would boycott the vote unless ..." is announced all the same
UNREAL = words("status", "unreal")
PLANNED = words("status", "planned")
WILL = FUTURE | {"would", "can", "to"}
FUTURE_FORM = "FUT"  # the tag of a verb whose form says that it is to come
FEARS = words("status", "fears")
RENEWING = words("arguments", "makers") | words("status", "renewing")
# Verbs whose clause does not stand as a fact.
OPEN_VERBS = words("status", "open_verbs")
PLAN_VERBS = words("status", "plan_verbs")
PLAN_NOUNS = ("plan", "decision", "intention", "agreement", "promise", "pledge", "ready", "willing")
FAIL_VERBS = words("status", "fail_verbs")
ANNOUNCING = words("status", "announcing")
PERFORMED = words("status", "performed")
HINDERING = words("status", "hindering")
FACTIVE = words("status", "factive")
WILLING = words("status", "willing")
ABSTAINING = words("status", "abstaining")
UNTRUE = words("status", "untrue")  # "those who say so are mistaken", "reports that ... are untrue"
DISMISSING = words("status", "dismissing")
CLAIMS = words("status", "claims")  # nouns with a clause that says what is claimed
PRELUDES = words("status", "preludes")  # "the start of Armenia's withdrawal" stands as what is said of the start
REGARDING = words("status", "regarding")
LENDING = RENEWING | FEARS | PRELUDES  # heads that an owned act stands or falls with
AFTER = ("after", "following", "since")  # "agreed to go after a meeting": the meeting was held
SCOPE = (
    "xcomp", "ccomp", "pcl", "obj", "attr", "acomp", "oprd", "obl", "advcl", "acl", "nmod", "nsubj", "nsubjpass",
    "csubj", "conj", "relcl", "appos",
)  # fmt: skip
MAX_CLIMB = 60  # governors looked at above a word; hostile sentences nest deeper
RANK: dict[Status, int] = {"asserted": 0, "planned": 1, "hypothetical": 2, "denied": 3}


def status_of(parse: Parse, i: int) -> Status:
    """The status of the act that token `i` triggers, from its own clause and those that govern it."""
    token = parse.tokens[i]
    if _is_open(parse, i):
        return "hypothetical"
    if _is_called_false(parse, i):
        return "denied"
    status = _local(parse, token)
    seen = {i}
    while token.head != token.i and token.dep in SCOPE and token.head not in seen and len(seen) < MAX_CLIMB:
        head = parse.tokens[token.head]
        seen.add(head.i)
        step = _step(parse, token, head)
        if step is None:
            break
        status = max(status, step, key=RANK.__getitem__)
        token = head
    question = parse.text[parse.sentences[parse.tokens[i].sentence].end - 1 :][:1] == "?"
    return max(status, "hypothetical", key=RANK.__getitem__) if question and status != "denied" else status


def is_negated(parse: Parse, i: int) -> bool:
    """True if the word itself is under a negation: "did not", "no plans", "never"."""
    token = parse.tokens[i]
    for child in parse.children(i):
        word = child.word
        if word in NEGATIONS and child.dep in ("neg", "det", "advmod", "preconj", "cc", "dep", "punct"):
            return True
        if child.dep in ("nsubj", "nsubjpass") and _negative_subject(parse, child):
            return True
    if token.case == "without" or (token.case == "against" and token.dep == "pcl"):
        return True  # "decided against joining"
    return token.dep == "conj" and any(t.word == "nor" for t in parse.children(token.head, "cc"))


def _negative_subject(parse: Parse, subject: Token) -> bool:
    if subject.word in ("none", "nobody", "neither", "nothing"):
        return True
    return any(t.word in ("no", "neither") for t in parse.children(subject.i, "det", "preconj", "cc"))


def is_unwilling(parse: Parse, i: int) -> bool:
    """True for a refusal in so many words: "will not join", "has no plans to join", "decided not to join"."""
    token = parse.tokens[i]
    if _is_open(parse, i):
        return False
    if is_negated(parse, i) and _is_to_come(parse, token):
        return True
    head = parse.tokens[token.head]
    if token.dep in ("xcomp", "acl", "pcl", "ccomp", "obl", "nmod") and head.i != i:
        if head.lemma in ABSTAINING and token.case == "from":
            return status_of(parse, head.i) in ("asserted", "planned")
        return head.lemma in WILLING and _is_without(parse, head)
    return False


def _is_to_come(parse: Parse, token: Token) -> bool:
    """ "will join", "to join", "against joining": what is not said as a fact of today."""
    if token.tag == FUTURE_FORM or any(t.word in WILL for t in parse.children(token.i, "aux")):
        return True
    return token.tag in ("VBG", "VB", "INF") and token.dep in ("pcl", "acl", "xcomp")


def _is_open(parse: Parse, i: int) -> bool:
    """ "has not decided whether to join": neither done nor refused."""
    return any(t.word == "whether" for t in parse.children(i, "mark"))


def _is_called_false(parse: Parse, i: int) -> bool:
    """ "Reports that X left Y are false", "were dismissed by Z", "Z dismissed claims that X left Y"."""
    content = False
    chain = [parse.tokens[i], *parse.ancestors(i)]
    for token, head in pairwise(chain):
        if content and token.dep in ("nsubj", "nsubjpass", "obj") and head.lemma in DISMISSING:
            return token.dep != "nsubj"
        if content and token.dep == "nsubj" and head.lemma == "be":
            return any(t.lemma.lower() in UNTRUE for t in parse.children(head.i, "acomp", "attr"))
        content = content or _is_claimed(token, head)
    return False


def _is_claimed(token: Token, head: Token) -> bool:
    """Whether the clause says what its governor claims."""
    return token.dep == "ccomp" or (token.dep in ("acl", "relcl") and head.lemma in CLAIMS)


def _is_without(parse: Parse, head: Token) -> bool:
    if is_negated(parse, head.i):
        return True
    above = parse.tokens[head.head]
    return (
        head.dep in ("obj", "attr", "acomp", "xcomp", "obl")
        and above.pos in ("VERB", "AUX")
        and is_negated(parse, above.i)
    )


def _local(parse: Parse, token: Token) -> Status:
    """What the word's own auxiliaries, adjectives and conjunctions say."""
    if is_negated(parse, token.i):
        return "denied"
    words = {t.word for t in parse.children(token.i, "aux", "mark", "advmod", "amod")}
    if token.pos in ("NOUN", "PROPN"):
        if words & (UNREAL - {"future"}):
            return "hypothetical"
        return "planned" if words & PLANNED else "asserted"
    return _verb_status(parse, token, words)


def _verb_status(parse: Parse, token: Token, words: set[str]) -> Status:
    if words & CONDITIONS and parse.child(token.i, "mark"):
        return "hypothetical"
    if "until" in words and token.tag in ("VBP", "VBZ"):
        return "hypothetical"  # "will fight until they win"
    if "would" in words and _reported(parse, token):
        return "planned"
    if words & DOUBTFUL:
        return "hypothetical"
    planned = words & FUTURE or token.tag == FUTURE_FORM or _is_going_to(parse, token)
    return "planned" if planned else "asserted"


def _is_going_to(parse: Parse, token: Token) -> bool:
    going = parse.tokens[token.head]
    return going.lemma == "go" and going.tag == "VBG" and token.dep == "xcomp"


def _reported(parse: Parse, token: Token) -> bool:
    """ "said it would": the future seen from a past report, where no condition is set."""
    head = parse.tokens[token.head]
    conditional = any(
        t.word in OPEN_CONDITIONS for c in parse.children(token.i, "advcl") for t in parse.children(c.i, "mark")
    )
    return token.dep == "ccomp" and head.tag in ("VBD", "VBN") and head.lemma in ANNOUNCING and not conditional


def _step(parse: Parse, token: Token, head: Token) -> Status | None:
    """What the governor adds to the status of the act below it; None where its scope ends."""
    nominal = token.pos in ("NOUN", "PROPN")
    if _stands_apart(parse, token, nominal=nominal):
        return None
    if token.dep in ("nsubj", "nsubjpass") and nominal:
        if _is_imagined(parse, token, head):
            return _local(parse, head)
        return None if _finite_verb(head) and not _possible_noun(token) else "asserted"
    if nominal and _is_settled(parse, token, head):
        return None
    if head.lemma in HINDERING and token.dep == "pcl" and is_negated(parse, head.i):
        return "hypothetical"  # "nothing keeps X from attacking": neither done nor denied
    if token.dep == "conj" and _is_finite_beside(parse, token, head):
        return "asserted"  # "would cut staff and had expelled a diplomat": its own tense
    if is_performed(parse, token, head):
        return "asserted"  # "I want to thank our partners": with that it is done
    above = _local(parse, head) if head.pos in ("VERB", "AUX", "ADJ", "NOUN") else "asserted"
    if is_infinitive(parse, token):
        passive = parse.child(head.i, "auxpass") is not None
        return max(above, _infinitive_status(token, head, passive=passive), key=RANK.__getitem__)
    return max(above, _governed(token, head), key=RANK.__getitem__)


def _is_imagined(parse: Parse, token: Token, head: Token) -> bool:
    """ "An attack on Taiwan could mean war": of one that nobody has told, and that would do something, none is known.

    "The attack could mean war" speaks of one that took place, and so does "an attack that may have killed ten".
    """
    any_one = any(t.word in ("a", "an", "any", "another") for t in parse.children(token.i, "det"))
    helpers = {t.word for t in parse.children(head.i, "aux")}
    return any_one and bool(helpers & DOUBTFUL) and not helpers & {"have", "has"}


def _is_finite_beside(parse: Parse, token: Token, head: Token) -> bool:
    """Whether a coordinated verb has a tense of its own, so that the auxiliaries of the first are not its own."""
    own = any(t.tag in FINITE for t in parse.children(token.i, "aux", "auxpass"))
    return own or (token.tag in ("VBD", "VBZ") and head.tag == "VB")


def is_performed(parse: Parse, token: Token, head: Token) -> bool:
    """Whether a wish of the one who speaks is the deed itself: thanks, congratulations, condemnation."""
    wish = head.lemma in ("want", "wish", "like") and token.dep == "xcomp" and token.lemma in PERFORMED
    doer = parse.child(head.i, "nsubj") if wish else None
    return doer is not None and doer.word in ("i", "we")


def _is_settled(parse: Parse, token: Token, head: Token) -> bool:
    """ "Russia's invasion" stands whatever is said of it."""
    below = token.dep in ("obj", "obl", "nmod") and token.case != "as"
    return below and _owned(parse, token) and head.lemma not in LENDING


def _stands_apart(parse: Parse, token: Token, *, nominal: bool) -> bool:
    """True for clauses that no governor's negation reaches: relative, adverbial, coordinated with a subject."""
    if token.dep in ("relcl", "appos") or (nominal and token.case in AFTER):
        return True
    if token.dep == "conj":
        return not nominal and parse.child(token.i, "nsubj", "nsubjpass") is not None
    return token.dep == "advcl" and not is_infinitive(parse, token)


def _possible_noun(token: Token) -> bool:
    return token.lemma in FEARS


def _finite_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def _owned(parse: Parse, token: Token) -> bool:
    made = any(t.tag == "VBN" for t in parse.children(token.i, "acl"))
    return (
        made
        or parse.child(token.i, "poss") is not None
        or any(t.text[:1].isupper() for t in parse.children(token.i, "amod", "compound"))
    )


def _infinitive_status(token: Token, head: Token, *, passive: bool) -> Status:
    if head.lemma in FACTIVE:
        return "asserted"
    if head.lemma == "be":
        return "planned"  # "the two are to sign"
    if passive and head.lemma in ("expect", "schedule", "slate", "set", "due", "plan"):
        return "planned"
    if head.lemma in FAIL_VERBS:
        return "denied"
    return "planned" if head.lemma in PLAN_VERBS or head.lemma in PLAN_NOUNS else "hypothetical"


# What a governor's lemma and the relation of the word below it make of the act; the first row that fits counts.
_GOVERNED: tuple[tuple[frozenset[str], tuple[str, ...], Status], ...] = (
    (FEARS, ("nmod", "pcl", "ccomp", "acl"), "hypothetical"),
    (frozenset({"short"}), ("pcl", "nmod", "obl"), "denied"),  # "stopped short of", "fell short of"
    (FAIL_VERBS, ("obj", "pcl", "xcomp"), "denied"),
    (frozenset({"deny"}), ("ccomp",), "denied"),
    (OPEN_VERBS, ("obj", "xcomp", "ccomp", "pcl"), "hypothetical"),
    (frozenset({"plan", "intend", "promise", "pledge"}), ("obj", "xcomp", "ccomp", "pcl", "nmod"), "planned"),
    (frozenset({"aim", "design", "intend"}), ("pcl",), "hypothetical"),
)


def _governed(token: Token, head: Token) -> Status:
    lemma = head.lemma.lower()
    if lemma in REGARDING and token.case == "as" and token.lemma in PRELUDES:
        return "hypothetical"  # "saw the move as the start of a withdrawal": an opinion
    if lemma in HINDERING and token.dep == "pcl" and token.case == "from":
        return "denied"
    fitting = (status for lemmas, relations, status in _GOVERNED if lemma in lemmas and token.dep in relations)
    return next(fitting, "asserted")
