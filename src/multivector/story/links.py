"""What the articles show together, as links between their records: the same thing told again, and contradictions."""

from collections.abc import Iterable, Sequence

from multivector.model import Evidence, Link, Origin, Reading, Record, make_id
from multivector.model.story import Contradiction, Group, Side
from multivector.story.same import READER, VERSION, same_links

__all__ = ["case_links", "contradiction_link_id"]

CONFIDENCE = 0.7  # two sentences differ for certain; that they speak of one matter is inferred


def case_links(readings: Sequence[Reading], found: Sequence[Group], against: Sequence[Contradiction]) -> list[Link]:
    """The links of a case beside those that its texts draw, by document and place.

    A contradiction's link goes from the record told in the one side's first sentence to that of the other's; where a
    sentence has no record, the nearest of its article stands for it. Nobody draws these links: `attributed_to` is None.
    """
    nearest = _Nearest(readings)
    links = [*same_links(found, readings), *filter(None, (_contradicts(one, nearest) for one in against))]
    names = {reading.document.id: reading.document.name for reading in readings}
    return sorted(links, key=lambda link: (names[link.evidence.document], link.evidence.start, link.link, link.id))


class _Nearest:
    """Finds the record that stands for a sentence."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._records: dict[str, list[Record]] = {
            reading.document.id: [r for r in reading.records if not isinstance(r, Link)] for reading in readings
        }

    def of(self, side: Side) -> str | None:
        """A record told in the side's sentence, else the nearest one of its article; None where there is none."""
        if side.records:
            return side.records[0]
        evidence = side.evidence[0]
        own = self._records.get(evidence.document, [])
        return min(own, key=lambda r: (_gap(r.evidence, evidence), r.id)).id if own else None


def contradiction_link_id(found: Contradiction) -> str:
    """The id of the link that a contradiction stands as."""
    return make_id("link", "contradicts", found.id)


def _gap(one: Evidence, other: Evidence) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _contradicts(found: Contradiction, nearest: _Nearest) -> Link | None:
    one, other = nearest.of(found.one), nearest.of(found.other)
    if one is None or other is None or one == other:
        return None
    origin = (Origin(READER, f"contradicts:{found.kind}", VERSION),)
    return Link(
        contradiction_link_id(found), found.one.evidence[0], origin, CONFIDENCE, "contradicts", one, other, None
    )
