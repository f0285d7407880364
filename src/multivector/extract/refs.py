"""What pronouns and bare roles refer to: subjects of the clauses above first, then the nearest mention before."""

from itertools import islice

from multivector.codebook.agents import agent_key, agent_nouns
from multivector.codebook.grammar import words
from multivector.extract.article import APART, Article, Party
from multivector.extract.coordination import coordinated
from multivector.extract.subjects import subject
from multivector.model import Mention
from multivector.text.base import Parse, Token

__all__ = [
    "REACH",
    "SUBJECTS",
    "antecedent",
    "is_definite",
    "parties_at",
    "party_of",
    "rank",
    "reach",
    "subjects_above",
]

REACH = 3  # sentences back; beyond that a pronoun in news seldom refers
FAR = 6  # sentences back for what a language without articles leaves bare: "страна", "стороны", "правительство"
MAX_CLIMB = 60  # governors looked at above a pronoun; hostile sentences nest deeper
SUBJECTS = ("nsubj", "nsubjpass")
ASKED = ("obj", "iobj", "obl")
AFFECTED = ("obj", "obl", "nmod", "nsubjpass", "iobj")
THINGS = ("state", "organisation", "body", "group")
PLURAL = words("refs", "plural")
BLAMING = ("over", "for", "because of", "due to", "following", "in response to")
HUMAN = words("refs", "human")
COMPANY = ("with", "between", "alongside")  # before those whom a subject has to do with
INNER = ("ccomp", "relcl", "advcl", "acl")  # clauses whose subjects come after that of the sentence
AFTER_SUBJECT = 0.5  # ranks behind a subject and before an object
OBJECTS = ("him", "her", "them", "it")
PEOPLE = ("he", "she", "him", "his", "her")
ARTICLES = ("en",)  # languages in which a definite thing has an article
EITHER = words("refs", "either")
MAY = words("refs", "may")
TELLING = words("refs", "telling")
OWN = ("it", "they")
OWNING = ("his/its", "their")  # in languages with a word of its own for what is the subject's ("own")


def antecedent(article: Article, token: Token) -> tuple[Party, ...]:
    """Who the pronoun stands for; () where nothing before it fits."""
    word = token.word
    kinds = ("person",) if word in HUMAN else ("person", *THINGS) if word in EITHER else THINGS
    if token.dep == "poss" and article.parse.tokens[token.head].case in BLAMING:
        blamed = _blamed(article, token)
        if blamed:
            return blamed
    doer = _own_doer(article.parse, token)
    parse = article.parse
    for above in (*_reflected(parse, token), *_told(parse, token), *subjects_above(parse, token)):
        found = parties_at(article, above, kinds, plural=word in PLURAL) if above.i != doer else ()
        if found:
            return found
    if token.word in PLURAL and (listed := _listed(article, token, doer)):
        return listed
    if _is_strangers(article, token):
        return ()
    found = _nearest(article, token, kinds, without=doer)
    return (_last_role(article, token, found, doer) or found) if word in PEOPLE else found


def _is_strangers(article: Article, token: Token) -> bool:
    """ "The Wagah Front said it had agreed": the pronoun is the speaker's own, of whom no table knows."""
    clause = article.parse.tokens[token.head]
    if token.word not in OWN or token.dep not in SUBJECTS or clause.dep != "ccomp":
        return False
    speaker = article.parse.child(clause.head, "nsubj")
    named = speaker is not None and speaker.pos == "PROPN" and speaker.i < token.i
    return speaker is not None and named and article.mention(speaker) is None


def _listed(article: Article, token: Token, doer: int | None) -> tuple[Party, ...]:
    """Those named together in the pronoun's own sentence before it: "called X and Y and asked them to talk"."""
    tokens, kinds = article.parse.tokens, ("person", *THINGS)
    for j, _ in article.before(token.i):
        if tokens[j].sentence != token.sentence:
            break
        first = tokens[j]
        if first.dep == "conj" or first.i == doer or first.dep in ("amod", "compound", "poss"):
            continue
        spots = [t for t in coordinated(article.parse, first) if t.i < token.i]
        found = [p for t in spots if (m := article.mention(t)) for p in [party_of(article, t, m, kinds)] if p]
        if len({p.code for p in found}) > 1:
            return tuple(found)
    return ()


def _told(parse: Parse, token: Token) -> list[Token]:
    """ "told Caracas that it could not ...": what somebody may or must is said of the one who is told."""
    clause = parse.tokens[token.head]
    saying = parse.tokens[clause.head]
    bound = any(t.word in MAY for t in parse.children(clause.i, "aux"))
    if token.dep not in SUBJECTS or clause.dep != "ccomp" or saying.lemma not in TELLING or not bound:
        return []
    return list(parse.children(saying.i, "obj", "iobj"))


def _last_role(article: Article, token: Token, found: tuple[Party, ...], doer: int | None) -> tuple[Party, ...]:
    """Somebody told by a role alone who stands nearer than who was `found` by name: before an object in its own
    sentence, or the subject of a sentence before."""
    parse = article.parse
    nearest = parse.tokens[found[0].token] if found and found[0].token >= 0 else None
    lowest = token.sentence if doer is not None else token.sentence - 1
    for number in range(lowest, max(-1, token.sentence - 1 - REACH), -1):
        if nearest is not None and (nearest.sentence > number or (nearest.sentence == number and rank(nearest) == 0)):
            return ()
        first, last = parse.bounds[number]
        within = number == token.sentence
        for other in reversed(parse.tokens[first : min(last, token.i)]):
            told = other.dep in (("obj", *SUBJECTS) if within else SUBJECTS) and other.i != doer
            role = _in_role(article, other) if told else ()
            if role:
                return role
    return ()


def _own_doer(parse: Parse, token: Token) -> int | None:
    """The subject of the pronoun's own clause, whom an object in it cannot mean: "ЮАР подала иск, обвинив его".

    In English a pronoun in the object's form, and "it"; elsewhere those that stand for states and persons alike, and
    those that own: "вызвала посла Ирана и выслала его сотрудников".
    """
    if parse.language == "en":
        return subject(parse, token.head) if token.word in OBJECTS and token.dep in ASKED else None
    if token.dep in ASKED:
        return subject(parse, token.head) if token.word in EITHER - {"own"} or token.word in PLURAL else None
    doer = _clause_doer(parse, token) if token.dep == "poss" and token.word in OWNING else None
    return None if doer is None or any(t.i == doer for t in parse.ancestors(token.i)) else doer


def _clause_doer(parse: Parse, token: Token) -> int | None:
    """The subject of the clause in which a word stands, also of a participle or an infinitive."""
    verb = next((t for t in islice(parse.ancestors(token.i), MAX_CLIMB) if t.pos in ("VERB", "AUX")), None)
    return subject(parse, verb.i) if verb is not None else None


def _reflected(parse: Parse, token: Token) -> list[Token]:
    """ "Своего посла отозвала Польша": what is one's own is the subject's, wherever that stands."""
    doer = _clause_doer(parse, token) if token.word == "own" else None
    return [parse.tokens[doer]] if doer is not None and doer != token.head else []


def _blamed(article: Article, token: Token) -> tuple[Party, ...]:
    """ "suspended trade with Israel over its offensive": behind "over" the owner is whom the act is aimed at."""
    for j, mention in article.before(token.i):
        other = article.parse.tokens[j]
        if other.sentence != token.sentence:
            return ()
        if mention.kind in THINGS and other.dep in AFFECTED and mention.via != "city":
            party = party_of(article, other, mention, THINGS)
            return (party,) if party else ()
    return ()


def subjects_above(parse: Parse, token: Token) -> list[Token]:
    """Subjects of the clauses that hold the token, nearest clause first, that stand before it."""
    own = parse.tokens[token.head].i if token.dep in SUBJECTS else None
    found = []
    above = list(islice(parse.ancestors(token.i), MAX_CLIMB))
    holders = {t.i for t in above}
    for governor in above:
        if governor.i == own:
            continue
        subject = parse.child(governor.i, *SUBJECTS)
        if subject is not None and subject.i < token.i and subject.i not in holders:
            found.append(subject)
        if governor.dep == "relcl":
            found.append(parse.tokens[governor.head])
        if governor.pos == "NOUN" and (planner := _planner(parse, governor, holders)) is not None:
            found.append(planner)
    return found


def _planner(parse: Parse, plan: Token, holders: set[int]) -> Token | None:
    """Whose a plan or claim is, for what stands in the clause that it carries: "a claim by Mali that it won"."""
    if not any(t.i in holders for t in parse.children(plan.i, "acl", "ccomp")):
        return None
    return next((t for t in parse.children(plan.i, "poss", "nmod", "agent") if t.dep == "poss" or t.case == "by"), None)


def parties_at(article: Article, token: Token, kinds: tuple[str, ...], *, plural: bool = False) -> tuple[Party, ...]:
    """Who the subject `token` is, of these kinds of mention: itself, or who owns it."""
    spots = coordinated(article.parse, token) if plural else [token]
    found = [p for t in spots if (m := article.mention(t)) for p in [party_of(article, t, m, kinds)] if p]
    if found:
        return tuple(found)
    if kinds == ("person",):
        return _in_role(article, token)
    named = article.parse.child(token.i, "appos")
    mention = article.mention(named) if named else None
    if mention and mention.kind == "body" and (body := party_of(article, token, mention, kinds)):
        return (body,)
    owner = article.parse.child(token.i, "poss", "amod", "compound")
    mention = article.mention(owner) if owner else None
    party = party_of(article, token, mention, kinds) if mention and owner else None
    return (party,) if party else ()


def _in_role(article: Article, token: Token) -> tuple[Party, ...]:
    """Whom "he" means where only a role was told: "Slovakia's premier", "the Chilean envoy", "a minister of Ghana";
    the person named beside it."""
    noun = agent_key(token.lemma, token.text)
    if noun is None or token.tag not in ("NN", "NNP"):
        return ()
    for named in article.parse.children(token.i, "appos"):
        mention = article.mention(named)
        if mention is not None and (party := party_of(article, token, mention, ("person",))):
            return (party,)
    agent = agent_nouns()[noun]
    for owner in article.parse.children(token.i, "poss", "amod", "compound", "nmod"):
        mention = article.mention(owner) if owner.case in ("", "of", "in", "to") else None
        if mention is not None and mention.kind in ("state", "body") and mention.state:
            return (Party(mention.state, f"{mention.state}:{agent.sector}", token.i, agent.sector, agent.official),)
    return ()


def party_of(article: Article, token: Token, mention: Mention, kinds: tuple[str, ...]) -> Party | None:
    """Whom a mention of one of these kinds stands for."""
    if mention.kind == "person" and "person" not in kinds:
        return None
    if mention.kind not in kinds:
        return None
    if mention.kind == "person":
        actor = article.actors[mention.actor]
        held = article.offices.get(actor.code)  # of whom an office alone told whose he is
        state = actor.state or (held.state if held else None)
        return Party(state or actor.code, actor.code, token.i, actor.sector, actor.sector == "GOV")
    code = mention.state if mention.kind == "body" and mention.state else mention.actor
    return Party(code, mention.actor, token.i, mention.sector, mention.sector not in APART)


def _nearest(
    article: Article, token: Token, kinds: tuple[str, ...], *, without: int | None = None
) -> tuple[Party, ...]:
    tokens = article.parse.tokens
    spots = [(j, m) for j, m in article.before(token.i) if 0 <= token.sentence - tokens[j].sentence <= REACH]
    barred = {t.i for t in coordinated(article.parse, tokens[without])} if without is not None else set[int]()
    spots = [(j, m) for j, m in spots if m.kind in kinds and m.via != "city" and j not in barred]
    spots.sort(key=lambda s: (*_distance(article.parse, token, tokens[s[0]]), -s[0]))
    for j, mention in spots:
        party = party_of(article, tokens[j], mention, kinds)
        if party:
            return (party,)
    return ()


def _distance(parse: Parse, token: Token, other: Token) -> tuple[int, float]:
    """How far a mention is, in sentences and by its rank.

    "In a call with Sanchez he said": a subject is sooner that of the sentence before than who stands in a phrase; and
    sooner who spoke than whom he spoke of ("The White House said that Petro had agreed. It added ...").
    """
    if parse.language not in ARTICLES:
        return token.sentence - other.sentence, rank(other)
    if token.dep in SUBJECTS and other.sentence == token.sentence and other.case in COMPANY:
        return 1, AFTER_SUBJECT
    acting = _of_organ(parse, other)
    inner = token.dep in SUBJECTS and acting.dep in SUBJECTS and parse.tokens[acting.head].dep in INNER
    return token.sentence - other.sentence, rank(acting) + (AFTER_SUBJECT if inner else 0)


def _of_organ(parse: Parse, owner: Token) -> Token:
    """The organ that a name owns ("The Kyrgyz ministry"), which stands for its state; for others the name itself."""
    organ = parse.tokens[owner.head]
    if owner.dep not in ("amod", "compound", "poss") or organ.dep not in SUBJECTS or organ.tag not in ("NN", "NNP"):
        return owner
    noun = agent_key(organ.lemma, organ.text)
    return organ if noun is not None and agent_nouns()[noun].official else owner


def rank(token: Token) -> int:
    """Subjects first; adjectives and owners last: "Russian wheat" is seldom what "it" means."""
    if token.dep in SUBJECTS:
        return 0
    return 2 if token.dep in ("amod", "compound", "poss") else 1


def is_definite(parse: Parse, token: Token) -> bool:
    """True behind "the" and "this"; in a language without articles, where nothing owns or counts the thing."""
    if any(t.word in ("the", "this", "that") for t in parse.children(token.i, "det")):
        return True
    owned = parse.child(token.i, "poss", "nummod", "det") is not None
    return parse.language not in ARTICLES and not owned and token.tag == "NN"


def reach(article: Article) -> int:
    """Sentences back in which a description finds what it means."""
    return REACH if article.parse.language in ARTICLES else FAR
