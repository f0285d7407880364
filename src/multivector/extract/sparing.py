"""Whom a refusal spares: "refused to join the sanctions on X" is no act against X."""

from collections.abc import Mapping

from multivector.codebook.cues import cues
from multivector.extract.article import Article, Party
from multivector.extract.frames import Match
from multivector.extract.roles import sources, targets
from multivector.text.base import Parse

__all__ = ["not_ones_own", "without_spared"]

AIMED_AT_OTHERS = ("REQUEST", "ACCUSE", "THREATEN")
OURS = ("our", "own", "my")
ILLS = ("ACCUSE", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
RELIEF = ("CONCEDE", "RETREAT")
CONTENT = ("comp", "inf", "obj", "of", "to")


def not_ones_own(
    article: Article, match: Match, source: tuple[Party, ...], found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties less those whom the one who asks or blames calls his own: "требуем освободить наших граждан".

    English keeps them: "asked its citizens to leave".
    """
    if article.parse.language == "en" or match.act.event not in AIMED_AT_OTHERS:
        return found
    own = {party.code for party in source if party.official}
    return tuple(p for p in found if p.code not in own or not _is_called_own(article.parse, p.token))


def _is_called_own(parse: Parse, i: int) -> bool:
    return i >= 0 and any(t.word in OURS for t in parse.children(i, "poss", "det", "amod"))


def without_spared(
    article: Article, match: Match, matches: Mapping[int, Match], found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties less those against whom the act would be that is refused."""
    heads = {j for label in CONTENT for j in match.arguments.get(label, ())}
    inside = [matches[k] for k in sorted({k for j in heads for k in _meant(article.parse, j)} & matches.keys())]
    if any(inner.act.operator == "end" or inner.act.event in RELIEF for inner in inside):
        return found  # "refused to lift the blockade"
    ills = [inner for inner in inside if inner.act.event in ILLS]
    spared = {party.code for ill in ills for party in targets(article, ill, matches, ())}
    spared -= {party.code for ill in ills for party in sources(article, ill)}  # "called Canada's accusations absurd"
    return tuple(party for party in found if party.code not in spared)


def _meant(parse: Parse, i: int) -> list[int]:
    """What is refused, without what is told of those named in it; a paper is refused with all that it says."""
    own = parse.subtree(i, without=("relcl",))
    papers = [j for j in own if parse.tokens[j].lemma.lower() in cues().document]
    return own + [k for j in papers for t in parse.children(j, "relcl") for k in parse.subtree(t.i)]
