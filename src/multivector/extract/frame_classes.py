"""The classes that a frame may ask for in place of a word, each with its test of the word and those joined to it."""

from collections.abc import Callable, Sequence

from multivector.codebook.acts import word_classes
from multivector.codebook.agents import agent_key, agent_nouns
from multivector.codebook.goods import find_good
from multivector.extract.article import Article
from multivector.extract.behind import behind
from multivector.extract.parties import parties
from multivector.text.base import Parse, Token
from multivector.world.actors import actor

__all__ = ["CLASSES"]

DONE = ("has", "have", "had")
PEERS = word_classes()["peers"]
PEACE = ("peacekeeping", "peacekeep", "peace-keeping")
TIES = word_classes()["relations"]
MATERIAL = word_classes()["material"]
SUFFERING = ("face", "risk", "suffer", "die", "lose", "perish", "burn", "pay")
# "Paris said that Rome must open the port": what DUTY stands for in a frame
DUTIES = ("must", "should", "ought", "shall")
OUTLAWS = ("REB", "CRM")  # sectors of rebels, militias, gangs


def _is_material(parse: Parse, token: Token) -> bool:
    """Ties of matter: trade links, military cooperation."""
    if token.lemma not in TIES:
        return False
    return any(t.lemma.lower() in MATERIAL for t in parse.children(token.i, "compound", "amod"))


def _is_ultimatum(parse: Parse, token: Token) -> bool:
    """ "leave or be attacked", "must go or they will march": what is asked, with what comes otherwise."""
    other = parse.child(token.i, "conj")
    if other is None or not any(t.word == "or" for t in parse.children(token.i, "cc")):
        return False
    to_come = any(t.tag == "MD" for t in parse.children(other.i, "aux"))
    return to_come or other.lemma in SUFFERING or parse.child(other.i, "auxpass", "nsubjpass") is not None


def _is_crowd(article: Article, token: Token) -> bool:
    """People who are no officials: demonstrators, farmers, "Georgians"."""
    mention = article.mention(token)
    if mention is not None:
        return mention.via == "demonym" and token.tag in ("NNS", "NNPS")
    noun = agent_key(token.lemma, token.text)
    return noun is not None and not agent_nouns()[noun].official


def _is_outlaw(article: Article, token: Token) -> bool:
    """Rebels, militias and gangs, by a noun or by name: "insurgents", "the Houthis"."""
    mention = article.mention(token)
    if mention is not None:
        return mention.sector in OUTLAWS
    noun = agent_key(token.lemma, token.text)
    return noun is not None and agent_nouns()[noun].sector in OUTLAWS


def _is_land(article: Article, token: Token) -> bool:
    """A state or city by its own name, not its people: "beat Germany", "withdrew from Mosul"."""
    mention = article.mention(token)
    return mention is not None and mention.kind == "state" and mention.via != "demonym"


def _is_official(article: Article, token: Token) -> bool:
    """Somebody by name, or by an office or part: "his counterpart", "the Turkish president"."""
    mention = article.mention(token)
    if mention is not None:
        return mention.kind == "person"
    noun = agent_key(token.lemma, token.text)
    return (noun is not None and agent_nouns()[noun].official and token.lemma in PEERS) or token.lemma == "counterpart"


def _is_fact(parse: Parse, token: Token) -> bool:
    """A clause that tells what has happened: "warned that rebels had killed farmers"."""
    verbs = [token, *parse.children(token.i, "aux", "auxpass")]
    finite = parse.child(token.i, "nsubj", "nsubjpass") is not None
    return finite and any(t.tag == "VBD" or t.word in DONE for t in verbs) and not any(t.tag == "MD" for t in verbs)


def _is_good(parse: Parse, token: Token) -> bool:
    left = [t.dictionary.lower() for t in parse.children(token.i, "compound", "amod")]
    return find_good([*left, token.dictionary.lower()], parse.language) is not None


def _names_organisation(article: Article, token: Token) -> bool:
    return any((a := actor(p.code)) and a.kind == "organisation" for p in parties(article, token.i))


def _keeps_peace(parse: Parse, token: Token) -> bool:
    """Peacekeepers, peacekeeping troops, a peace force."""
    left = {t.lemma.lower() for t in parse.children(token.i, "compound", "amod")}
    return token.lemma == "peacekeeper" or not left.isdisjoint(PEACE)


CLASSES: tuple[tuple[str, Callable[[Article, Token, Sequence[Token]], bool]], ...] = (
    ("ANY", lambda article, token, spots: True),
    ("PERSON", lambda article, token, spots: any(_is_official(article, t) for t in spots)),
    ("FACT", lambda article, token, spots: _is_fact(article.parse, token)),
    ("CLAUSE", lambda article, token, spots: token.pos in ("VERB", "AUX")),
    ("DUTY", lambda article, token, spots: any(t.lemma in DUTIES for t in article.parse.children(token.i, "aux"))),
    ("ACTOR", lambda article, token, spots: bool(parties(article, token.i))),
    ("MATERIAL", lambda article, token, spots: any(_is_material(article.parse, t) for t in spots)),
    ("ORELSE", lambda article, token, spots: any(_is_ultimatum(article.parse, t) for t in spots)),
    ("ORGANISATION", lambda article, token, spots: _names_organisation(article, token)),
    ("PEOPLE", lambda article, token, spots: any(_is_crowd(article, t) for t in spots)),
    ("REBELS", lambda article, token, spots: any(_is_outlaw(article, t) for t in spots)),
    ("OWNED", lambda article, token, spots: token.pos == "NOUN" and bool(behind(article, token.i))),
    ("SEVERAL", lambda article, token, spots: len({p.code for p in parties(article, token.i)}) > 1),
    ("STATE", lambda article, token, spots: _is_land(article, token)),
    ("PEACEKEEPERS", lambda article, token, spots: _keeps_peace(article.parse, token)),
    ("GOODS", lambda article, token, spots: any(_is_good(article.parse, t) for t in spots)),
)
