"""Who holds the office that a role names: "the Russian leader", "президент Узбекистана"."""

from multivector.codebook.grammar import words as listed
from multivector.extract.article import Article, Party
from multivector.extract.refs import ARTICLES, FAR, REACH, SUBJECTS, is_definite, party_of
from multivector.text.base import Parse, Token
from multivector.world.offices import office_at

__all__ = ["acting_state", "role_holder"]

LAW = listed("refs", "law")
KINDS = ("state", "body", "person")  # mentions by which a state acts
OTHERS = listed("people", "former") | {"deputy", "vice", "acting", "opposition", "regional", "interim", "first"}
# What a role says of the office, for roles that one person holds at a time.
ROLES = {
    "president": ("head_of_state",), "premier": ("head_of_government",),
    "leader": ("head_of_state", "head_of_government"),
    "head": ("head_of_state", "head_of_government", "head_of_organisation"),
    "minister": ("foreign_minister", "defence_minister"), "secretary": ("foreign_minister", "head_of_organisation"),
    "spokesman": ("spokesperson_head", "spokesperson_mfa"), "chairman": ("head_of_organisation",),
}  # fmt: skip


def role_holder(article: Article, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...]:
    """The person told of before whom "президент Узбекистана" or "the Russian leader" means, by the office of that day.

    In languages with articles only where it is said whose, and which: "a Russian leader" and "a deputy" are others.
    """
    wanted = ROLES.get(token.lemma)
    states = {p.code for p in owners}
    if wanted is None or token.tag != "NN":
        return ()
    if article.parse.language in ARTICLES and not (states and _is_the_one(article.parse, token)):
        return ()
    for j, mention in article.before(token.i):
        if token.sentence - article.parse.tokens[j].sentence > 2 * REACH:
            return ()
        office = office_at(mention.actor, article.document.published) if mention.kind == "person" else None
        if office is not None and office.office in wanted and (not states or office.state in states):
            party = party_of(article, token, mention, ("person",))
            return (party,) if party else ()
    return ()


def _is_the_one(parse: Parse, token: Token) -> bool:
    """ "the Russian leader", "Russia's president", with nothing that makes him another ("deputy", "former")."""
    words = {t.word for t in parse.children(token.i, "amod", "compound")}
    which = is_definite(parse, token) or parse.child(token.i, "poss") is not None
    return which and not words & OTHERS


def acting_state(article: Article, token: Token) -> str | None:
    """Whose "правительство" or "ведомство" it is where nothing says so: the state that last acted before it.

    Only in languages without articles, where a bare body is the one of the state that is spoken of.
    """
    if article.parse.language in ARTICLES or (token.tag not in ("NN", "NNP") and token.lemma not in LAW):
        return None
    for j, mention in article.before(token.i):
        other = article.parse.tokens[j]
        if token.sentence - other.sentence > FAR:
            return None
        if mention.state and mention.kind in KINDS and (_acts(article.parse, other) or _is_place(other)):
            return mention.state
    return None


def _acts(parse: Parse, token: Token) -> bool:
    """True for who acts and for whose people do."""
    if token.dep in SUBJECTS or token.dep == "agent":
        return True
    return token.dep in ("poss", "amod") and parse.tokens[token.head].dep in SUBJECTS


def _is_place(token: Token) -> bool:
    """ "В Киргизии прошли обыски. Суд ...": where something happens."""
    return token.dep in ("obl", "nmod") and token.case in ("in", "at")
