"""Words that say how a state stands in an organisation."""

from functools import cache
from typing import Literal, cast

from multivector.codebook.base import load
from multivector.model import MEMBERSHIP_STATUSES, MembershipStatus

__all__ = ["membership_words"]


@cache
def membership_words(
    kind: Literal["verbs", "nouns"],
) -> dict[str, tuple[tuple[tuple[str, ...], MembershipStatus], ...]]:
    """Head lemma -> (the other words that must go with it, status), the longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], MembershipStatus]]] = {}
    for row in load("memberships.yaml"):
        status = cast(MembershipStatus, row["status"])
        if status not in MEMBERSHIP_STATUSES:
            raise ValueError(status)
        for phrase in row.get(kind, ()):
            words = phrase.split()
            head, others = (words[0], words[1:]) if kind == "verbs" else (words[-1], words[:-1])
            found.setdefault(head, []).append((tuple(others), status))
    return {head: tuple(sorted(group, key=lambda g: -len(g[0]))) for head, group in found.items()}
