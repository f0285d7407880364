"""Who holds a standing and in what, by the noun that says it: "its membership", "an application to BRICS"."""

from multivector.codebook.grammar import words
from multivector.codebook.memberships import membership_words
from multivector.extract.arguments import arguments
from multivector.extract.article import Article
from multivector.extract.subjects import subject
from multivector.model import MembershipStatus
from multivector.text.base import Token

__all__ = ["CHANGING", "held"]

PLACES = ("of", "in", "to", "at", "from", "with", "as", "for")
OF = ("of", "from")
ONE = ("one", "один", "одна", "одно", "одной", "одним")
STEPS = words("memberships", "steps")
REACH = 2  # sentences back in which "full membership" finds the organisation that it is of
GIVING = words("memberships", "giving")
HOLDING = words("memberships", "holding")
LODGING = words("memberships", "lodging")
REFUSING = words("memberships", "refusing")
ANNOUNCING = words("memberships", "announcing")
CHANGING: dict[str, MembershipStatus] = {
    "freeze": "suspended", "suspend": "suspended", "halt": "suspended", "end": "withdrawn", "quit": "withdrawn",
    "renounce": "withdrawn", "terminate": "withdrawn", "seek": "applicant", "request": "applicant", "want": "applicant",
}  # fmt: skip
BEGINNING = words("memberships", "beginning")
CARRYING = HOLDING | REFUSING | ANNOUNCING | LODGING | set(CHANGING)


def held(article: Article, token: Token) -> tuple[MembershipStatus, list[int], list[int]] | None:
    """The standing that a noun names, the heads of its holders and those of the organisations; None without either."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    rows = membership_words("nouns").get(token.lemma.lower())
    if not rows or _is_fellow(article, token):
        return None
    beside = {t.lemma.lower() for t in article.parse.children(token.i, "compound", "amod")}
    for others, status in rows:
        if not set(others) <= beside:
            continue
        states = _holders(article, token, status)
        place = _places(article, token) if states else []
        if states and not any(_names(article, j) for j in place):
            place = [*place, *_topic(article, token)]
        if place:
            return status, states, place
    return None


def _is_fellow(article: Article, token: Token) -> bool:
    """ "its European Union partners", "Italy's EU partners": those with whom it is inside, no standing of its own."""
    named = any(_is_organisation(article, t) for t in article.parse.children(token.i, "compound", "amod"))
    return named and token.tag in ("NNS", "NNPS") and article.parse.child(token.i, "poss") is not None


def _places(article: Article, token: Token) -> list[int]:
    parse = article.parse
    place = [
        t.i for t in parse.children(token.i, "nmod", "compound", "pcl") if not t.case or t.case.split()[-1] in PLACES
    ]
    if not place and token.case == "as":
        place = _occasion(article, token)
    place += [t.i for t in parse.children(token.i, "conj") if article.mention(t)]
    place += [t.i for t in parse.children(token.i, "poss") if _is_organisation(article, t)]
    if not place and parse.language != "en":
        place = _beside_verb(article, token)
    head = parse.tokens[token.head]
    if not any(_names(article, j) for j in place) and head.lemma in CARRYING and token.dep == "obj":
        beside = [t.i for t in parse.children(head.i, "obl") if t.case in PLACES and t.i > token.i]
        place += beside or _spoken_of(article, token)
    return place


def _is_organisation(article: Article, token: Token) -> bool:
    mention = article.mention(token)
    return mention is not None and mention.kind == "organisation"


def _beside_verb(article: Article, token: Token) -> list[int]:
    """ "получил в ШОС статус партнёра": the organisation that stands with the verb rather than with the standing."""
    head = article.parse.tokens[token.head]
    verb = article.parse.tokens[head.head] if head.lemma == "status" else head
    beside = article.parse.children(verb.i, "obl", "nmod") if verb.pos == "VERB" else ()
    return [t.i for t in beside if t.case in ("in", "at", "of") and _is_organisation(article, t)]


def _names(article: Article, i: int) -> bool:
    return any(article.mention(article.parse.tokens[j]) is not None for j in article.parse.subtree(i))


def _spoken_of(article: Article, token: Token) -> list[int]:
    """The one organisation that the sentences before speak of: "declined full membership"; none where there are two."""
    found: dict[str, int] = {}
    for j, mention in article.before(token.i):
        if token.sentence - article.parse.tokens[j].sentence > REACH:
            break
        if mention.kind == "organisation" and mention.actor:
            found.setdefault(mention.actor, j)
    return list(found.values()) if len(found) == 1 else []


def _topic(article: Article, token: Token) -> list[int]:
    """The organisation that gives the standing, else the last that was spoken of: "получил статус наблюдателя".

    Only in languages without articles, where a bare standing is one in the organisation that is the matter.
    """
    head = article.parse.tokens[token.head]
    if article.parse.language == "en" or head.lemma != "status":
        return []
    giver = subject(article.parse, head.head)
    if giver is not None and any(
        _is_organisation(article, article.parse.tokens[j]) for j in article.parse.subtree(giver)
    ):
        return [giver]
    near = (j for j, m in article.before(token.i) if m.kind == "organisation" and _in_reach(article, token, j))
    return [j for j in [next(near, None)] if j is not None]


def _in_reach(article: Article, token: Token, j: int) -> bool:
    return token.sentence - article.parse.tokens[j].sentence <= REACH


def _occasion(article: Article, token: Token) -> list[int]:
    """What somebody takes part in "as a guest"."""
    head = article.parse.tokens[token.head]
    if head.pos not in ("VERB", "AUX"):
        return [head.i]
    given = arguments(article.parse, head.i)
    return [j for label in ("where", "in", "at", "obj") for j in given.get(label, ())]


def _holders(article: Article, token: Token, status: MembershipStatus) -> list[int]:
    """Whose membership: the owner ("its membership"), the subject ("X is a member"), the noun in apposition."""
    owner = article.parse.child(token.i, "poss")
    if owner is not None and not _is_organisation(article, owner):
        return [owner.i]
    head = article.parse.tokens[token.head]
    if token.case in OF and (
        head.lemma == "status" or head.word in ONE or (status == "withdrawn" and head.lemma in STEPS)
    ):
        return _holders(article, head, status)  # "получил статус наблюдателя", "одна из основательниц"
    if token.case == "as" and head.pos == "NOUN":
        head = article.parse.tokens[head.head]
    if token.dep in ("obj", "nsubjpass") and head.lemma in GIVING:
        return [t.i for t in article.parse.children(head.i, "iobj", "obj", "nsubjpass") if t.i != token.i]
    if _is_told_of(token, head):
        doer = subject(article.parse, head.i)
        return [doer] if doer is not None else []
    if token.dep == "appos":
        return [head.i]
    if token.dep == "conj":
        return _holders(article, head, status)
    return [t.i for t in article.parse.children(token.i, "appos")]


def _is_told_of(token: Token, head: Token) -> bool:
    """True where the standing is its verb's subject's: "X is a member", "took part as a guest", "kept its seat"."""
    if token.dep in ("attr", "oprd") or (token.case == "as" and head.pos in ("VERB", "AUX")):
        return True
    begun = head.lemma in BEGINNING and token.lemma in STEPS
    return token.dep in ("obj", "obl") and (begun or head.lemma in CARRYING)
