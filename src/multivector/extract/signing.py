"""Who a paper that states sign together means by "we", "the Parties", "the Ministers", "the Heads of State"."""

import re

from multivector.codebook.agents import agent_key
from multivector.extract.article import Article, Party
from multivector.extract.coordination import coordinated
from multivector.extract.refs import is_definite
from multivector.text.base import Token

__all__ = ["OF_STATE", "is_many", "is_signing", "issuers", "owning_states", "same_group", "signatories"]

PLURALS = ("NNS", "NNPS")
NAMING = ("state", "person", "body")  # mentions that name one who signs
OF_STATE = ("state", "government")  # "the Heads of State": whose is not said with that
OPENING = 4  # sentences at the head of the paper, in one of which it names those who sign
TWO = 2
ISSUING = re.compile(
    r"joint (?:press )?(?:statement|declaration|communiqu)|communiqué|following (?:joint )?(?:statement|declaration)",
    re.IGNORECASE,
)
WE = ("we", "us", "our")


def issuers(article: Article, token: Token) -> tuple[Party, ...]:
    """Who says "we" in a joint statement outside quotation marks: those whom its head names together; () elsewhere."""
    parse = article.parse
    first = min((i for i in _owned_plurals(article).values()), default=None)
    if token.word not in WE or first is None or first >= token.i or parse.tokens[first].sentence >= OPENING:
        return ()
    end = parse.sentences[min(OPENING, len(parse.sentences)) - 1].end
    if ISSUING.search(parse.text, 0, end) is None:
        return ()
    return tuple(Party(code, code, token.i) for code in owning_states(article, parse.tokens[first]))


def signatories(article: Article, token: Token) -> tuple[Party, ...]:
    """ "The Parties", "the Heads of State": the two states that a paper names at its head, where it has capitals for
    those who sign it; () elsewhere.
    """
    parse = article.parse
    if not token.text[:1].isupper() or token.text.isupper() or parse.language != "en" or not is_definite(parse, token):
        return ()
    for number in range(min(OPENING, token.sentence)):
        codes = _states_named(article, number)
        if len(codes) > 1:
            return tuple(Party(c, c, token.i) for c in codes) if len(codes) == TWO else ()
    return ()


def _states_named(article: Article, sentence: int) -> tuple[str, ...]:
    """The states of those whom a sentence names, each once, in order."""
    named = (article.named.get(i) for i in range(*article.parse.bounds[sentence]))
    told = (m for m in named if m is not None and m.kind in NAMING and m.via != "city")
    return tuple(dict.fromkeys(m.state for m in told if m.state is not None))


def is_signing(article: Article, token: Token) -> bool:
    """ "The Parties" in capitals, no political ones, and "the Heads of State", nobody's in particular."""
    of_state = any(t.word in OF_STATE for t in article.parse.children(token.i, "nmod"))
    return token.text == "Parties" or (token.text == "Heads" and of_state)


def same_group(article: Article, token: Token) -> tuple[Party, ...]:
    """ "The ministers of Egypt and Jordan met. ... The ministers condemned ...": those told of first."""
    parse = article.parse
    first = _owned_plurals(article).get(_singular(token))
    if first is None or first >= token.i:
        return ()
    return tuple(Party(code, code, token.i) for code in owning_states(article, parse.tokens[first]))


def _owned_plurals(article: Article) -> dict[str, int]:
    """The first token of each plural noun that several states are said to own; worked out once for an article."""
    if article.owned is None:
        article.owned = {}
        for token in article.parse.tokens:
            word = _singular(token)
            if is_many(token) and word not in article.owned and owning_states(article, token):
                article.owned[word] = token.i
    return article.owned


def is_many(token: Token) -> bool:
    """A plural, also one that its capital made a name of: "the Ministers"."""
    capital = token.tag == "NNP" and token.text.endswith("s") and not token.text.endswith("ss")
    return token.tag in PLURALS or (capital and agent_key(token.lemma, token.text) is not None)


def _singular(token: Token) -> str:
    return token.lemma.lower().rstrip("s")


def owning_states(article: Article, noun: Token) -> tuple[str, ...]:
    """Whose "the ministers of Egypt, Jordan and Qatar" are, also where the parser broke the list; () for one state."""
    near = article.parse.children(noun.i, "nmod", "appos", "poss", "amod")
    owners = [t for t in near if is_many(noun) and t.case in ("", "of", "from")]
    if owners:  # the parser may string the second and third state on the noun
        owners += [c for t in (noun, *owners) for c in coordinated(article.parse, t)[1:]]
    named = (article.mention(t) for t in sorted(owners, key=lambda t: t.i))
    codes = dict.fromkeys(m.state for m in named if m is not None and m.kind == "state" and m.state)
    return tuple(codes) if len(codes) > 1 else ()
