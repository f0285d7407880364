"""Who does what a verb says: its own subject, or the one that control, coordination or a noun above it lends."""

from multivector.codebook.agents import agent_key
from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.text.base import FINITE, Parse, Token

__all__ = ["is_infinitive", "is_ours", "is_passive", "subject"]

# Behind these a plan is not the subject's: "detained two men over a plot to kill the king".
ABOUT = ("over", "for", "about", "after", "amid", "against", "despite", "following", "because of", "by")
INFINITIVE = "INF"  # the tag of an infinitive in languages that show it by the word's form
MOST_STEPS = 8  # clauses climbed for a subject; hostile sentences nest deeper
AIMED = words("arguments", "aimed")
INSTRUMENTS = words("arguments", "instruments")
MONTHS = words("arguments", "months")
SUBORDINATORS = words("arguments", "subordinators")
SUBJECT_CONTROL = words("arguments", "subject_control")
OBJECT_CONTROL = words("arguments", "object_control")  # "accused X of helping Y", "thanked X for sending aid"
HELD = ("of", "for", "from", "with")  # before what the object did
MESSAGES = words("speakers", "messages")
GIVING_OUT = words("arguments", "giving_out")
OURS = ("ем", "ём", "им", "емся", "ёмся", "имся")  # endings of "we" in the present and in the future of perfectives
THIRD = ("ет", "ёт", "ит")  # endings of "it bans", "she says"
SINGULAR = ("NN", "NNP")
PLURALS = ("ли", "лись")  # endings of "they banned"
PLURAL_NOW = ("ут", "ют", "ат", "ят", "утся", "ются", "атся", "ятся", "ы")  # "they ban", "they are ready"
NOW_OR_LATER = ("VBZ", "FUT")
BODY_NOUNS = words("refs", "body_nouns")  # of which several are told of as things: "the offices were illegal"
MARKS = ("``", "''")  # tags of quotation marks


def is_passive(parse: Parse, token: Token) -> bool:
    """True for a passive verb: an auxiliary or subject says so, or a bare participle after a noun."""
    if parse.child(token.i, "auxpass", "nsubjpass", "agent"):
        return True
    if token.tag != "VBN" or parse.child(token.i, "aux"):
        return False
    if token.dep == "conj":
        return is_passive(parse, parse.tokens[token.head])
    if token.dep == "acl" and parse.tokens[token.head].dep == "root" and parse.child(token.i, "obj"):
        return False  # "The coalition bombed Sanaa", which the parser took for a phrase without a verb
    return token.dep in ("acl", "advcl", "amod", "pcl")


def is_infinitive(parse: Parse, token: Token) -> bool:
    """True for a verb with its "to", "agreed to sign", or one that is an infinitive by its form."""
    return token.tag == INFINITIVE or any(t.tag == "TO" for t in parse.children(token.i, "aux"))


def is_ours(parse: Parse, token: Token) -> bool:
    """True for a verb that says "we" by its form alone: "Осуждаем удары", in languages that leave the pronoun out."""
    if parse.language != "ru" or token.pos != "VERB" or token.tag not in NOW_OR_LATER:
        return False
    return token.text.lower().endswith(OURS) and parse.child(token.i, "nsubj", "nsubjpass", "csubj") is None


def subject(parse: Parse, i: int, depth: int = 0) -> int | None:
    """The head of the (logical) subject of a verb: its own, or that of the clause it depends on.

    A verb that says "we" by its form is its own subject.
    """
    token = parse.tokens[i]
    own = _own(parse, token)
    if own is not None:
        return own
    if is_ours(parse, token):
        return i
    if depth > MOST_STEPS or token.head == i:
        return None
    head = parse.tokens[token.head]
    if token.dep == "conj" and head.pos in ("VERB", "AUX", "ADJ"):
        return subject(parse, _coordinated_with(parse, token, head).i, depth + 1)
    if token.dep in ("acl", "relcl"):
        return _of_noun(parse, token, head, depth)
    if token.dep in ("xcomp", "ccomp", "advcl", "pcl"):
        instrument = _instrument(parse, token)
        return instrument if instrument is not None else _controller(parse, token, head, depth)
    possessor = parse.child(i, "poss")
    return possessor.i if possessor else None


def _instrument(parse: Parse, clause: Token) -> int | None:
    """ "imposed sanctions on Belarus, targeting its airline": it is the sanctions that target somebody."""
    if clause.dep != "advcl" or clause.tag != "VBG" or clause.lemma not in AIMED:
        return None
    return next((t.i for t in parse.children(clause.head, "obj", "nsubjpass") if t.lemma in INSTRUMENTS), None)


def _coordinated_with(parse: Parse, token: Token, head: Token) -> Token:
    """The verb whose subject a coordinated verb shares, as the parser has it or as only people can do it.

    "said the offices were illegal and accused Belgrade of ...": things accuse nobody, whoever said it does.
    """
    above = parse.tokens[head.head]
    own = parse.child(head.i, "nsubj", "nsubjpass")
    if head.dep != "ccomp" or own is None or own.pos != "NOUN" or token.tag not in FINITE or parse.language != "en":
        return head
    people = agent_key(own.lemma, own.text) is not None and not (own.tag == "NNS" and own.lemma in BODY_NOUNS)
    said = above.lemma in cues().speech and token.lemma in cues().act | cues().speech
    return above if said and not people else head


def _own(parse: Parse, token: Token) -> int | None:
    """The subject in the verb's own clause."""
    subjects = parse.children(token.i, "nsubj", "csubj", "nsubjpass")
    own = next((t for t in subjects if t.tag not in MARKS), None)  # the parser may take a quotation mark for one
    if own is not None:
        return own.i
    is_finite = token.tag in FINITE or (token.tag == "VBN" and token.dep == "root")
    return _behind_month(parse, token) if is_finite else None


def _of_noun(parse: Parse, token: Token, head: Token, depth: int) -> int | None:
    """The subject of a clause that a noun carries."""
    if token.dep == "relcl" and _undergoes(parse, token):
        return None
    if token.dep == "relcl" and _is_oblique(parse, token):
        above = next((t for t in parse.ancestors(head.i) if t.pos in ("VERB", "AUX")), None)
        doer = subject(parse, above.i, depth + 1) if above is not None else None
        return head.i if _is_impersonal(parse, token, doer) else doer
    return _noun_subject(parse, token, head, depth)


def _is_oblique(parse: Parse, clause: Token) -> bool:
    """True for "Baku, where he will discuss ...": the noun is no subject of its clause. English rules do without."""
    if parse.language == "en":
        return False
    return any(t.word in ("where", "which", "whom", "whose", "when") for t in parse.children(clause.i, "advmod", "obl"))


def _is_impersonal(parse: Parse, clause: Token, doer: int | None) -> bool:
    """ "вызван в ведомство, где ему вручили ноту": a plural that is not the one who was called does it there."""
    where = any(t.word == "where" for t in parse.children(clause.i, "advmod"))
    single = doer is not None and parse.tokens[doer].tag in SINGULAR and parse.child(doer, "conj") is None
    return where and single and clause.tag == "VBD" and clause.text.lower().endswith(PLURALS)


def _undergoes(parse: Parse, clause: Token) -> bool:
    """ "посол, которому заявлен протест": the noun is whom the clause's deed is done to. English rules do without."""
    if parse.language == "en":
        return False
    return any(t.word in ("which", "who") for t in parse.children(clause.i, "obj", "iobj"))


def _goes_on(parse: Parse, clause: Token, head: Token, depth: int) -> int | None:
    """ "сообщил, что запрещает": who speaks does it, where a language leaves the pronoun out and the forms agree.

    In English a finite clause without a subject of its own is a parser's fault; better none than a wrong one.
    """
    if parse.language == "en" or head.pos != "VERB" or is_passive(parse, clause) or is_passive(parse, head):
        return None
    doer = subject(parse, head.i, depth + 1)
    if doer is None or doer > head.i:
        return None
    if head.tag == "VBD" and head.text.lower().endswith(PLURALS):  # "В Тегеране заявили, что не намерены"
        return doer if clause.text.lower().endswith((*PLURALS, *PLURAL_NOW)) else None
    if parse.tokens[doer].tag not in SINGULAR:
        return None
    past = clause.tag == "VBD" and (head.tag != "VBD" or clause.text[-1:] == head.text[-1:])
    return doer if past or (clause.tag in NOW_OR_LATER and clause.text.lower().endswith(THIRD)) else None


def _controller(parse: Parse, token: Token, head: Token, depth: int) -> int | None:
    if token.dep == "advcl" and token.tag in FINITE:
        swallowed = _swallowed(parse, token, head)
        return swallowed if swallowed is not None else _goes_on(parse, token, head, depth)
    if token.dep == "ccomp" and token.tag not in ("VB", "VBG", INFINITIVE):
        return _goes_on(parse, token, head, depth)
    controlled = _controlled(parse, token, head)
    if controlled is not None:
        return controlled.i
    if head.pos in ("NOUN", "PROPN"):
        owner = parse.child(head.i, "poss")
        return owner.i if owner else _noun_subject(parse, token, head, depth)
    agent = parse.child(head.i, "agent")
    decided = token.dep == "xcomp" and parse.language != "en"  # "Афинами принято решение отозвать посла"
    if agent is not None and (decided or token.dep in ("advcl", "pcl")):
        return agent.i
    return subject(parse, _bearer(head), depth + 1)


def _controlled(parse: Parse, token: Token, head: Token) -> Token | None:
    """Whom the governing verb lets do it: "urged Astana to explain", "accused Minsk of hiding it"."""
    if token.dep == "xcomp" and head.lemma not in SUBJECT_CONTROL:
        return parse.child(head.i, "obj", "iobj", "nsubjpass")
    if token.dep == "pcl" and token.case in HELD and head.lemma in OBJECT_CONTROL:
        return parse.child(head.i, "obj", "nsubjpass")
    return None


def _bearer(head: Token) -> int:
    """The word that bears the subject: of "is ready to join" the verb, not the adjective."""
    return head.head if head.pos == "ADJ" and head.dep in ("acomp", "oprd", "attr", "xcomp") else head.i


def _behind_month(parse: Parse, token: Token) -> int | None:
    """ "In August Kazakhstan banned ...": the parser takes month and subject for one name."""
    for child in parse.children(token.i, "obl"):
        months = [t for t in parse.children(child.i, "compound") if t.text in MONTHS]
        if child.case == "in" and child.i < token.i and months and child.pos == "PROPN":
            return child.i
    return None


def _swallowed(parse: Parse, token: Token, head: Token) -> int | None:
    """The subject that the parser took for the object of "before", "after", "until": "before Lavrov called for ..."."""
    for child in parse.children(head.i, "obl"):
        if child.case in SUBORDINATORS and child.i < token.i and child.pos in ("PROPN", "NOUN", "PRON"):
            return child.i
    return None


def _noun_subject(parse: Parse, token: Token, head: Token, depth: int) -> int | None:
    """The subject of a clause under a noun: the noun itself, or for "plans to join" whoever has the plans."""
    if not _is_content(parse, token):
        return _author(parse, token, head, depth)
    owner = parse.child(head.i, "poss", "amod")
    if owner is not None and (owner.dep == "poss" or owner.text[:1].isupper()):
        return owner.i
    makers = (t for t in parse.children(head.i, "nmod") if t.case == "of" and t.pos == "PROPN" and t.i < token.i)
    if (maker := next(makers, None)) is not None and parse.language == "en":
        return maker.i  # "the decision of the European Union to review ..."
    holder = parse.tokens[head.head]
    if head.dep == "obj" and holder.lemma in OBJECT_CONTROL and token.dep == "pcl" and token.case in HELD:
        return head.i  # "accused 'imperialists' of treating ...", hung on whom it accuses
    behind = head.dep in ("obj", "attr") or (head.dep == "obl" and head.case not in ABOUT)
    return subject(parse, holder.i, depth + 1) if behind and holder.pos in ("VERB", "AUX") else None


def _author(parse: Parse, token: Token, message: Token, depth: int) -> int | None:
    """Who demands in "issued a statement demanding it": whoever gave the statement out; elsewhere the noun itself."""
    verb = parse.tokens[message.head]
    given = message.dep == "obj" and verb.lemma in GIVING_OUT
    if token.tag != "VBG" or message.lemma not in MESSAGES or not given or parse.child(message.i, "poss", "compound"):
        return message.i
    return subject(parse, verb.i, depth + 1)


def _is_content(parse: Parse, token: Token) -> bool:
    """Whether the clause says what the noun holds: "plans to join", "talk of joining"."""
    particle = parse.child(token.i, "aux")
    bare = token.tag == INFINITIVE or (particle is not None and particle.tag == "TO")
    return token.dep == "pcl" or (token.dep == "acl" and bare)
