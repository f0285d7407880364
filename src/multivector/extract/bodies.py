"""The body, official or force that a bare noun last stood for: "the regulator", "the minister", "the troops"."""

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.extract.refs import REACH, is_definite, party_of, rank
from multivector.model import Mention
from multivector.text.base import Token

__all__ = ["last_agent"]

BODY_NOUNS = words("refs", "body_nouns")
AGENCIES = ("ministry", "department", "service", "regulator")  # what "ведомство", "the agency" goes back to


def last_agent(article: Article, token: Token, sector: str, *, official: bool) -> tuple[Party, ...]:
    """The body or person that "the regulator", "the minister" or "the troops" last stood for; their state at least.

    Of several in one sentence its subject: "Minister X spoke with his counterpart, Y. The minister said ...".
    """
    if not is_definite(article.parse, token):
        return ()
    found: list[tuple[int, Party]] = []
    last = token.sentence
    for j, mention in article.before(token.i):
        other = article.parse.tokens[j]
        if token.sentence - other.sentence > REACH or (found and other.sentence != last):
            break
        party = party_of(article, token, mention, ("person", "body")) if _fits(article, mention, token.lemma) else None
        if party is not None:
            found.append((rank(other), party))
            last = other.sentence
    if found:
        return (min(found, key=lambda spot: spot[0])[1],)
    return _same_noun(article, token, sector, official=official)


def _same_noun(article: Article, token: Token, sector: str, *, official: bool) -> tuple[Party, ...]:
    """The state whose ministry, court or army was last named by the same noun."""
    for i in range(token.i - 1, -1, -1):
        other = article.parse.tokens[i]
        if token.sentence - other.sentence > REACH:
            return ()
        same = other.lemma.lower() == token.lemma or (token.lemma == "agency" and other.lemma in AGENCIES)
        owner = article.parse.child(other.i, "poss", "amod", "compound") if same else None
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
