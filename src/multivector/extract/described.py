"""What descriptions stand for: "the country", "its northern neighbour", "the two leaders", "the bloc"."""

from multivector.codebook.agents import descriptions
from multivector.extract.article import Article, Party
from multivector.extract.groups import ACTING, counted, is_paired, several
from multivector.extract.refs import REACH, SUBJECTS, antecedent, is_definite, parties_at, rank, reach, subjects_above
from multivector.extract.subjects import subject
from multivector.text.base import Parse, Token
from multivector.world.actors import group_members

__all__ = ["described"]

NEIGHBOURS = ("neighbour", "neighbor", "giant", "power")
FORMER = {"former", "colonial", "imperial", "erstwhile", "old"}


def described(article: Article, token: Token) -> tuple[Party, ...]:
    """The state or organisation that the noun describes: "the country", "its former ruler", "the bloc"."""
    table = descriptions()
    found: tuple[Party, ...] = ()
    if token.lemma in table.state or token.lemma in table.ruler_nouns:
        found = _state(article, token)
    if not found and (token.lemma in table.organisation or token.lemma in table.meeting):
        found = _organisation(article, token)
    return found


def _state(article: Article, token: Token) -> tuple[Party, ...]:
    """The state behind "the country", "the Central Asian country", "its northern neighbour", "their former ruler"."""
    table = descriptions()
    words = {t.text for t in article.parse.children(token.i, "amod", "compound", "poss")}
    region = _region(article, token)
    owner = _owner_state(article, token)
    if owner and token.lemma in NEIGHBOURS:
        return _coded(token, _neighbour(owner, words))
    if owner and token.lemma in table.ruler_nouns and words & FORMER:
        return _coded(token, table.rulers.get(owner))
    if article.parse.language != "en" and is_paired(article, token):  # "оба государства": the noun is singular
        return several(article, token)
    if token.tag in ("NNS", "NNPS"):
        return _region_group(token, region) or counted(article, token)
    definite = not owner and is_definite(article.parse, token)
    if not definite or token.lemma not in table.state:
        return ()
    other = token.lemma in NEIGHBOURS and article.parse.language != "en"
    return _other_than_doer(article, token) if other else _last_state(article, token, region)


def _coded(token: Token, code: str | None) -> tuple[Party, ...]:
    return (Party(code, code, token.i),) if code else ()


def _neighbour(owner: str, words: set[str]) -> str | None:
    """The neighbour of a state that the words tell, as "northern" does."""
    near = descriptions().neighbours.get(owner, {})
    return next((near[w.lower()] for w in sorted(words) if w.lower() in near), None)


def _other_than_doer(article: Article, token: Token) -> tuple[Party, ...]:
    """ "Киргизия обвиняла соседа": the state most spoken of before that is not the one that acts."""
    doers = {p.code for above in subjects_above(article.parse, token) for p in parties_at(article, above, ACTING)}
    told = [m.state for _, m in article.before(token.i) if m.kind in ACTING and m.state and m.state not in doers]
    code = max(dict.fromkeys(told), key=told.count, default=None)
    return (Party(code, code, token.i),) if code else ()


def _region(article: Article, token: Token) -> tuple[str, ...]:
    left = [article.parse.tokens[j] for j in article.parse.subtree(token.i) if j < token.i]
    text = " ".join(t.text for t in left)
    return next((codes for name, codes in descriptions().regions.items() if name in text), ())


def _region_group(token: Token, region: tuple[str, ...]) -> tuple[Party, ...]:
    members = group_members("CENTRALASIA")
    return (Party("CENTRALASIA", "CENTRALASIA", token.i),) if region and set(region) == set(members) else ()


def _owner_state(article: Article, token: Token) -> str | None:
    owner = article.parse.child(token.i, "poss")
    if owner is None:
        return None
    mention = article.mention(owner)
    if mention is not None:
        return mention.state
    found = antecedent(article, owner) if owner.pos == "PRON" else ()
    return found[0].code if found else None


def _last_state(article: Article, token: Token, region: tuple[str, ...]) -> tuple[Party, ...]:
    doer = _doer(article.parse, token)
    for above in subjects_above(article.parse, token):
        if above.i == doer:
            continue  # "Russia that invaded the country": another one
        found = [p for p in _subject_states(article, above) if not region or p.code in region]
        if found:
            return tuple(found[:1])
    taken = {p.code for p in _subject_states(article, article.parse.tokens[doer])} if doer is not None else set()
    return _last_named(article, token, region, taken)


def _doer(parse: Parse, token: Token) -> int | None:
    """Who acts on "the country" in its own clause, and so is another."""
    if token.dep not in ("obj", "iobj") or parse.language != "en":
        return None
    doer = subject(parse, token.head)
    relative = doer is not None and parse.tokens[doer].tag in ("WDT", "WP") and parse.tokens[token.head].dep == "relcl"
    return parse.tokens[token.head].head if relative else doer


def _last_named(article: Article, token: Token, region: tuple[str, ...], taken: set[str]) -> tuple[Party, ...]:
    """The last state named before, within reach, that is not `taken`; of a region only one of its states.

    Of a sentence before, its subject sooner than an owner or adjective: "Chad imposed tariffs on Libyan cars. The
    country ...".
    """
    found: list[tuple[tuple[int, int], Party]] = []
    furthest = REACH * 4 if region else reach(article)
    ranked = article.parse.language == "en" and token.dep in SUBJECTS
    for j, mention in article.before(token.i):
        other = article.parse.tokens[j]
        back = token.sentence - other.sentence
        if back > furthest or (found and back > found[0][0][0]):
            break
        code = mention.state if mention.kind == "state" else None
        if code and code not in taken and (not region or code in region):
            place = rank(other) if ranked and back else 0
            found.append(((back, place), Party(code, mention.actor, token.i)))
    return (min(found, key=lambda pair: pair[0])[1],) if found else ()


def _subject_states(article: Article, subject: Token) -> list[Party]:
    found = [*parties_at(article, subject, ("state", "person"))]
    return [Party(p.code, p.code, subject.i) for p in found if p.code.isupper() and len(p.code) == 3]


def _organisation(article: Article, token: Token) -> tuple[Party, ...]:
    """The organisation behind "the bloc", "the BRICS summit", or "the summit" where one was named before."""
    own = _own_organisation(article, token)
    if own is not None:
        return _coded(token, own)
    if not is_definite(article.parse, token) or token.tag == "NNS":
        return ()
    meeting = token.lemma in descriptions().meeting
    for j, mention in article.before(token.i):
        if mention.kind == "organisation" and (not meeting or _names_meeting(article.parse, j, token.lemma)):
            return (Party(mention.actor, mention.actor, token.i),)
    return ()


def _own_organisation(article: Article, token: Token) -> str | None:
    """The organisation that the phrase itself names: "the BRICS summit", "the summit of the SCO"."""
    children = article.parse.children(token.i, "compound", "poss", "amod", "nmod")
    owner = next((t for t in children if article.mention(t)), None)
    mention = article.mention(owner) if owner is not None and owner.case in ("", "of") else None
    return mention.actor if mention is not None and mention.kind == "organisation" else None


def _names_meeting(parse: Parse, j: int, lemma: str) -> bool:
    return parse.tokens[parse.tokens[j].head].lemma == lemma and parse.tokens[j].dep in ("compound", "poss", "nmod")
