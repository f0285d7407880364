"""Who holds the office that a bare role names, in languages without articles: "президент Узбекистана"."""

from multivector.extract.article import Article, Party
from multivector.extract.refs import ARTICLES, REACH, party_of
from multivector.text.base import Token
from multivector.world.offices import office_at

__all__ = ["role_holder"]

# What a role says of the office, for roles that one person holds at a time.
ROLES = {
    "president": ("head_of_state",), "premier": ("head_of_government",),
    "leader": ("head_of_state", "head_of_government"),
    "head": ("head_of_state", "head_of_government", "head_of_organisation"),
    "minister": ("foreign_minister", "defence_minister"), "secretary": ("foreign_minister", "head_of_organisation"),
    "spokesman": ("spokesperson_head", "spokesperson_mfa"), "chairman": ("head_of_organisation",),
}  # fmt: skip


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
            party = party_of(article, token, mention, ("person",))
            return (party,) if party else ()
    return ()
