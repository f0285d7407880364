"""For and against: what favours each hypothesis, how much it counts and why not more; and what does not count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from multivector.brief.answer import letters_of
from multivector.brief.book import Book, Cite
from multivector.brief.dates import day_words
from multivector.brief.fold import Fold, fold
from multivector.brief.words import capital, ratio_words
from multivector.model import Bearing, Judgement

__all__ = ["Arguments", "Point", "Side", "arguments_view"]

SHOWN = 6
OTHERS_SHOWN = 5
NOTE = re.compile(r"(.+[.!?]) \((.+)\)", re.DOTALL)  # a reason's remark on this one item, in brackets at its end
Letters = tuple[dict[str, str], list[str]]  # the letter of each hypothesis, and the letters of the named ones
DISCOUNT = re.compile(r"×(\d[\d./]*): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Point:
    """One item. `face` says how it discriminates as it stands, `counted` after the discounts."""

    who: str
    day: str
    cite: Cite
    also: tuple[Cite, ...]
    face: str
    counted: str
    discounts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Side:
    """One hypothesis and what favours it."""

    letter: str
    text: str
    points: Fold[Point]


@dataclass(frozen=True, slots=True)
class Apart:
    """Items that do not count. `reason` is said once where all share it."""

    reason: str
    points: Fold[Point]


@dataclass(frozen=True, slots=True)
class Arguments:
    """`common` are the discounts and remarks that every counted item bears; they are said once."""

    sides: tuple[Side, ...]
    level: Fold[Point]
    common: tuple[str, ...]
    opinions: Apart
    baseline: Apart
    set_aside: Apart


def arguments_view(judgement: Judgement, book: Book) -> Arguments:
    """The view of a judgement's bearings, each list in the judgement's own order."""
    letters = letters_of(judgement)
    named = [letters[h.id] for h in judgement.question.hypotheses if not h.is_open]
    common = _common(judgement.bearings)
    points = [(b.favours, _point(b, (letters, named), common, book)) for b in judgement.bearings]
    sides = tuple(
        Side(letters[h.id], h.text, fold([point for favours, point in points if favours == h.id], SHOWN))
        for h in judgement.question.hypotheses
    )
    level = [point for favours, point in points if favours not in letters]
    others = (judgement.opinions, judgement.baseline, judgement.set_aside)
    apart = [_apart([_point(b, (letters, named), (), book) for b in group]) for group in others]
    return Arguments(sides, fold(level, OTHERS_SHOWN), tuple(map(_discount_words, common)), *apart)


def _apart(points: Sequence[Point]) -> Apart:
    reasons = {point.reason for point in points}
    if len(points) < 2 or len(reasons) > 1:
        return Apart("", fold(points, OTHERS_SHOWN))
    return Apart(points[0].reason, fold([replace(point, reason="") for point in points], OTHERS_SHOWN))


def _common(bearings: Sequence[Bearing]) -> tuple[str, ...]:
    """The discounts of all items, where there are several."""
    if len(bearings) < 2:
        return ()
    cuts = [_cuts(bearing) for bearing in bearings]
    return tuple(cut for cut in cuts[0] if all(cut in others for others in cuts))


def _cuts(bearing: Bearing) -> tuple[str, ...]:
    """The discounts, and the remark that the reason carries."""
    found = NOTE.fullmatch(bearing.reason)
    return (*bearing.discounts, found[2]) if found else bearing.discounts


def _point(bearing: Bearing, letters: Letters, common: Sequence[str], book: Book) -> Point:
    entry = book.entries.get(bearing.record)
    reason = NOTE.sub(r"\1", bearing.reason)
    return Point(
        who=(book.doer(entry) if entry else "") or bearing.label,
        day=day_words(bearing.day),
        cite=book.cite(bearing.record, bearing.said),
        also=tuple(book.cite(key) for key in bearing.also if key in book.entries),
        face=_compared(bearing.likelihoods, bearing.favours, letters),
        counted=_compared(bearing.used, bearing.favours, letters, short=True),
        discounts=tuple(_discount_words(d) for d in _cuts(bearing) if d not in common),
        reason=capital(reason),
    )


def _compared(values: Sequence[float], favours: str | None, given: Letters, *, short: bool = False) -> str:
    """The favoured hypothesis beside its nearest named rival: "about 1.4 times as likely under A as under B"."""
    letters, named = given
    found = dict(zip(letters, values, strict=False))
    if favours not in found or len(found) < 2:
        return ""
    rivals = {key: value for key, value in found.items() if key != favours}
    rivals = {key: value for key, value in rivals.items() if letters[key] in named} or rivals
    rival = max(rivals, key=lambda key: rivals[key])
    words = ratio_words(max(1.0, found[favours] / max(rivals[rival], 1e-9)))
    if short:
        return words
    link = "than" if "more likely" in words else "as"
    return f"{words} under {letters[favours]} {link} under {letters[rival]}"


def _discount_words(text: str) -> str:
    """The judgement's "×0.8: why" as "why (×0.8)"."""
    found = DISCOUNT.fullmatch(text)
    return f"{found[2]} (×{found[1]})" if found else text
