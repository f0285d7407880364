"""What a read act comes to: reversed by an end, refused, to come, threatened; and whether it stands at all."""

from dataclasses import replace

from multivector.codebook.agents import agent_key, agent_nouns
from multivector.codebook.grammar import words
from multivector.extract.arguments import core
from multivector.extract.article import Article
from multivector.extract.composed import Composed
from multivector.extract.frames import Match
from multivector.extract.status import is_negated, is_unwilling
from multivector.text.base import Parse, Token

__all__ = ["COOPERATIVE", "NEEDS_RECIPIENT", "is_forgone", "settled", "stands"]

COOPERATIVE = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
FUTURE_AGREE = tuple(name for name in COOPERATIVE if name != "AGREE")
# Announced, these are threats (CAMEO 13x); an announced SANCTION stays one that is planned
# (docs/decisions/2026-11-threats-and-home.md).
AGGRESSIVE = ("PROTEST", "COERCE", "ASSAULT")
CONDITIONAL = (*AGGRESSIVE, "SANCTION", "RETREAT", "REJECT")  # announced with "unless" these are threats
THREATENED = ("THREATEN", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE")  # said of oneself under a condition
WEAPONS = words("compose", "weapons")
ANNOUNCING = words("compose", "announcing")
FUTURE_WORDS = words("status", "future") | {"would"}
PREPARING = ("prepare", "preparation")
MENACING = ("armed", "arm", "masked", "mask", "unidentified", "unknown")
OUTLAWS = ("REB", "CRM")
CARRYING = ("do", "undergo")  # operators under which a noun is told as done: "voiced concern", "drew an angry response"
NEEDS_RECIPIENT = ("SANCTION", "COOPERATE", "AID")
ON_ITS_OWN = ("sanction.ban", "sanction.trade-ban", "sanction.sanction")  # told without saying against whom
ASSENTING = ("согласиться", "соглашаться")
SUFFERED = ("SANCTION", "ASSAULT", "COERCE", "MOBILIZE")  # told in the passive these stand without a doer


def settled(article: Article, event: Composed) -> Composed | None:
    """Reverse, refuse or plan; None where what was ended leaves nothing."""
    left = _ended(event)
    typed = _retyped(article, left) if left is not None else None
    return _share(typed) if typed is not None else None


def _ended(event: Composed) -> Composed | None:
    """The event turned round by each operator that ends it: "lifted sanctions"; None where nothing is left of it."""
    for outer in event.chain:
        if outer.act.operator == "end":
            if event.match.act.reverse is None:
                return None
            event = replace(event, type=event.match.act.reverse, rule=f"{event.rule}/{outer.act.id}")
    return event


def _retyped(article: Article, event: Composed) -> Composed | None:
    """The event with the type that its status makes of it: refused, to come, fallen through."""
    if event.type in COOPERATIVE and _refuses(article, event):
        return replace(event, type="REJECT", status="asserted", rule=f"{event.rule}/refused")
    if event.status == "planned":
        return _to_come(article, event)
    if event.type in THREATENED and event.status == "hypothetical" and _is_own_word(article, event):
        return replace(event, type="THREATEN", status="asserted")  # "said it would respond if ...": the threat is made
    if (
        event.type == "SANCTION"
        and event.status == "asserted"
        and event.match.act.mode == "expel"
        and _is_at_home(event)
    ):
        return None  # "told its citizens to leave Lebanon"
    if event.status == "denied" and event.match.act.reciprocal and _falls_through(event):
        return replace(event, type="REJECT", status="asserted", rule=f"{event.rule}/failed")  # CAMEO 12: no accord
    return event


def _is_own_word(article: Article, event: Composed) -> bool:
    """Whether the one who is to do it says so himself, under a condition."""
    voice = article.voices.get(event.match.token)
    clauses = article.parse.children(event.match.token, "advcl")
    told = voice is not None and voice.code in {p.code for p in event.source}
    return told and any(t.word in ("if", "should") for c in clauses for t in article.parse.children(c.i, "mark", "aux"))


def _is_at_home(event: Composed) -> bool:
    return bool(event.target) and {p.code for p in event.target} <= {p.code for p in event.source}


def _to_come(article: Article, event: Composed) -> Composed:
    """What an act is as long as it is planned: an agreement, a threat, forces made ready."""
    if event.type in CONDITIONAL and _unless(article, event):
        return replace(event, type="THREATEN", rule=f"{event.rule}/unless")
    if event.type in FUTURE_AGREE:
        return replace(event, type="AGREE", rule=f"{event.rule}/future")
    if event.type in AGGRESSIVE and _is_announced(article, event):
        return replace(event, type="THREATEN", rule=f"{event.rule}/announced")  # "said they would boycott the vote"
    if event.type == "ASSAULT" and _prepares(article, event):
        return replace(event, type="MOBILIZE", rule=f"{event.rule}/prepared")  # forces made ready, not yet used
    if event.type == "THREATEN" and "speaker" in event.match.act.source:
        return replace(event, status="asserted")  # "Israel will pay a price, Iran said": the threat is made
    return event


def _tokens(event: Composed) -> list[int]:
    """The act's own token and those of the operators above it."""
    return [event.match.token, *(m.token for m in event.chain)]


def _is_announced(article: Article, event: Composed) -> bool:
    """A future act in words ("will", "vowed to"), not preparations that others tell of."""
    auxiliaries = {t.word for i in _tokens(event) for t in article.parse.children(i, "aux")}
    lemmas = {article.parse.tokens[i].lemma for m in event.chain for i in m.words}
    return event.type == "PROTEST" or bool(auxiliaries & FUTURE_WORDS or lemmas & ANNOUNCING)


def _prepares(article: Article, event: Composed) -> bool:
    """ "prepared to storm the town": what is made ready short of the deed (PLOVER 2.0: MOBILIZE)."""
    return any(article.parse.tokens[m.token].lemma in PREPARING for m in event.chain)


def _unless(article: Article, event: Composed) -> bool:
    """True where the announcement carries its condition: "will pull out unless the king goes"."""
    clauses = [c for i in _tokens(event) for c in article.parse.children(i, "advcl")]
    return any(t.word == "unless" for c in clauses for t in article.parse.children(c.i, "mark"))


def _falls_through(event: Composed) -> bool:
    """ "failed to reach an agreement": both sides are said not to have come to terms."""
    failed = any(m.act.operator == "fail" for m in event.chain)
    return failed and event.type in ("AGREE", "SUPPORT", "COOPERATE") and len({p.code for p in event.source}) > 1


def _refuses(article: Article, event: Composed) -> bool:
    """A negated will, said as a fact: not behind "could", "if" or a question."""
    unwilling = any(is_unwilling(article.parse, t) for t in _tokens(event))
    if event.match.kind == "adjective" and event.type == "AGREE":  # "is not ready to meet"
        unwilling = unwilling or event.status == "denied"
    return unwilling and event.status in ("denied", "planned", "asserted")


def is_forgone(parse: Parse, match: Match, inner: Match) -> bool:
    """ "promised not to supply arms": help that is promised away."""
    return inner.act.event in COOPERATIVE and inner.token != match.token and is_negated(parse, inner.token)


def _share(event: Composed) -> Composed:
    """Reciprocal acts of several subjects have them all as sources and no target (PLOVER 2.0)."""
    if event.match.act.reciprocal and not event.target and len({p.code for p in event.source}) < 2:
        return event
    states = {p.code for p in event.source if p.official}  # rebels and crowds act on their own state
    kept = tuple(p for p in event.target if p.code not in states or not (p.official or p.sector == "UNK"))
    return replace(event, target=kept)


def stands(article: Article, event: Composed) -> bool:
    """True for an event that is told as one, with a party that it needs; a mere mention does not stand."""
    if _is_mere_mention(article.parse, event):
        return False
    codes = {p.code for p in event.source}
    both = bool(event.source and event.target) or (event.match.act.reciprocal and len(codes) > 1)
    if both or event.status == "hypothetical":
        return both
    token = article.parse.tokens[event.match.token]
    if event.type == "AGREE" and not event.target and token.dep == "aside" and token.own in ASSENTING:
        return False  # "— Это важный шаг, — согласился X"
    supported = event.match.kind != "noun" or bool(event.chain) or _made(article.parse, event.match)
    return supported and _stands_alone(article, event)


def _is_mere_mention(parse: Parse, event: Composed) -> bool:
    """True for what is told as no event of its own, whoever its parties are."""
    if event.match.act.carried and not any(m.act.operator in CARRYING for m in event.chain):
        return True
    if event.type == "THREATEN" and event.status == "asserted" and _tells_how(parse, event):
        return True  # "raised its tariffs, hitting back at Canada": the deed itself is told
    # "fears of an attack": nobody says that there is one
    return event.status == "hypothetical" and event.match.kind == "noun" and not event.chain


def _stands_alone(article: Article, event: Composed) -> bool:
    """True for an event that needs no more than the one party that is told of it."""
    if not event.target and event.match.act.source == ("speaker",) and event.type == "ACCUSE":
        return False  # "admitted that its own forces were to blame"
    if event.target:
        suffered = event.type in SUFFERED and _is_doerless(article, event.match)
        return suffered or event.type == "PROTEST"  # by people of no stated country
    traded = event.match.act.id in ON_ITS_OWN and event.status == "asserted"
    kind = event.match.act.event if article.parse.language == "en" else None  # elsewhere receivers are often left out
    for_nobody = kind in ("COOPERATE", "AID") and event.type == "AGREE"  # "plans to build a port"
    return bool(event.source) and not for_nobody and (event.type not in NEEDS_RECIPIENT or traded)


def _tells_how(parse: Parse, event: Composed) -> bool:
    """An answer that only says how another deed is meant."""
    token = parse.tokens[event.match.token]
    return event.match.act.id == "threaten.retaliate" and token.dep == "advcl" and token.tag == "VBG"


def _is_doerless(article: Article, match: Match) -> bool:
    """True where no subject is told, or only the deed, the weapon or people of no country: "a roadside bomb killed
    three soldiers", "hackers defaced Danish pages"."""
    heads = [article.parse.tokens[core(article.parse, j)] for j in match.arguments.get("subj", ())]
    return all(t.lemma.lower() in WEAPONS or _is_nobodys(article, t) for t in heads)


def _is_nobodys(article: Article, token: Token) -> bool:
    """Gunmen, hackers, attackers: people that no state answers for."""
    if token.lemma == "man":
        return any(t.lemma in MENACING for t in article.parse.children(token.i, "amod"))
    noun = agent_key(token.lemma, token.text)
    return noun is not None and agent_nouns()[noun].sector in OUTLAWS


def _made(parse: Parse, match: Match) -> bool:
    return any(t.tag == "VBN" for t in parse.children(match.token, "acl"))
