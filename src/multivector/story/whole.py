"""All that a case's articles tell together, in one place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from multivector.model import Link, Reading, Review
from multivector.model.review import in_force
from multivector.model.story import Contradiction, Group
from multivector.story.claims import Claims, claims_of
from multivector.story.contradictions import contradictions
from multivector.story.links import case_links, contradiction_link_id
from multivector.story.same import READER, groups

__all__ = ["Story", "attached", "drawn_here", "story_of"]


@dataclass(frozen=True, slots=True)
class Story:
    """Groups of tellings, contradictions, and both as links; `claims` are what was compared, for whoever goes on."""

    groups: tuple[Group, ...]
    contradictions: tuple[Contradiction, ...]
    links: tuple[Link, ...]
    claims: Claims = field(default_factory=dict, repr=False, compare=False)


def story_of(readings: Sequence[Reading], reviews: Iterable[Review] = ()) -> Story:
    """The story of a case's articles, a function of readings and reviews alone.

    Where people rejected a same_event link, its two tellings stay apart; undoing the rejection joins them again. A
    rejected contradiction is left out.
    """
    rejected = _rejected(reviews)
    found = groups(readings, rejected.__contains__ if rejected else None)
    claims = {reading.document.id: claims_of(reading) for reading in readings}
    against = contradictions(readings, claims)
    links = [link for link in case_links(readings, found, against) if link.id not in rejected]
    standing = tuple(one for one in against if not {one.id, contradiction_link_id(one)} & rejected)
    return Story(found, standing, tuple(links), claims)


def _rejected(reviews: Iterable[Review]) -> frozenset[str]:
    verdicts = {review.record: review.act for review in in_force(reviews) if review.act in ("accept", "reject")}
    return frozenset(record for record, act in verdicts.items() if act == "reject")


def attached(readings: Sequence[Reading], story: Story) -> tuple[Reading, ...]:
    """The readings, each with the links whose words stand in its document."""
    by_document: dict[str, list[Link]] = {}
    for link in story.links:
        by_document.setdefault(link.evidence.document, []).append(link)
    return tuple(
        replace(one, records=(*one.records, *by_document.get(one.document.id, ()))) if by_document else one
        for one in readings
    )


def drawn_here(link: Link) -> bool:
    """Whether a link was drawn between articles, not read in one."""
    return any(origin.reader == READER for origin in link.origin)
