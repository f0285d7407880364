"""Bearings: what each item comes to, laid open for a reader."""

import math
from collections.abc import Sequence

from multivector.judge.bayes import weight_of_evidence
from multivector.judge.describe import with_article
from multivector.judge.item import Item, said
from multivector.judge.matrix import diagnosticity, marks_of
from multivector.judge.reliability import COVERAGE
from multivector.judge.scene import Scene
from multivector.judge.table import Cells
from multivector.judge.weigh import Weighed, places
from multivector.model.judgement import Bearing

__all__ = ["FAVOURS_RATIO", "bearings", "favoured", "marks_in", "shown", "tells_apart"]

FAVOURS_RATIO = 1.2  # the best hypothesis must make the item so many times as likely as the next to be favoured by it
FIGURES = 6  # digits kept of every number, so that machines agree on the bytes


def bearings(scene: Scene, weighed: Sequence[Weighed], leaders: tuple[int, int]) -> tuple[Bearing, ...]:
    """One bearing for each weighed item, the weightiest between the two leading hypotheses first."""
    found = [
        (_bearing(scene, one, place, leaders), one.item.order)
        for one, place in zip(weighed, places(weighed), strict=True)
    ]
    return tuple(b for b, _ in sorted(found, key=lambda pair: (-abs(pair[0].evidence_weight), pair[1])))


def _bearing(scene: Scene, one: Weighed, place: int, leaders: tuple[int, int]) -> Bearing:
    weight = one.base / place
    used = _shrunk(one.softened, weight)
    marks = marks_in(one.cells)
    return Bearing(
        record=one.item.head.id,
        kind=one.cells.kind,
        role=one.item.role,
        likelihoods=_rounded(one.cells.values),
        used=_rounded(used),
        marks=marks,
        weight=round(weight, FIGURES),
        discounts=_reasons(scene, one, place),
        reason=f"{one.cells.reason} ({one.item.note})" if one.item.note else one.cells.reason,
        said=said(one.item.head),
        favours=favoured(scene, one.cells),
        also=tuple(record.id for record in one.item.records[1:]),
        label=one.item.label,
        day=one.item.day,
        occasion=one.occasion,
        diagnosticity=round(diagnosticity(marks), FIGURES),
        evidence_weight=round(weight_of_evidence(used[leaders[0]] / used[leaders[1]]), FIGURES),
    )


def shown(scene: Scene, item: Item) -> Bearing:
    """The bearing of an item that is shown and not counted; it has no weight, and no hypothesis gains by it."""
    n = len(scene.question.hypotheses)
    cells = scene.table.find(item.kinds) if item.role == "baseline" else None
    return Bearing(
        record=item.head.id,
        kind=item.kinds[0] if item.kinds else item.role,
        role=item.role,
        likelihoods=_rounded(cells.values) if cells else (1.0,) * n,
        used=(1.0,) * n,
        marks=marks_in(cells) if cells else ("NA",) * n,
        weight=0.0,
        discounts=(),
        reason=item.note,
        said=said(item.head),
        favours=None,
        also=tuple(record.id for record in item.records[1:]),
        label=item.label,
        day=item.day,
    )


def marks_in(cells: Cells) -> tuple[str, ...]:
    """Heuer's marks of a row, NA for a hypothesis that it gives no number."""
    marks = iter(marks_of([value for value, given in zip(cells.values, cells.given, strict=True) if given]))
    return tuple(next(marks) if given else "NA" for given in cells.given)


def tells_apart(one: Weighed) -> bool:
    """Whether the item can move the answer: its source is worth something and its row is not level."""
    return one.rating.share > 0 and any(mark not in ("N", "NA") for mark in marks_in(one.cells))


def favoured(scene: Scene, cells: Cells) -> str | None:
    """The hypothesis that makes the item clearly the likeliest, beside its nearest named rival.

    "Something else" stands between the named ones by its nature, and so is no rival to measure them by.
    """
    ids = [hypothesis.id for hypothesis in scene.question.hypotheses]
    known = sorted((value, key) for value, key, given in zip(cells.values, ids, cells.given, strict=True) if given)
    named = [pair for pair in known if pair[1] not in scene.open_ids()]
    known = named if len(named) > 1 and known[-1] in named else known
    if len(known) < 2 or known[-1][0] < FAVOURS_RATIO * known[-2][0] - 1e-9:
        return None
    return known[-1][1]


def _reasons(scene: Scene, one: Weighed, place: int) -> tuple[str, ...]:
    cuts = [str(cut) for cut in one.discounts]
    if place > 1:
        who = with_article(scene.name(one.item.who))
        cuts.append(f"×1/{place}: the {_ordinal(place)} item of one source on one occasion ({who})")
    rating = one.rating
    if rating.code == COVERAGE:
        cuts.append(f"a silence of the sources: {rating.share:.0%} of it is taken for one of the side itself")
    elif rating.share == 0:
        cuts.append(f"rated {rating.code}: reliability unknown, so it moves nothing")
    else:
        given = "rated" if rating.given else "nobody has rated the outlet, taken as"
        cuts.append(f"{given} {rating.code}: {rating.share:.0%} of the report is taken at its word")
    return tuple(cuts)


def _ordinal(n: int) -> str:
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def _shrunk(row: Sequence[float], weight: float) -> tuple[float, ...]:
    """The row with its ratios raised to the power `weight`, about its geometric mean."""
    middle = math.fsum(math.log(value) for value in row) / len(row)
    return tuple(math.exp(middle + weight * (math.log(value) - middle)) for value in row)


def _rounded(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(value, FIGURES) for value in values)
