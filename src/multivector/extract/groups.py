"""Whom a number stands for: "the two leaders", "both sides", "the three countries", "the two armies"."""

from collections import Counter

from multivector.codebook.grammar import words
from multivector.extract.article import Article, Party
from multivector.extract.coordination import coordinated
from multivector.extract.refs import ARTICLES, is_definite, reach
from multivector.extract.signing import OF_STATE, is_many, same_group, signatories
from multivector.model import Mention
from multivector.text.base import Parse, Token
from multivector.world.actors import is_state

__all__ = ["ACTING", "counted", "counterpart", "is_paired", "last_states", "plural_before", "several"]

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
PAIRED = {"both", "each", "either"}
ACTING = ("state", "person", "body")  # mentions by which the sides of a talk are told
PERSONS = ("leader", "president", "minister", "premier", "diplomat", "envoy", "official", "man", "chancellor")
OF_LANDS = ("государство", "страна", "правительство", "республика", "держава")  # "главы государств"
OF_STATES = ("government", "country", "state", "nation", "capital", "parliament", "ministry", "army")
HEADS = ("leader", "president", "minister", "premier", "chancellor", "side")
CITIES = ("city", "capital")
VENUES = ("in", "at")  # "met in Washington": where they talk is none of the two
PARTS = ("det", "case", "punct", "mwe", "nummod")
OBJECTS = ("obj", "iobj", "obl", "nmod")
TWO = 2
TITLES = words("people", "title_words")  # "the Prime Ministers": whose is not said with that
SUBJECTS = ("nsubj", "nsubjpass")
LEAST = 3  # mentions of each of those whom an article is about
TIMES_AHEAD = 2  # how many times as often they must be named as anybody else


def counted(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the three countries": as many states as the number says, those listed together or the last that were named."""
    number = next((NUMBERS.get(t.word) for t in article.parse.children(token.i, "nummod")), None)
    if number is None:
        return _pair(article, token)
    meant = is_definite(article.parse, token) or _owns(article.parse, token)
    return last_states(article, token, number) if meant else ()


def last_states(article: Article, token: Token, number: int) -> tuple[Party, ...]:
    """As many states as the number says, the last that were named; () where there are not so many within reach."""
    return _group(article, token, number, ("state",))


def is_paired(article: Article, token: Token) -> bool:
    """True for "both states", "either side"."""
    return any(t.word in PAIRED for t in article.parse.children(token.i, "nummod", "det", "preconj", "amod"))


def several(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the two leaders", "both sides", "each side": those last spoken of, by name or through their people."""
    beside = {t.word for t in article.parse.children(token.i, "nummod", "det", "preconj", "amod")}
    number = 2 if beside & PAIRED else next((NUMBERS[w] for w in beside if w in NUMBERS), None)
    if not number:
        return _pair(article, token)
    if not (beside & PAIRED or is_definite(article.parse, token) or _are_heads(article.parse, token)):
        return ()
    return _group(article, token, number, ACTING)


def plural_before(article: Article, token: Token) -> Token | None:
    """ "The Ministers condemned ... They called on ...": the plural subject of the sentence before, whoever that is."""
    parse = article.parse
    if token.word != "they" or token.dep not in SUBJECTS or parse.language != "en":
        return None
    if any(t.dep in SUBJECTS for t in parse.tokens[parse.bounds[token.sentence][0] : token.i]):
        return None
    for number in range(token.sentence - 1, max(-1, token.sentence - 1 - reach(article)), -1):
        lead = _lead(parse, number)
        if lead is None or lead.word != "they":
            plural = lead is not None and is_many(lead) and article.mention(lead) is None
            return lead if plural else None
    return None


def _lead(parse: Parse, number: int) -> Token | None:
    """The subject of a sentence's main clause."""
    first, last = parse.bounds[number]
    subjects = (t for t in parse.tokens[first:last] if t.dep in SUBJECTS)
    return next((t for t in subjects if parse.tokens[t.head].dep == "root"), None)


def _pair(article: Article, token: Token) -> tuple[Party, ...]:
    """ "the ministers", "the sides", with nothing that says whose: the two of the last sentence that names anybody."""
    if not _is_bare(article.parse, token):
        return ()
    told = same_group(article, token) or signatories(article, token)
    pair = () if told else _acting_pair(article, token)
    return told or tuple(Party(code, code, token.i) for code in pair) or _last_two(article, token)


def _is_bare(parse: Parse, token: Token) -> bool:
    """True for "the ministers", "the Prime Ministers", "the Heads of State": a plural of which nothing says whose."""
    if not is_many(token) or not (is_definite(parse, token) or _are_heads(parse, token)):
        return False
    told = [t for t in parse.children(token.i) if t.dep not in PARTS and t.word not in OF_STATE]
    told = [t for t in told if t.dictionary not in OF_LANDS]
    return all(t.dep in ("compound", "amod") and t.word in TITLES for t in told)


def _are_heads(parse: Parse, token: Token) -> bool:
    """ "президенты договорились": in a language without articles heads of whom nothing says whose, in the plural."""
    owned = any(t.dictionary not in OF_LANDS for t in parse.children(token.i, "poss", "nmod", "amod"))
    return parse.language not in ARTICLES and token.lemma in HEADS and token.tag == "NNS" and not owned


def _owns(parse: Parse, token: Token) -> bool:
    """ "президенты двух стран": in a language without articles two countries that own something are those told of."""
    return parse.language not in ARTICLES and token.dep in ("nmod", "poss") and token.case in ("", "of")


def _last_two(article: Article, token: Token) -> tuple[Party, ...]:
    """The two of the last sentence before that names anybody, where that is within reach and names just two."""
    found: dict[str, None] = {}
    sentence = None
    for j, mention in article.before(token.i):
        number = article.parse.tokens[j].sentence
        code = _state_behind(article, mention) if mention.kind in ACTING and mention.via != "city" else None
        if number == token.sentence or code is None:
            continue
        sentence = number if sentence is None else sentence
        gathering = len(found) < TWO and article.parse.language not in ARTICLES  # one told of in each of two sentences
        if (number != sentence and not gathering) or token.sentence - number > reach(article):
            break
        found.setdefault(code)
    return tuple(Party(code, code, token.i) for code in reversed(found)) if len(found) == TWO else ()


def counterpart(article: Article, token: Token) -> tuple[Party, ...]:
    """ "his Polish and Czech counterparts"; "his counterpart" alone is whoever of another state was last spoken of."""
    near = [t for t in article.parse.children(token.i, "amod", "compound", "nmod") if t.case in ("", "of", "from")]
    near += [c for t in near for c in article.parse.children(t.i, "conj")]
    codes = dict.fromkeys(m.state for t in near if (m := article.mention(t)) is not None and m.state)
    if not codes and article.parse.child(token.i, "poss") is not None:
        codes = dict.fromkeys(_other(article, token))
    return tuple(Party(code, f"{code}:GOV", token.i, "GOV") for code in codes if code)


def _other(article: Article, token: Token) -> tuple[str, ...]:
    """The state last spoken of besides the one whose official has the counterpart."""
    owner = article.parse.child(token.i, "poss")
    mention = article.mention(owner) if owner is not None else None
    doer = _state_behind(article, mention) if mention is not None else _doer(article, token)
    for j, told in article.before(token.i):
        code = _state_behind(article, told) if told.kind in ACTING and told.via != "city" else None
        if token.sentence - article.parse.tokens[j].sentence > reach(article) or doer is None:
            return ()
        if code and code != doer:
            return (code,)
    return ()


def _group(article: Article, token: Token, number: int, kinds: tuple[str, ...]) -> tuple[Party, ...]:
    """Those listed together by name, those whom the article is about, or the last named, in this order."""
    codes = _listed(article, token, number) if number > 2 else ()
    if not codes and token.lemma not in PERSONS:
        codes = _much_spoken_of(article, token, number)
    if not codes and number == TWO:
        codes = _acting_pair(article, token)
    if codes:
        return tuple(Party(code, code, token.i) for code in codes)
    return _last(article, token, number, kinds)


def _acting_pair(article: Article, token: Token) -> tuple[str, ...]:
    """The last two states that together did something before: "A and B signed a pact, mediated by C. The sides ..."."""
    doer, others = _doer(article, token), -1  # the sentence in which one alone did something
    for j, mention in article.before(token.i):
        spot = article.parse.tokens[j]
        if token.sentence - spot.sentence > reach(article) or spot.sentence < others:
            return ()
        if mention.kind in ACTING and mention.via != "city" and spot.dep in SUBJECTS:
            codes = tuple(_list(article, j))
            if len(codes) == TWO and doer not in codes:
                return codes
            others = spot.sentence
    return ()


def _listed(article: Article, token: Token, number: int) -> tuple[str, ...]:
    """The last list of as many states as the number says: "Niger, Mali and Burkina Faso"."""
    for j, mention in article.before(token.i):
        if mention.kind != "state" or article.parse.tokens[j].dep == "conj":
            continue
        codes = _list(article, j)
        if len(codes) == number:
            return tuple(codes)
    return ()


def _list(article: Article, j: int) -> list[str]:
    """The states coordinated with the one at `j`, in order, each once."""
    named = (article.mention(t) for t in coordinated(article.parse, article.parse.tokens[j]))
    return list(dict.fromkeys(m.state for m in named if m is not None and m.state))


def _much_spoken_of(article: Article, token: Token, number: int) -> tuple[str, ...]:
    """The states that all before is about, where they are named far more often than any other; in order of naming.

    Only where another paragraph begins, or the last ones named are not so many: "the two countries" of a paragraph
    that names two are these.
    """
    doer = _doer(article, token)
    told = [c for j, m in article.before(token.i) if m.via != "city" and (c := _state_behind(article, m))]
    near = {c for c in _own_paragraph(article, token) if c != doer}
    if len(near) >= number:
        return ()
    counts = Counter(c for c in told if c != doer and _can_be(token, c))
    chosen = _in_lead(article) & counts.keys()
    rest = max((n for c, n in counts.items() if c not in chosen), default=0)
    if len(chosen) != number or min(counts[c] for c in chosen) < max(LEAST, rest):
        most = counts.most_common(number + 1)
        rest = most[number][1] if len(most) > number else 0
        if len(most) < number or most[number - 1][1] < max(LEAST, TIMES_AHEAD * rest):
            return ()
        chosen = {code for code, _ in most[:number]}
    return tuple(c for c in dict.fromkeys(reversed(told)) if c in chosen)


def _can_be(token: Token, code: str) -> bool:
    """Whether the noun can mean that actor: "the two governments" are those of states, never the UN."""
    return token.lemma not in OF_STATES or is_state(code)


def _in_lead(article: Article) -> set[str]:
    """The states that the article's first sentence names: what it is about, if others do not come up more often."""
    named = (article.named.get(i) for i in range(*article.parse.bounds[0]))
    return {c for m in named if m is not None and (c := _state_behind(article, m))}


def _own_paragraph(article: Article, token: Token) -> set[str]:
    """The states named before it in its own paragraph."""
    parse = article.parse
    paragraph = parse.sentences[token.sentence].paragraph
    found = set()
    for j, mention in article.before(token.i):
        if parse.sentences[parse.tokens[j].sentence].paragraph != paragraph:
            break
        if code := _state_behind(article, mention):
            found.add(code)
    return found


def _doer(article: Article, token: Token) -> str | None:
    """Whoever urges or tells "both sides" is none of them: the state of the clause's subject."""
    asked = article.parse.tokens[token.head]  # "urged both sides to avoid": the subject of what is urged
    inner = token.dep in ("nsubj", "nsubjpass") and asked.dep in ("ccomp", "xcomp") and asked.tag == "VB"
    if token.dep not in OBJECTS and not inner:
        return None
    subject = _subject(article.parse, asked if inner else token)
    names = [subject, *article.parse.children(subject.i, "appos", "poss", "amod", "compound")] if subject else []
    told = next((m for t in names if (m := article.mention(t)) is not None), None)
    return _state_behind(article, told) if told is not None else None


def _subject(parse: Parse, token: Token) -> Token | None:
    """The subject of the verb that the token is an object of; of a relative clause the noun that it tells of."""
    verb = next((t for t in parse.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return None
    own = parse.child(verb.i, "nsubj")
    return parse.tokens[verb.head] if verb.dep == "relcl" and (own is None or own.tag in ("WP", "WDT")) else own


def _last(article: Article, token: Token, number: int, kinds: tuple[str, ...]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    doer = _doer(article, token)
    for j, mention in article.before(token.i):
        if token.sentence - article.parse.tokens[j].sentence > reach(article) or len(found) == number:
            break
        state = _state_behind(article, mention)
        placed = mention.via in CITIES and article.parse.tokens[j].case in VENUES
        venue = placed or (kinds == ACTING and mention.via == "city")
        if state and state != doer and _can_be(token, state) and mention.kind in kinds and not venue:
            found.setdefault(state, Party(state, mention.actor if mention.kind == "state" else state, token.i))
    return tuple(found.values()) if len(found) == number else ()


def _state_behind(article: Article, mention: Mention) -> str | None:
    known = article.actors.get(mention.actor) if mention.kind == "person" else None
    return known.state if known is not None else mention.state
