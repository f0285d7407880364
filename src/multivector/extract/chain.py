"""The chain through which words reached the page: outlet, then whoever told of the speaker."""

from bisect import bisect_right
from collections.abc import Sequence

from multivector.extract.article import Article
from multivector.extract.joining import Said
from multivector.extract.quoted import quoted_speaker
from multivector.extract.speakers import resolve_speaker
from multivector.extract.subjects import is_passive, subject
from multivector.text.base import Token

__all__ = ["chains"]

LOOK_BACK = 12  # statements before that may hold this one, so that the time stays linear


def chains(article: Article, said: Sequence[Said]) -> list[tuple[str, ...]]:
    """For each statement (in text order) the outlet, then those in whose words it stands, the outermost first."""
    outlet = article.document.outlet
    first = (outlet,) if outlet else ()
    starts = [s.start for s in said]
    return [(*first, *_tellers(article, said, starts, one)) for one in said]


def _tellers(article: Article, said: Sequence[Said], starts: Sequence[int], one: Said) -> list[str]:
    cue = article.parse.tokens[one.at.cue].start
    at = bisect_right(starts, cue)
    around = [s for s in said[max(0, at - LOOK_BACK) : at] if s is not one and cue < s.end]
    names = [s.speaker.name for s in around if s.speaker.name != one.speaker.name]
    quoter = _quoter(article, article.parse.tokens[one.at.cue])
    return list(dict.fromkeys([*names, *([quoter] if quoter else [])]))


def _quoter(article: Article, token: Token) -> str | None:
    """The agency in "TASS quoted him as saying", "he was quoted by TASS as saying"."""
    if quoted_speaker(article.parse, token) is None:
        return None
    verb = article.parse.tokens[token.head]
    agent = article.parse.child(verb.i, "agent") or next(
        (t for t in article.parse.children(token.i, "obl", "agent") if t.case == "by"), None
    )
    who = agent.i if agent else None if is_passive(article.parse, verb) else subject(article.parse, verb.i)
    speaker = resolve_speaker(article, who) if who is not None else None
    return speaker.name if speaker is not None else None
