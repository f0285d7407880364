"""What descriptions stand for: "the country", "its northern neighbour", "the two leaders", "the bloc"."""

from multivector.codebook.agents import descriptions
from multivector.extract.article import Article, Party
from multivector.extract.refs import REACH, antecedent, is_definite, parties_at, reach, subjects_above
from multivector.model import Mention
from multivector.text.base import Parse, Token
from multivector.world.actors import group_members

__all__ = ["described_organisation", "described_state", "last_states", "several"]

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
NEIGHBOURS = ("neighbour", "neighbor", "giant", "power")
FORMER = {"former", "colonial", "imperial", "erstwhile", "old"}
PAIRED = {"both", "each", "either"}
ACTING = ("state", "person", "body")  # mentions by which the sides of a talk are told


def described_state(article: Article, token: Token) -> tuple[Party, ...]:
    """The state behind "the country", "the Central Asian country", "its northern neighbour", "their former ruler"."""
    table = descriptions()
    words = {t.text for t in article.parse.children(token.i, "amod", "compound", "poss")}
    region = _region(article, token)
    owner = _owner_state(article, token)
    if owner and token.lemma in NEIGHBOURS:
        return _coded(token, _neighbour(owner, words))
    if owner and token.lemma in table.ruler_nouns and words & FORMER:
        return _coded(token, table.rulers.get(owner))
    if token.tag in ("NNS", "NNPS"):
        return _region_group(token, region) or _counted(article, token)
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


def _counted(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the three countries": as many states as the number says, the last that were named."""
    number = next((NUMBERS.get(t.word) for t in article.parse.children(token.i, "nummod")), None)
    if number is None or not is_definite(article.parse, token):
        return ()
    return last_states(article, token, number)


def last_states(article: Article, token: Token, number: int) -> tuple[Party, ...]:
    """As many states as the number says, the last that were named; () where there are not so many within reach."""
    return _last(article, token, number, ("state",))


def several(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the two leaders", "both sides", "each side": those last spoken of, by name or through their people."""
    beside = {t.word for t in article.parse.children(token.i, "nummod", "det", "preconj", "amod")}
    if beside & PAIRED:
        return _last(article, token, 2, ACTING)
    number = next((NUMBERS[w] for w in beside if w in NUMBERS), None)
    return _last(article, token, number, ACTING) if number and is_definite(article.parse, token) else ()


def _last(article: Article, token: Token, number: int, kinds: tuple[str, ...]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for j, mention in article.before(token.i):
        if token.sentence - article.parse.tokens[j].sentence > reach(article) or len(found) == number:
            break
        state = _state_behind(article, mention)
        if state and mention.kind in kinds and (kinds != ACTING or mention.via != "city"):
            found.setdefault(state, Party(state, mention.actor if mention.kind == "state" else state, token.i))
    return tuple(found.values()) if len(found) == number else ()


def _state_behind(article: Article, mention: Mention) -> str | None:
    known = article.actors.get(mention.actor) if mention.kind == "person" else None
    return known.state if known is not None else mention.state


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
    for above in subjects_above(article.parse, token):
        found = [p for p in _subject_states(article, above) if not region or p.code in region]
        if found:
            return tuple(found[:1])
    return _last_named(article, token, region)


def _last_named(article: Article, token: Token, region: tuple[str, ...]) -> tuple[Party, ...]:
    """The last state named before, within reach; of a region only one of its states."""
    for j, mention in article.before(token.i):
        sentence = article.parse.tokens[j].sentence
        if token.sentence - sentence > (REACH * 4 if region else reach(article)):
            break
        if mention.kind == "state" and mention.state and (not region or mention.state in region):
            return (Party(mention.state, mention.actor, token.i),)
    return ()


def _subject_states(article: Article, subject: Token) -> list[Party]:
    found = [*parties_at(article, subject, ("state", "person"))]
    return [Party(p.code, p.code, subject.i) for p in found if p.code.isupper() and len(p.code) == 3]


def described_organisation(article: Article, token: Token) -> tuple[Party, ...]:
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
