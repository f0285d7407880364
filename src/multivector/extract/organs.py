"""Whose organ it is that the text gives no owner, nor its clause a place: "the foreign ministry", "police".

Journalists name the state of an organ once, and of their own place never: such an organ is that of the state whose
organ of the kind was named in full before, else of the state from which the article is written. Where the speech that
holds it is another state's, or the organ acts on that state's own people, that state is out or nearer.
"""

from multivector.codebook.agents import agent_key
from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.extract.article import Article, Owner
from multivector.extract.home import around_home, near_home
from multivector.extract.role_holders import acting_state
from multivector.extract.subjects import subject
from multivector.text.base import Token

__all__ = ["bare_organ", "held_office", "home_owner", "is_organ", "telling_organ"]

ORGANS = words("organs", "organs")
CIVIL = ORGANS - {"army", "military", "navy", "coastguard"}  # not the forces, whose deeds those whom they strike report
PEOPLE = words("organs", "people")  # of these also the plural is the organ of one state
TOLD = words("organs", "told")
LOCALS = words("organs", "locals")
TRAVELLING = words("organs", "travelling")
ANOTHER = words("organs", "another")
CENTRAL = words("organs", "central")
BANK = "bank"
CARRIED = ("it", "its", "he", "she", "his", "her", "they", "their")
COLLEAGUES = ("minister", "secretary", "spokesman", "spokeswoman", "spokesperson")
CLOSE = 2  # sentences back
OWNING = ("poss", "amod", "compound", "nmod")
LEADING = (*OWNING, "conj")
OF = ("", "of", "in")
PLURALS = ("NNS", "NNPS")
SUBJECTS = ("nsubj", "nsubjpass", "agent")
ACTING = (*SUBJECTS, "poss")
REPORTED = ("ccomp", "xcomp", "pcl")
ACTED_ON = ("obj", "iobj", "obl", "nsubjpass")


def is_organ(article: Article, token: Token) -> bool:
    """Whether the token is an organ of some one state: "the central bank", "lawmakers"; not "a bank", "governments"."""
    noun = agent_key(token.lemma, token.text)
    if noun not in ORGANS or article.parse.language != "en":
        return False
    if token.tag in PLURALS and noun not in PEOPLE:
        return False
    beside = {t.word for t in article.parse.children(token.i, "det", "amod", "compound")}
    if noun in TOLD and not any(article.parse.children(token.i, "amod", "compound")):
        return False
    return not beside & ANOTHER and (noun != BANK or bool(beside & CENTRAL))


def home_owner(article: Article, token: Token, *, official: bool) -> Owner | None:
    """The state of an agent without an owner: that of its clauses, of the article for an organ, of what is around."""
    near = near_home(article, token)
    if near.state and not _is_abroad(article, token):
        return Owner(near.state)
    if official and not near.closed and (organ := bare_organ(article, token)):
        return organ
    if near.state or near.closed:
        return Owner(near.state) if near.state else None
    if not official and (policed := _policed(article, token)):
        return Owner(policed)
    ground = article.ground
    if ground is not None and ground.told and not official and agent_key(token.lemma, token.text) in LOCALS:
        return Owner(ground.state, ground.why)
    lent = ground is not None and is_organ(article, token) and ground.state not in _acted_on(article, token)
    if ground is not None and lent and not _others_act(article, token):
        return Owner(ground.state, ground.why)
    around = around_home(article, token, official=official) or (acting_state(article, token) if official else None)
    if around:
        return Owner(around)
    return Owner(ground.state, ground.why) if ground is not None and lent else None


def _policed(article: Article, token: Token) -> str | None:
    """ "Police detained three protesters": whom a state's organ deals with is at home there."""
    for verb in article.parse.ancestors(token.i):
        doer = article.parse.child(verb.i, "nsubj", "agent") if verb.pos == "VERB" else None
        if doer is not None and doer.i != token.i:
            owner = home_owner(article, doer, official=True) if is_organ(article, doer) else None
            return owner.state if owner is not None and article.mention(doer) is None else None
    return None


def _others_act(article: Article, token: Token) -> bool:
    """Whether others than the article's own state have acted so far, the token's sentence included."""
    end = article.parse.bounds[token.sentence][1]
    for j, mention in article.before(end):
        state = article.state_of(mention)
        if state and article.ground and state != article.ground.state and _acts(article, article.parse.tokens[j]):
            return True
    return False


def _acts(article: Article, token: Token) -> bool:
    """True for who acts and for whose organ or people do."""
    actor = article.parse.tokens[token.head] if token.dep in OWNING else token
    if actor.dep == "conj":
        actor = article.parse.tokens[actor.head]
    while article.parse.language != "en" and actor.dep == "nmod" and actor.case == "of":
        actor = article.parse.tokens[actor.head]  # "министерство сельского хозяйства Казахстана"
    return actor.dep in SUBJECTS


def held_office(article: Article, person: Token, code: str) -> Owner | None:
    """The state of somebody introduced by an office alone, here or before: "Defence Minister X".

    `code` is the person's; what is found is noted in the article.
    """
    if code in article.offices:
        return article.offices[code]
    parse = article.parse
    roles = [parse.tokens[person.head]] if person.dep == "appos" else []
    roles += [t for t in parse.children(person.i, "compound", "appos") if article.mention(t) is None]
    offices = [c for role in roles for c in (role, *parse.children(role.i, "compound"))]
    organ = next((t for t in offices if is_organ(article, t)), None)
    held = bare_organ(article, organ) if organ is not None and article.mention(organ) is None else None
    held = held or next((own for t in roles if (own := _colleagues(article, t))), None)
    if held is not None:
        article.offices[code] = held
    return held


def _colleagues(article: Article, role: Token) -> Owner | None:
    """ "Kenya's energy ministry denied it. Deputy Minister X ...": whose the last organ or state to act was."""
    noun = agent_key(role.lemma, role.text)
    if noun not in COLLEAGUES and (noun != "deputy" or article.parse.language == "en"):  # "замминистра"
        return None
    found: dict[str, int] = {}
    leading = set[str]()
    for j, mention in article.before(role.i):
        spot = article.parse.tokens[j]
        if role.sentence - spot.sentence > CLOSE or (found and spot.sentence not in found.values()):
            break
        state = article.state_of(mention)
        if state and mention.via != "city" and _acts(article, spot):
            found.setdefault(state, spot.sentence)
            leading |= {state} if _leads(article, spot) else set()
    states = leading if len(found) > 1 else set(found)
    return Owner(states.pop(), "acted before") if len(states) == 1 else None


def _leads(article: Article, token: Token) -> bool:
    """The subject of the whole sentence, or whose it is."""
    doer = article.parse.tokens[token.head] if token.dep in LEADING else token
    return doer.dep in SUBJECTS and article.parse.tokens[doer.head].dep == "root"


def _is_abroad(article: Article, token: Token) -> bool:
    """ "The minister said in Kyiv": people speak abroad too, where the place does not open the sentence."""
    noun = agent_key(token.lemma, token.text)
    ground = article.ground
    if noun not in TRAVELLING or ground is None or not ground.told:
        return False
    places = [t for t in article.parse.children(token.head, "obl") if t.case == "in"]
    return token.dep == "nsubj" and all(t.i > token.i for t in places)


def bare_organ(article: Article, token: Token) -> Owner | None:
    """Whose organ the token is: of who speaks of it, of its kind named in full before, or of the article's place."""
    if not is_organ(article, token):
        return None
    suffering = _acted_on(article, token)
    if (speaker := _reporting(article, token)) is not None:
        return Owner(speaker, "speaker") if speaker not in suffering else None
    ground = article.ground
    named = [s for s in _named_before(article, token) if s not in suffering]
    if (
        not named
        and ground is not None
        and not ground.titled
        and (other := _acting_alone(article, token, ground.state))
    ):
        return Owner(other, "acted before")
    if ground is not None and ground.told and (not named or ground.state in named):
        return Owner(ground.state, ground.why) if ground.state not in suffering else None
    return Owner(named[0], "named before") if named else None


def _acting_alone(article: Article, token: Token, own: str) -> str | None:
    """The one state whose civil organs act before the token, where nobody of the article's `own` state does.

    A report on one country may be written from another: "Rwandan authorities ... The police beat them".
    """
    found = set[str]()
    for j, mention in article.before(token.i):
        spot = article.parse.tokens[j]
        state, acts = article.state_of(mention), _acts(article, spot)
        if state == own and (acts or mention.kind in ("person", "body")):
            return None
        if state and acts and (_owned(article, spot) in CIVIL or mention.via == "metonym"):
            found.add(state)
    return found.pop() if len(found) == 1 else None


def _reporting(article: Article, token: Token) -> str | None:
    """The state of who says what the organ stands in: "Macron said that the government would not yield"."""
    for governor in article.parse.ancestors(token.i):
        verb = article.parse.tokens[governor.head]
        if governor.dep not in REPORTED or verb.pos != "VERB" or verb.lemma not in cues().speech:
            continue
        doer = article.parse.child(verb.i, "nsubj")
        mention = article.mention(doer) if doer is not None else None
        if mention is not None and mention.kind in ("person", "body"):
            return article.state_of(mention)
    return None


def telling_organ(article: Article, token: Token) -> Token | None:
    """ "The central bank said it was ready": the organ that says what the pronoun is the subject or owner of."""
    if token.word not in CARRIED or token.dep not in ACTING:
        return None
    parse = article.parse
    clause = next((t for t in parse.ancestors(token.i) if t.pos in ("VERB", "AUX", "ADJ") or t.dep in REPORTED), None)
    if clause is None or clause.dep != "ccomp":
        return None
    own, said = parse.child(clause.i, *SUBJECTS), subject(parse, clause.head)
    if said is None or (own is not None and own.i < token.i and token.i not in parse.subtree(own.i)):
        return None  # "officials said that Chad valued its ties": what is the clause's own subject's
    doer = parse.tokens[said]
    return doer if said < token.i and article.mention(doer) is None and is_organ(article, doer) else None


def _named_before(article: Article, token: Token) -> list[str]:
    """The states whose organ by the same noun was named before, the last first."""
    noun = agent_key(token.lemma, token.text)
    found: dict[str, None] = {}
    for j, mention in article.before(token.i):
        if mention.kind == "state" and mention.state and _owned(article, article.parse.tokens[j]) == noun:
            found.setdefault(mention.state)
    return list(found)


def _owned(article: Article, owner: Token) -> str | None:
    """The agent noun that a name owns: "ministry" of "the Ukrainian foreign ministry"."""
    if owner.dep not in OWNING or (owner.dep == "nmod" and owner.case not in OF):
        return None
    of = article.parse.tokens[owner.head]
    return agent_key(of.lemma, of.text)


def _acted_on(article: Article, token: Token) -> set[str]:
    """The states whose people or goods the organ itself acts on: it is not theirs."""
    if token.dep not in ("nsubj", "agent"):
        return set()
    found = set[str]()
    for thing in article.parse.children(token.head, *ACTED_ON):
        if thing.dep == "obl" and thing.case not in ("against", "on", "of"):
            continue
        spots = (article.named.get(i) for i in article.parse.subtree(thing.i, without=("relcl", "acl", "advcl")))
        found |= {m.state for m in spots if m is not None and m.kind == "state" and m.state}
    return found
