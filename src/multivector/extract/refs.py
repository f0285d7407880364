"""What pronouns and descriptions refer to: subjects of the clauses above first, then the nearest mention before."""

from itertools import islice

from multivector.codebook.agents import descriptions
from multivector.codebook.grammar import words
from multivector.extract.article import APART, Article, Party
from multivector.extract.subjects import subject
from multivector.model import Mention
from multivector.text.base import Parse, Token
from multivector.world.actors import group_members
from multivector.world.offices import office_at

__all__ = [
    "acting_state",
    "antecedent",
    "described_organisation",
    "described_state",
    "last_agent",
    "last_states",
    "role_holder",
]

REACH = 3  # sentences back; beyond that a pronoun in news seldom refers
FAR = 6  # sentences back for what a language without articles leaves bare: "страна", "стороны", "правительство"
MAX_CLIMB = 60  # governors looked at above a pronoun; hostile sentences nest deeper
SUBJECTS = ("nsubj", "nsubjpass")
THINGS = ("state", "organisation", "body", "group")
PLURAL = words("refs", "plural")
BLAMING = ("over", "for", "because of", "due to", "following", "in response to")
BODY_NOUNS = words("refs", "body_nouns")
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
HUMAN = words("refs", "human")
ARTICLES = ("en",)  # languages in which a definite thing has an article
# What a role says of the office, for roles that one person holds at a time.
ROLES = {
    "president": ("head_of_state",), "premier": ("head_of_government",),
    "leader": ("head_of_state", "head_of_government"),
    "head": ("head_of_state", "head_of_government", "head_of_organisation"),
    "minister": ("foreign_minister", "defence_minister"), "secretary": ("foreign_minister", "head_of_organisation"),
    "spokesman": ("spokesperson_head", "spokesperson_mfa"), "chairman": ("head_of_organisation",),
}  # fmt: skip
EITHER = words("refs", "either")


def antecedent(article: Article, token: Token) -> tuple[Party, ...]:
    """Who the pronoun stands for; () where nothing before it fits."""
    word = token.word
    kinds = ("person",) if word in HUMAN else ("person", *THINGS) if word in EITHER else THINGS
    if token.dep == "poss" and article.parse.tokens[token.head].case in BLAMING:
        blamed = _blamed(article, token)
        if blamed:
            return blamed
    doer = _own_doer(article.parse, token)
    for above in _subjects_above(article.parse, token):
        found = _parties_at(article, above, kinds, plural=word in PLURAL) if above.i != doer else ()
        if found:
            return found
    return _nearest(article, token, kinds, without=doer)


def _own_doer(parse: Parse, token: Token) -> int | None:
    """The subject of the pronoun's own clause, whom an object in it cannot mean: "ЮАР подала иск, обвинив его".

    Asked for only where pronouns stand for states and persons alike.
    """
    if token.word not in EITHER or token.word == "own" or token.dep not in ("obj", "iobj", "obl"):
        return None
    return subject(parse, token.head)


def _blamed(article: Article, token: Token) -> tuple[Party, ...]:
    """ "suspended trade with Israel over its offensive": behind "over" the owner is whom the act is aimed at."""
    for j, mention in article.before(token.i):
        other = article.parse.tokens[j]
        if other.sentence != token.sentence:
            return ()
        if (
            mention.kind in THINGS
            and other.dep in ("obj", "obl", "nmod", "nsubjpass", "iobj")
            and mention.via != "city"
        ):
            party = _party(article, other, mention, THINGS)
            return (party,) if party else ()
    return ()


def _subjects_above(parse: Parse, token: Token) -> list[Token]:
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
    return found


def _parties_at(article: Article, token: Token, kinds: tuple[str, ...], *, plural: bool = False) -> tuple[Party, ...]:
    spots = _coordinated(article.parse, token) if plural else [token]
    found = [p for t in spots if (m := article.mention(t)) for p in [_party(article, t, m, kinds)] if p]
    if found or kinds == ("person",):
        return tuple(found)
    named = article.parse.child(token.i, "appos")
    mention = article.mention(named) if named else None
    if mention and mention.kind == "body" and (body := _party(article, token, mention, kinds)):
        return (body,)
    owner = article.parse.child(token.i, "poss", "amod", "compound")
    mention = article.mention(owner) if owner else None
    party = _party(article, token, mention, kinds) if mention and owner else None
    return (party,) if party else ()


def _coordinated(parse: Parse, token: Token) -> list[Token]:
    return [token, *(t for child in parse.children(token.i, "conj") for t in _coordinated(parse, child))]


def _party(article: Article, token: Token, mention: Mention, kinds: tuple[str, ...]) -> Party | None:
    if mention.kind == "person" and "person" not in kinds:
        return None
    if mention.kind not in kinds:
        return None
    if mention.kind == "person":
        actor = article.actors[mention.actor]
        return Party(actor.state or actor.code, actor.code, token.i, actor.sector, actor.sector == "GOV")
    code = mention.state if mention.kind == "body" and mention.state else mention.actor
    return Party(code, mention.actor, token.i, mention.sector, mention.sector not in APART)


def _nearest(
    article: Article, token: Token, kinds: tuple[str, ...], *, without: int | None = None
) -> tuple[Party, ...]:
    tokens = article.parse.tokens
    spots = [(j, m) for j, m in article.before(token.i) if 0 <= token.sentence - tokens[j].sentence <= REACH]
    spots = [(j, m) for j, m in spots if m.kind in kinds and m.via != "city" and j != without]
    spots.sort(key=lambda s: (token.sentence - tokens[s[0]].sentence, _rank(tokens[s[0]]), -s[0]))
    for j, mention in spots:
        party = _party(article, tokens[j], mention, kinds)
        if party:
            return (party,)
    return ()


def _rank(token: Token) -> int:
    """Subjects first; adjectives and owners last: "Russian wheat" is seldom what "it" means."""
    if token.dep in SUBJECTS:
        return 0
    return 2 if token.dep in ("amod", "compound", "poss") else 1


def described_state(article: Article, token: Token) -> tuple[Party, ...]:
    """The state behind "the country", "the Central Asian country", "its northern neighbour", "their former ruler"."""
    table = descriptions()
    words = {t.text for t in article.parse.children(token.i, "amod", "compound", "poss")}
    region = _region(article, token)
    owner = _owner_state(article, token)
    if token.lemma in ("neighbour", "neighbor", "giant", "power") and owner:
        near = table.neighbours.get(owner, {})
        code = next((near[w.lower()] for w in sorted(words) if w.lower() in near), None)
        return (Party(code, code, token.i),) if code else ()
    if token.lemma in table.ruler_nouns and owner and words & {"former", "colonial", "imperial", "erstwhile", "old"}:
        code = table.rulers.get(owner)
        return (Party(code, code, token.i),) if code else ()
    if token.tag in ("NNS", "NNPS"):
        return _region_group(token, region) or _counted(article, token)
    if owner or not _definite(article.parse, token) or token.lemma not in table.state:
        return ()
    return _last_state(article, token, region)


def _region(article: Article, token: Token) -> tuple[str, ...]:
    left = [article.parse.tokens[j] for j in article.parse.subtree(token.i) if j < token.i]
    text = " ".join(t.text for t in left)
    return next((codes for name, codes in descriptions().regions.items() if name in text), ())


def _region_group(token: Token, region: tuple[str, ...]) -> tuple[Party, ...]:
    members = group_members("CENTRALASIA")
    return (Party("CENTRALASIA", "CENTRALASIA", token.i),) if region and set(region) == set(members) else ()


def _counted(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the three countries": as many states as the number says, the last that were named."""
    number = next((NUMBERS.get(t.word) for t in article.parse.children(token.i, "nummod")), None)
    if number is None or not _definite(article.parse, token):
        return ()
    return last_states(article, token, number)


def last_states(article: Article, token: Token, number: int) -> tuple[Party, ...]:
    """As many states as the number says, the last that were named; () where there are not so many within reach."""
    found: dict[str, Party] = {}
    for j, mention in article.before(token.i):
        if token.sentence - article.parse.tokens[j].sentence > _reach(article) or len(found) == number:
            break
        if mention.kind == "state" and mention.state:
            found.setdefault(mention.state, Party(mention.state, mention.actor, token.i))
    return tuple(found.values()) if len(found) == number else ()


def _owner_state(article: Article, token: Token) -> str | None:
    owner = article.parse.child(token.i, "poss")
    if owner is None:
        return None
    mention = article.mention(owner)
    if mention is not None:
        return mention.state
    found = antecedent(article, owner) if owner.pos == "PRON" else ()
    return found[0].code if found else None


def _definite(parse: Parse, token: Token) -> bool:
    """True behind "the" and "this"; in a language without articles, where nothing owns or counts the thing."""
    if any(t.word in ("the", "this", "that") for t in parse.children(token.i, "det")):
        return True
    owned = parse.child(token.i, "poss", "nummod", "det") is not None
    return parse.language not in ARTICLES and not owned and token.tag == "NN"


def _last_state(article: Article, token: Token, region: tuple[str, ...]) -> tuple[Party, ...]:
    for above in _subjects_above(article.parse, token):
        found = [p for p in _subject_states(article, above) if not region or p.code in region]
        if found:
            return tuple(found[:1])
    for j, mention in article.before(token.i):
        sentence = article.parse.tokens[j].sentence
        if token.sentence - sentence > (REACH * 4 if region else _reach(article)):
            break
        if mention.kind == "state" and mention.state and (not region or mention.state in region):
            return (Party(mention.state, mention.actor, token.i),)
    return ()


def _subject_states(article: Article, subject: Token) -> list[Party]:
    found = [*_parties_at(article, subject, ("state", "person"))]
    return [Party(p.code, p.code, subject.i) for p in found if p.code.isupper() and len(p.code) == 3]


def described_organisation(article: Article, token: Token) -> tuple[Party, ...]:
    """The organisation behind "the bloc", "the BRICS summit", or "the summit" where one was named before."""
    owner = next(
        (t for t in article.parse.children(token.i, "compound", "poss", "amod", "nmod") if article.mention(t)), None
    )
    if owner is not None and owner.case in ("", "of"):
        mention = article.mention(owner)
        if mention is not None and mention.kind == "organisation":
            return (Party(mention.actor, mention.actor, token.i),)
    if not _definite(article.parse, token) or token.tag == "NNS":
        return ()
    meeting = token.lemma in descriptions().meeting
    for j, mention in article.before(token.i):
        if mention.kind == "organisation" and (not meeting or _names_meeting(article.parse, j, token.lemma)):
            return (Party(mention.actor, mention.actor, token.i),)
    return ()


def _names_meeting(parse: Parse, j: int, lemma: str) -> bool:
    return parse.tokens[parse.tokens[j].head].lemma == lemma and parse.tokens[j].dep in ("compound", "poss", "nmod")


def last_agent(article: Article, token: Token, sector: str, *, official: bool) -> tuple[Party, ...]:
    """The body or person that "the regulator", "the minister" or "the troops" last stood for; their state at least."""
    if not _definite(article.parse, token):
        return ()
    for j, mention in article.before(token.i):
        if token.sentence - article.parse.tokens[j].sentence > REACH:
            break
        if _fits(article, mention, token.lemma):
            party = _party(article, token, mention, ("person", "body"))
            if party:
                return (party,)
    return _same_noun(article, token, sector, official=official)


def _reach(article: Article) -> int:
    return REACH if article.parse.language in ARTICLES else FAR


def acting_state(article: Article, token: Token) -> str | None:
    """Whose "правительство" or "ведомство" it is where nothing says so: the state that last acted before it.

    Only in languages without articles, where a bare body is the one of the state that is spoken of.
    """
    if article.parse.language in ARTICLES or token.tag not in ("NN", "NNP"):
        return None
    for j, mention in article.before(token.i):
        other = article.parse.tokens[j]
        if token.sentence - other.sentence > FAR:
            return None
        head = article.parse.tokens[other.head]
        acts = other.dep in SUBJECTS or (other.dep in ("poss", "amod") and head.dep in SUBJECTS)
        if acts and mention.state and mention.kind in ("state", "body", "person"):
            return mention.state
    return None


def role_holder(article: Article, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...]:
    """The person told of before whom "президент Узбекистана" or "турецкий лидер" means, by the office held that day.

    Only in languages without articles, where the role alone stands for its holder.
    """
    wanted = ROLES.get(token.lemma)
    if article.parse.language in ARTICLES or wanted is None or token.tag != "NN":
        return ()
    states = {p.code for p in owners}
    for j, mention in article.before(token.i):
        if token.sentence - article.parse.tokens[j].sentence > 2 * REACH:
            return ()
        office = office_at(mention.actor, article.document.published) if mention.kind == "person" else None
        if office is not None and office.office in wanted and (not states or office.state in states):
            party = _party(article, token, mention, ("person",))
            return (party,) if party else ()
    return ()


def _same_noun(article: Article, token: Token, sector: str, *, official: bool) -> tuple[Party, ...]:
    """The state whose ministry, court or army was last named by the same noun."""
    for i in range(token.i - 1, -1, -1):
        other = article.parse.tokens[i]
        if token.sentence - other.sentence > REACH:
            return ()
        owner = article.parse.child(other.i, "poss", "amod", "compound") if other.lemma.lower() == token.lemma else None
        mention = article.mention(owner) if owner else None
        if mention is not None and mention.state and mention.kind == "state":
            return (Party(mention.state, f"{mention.state}:{sector}", token.i, sector, official),)
    return ()


def _fits(article: Article, mention: Mention, noun: str) -> bool:
    actor = article.actors.get(mention.actor)
    if actor is None:
        return False
    if mention.kind == "person":
        return bool(actor.role and noun in actor.role.lower())
    return mention.kind == "body" and noun in BODY_NOUNS and mention.sector != "JRN"
