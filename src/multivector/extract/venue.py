"""Where something was said, and to whom."""

from multivector.codebook.agents import agent_key
from multivector.codebook.cues import cues
from multivector.extract.article import Article
from multivector.model import Speaker
from multivector.text.base import Parse, Token

__all__ = ["venue_and_audience"]

WAYS = ("in", "to", "on", "at", "during", "for", "with", "via", "through")
TELLING = ("tell", "inform", "brief", "assure", "remind")
MAX_WORDS = 12  # a longer phrase is no name of a venue


def venue_and_audience(article: Article, cue: int, speaker: Speaker) -> tuple[str | None, str | None]:
    """The paper, programme or occasion of the cue's clause, and who was told, in the text's own words."""
    parse = article.parse
    venue: str | None = None
    audience: str | None = None
    for child in parse.children(cue, "obl", "nmod", "iobj", "obj"):
        if child.start == speaker.start or not _may_say(child, parse.tokens[cue]):
            continue
        words = _medium(parse, child)
        if words:
            venue = venue or words
        elif child.case in ("", "to") and _hears(article, child):
            audience = audience or _words(parse, child.i)
    return venue, audience


def _may_say(token: Token, cue: Token) -> bool:
    """Whether a phrase of the cue's clause may tell where or to whom: "told the paper", "said in an interview"."""
    return token.case.split()[-1] in WAYS if token.case else cue.lemma in TELLING


def _hears(article: Article, token: Token) -> bool:
    """Somebody who can be told: a name, a pronoun or a noun for people; "pointed to the bans" has no audience."""
    if token.pos in ("PROPN", "PRON") or article.mention(token) is not None:
        return True
    return agent_key(token.lemma, token.text) is not None


def _medium(parse: Parse, token: Token) -> str | None:
    """The medium in a phrase: the proper name below a venue noun if there is one, else the phrase."""
    inside = [parse.tokens[j] for j in parse.subtree(token.i, without=("relcl", "acl", "ccomp"))]
    if not any(t.lemma.lower() in cues().venue for t in inside) or len(inside) > MAX_WORDS:
        return None
    names = [t for t in inside if t.text[:1].isupper() and t.pos in ("PROPN", "X", "NOUN") and t.entity != "DATE"]
    if names:
        low, high = names[0].i, names[-1].i
        return parse.text[parse.tokens[low].start : parse.tokens[high].end]
    return _words(parse, token.i)


def _words(parse: Parse, i: int) -> str:
    start, end = parse.span(parse.subtree(i, without=("relcl", "acl", "ccomp", "punct", "case", "det")))
    return parse.text[start:end]
