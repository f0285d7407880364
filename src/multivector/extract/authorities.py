"""Whose authorities did what is told without a doer: "задержаны десять человек", "was jailed in Iran"."""

from collections.abc import Sequence

from multivector.codebook.grammar import words
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.home import clause_state, home_state
from multivector.extract.parties import parties
from multivector.extract.subjects import is_passive
from multivector.model import Mention
from multivector.text.base import Token

__all__ = ["authorities", "blamed_at_home", "hosted", "issued"]

ARTICLES = ("en",)  # where a passive without a doer stays without one
SUBJECTS = ("nsubj", "nsubjpass", "agent")
OWNING = ("poss", "amod", "compound")
KINDS = ("state", "body", "person")
PLACES = ("in", "at")
REACH = 6  # sentences back in which the place or the authorities were told
MATTERS = words("authorities", "matters")  # what happens under a state's authorities
POLICING = words("authorities", "policing")
EXPELLING = words("authorities", "expelling")
DIPLOMATS = words("authorities", "diplomats")
TOLD = ("ACCUSE", "REQUEST", "THREATEN")  # what a host's ministry says to other states' diplomats
DEEDS = ("SANCTION", "ACCUSE", "REQUEST", "THREATEN", "AID", "CONCEDE", "AGREE")  # what a bulletin tells as done
WITHDRAWN = ("recall", "withdraw", "expel")  # whom a state calls home or sends away
HUNG = ("amod", "acl", "relcl")
ANSWERED = ("ACCUSE", "REJECT", "REQUEST")
CONVICTION = "convict"  # of sanctions only a court's are domestic


def authorities(article: Article, match: Match) -> tuple[Party, ...]:
    """The authorities of the place, or those that acted last before; () for acts that others than authorities do.

    In languages where the doer of a sentence may be left out, a passive or a verb in the plural without a subject; in
    English only where the clause says in which state: "a Dane was arrested in Iran".
    """
    domestic = match.act.event == "COERCE" or (match.act.event == "SANCTION" and match.act.mode == CONVICTION)
    if article.parse.language in ARTICLES:
        return _of_the_place(article, match)
    if match.kind != "verb" or match.arguments.get("subj"):
        return ()
    if not domestic:
        return _hosts(article, match) if match.act.event in TOLD else ()
    token = article.parse.tokens[match.token]
    if token.dep in ("amod", "acl"):
        return ()
    return _government(
        clause_state(article, token) or home_state(article, token) or _told_before(article, token), token.i
    )


def _government(state: str | None, i: int) -> tuple[Party, ...]:
    """The authorities of the state, as told at token `i`; () where there is none."""
    return (Party(state, f"{state}:GOV", i, "GOV"),) if state else ()


def _of_the_place(article: Article, match: Match) -> tuple[Party, ...]:
    """Whose police or court it is that an English passive leaves out: "jailed in Iran", "expelled from Chad"."""
    parse, verb = article.parse, article.parse.tokens[match.token]
    told = match.kind != "verb" or verb.lemma not in POLICING or match.arguments.get("subj")
    if told or not is_passive(parse, verb) or not any(parties(article, j) for j in match.arguments.get("obj", ())):
        return ()
    cases = ("from",) if verb.lemma in EXPELLING else ("in",)
    for place in parse.children(verb.i, "obl", "nmod"):
        mention = article.mention(place) if place.case in cases else None
        if mention is not None and mention.kind == "state" and mention.state and mention.via != "demonym":
            return _government(mention.state, place.i)
    return ()


def hosted(article: Article, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """The source, or the host's where it would be the diplomat's own: "посол Франции был вызван в МИД"."""
    if article.parse.language in ARTICLES or match.act.event not in TOLD or not source:
        return source
    found = _hosts(article, match)
    own = {p.code for j in _told_diplomats(article, match) for p in parties(article, j)}
    return found if found and {p.code for p in source} <= own else source


def _told_diplomats(article: Article, match: Match) -> list[int]:
    heads = [core(article.parse, j) for label in ("obj", "iobj") for j in match.arguments.get(label, ())]
    return [j for j in heads if article.parse.tokens[j].lemma in DIPLOMATS]


def _hosts(article: Article, match: Match) -> tuple[Party, ...]:
    """ "послу Японии заявлен протест": told by the state that acted last, or by that of the place.

    Only where the diplomats' own state is known, which is another one.
    """
    told = _told_diplomats(article, match)
    own = frozenset(p.code for j in told for p in parties(article, j))
    if not own:
        return ()
    token = article.parse.tokens[match.token]
    inside = [
        m.state for j in told for k in article.parse.subtree(j) if (m := article.named.get(k)) and _is_host(m, own)
    ]
    placed = clause_state(article, token)
    state = next(iter(inside), None) or (placed if placed not in own else None) or _issuing(article, own)
    return _government(state or _told_before(article, token, own), token.i)


def issued(article: Article, match: Match, chain: Sequence[Match]) -> tuple[Party, ...]:
    """ "Отозван посол", "введены санкции" in a ministry's own statement: what has no doer there is the ministry's deed.

    So is an own envoy's recall anywhere. `chain` are the operators above the act: a noun is done by the verb that
    carries it.
    """
    return _by_issuer(article, match, chain) or _recalled(article, match)


def _by_issuer(article: Article, match: Match, chain: Sequence[Match]) -> tuple[Party, ...]:
    issuer, carrier = article.issuer, match if match.kind == "verb" else next(iter(chain), None)
    if issuer is None or carrier is None or match.act.event not in DEEDS:
        return ()
    verb = article.parse.tokens[carrier.token]
    told = any(parties(article, j) for j in carrier.arguments.get("subj", ()))
    if verb.tag != "VBN" or verb.dep in HUNG or article.parse.language in ARTICLES or told:
        return ()
    done_to = {p.code for j in match.arguments.get("obj", ()) for p in parties(article, j)}
    placed = clause_state(article, verb) if verb.lemma not in WITHDRAWN else None
    if placed not in (None, issuer.code) or (issuer.code in done_to and verb.lemma not in WITHDRAWN):
        return ()
    return _government(issuer.code, verb.i)


def _recalled(article: Article, match: Match) -> tuple[Party, ...]:
    """ "Посол Франции отозван в Париж": whoever is called home is called by their own state."""
    verb = article.parse.tokens[match.token]
    if article.parse.language in ARTICLES or match.kind != "verb" or verb.lemma != "recall" or verb.tag != "VBN":
        return ()
    own = [p for j in match.arguments.get("obj", ()) for p in parties(article, j)]
    return _government(own[0].code, verb.i) if own and match.act.event == "SANCTION" else ()


def _issuing(article: Article, own: frozenset[str]) -> str | None:
    """The state whose statement the whole text is."""
    return article.issuer.code if article.issuer is not None and article.issuer.code not in own else None


def _is_host(mention: Mention, own: frozenset[str]) -> bool:
    return mention.kind in KINDS and bool(mention.state) and mention.state not in own


def blamed_at_home(article: Article, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whose trial, election or detainees others speak of: "Варшава потребовала освободить осуждённых".

    The state of the sentences before, not the one that speaks; () where no such matter is named.
    """
    if article.parse.language in ARTICLES or match.act.event not in ANSWERED or not source:
        return ()
    spots = [j for label, tokens in match.arguments.items() if label != "subj" for j in tokens]
    inside = {
        article.parse.tokens[k].lemma for j in spots for k in article.parse.subtree(j, without=("relcl", "advcl"))
    }
    if not inside & MATTERS:
        return ()
    own = frozenset(p.code for p in source)
    return _government(_told_before(article, article.parse.tokens[match.token], own), match.token)


def _told_before(article: Article, token: Token, without: frozenset[str] = frozenset()) -> str | None:
    """The state that acted last, or in which the sentences before take place, `without` these."""
    for j, mention in article.before(token.i):
        other = article.parse.tokens[j]
        if token.sentence - other.sentence > REACH:
            return None
        state = article.state_of(mention)
        if state and state not in without and mention.kind in KINDS and _sets_scene(article, other):
            return state
    return None


def _sets_scene(article: Article, token: Token) -> bool:
    """True for who acts, whose body or person acts, and for a place where something happens."""
    if token.dep in SUBJECTS or (token.dep in ("obl", "nmod") and token.case in PLACES):
        return True
    return token.dep in OWNING and article.parse.tokens[token.head].dep in SUBJECTS
