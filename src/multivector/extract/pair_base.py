"""A marked pair as it is looked at: the article, both phrases, and the acts read in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.extract.article import Article, Party
from multivector.extract.composed import Composed
from multivector.extract.marked import Marked

__all__ = ["Pair", "binding", "pair_root"]


@dataclass(frozen=True, slots=True)
class Pair:
    """What is looked at when a marked pair is coded: the acts that were read, and those that are mentioned without the
    parties that an event needs."""

    article: Article
    source: Marked
    target: Marked
    composed: Sequence[Composed]
    mentioned: Sequence[Composed] = ()


def binding(pair: Pair, composed: Composed) -> str:
    """Which phrase stands where: "ST" for source and target as marked, "S-", "-T", "TS" the other way round, "--"."""
    return _side(pair, composed.source) + _side(pair, composed.target)


def pair_root(kind: str) -> str:
    """ZSP's fifteen roots: CONCEDE and RETREAT are both YIELD (Hu et al. 2024)."""
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def _side(pair: Pair, found: Sequence[Party]) -> str:
    codes = {p.actor for p in found} | {p.code for p in found}
    tokens = {p.token for p in found}
    for letter, phrase in (("S", pair.source), ("T", pair.target)):
        if phrase.side in codes or tokens & phrase.tokens:
            return letter
    return "-"
