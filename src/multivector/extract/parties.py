"""From a phrase to the actors that it stands for."""

from collections.abc import Iterator

from multivector.codebook.agents import AgentNoun, agent_key, agent_nouns
from multivector.codebook.grammar import words
from multivector.extract.article import APART, Article, Party
from multivector.extract.bodies import last_agent
from multivector.extract.breakaway import breakaway
from multivector.extract.coordination import conjuncts
from multivector.extract.described import described
from multivector.extract.groups import counterpart, last_states, plural_before, several
from multivector.extract.home import home_state
from multivector.extract.lands import land_of, town_before
from multivector.extract.organs import held_office, home_owner, telling_organ
from multivector.extract.refs import antecedent
from multivector.extract.signing import is_signing, issuers, owning_states
from multivector.extract.subjects import is_ours
from multivector.model import Mention
from multivector.text.base import Parse, Token

__all__ = ["parties"]

PRONOUNS = words("parties", "pronouns")
FIRST = words("parties", "first")
ROAMING = ("EDU", "JRN", "BUS", "UNK", "SOC")  # sectors whose people write and trade about countries not their own
ABROAD = words("home", "abroad")
FOREIGN = words("parties", "foreign")
AFFAIRS = ("ministry", "minister", "secretary", "office")  # "the foreign ministry" is at home
SIDES = words("parties", "sides")
MASTERY = words("parties", "mastery")
COLLECTIVES = words("parties", "collectives")
RELATED = words("parties", "related")
GROUPS = words("parties", "groups")
MEDIA = words("parties", "media")
CHARGED = words("parties", "charged")
OUTLETS = ("agency", "newspaper", "channel", "magazine", "broadcaster", "website")
HEADS = ("head", "chief", "director", "secretary", "president", "chairman", "chairwoman", "spokesman", "spokeswoman")
LISTING = ("including", "such as", "like")
KIN = ("relative", "family", "friend", "aide", "supporter", "follower", "ally", "opponent", "critic", "widow", "lawyer")
# Prepositions behind which an agent's country stands: "students throughout Indonesia".
PLACED = ("of", "in", "from", "for", "at", "throughout", "across", "around", "inside")
# Relations through which a noun names its owner or maker: "Russian grain", "Iran's envoy", "the government of Chad".
OWNERS = ("poss", "amod", "compound", "det", "nmod")


def parties(article: Article, i: int) -> tuple[Party, ...]:
    """The actors that the phrase headed by token `i` itself stands for, with its coordinated ones; () where none."""
    if article.settled is None:
        return _parties(article, i)
    known = article.settled.get(i)
    if known is None:
        known = article.settled[i] = _parties(article, i)
    return known


def _parties(article: Article, i: int) -> tuple[Party, ...]:
    found: list[Party] = []
    for token in conjuncts(article.parse, i):
        found.extend(p for p in _one(article, token) if p.code not in {f.code for f in found})
    return tuple(found)


def _one(article: Article, token: Token) -> tuple[Party, ...]:
    if token.dep == "case":
        return ()  # "в сторону моря": a noun that is but a preposition
    if region := breakaway(article, token):
        return region
    mention = article.mention(token)
    if mention is not None:
        return _named(article, token, mention)
    word = token.word
    if word in FIRST or is_ours(article.parse, token):
        voice = article.voices.get(token.i)
        return (voice,) if voice else issuers(article, token)
    if word in PRONOUNS and token.pos in ("PRON", "DET", "SCONJ"):
        if token.tag in ("WP", "WP$", "WDT", "IN"):
            return _relative(article, token)
        lead = plural_before(article, token) or telling_organ(article, token)
        return parties(article, lead.i) if lead is not None else antecedent(article, token)
    if token.pos in ("NOUN", "PROPN") and not (token.lemma == "fighter" and token.dep == "compound"):  # "fighter jets"
        return _common(article, token, agent_key(token.lemma, token.text) or word)
    if token.tag in ("JJS", "DT", "CD", "JJ") and token.dep in ("nsubj", "nsubjpass", "obj", "obl"):
        of = next((t for t in article.parse.children(token.i, "nmod") if t.case == "of"), None)
        return parties(article, of.i) if of else ()
    return ()


def _relative(article: Article, token: Token) -> tuple[Party, ...]:
    """Who, which and that stand for the noun that their clause modifies."""
    for governor in (article.parse.tokens[token.head], *article.parse.ancestors(token.head)):
        if governor.dep == "relcl":
            return parties(article, governor.head)
    return ()


def _named(article: Article, token: Token, mention: Mention) -> tuple[Party, ...]:
    if mention.kind == "person":
        return () if _is_title(article, token, mention) else (_person(article, token, mention),)
    if mention.via == "city" and token.dep in ("amod", "compound"):
        return ()
    if mention.via == "demonym" and (abroad := _minority(article, token)):
        return (Party(abroad, f"{abroad}:CVL", token.i, "CVL", False),)
    code = mention.state if mention.kind == "body" and mention.state else mention.actor
    exact = mention.actor if mention.kind == "body" or not mention.sector else f"{code}:{mention.sector}"
    return (Party(code, exact, token.i, mention.sector, mention.sector not in APART),)


def _minority(article: Article, token: Token) -> str | None:
    """ "ethnic Albanians in Serbia": people of the state in which they live."""
    ethnic = any(t.lemma == "ethnic" for t in article.parse.children(token.i, "amod"))
    lives = next((t for t in article.parse.children(token.i, "nmod") if t.case in ("in", "of")), None)
    where = article.mention(lives) if lives is not None and token.tag in ("NNS", "NNPS") else None
    if where is not None and where.kind == "state" and where.via != "demonym":
        return where.state  # "the Albanians of Serbia"
    ethnic = ethnic or (token.dep == "amod" and article.parse.tokens[token.i - 1].lemma == "ethnic")
    return home_state(article, token) if ethnic else None


def _person(article: Article, token: Token, mention: Mention) -> Party:
    actor = article.actors[mention.actor]
    official = actor.sector == "GOV"
    if actor.state is None and (held := held_office(article, token, actor.code)):
        return Party(held.state, actor.code, token.i, actor.sector, official, held.why)
    state = actor.state or (home_state(article, token) if actor.role else None)
    return Party(state or actor.code, actor.code, token.i, actor.sector, official)


def _common(article: Article, token: Token, noun: str) -> tuple[Party, ...]:
    """An agent ("Russian troops", "the ministry") or a description ("the bloc", "its northern neighbour")."""
    if article.parse.language != "en" and token.lemma in OUTLETS and _is_titled(article, token):
        return ()
    if article.parse.language == "en" and token.lemma in HEADS and (organisation := _led(article, token)):
        return organisation
    named = _beside(article, token) or _stated(article, token) or _network(article, token) or land_of(article, token)
    if named:
        return named
    if token.lemma == "counterpart" and (other := counterpart(article, token)):
        return other
    if meant := described(article, token):
        return meant
    if token.dictionary in SIDES and token.tag == "NNS" and (both := last_states(article, token, 2)):
        return both
    if is_signing(article, token):
        return several(article, token)
    agent = _agent(article, token, noun)
    return _agents(article, token, agent) if agent is not None else ()


def _is_titled(article: Article, token: Token) -> bool:
    """ "агентство NNA": an outlet by a name of which no table knows the home, and nobody is said to own it."""
    near = list(article.parse.children(token.i))
    named = any(t.i > token.i and t.pos in ("PROPN", "X") and article.mention(t) is None for t in near)
    return named and not any(article.mention(t) is not None for t in near)


def _beside(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the Turkish president, X": the person or body whose name stands beside the noun."""
    for inner in article.parse.subtree(token.i, without=("relcl", "acl", "conj", "poss")):
        person = article.parse.tokens[inner]
        mention = article.mention(person) if person.dep == "appos" else None
        if mention is not None and mention.kind in ("person", "body") and (found := _named(article, person, mention)):
            return found
    return ()


def _is_title(article: Article, token: Token, mention: Mention) -> bool:
    """ "the newspaper Avvenire": the name of a thing, though no table knows that it is no person."""
    beside = article.parse.tokens[token.head].lemma if token.dep == "appos" else ""
    return beside in MEDIA and article.actors[mention.actor].state is None


def _stated(article: Article, token: Token) -> tuple[Party, ...]:
    """ "its biggest investor, China", "states, among them Chad": who is named beside the description; one beside an
    office does not hold it."""
    agent = agent_nouns().get(agent_key(token.lemma, token.text) or "")
    if agent is not None and agent.official:
        return ()
    named = [t for t in article.parse.children(token.i, "appos") if _is_member(article, t)]
    if token.tag == "NNS":
        named += [t for t in article.parse.children(token.i, "nmod") if t.case in LISTING and _is_member(article, t)]
    each = [t for first in named[:1] for t in conjuncts(article.parse, first.i)]
    return tuple(p for t in each if (m := article.mention(t)) is not None for p in _named(article, t, m))


def _is_member(article: Article, token: Token) -> bool:
    mention = article.mention(token)
    known = mention is not None and mention.kind in ("state", "organisation")
    return mention is not None and known and mention.via in ("name", "acronym")


def _led(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the head of the IAEA, Mohamed ElBaradei": whom somebody speaks for, wherever he is from."""
    for body in article.parse.children(token.i, "nmod"):
        mention = article.mention(body) if body.case == "of" else None
        if mention is not None and mention.kind == "organisation":
            return _named(article, body, mention)
    return ()


def _network(article: Article, token: Token) -> tuple[Party, ...]:
    """ "Bin Laden's al-Qaeda network": the body that stands before the word for such bodies, whoever leads it."""
    if token.lemma.lower() not in GROUPS:
        return ()
    for named in article.parse.children(token.i, "compound", "amod"):
        mention = article.mention(named)
        if mention is not None and mention.kind == "body":
            return _named(article, named, mention)
    return ()


def _agent(article: Article, token: Token, noun: str) -> AgentNoun | None:
    """The agent that a noun is; for "group", "movement", "leader" the one that stands before it: "rebel group"."""
    if token.lemma.lower() in COLLECTIVES:
        parts = [agent_key(t.lemma, t.text) for t in article.parse.children(token.i, "compound", "amod")]
        found = next((agent_nouns()[p] for p in parts if p), None)
        return found or agent_nouns().get(noun)
    return agent_nouns().get(noun)


def _agents(article: Article, token: Token, agent: AgentNoun) -> tuple[Party, ...]:
    owners = _owners(article, token)
    if owners:
        official = agent.official and all(o.sector != "CVL" for o in owners)  # "Yoruba leaders" are no government
        codes = dict.fromkeys((*(o.code for o in owners), *owning_states(article, token)))
        return tuple(Party(code, f"{code}:{agent.sector}", token.i, agent.sector, official) for code in codes)
    if agent.official and (both := several(article, token)):
        return both
    return last_agent(article, token, agent.sector, official=agent.official) or _at_home(article, token, agent)


def _at_home(article: Article, token: Token, agent: AgentNoun) -> tuple[Party, ...]:
    if token.lemma == "force" and token.tag == "NN":
        return ()  # "change the status quo by force"
    strange = token.lemma.lower() not in AFFAIRS and any(
        t.lemma in FOREIGN for t in article.parse.children(token.i, "amod")
    )
    if agent.sector in ROAMING or token.lemma in ABROAD or strange:
        return ()
    owner = home_owner(article, token, official=agent.official)
    if owner is None:
        return ()
    state, why = owner
    return (Party(state, f"{state}:{agent.sector}", token.i, agent.sector, agent.official, why),)


def _owners(article: Article, token: Token) -> tuple[Party, ...]:
    """Whose government, troops or envoy it is: the possessive, the adjective of nationality, or "of"/"in" a state."""
    masters = [m for t in article.parse.children(token.i, "acl") if t.lemma in MASTERY for m in _agents_of(article, t)]
    if masters:
        return tuple(masters)
    for dep in _owning(article, token):
        for child in article.parse.children(token.i, dep):
            if (dep == "nmod" and child.case not in PLACED) or (dep == "det" and not article.mention(child)):
                continue
            found = (() if _is_part(article, child) else parties(article, child.i)) or town_before(article, child)
            if dep in ("amod", "compound") and not found:
                found = tuple(p for t in _under_adjective(article.parse, child) for p in parties(article, t.i))
            if found:
                return found
    return _owned_by_owner(article, token)


def _is_part(article: Article, child: Token) -> bool:
    """ "the customs service": a noun that says what the organ is for, of which no owner is told."""
    bare = child.dep in ("compound", "amod") and article.mention(child) is None
    return bare and agent_key(child.lemma, child.text) is not None and not _owners(article, child)


def _owning(article: Article, token: Token) -> tuple[str, ...]:
    """Relations to look through, in order: "its Arab allies" are Arabs, "Egypt's Arab allies" are Egypt's."""
    owner = article.parse.child(token.i, "poss")
    if token.lemma in RELATED and owner is not None and owner.pos == "PRON":
        return ("amod", "compound", "nmod", "poss")
    return OWNERS


def _owned_by_owner(article: Article, token: Token) -> tuple[Party, ...]:
    """ "силы ПВО Украины", "relatives of the Uzbek leader's son": behind a noun that is nobody its owner.

    "The Ministry of Foreign Affairs of Ukraine": what an office is for is written with a capital, as in its name.
    """
    english = article.parse.language == "en"
    for child in article.parse.children(token.i, "nmod", "poss"):
        if english and token.lemma not in KIN and not (child.case == "of" and child.text[:1].isupper()):
            continue
        leads = child.case in ("", "of") or child.dictionary in CHARGED  # "поверенный в делах Израиля"
        if leads and child.i > token.i and (found := _owners(article, child)):
            return found
    return ()


def _agents_of(article: Article, participle: Token) -> tuple[Party, ...]:
    """Whose they are: "agents recruited by Russia", "troops sent by Chad"."""
    return tuple(p for t in article.parse.children(participle.i, "agent") for p in parties(article, t.i))


def _under_adjective(parse: Parse, adjective: Token) -> Iterator[Token]:
    """What coordinated adjectives, "White House security" and "Vietnamese-led", "US-led" hold of nationality."""
    yield from parse.children(adjective.i, "conj", "amod")
    if adjective.dep == "compound":
        yield from parse.children(adjective.i, "compound", "poss")
    if adjective.lemma in ("lead", "base") or adjective.text.endswith(("-led", "-based")):
        yield from parse.children(adjective.i, "npadvmod", "advmod", "nmod", "compound")
