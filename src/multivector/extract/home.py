"""Whose an agent is that the text gives no owner: "police in Lagos", "in Algeria students blocked roads"."""

from typing import NamedTuple

from multivector.codebook.agents import agent_key
from multivector.codebook.grammar import words
from multivector.extract.article import Article
from multivector.model import Mention
from multivector.text.base import Token
from multivector.world.names import CITIES

__all__ = ["PLACE", "SITES", "Near", "around_home", "clause_state", "home_state", "near_home"]

PLACE = ("in", "at", "near", "outside", "across", "throughout", "around", "from", "inside", "within", "off")
GOAL = (*PLACE, "to")
BELONGING = (*PLACE, "of")
OWNING = ("poss", "amod", "compound")
STRIKING = ("on", "at", "against", "into", "upon")
LEAVING = ("recall", "withdraw", "evacuate", "bring")  # "recalled its envoy from Warsaw": not from home
SETTLED = ("base", "settle", "hide", "exile", "root")
WHEN = ("when", "as", "while")
SITES = words("home", "sites")
MISSIONS = ("embassy", "consulate")  # "at the Israeli embassy in Lima": whose they are is not where they are
WEAPONS = words("compose", "weapons")
DIPLOMATS = ("ambassador", "envoy", "consul", "embassy", "chargé")
STRANGERS = words("home", "strangers")
TALKING = words("home", "talking")


def home_state(article: Article, token: Token, *, official: bool = False) -> str | None:
    """The state in which the token's clause takes place, else the only state that owns something in its sentence.

    Attackers of whom nothing is known are at home where they strike, never of the state whose people or goods they
    strike. An `official` body is not of the state whose people or goods it acts on: "the ministry summoned the Turkish
    envoy".

    A state that acts or is acted on in its own name is nobody's home: "the government accused Chad" says not whose.
    """
    near = near_home(article, token)
    return near.state if near.state or near.closed else around_home(article, token, official=official)


class Near(NamedTuple):
    """The state that the token's own clauses tell, and whether their words leave no other to be looked for."""

    state: str | None
    closed: bool = False


def near_home(article: Article, token: Token) -> Near:
    """The state that the token's own phrase and the clauses that hold it tell: where they take place, who acts."""
    if living := _lives(article, token):
        return Near(living)
    for governor in article.parse.ancestors(token.i):
        if governor.pos in ("VERB", "AUX"):
            if governor.lemma in TALKING and not _speaks(article, governor, token):
                continue  # "discussed a prisoner swap in Muscat": where they talk is not where the prisoners are
            if placed := _placed(article, governor, token):
                return Near(placed)
            if _is_told_of_state(article, governor):
                return Near(None, closed=True)
    return Near(None)


def around_home(article: Article, token: Token, *, official: bool = False) -> str | None:
    """The state that the sentence around the token's clauses tells, or the sentence before it."""
    stranger = token.lemma in STRANGERS
    if stranger and (scene := _scene(article, token)):
        return scene
    return _only_owner(article, token, apart=official or stranger) or _spoken_of(article, token)


def _placed(article: Article, verb: Token, token: Token) -> str | None:
    """The state that the clause of one verb tells of, by its place first, by those who act in it last."""
    return (
        _place(article, verb)
        or _about(article, verb)
        or _same_blow(article, verb)
        or _when(article, verb)
        or _beside(article, token)
        or _accusers(article, verb, token)
        or _subjects_home(article, verb, token)
    )


def _accusers(article: Article, verb: Token, token: Token) -> str | None:
    """ "Kyrgyzstan accused Tajik troops of firing on road workers": who suffers is the accuser's."""
    blame = article.parse.tokens[verb.head]
    if blame.dep == "obj":
        blame = article.parse.tokens[blame.head]
    if verb.dep != "pcl" or verb.case != "of" or blame.lemma != "accuse" or token.i < verb.i:
        return None
    return _state(next((m for t in article.parse.children(blame.i, "nsubj") if (m := article.mention(t))), None))


def _speaks(article: Article, verb: Token, token: Token) -> bool:
    """Whether the token is of the verb's subject."""
    return any(token.i in article.parse.subtree(t.i) for t in article.parse.children(verb.i, "nsubj", "agent"))


def _scene(article: Article, token: Token) -> str | None:
    """ "opened fire on a bus carrying Greek tourists in Lagos": the one place that is named below what is struck."""
    below = (article.parse.tokens[i] for i in sorted(_acted_on(article, token)))
    places = {m.state for t in below if t.case in PLACE and t.case != "from" and (m := article.mention(t))}
    return places.pop() if len(places) == 1 else None


def _lives(article: Article, token: Token) -> str | None:
    """ "guerrillas operating in Macedonia", "ethnic Turks living in Bulgaria": where the phrase says that they are."""
    people = article.parse.tokens[token.head] if token.dep == "amod" else token
    for site in article.parse.children(people.i, "nmod"):
        where = [t for t in article.parse.children(site.i, "nmod") if t.case in ("in", "near", "outside")]
        state = next((s for t in where if (s := _state(article.named.get(t.i)))), None)
        if state and site.case in ("at", "from", "in", "of"):
            return state  # "workers at a mine in Zambia"
    clauses = [t for t in article.parse.children(people.i, "acl") if t.tag == "VBG" or t.lemma in SETTLED]
    return next((state for t in clauses if (state := _place(article, t))), None)


def _beside(article: Article, token: Token) -> str | None:
    """ "a truce between the Philippine government and guerrillas": those who are named with a state's own."""
    if token.dep != "conj":
        return None
    owners = article.parse.children(token.head, *OWNING)
    return next((state for t in owners if (state := _state(article.named.get(t.i)))), None)


def _is_told_of_state(article: Article, verb: Token) -> bool:
    """ "Cuba trained fighters, Peru's ministry said": who says it gives no home to the fighters."""
    doer = article.parse.child(verb.i, "nsubj")
    mention = article.named.get(doer.i) if doer is not None and verb.dep == "ccomp" else None
    return mention is not None and mention.kind == "state" and mention.via != "demonym"


def _when(article: Article, verb: Token) -> str | None:
    """ "killed nine people when he blew himself up in Haifa": where the clause beside takes place."""
    for clause in article.parse.children(verb.i, "advcl"):
        if any(t.word in WHEN for t in article.parse.children(clause.i, "advmod", "mark")):
            return _place(article, clause)
    return None


def clause_state(article: Article, token: Token) -> str | None:
    """The state of the place that the clause names ("imposed a curfew in Abidjan"), None where it names none."""
    for verb in (token, *article.parse.ancestors(token.i)):
        if verb.pos in ("VERB", "AUX"):
            return _place(article, verb)
    return None


def _subjects_home(article: Article, verb: Token, token: Token) -> str | None:
    """The state of those who act in the clause: in "Sudanese officials accused the rebels" the rebels are Sudan's."""
    for subject in article.parse.children(verb.i, "nsubj", "agent"):
        if subject.i == token.i or token.i in article.parse.subtree(subject.i):
            continue
        if subject.lemma in WEAPONS and (struck := _struck(article, subject)):
            return struck
        owners = [*article.parse.children(subject.i, "amod", "poss", "compound", "nmod")]
        if subject.lemma in DIPLOMATS:  # "the US ambassador in Kigali met the minister": the host's
            owners = [t for t in owners if t.dep == "nmod"]
        for owner in owners:
            if owner.dep != "nmod" or owner.case in ("in", "of", "from"):
                state = _state(article.named.get(owner.i))
                if state:
                    return state
    return None


def _struck(article: Article, blow: Token) -> str | None:
    """ "A US strike on a boat off Venezuela killed six people": where the blow fell, not whose it was."""
    for thing in article.parse.children(blow.i, "nmod"):
        for i in article.parse.subtree(thing.i) if thing.case in PLACE or thing.case in STRIKING else ():
            if state := _state(article.named.get(i)):
                return state
    return None


def _same_blow(article: Article, verb: Token) -> str | None:
    """ "opened fire on an Armenian village, wounding a farmer": who else suffers is of the state that is struck."""
    struck = article.parse.tokens[verb.head]
    if verb.dep != "advcl" or verb.tag != "VBG" or struck.pos != "VERB":
        return None
    for thing in article.parse.children(struck.i, "obj", "obl", "nsubjpass"):
        if thing.dep != "obl" or thing.case in STRIKING:
            for i in article.parse.subtree(thing.i, without=("relcl", "acl", "advcl", "appos", "conj")):
                if state := _state(article.named.get(i)):
                    return state
    return None


def _spoken_of(article: Article, token: Token) -> str | None:
    """The only state that the sentence before names: "... in the Nigerian city. Troops later arrested nine people"."""
    if article.parse.language != "en" or token.sentence == 0 or _names_state(article, token.sentence):
        return None
    before = _names_state(article, token.sentence - 1)
    return before.pop() if len(before) == 1 else None


def _names_state(article: Article, sentence: int) -> set[str]:
    first, last = article.parse.bounds[sentence]
    return {state for i in range(first, last) if (state := _state(article.named.get(i)))}


def _about(article: Article, verb: Token) -> str | None:
    """The place of what the clause is about: "struck a school in Khan Younis", "blocked the road to Lubumbashi"."""
    for thing in article.parse.children(verb.i, "obj", "nsubjpass"):
        for child in article.parse.children(thing.i, "nmod"):
            mention = article.mention(child)
            if mention is None or child.case not in GOAL:
                continue
            is_site = mention.via == "name" and child.case in PLACE and thing.lemma in SITES
            if is_site or mention.via in CITIES:
                return mention.state
    return None


def _place(article: Article, verb: Token) -> str | None:
    for child in article.parse.children(verb.i, "obl", "nmod"):
        if child.case not in PLACE or (child.case == "from" and verb.lemma in LEAVING):
            continue
        for i in article.parse.subtree(child.i, without=("relcl", "acl", "conj")):
            state = _state(article.named.get(i))
            foreign = child.lemma in MISSIONS and article.parse.tokens[i].head == child.i and i < child.i
            if state and not foreign and not _is_matter(article, i, child):
                return state
    return None


def _is_matter(article: Article, i: int, place: Token) -> bool:
    """ "in connection with a Turkish ship": what a phrase deals with is no place."""
    inner = [article.parse.tokens[i], *article.parse.ancestors(i)]
    inner = inner[: next((k for k, t in enumerate(inner) if t.i == place.i), 0)]
    return any(t.dep == "nmod" and t.case not in BELONGING for t in inner)


def _only_owner(article: Article, token: Token, *, apart: bool) -> str | None:
    """The one state that owns something in the sentence, outside relative clauses about others.

    `apart` leaves out what the token's own verb acts on.
    """
    above = [t.i for t in article.parse.ancestors(token.i)]
    acted_on = _acted_on(article, token) if apart else set()
    owners = set()
    for i, mention in article.named.items():
        other = article.parse.tokens[i]
        outside = other.sentence != token.sentence or i in acted_on
        if outside or not _owns(article, other) or not (state := _state(mention)):
            continue
        if other.head in above and article.parse.tokens[other.head].lemma in WEAPONS:
            continue  # "two Libyan raids in which nine people died"
        if all(t.dep != "relcl" or t.i in above for t in article.parse.ancestors(i)):
            owners.add(state)
    return owners.pop() if len(owners) == 1 else None


def _owns(article: Article, token: Token) -> bool:
    """ "Malian rebels", "the opposition in Mali"."""
    if token.dep in OWNING:
        return True
    of = article.parse.tokens[token.head]
    return token.dep == "nmod" and token.case in ("in", "of") and agent_key(of.lemma, of.text) is not None


def _acted_on(article: Article, token: Token) -> set[int]:
    """The words of what the token's own verb acts on or says."""
    if token.dep not in ("nsubj", "agent"):
        return set()
    things = article.parse.children(token.head, "obj", "iobj", "obl", "ccomp", "xcomp", "pcl", "advcl", "nsubjpass")
    return {j for t in things for j in article.parse.subtree(t.i)}


def _state(mention: Mention | None) -> str | None:
    return mention.state if mention is not None and mention.kind in ("state", "body", "person") else None
