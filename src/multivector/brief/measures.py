"""Measures and counter-measures: for each pair of states, what the one imposed beside what the other did."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, Cite, Entry, Told
from multivector.brief.dates import measure_words
from multivector.brief.fold import Fold, fold
from multivector.brief.links import LinkView
from multivector.brief.words import MEASURES, capital
from multivector.model import Good, Judgement, TradeMeasure

__all__ = ["Column", "MeasureView", "Pair", "measures_view"]

SHOWN = 5
LINKS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class GoodView:
    """A good with its headings in the Harmonized System."""

    text: str
    hs: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure, with the other records of the same imposer, kind and target that share goods with it."""

    token: str
    cite: Cite
    title: str
    authority: str
    against: str  # further targets
    goods: tuple[GoodView, ...]
    reason: str
    dates: str
    temporary: bool
    status: str
    attributed_to: str
    evidence: int
    also: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What one side imposed on the other."""

    imposer: str
    target: str
    measures: Fold[MeasureView]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides beside each other, and who links which of their measures."""

    columns: tuple[Column, Column]
    links: Fold[LinkView]


def measures_view(book: Book, judgement: Judgement, links: Sequence[LinkView]) -> tuple[Pair, ...]:
    """The pairs, that of the question first, then those with most measures."""
    groups: dict[tuple[str, str], list[tuple[Entry, TradeMeasure]]] = {}
    for entry, measure in book.all_of(TradeMeasure):
        groups.setdefault((measure.imposer, measure.target[0] if measure.target else ""), []).append((entry, measure))
    asked = {judgement.question.observer, judgement.question.subject}
    pairs = dict.fromkeys(_pair(judgement, *key) for key in groups)

    def rank(pair: tuple[str, str]) -> tuple[bool, int, tuple[str, str]]:
        return {*pair} != asked, -sum(len(groups.get(key, ())) for key in (pair, pair[::-1])), pair

    return tuple(_pair_view(book, groups, pair, links) for pair in sorted(pairs, key=rank))


def _pair(judgement: Judgement, imposer: str, target: str) -> tuple[str, str]:
    """The two sides in one order: the observer first, else by code."""
    observer = judgement.question.observer
    one, other = sorted((imposer, target), key=lambda code: (code != observer, code == "", code))
    return one, other


def _pair_view(
    book: Book,
    groups: dict[tuple[str, str], list[tuple[Entry, TradeMeasure]]],
    pair: tuple[str, str],
    links: Sequence[LinkView],
) -> Pair:
    sides = (pair, (pair[1], pair[0]))
    columns = tuple(_column(book, side, groups.get(side, [])) for side in sides)
    ids = {measure.id for side in sides for _, measure in groups.get(side, [])}
    own = [link for link in links if link.measures and link.measures[0] in ids and link.kind != "contradicts"]
    return Pair((columns[0], columns[1]), fold(own, LINKS_SHOWN))


def _column(book: Book, side: tuple[str, str], found: Sequence[tuple[Entry, TradeMeasure]]) -> Column:
    piles: list[list[tuple[Entry, TradeMeasure]]] = []
    for entry, measure in found:
        pile = next((pile for pile in piles if _is_one(pile, measure)), None)
        if pile is None:
            piles.append([(entry, measure)])
        else:
            pile.append((entry, measure))
    views = [_measure(book, pile) for pile in piles]
    names = [book.named([code]) if code else "an unnamed target" for code in side]
    return Column(names[0], names[1], fold(views, SHOWN))


def _is_one(pile: Sequence[tuple[Entry, TradeMeasure]], measure: TradeMeasure) -> bool:
    """The same kind, status and further targets, and goods in common where both sides tell any."""
    first = pile[0][1]
    if (first.measure, first.status, first.target[1:]) != (measure.measure, measure.status, measure.target[1:]):
        return False
    told, own = {key for _, other in pile for key in _goods(other)}, _goods(measure)
    return not told or not own or not told.isdisjoint(own)


def _goods(measure: TradeMeasure) -> set[str]:
    """The goods by heading, and by name where they have none."""
    return {key for good in measure.goods for key in (good.hs or (good.text.casefold(),))}


def _measure(book: Book, group: Sequence[tuple[Entry, TradeMeasure]]) -> MeasureView:
    """The fullest record leads: the one with dates, a reason and an authority, then with most goods."""
    ordered = sorted(group, key=lambda item: (-sum(bool(v) for v in _fields(item[1])), -len(item[1].goods)))
    entry, measure = ordered[0]
    return MeasureView(
        token=entry.token,
        cite=book.cite(measure.id),
        title=capital(MEASURES[measure.measure]),
        authority=measure.authority or "",
        against=book.named(measure.target[1:]) if measure.target[1:] else "",
        goods=tuple(_good(good) for good in measure.goods),
        reason=measure.reason or "",
        dates=capital(measure_words(measure.start, measure.end)),
        temporary=measure.temporary,
        status=measure.status,
        attributed_to=book.name(measure.attributed_to) if measure.attributed_to else "",
        evidence=sum(1 + len(other.also) for _, other in group),
        also=book.told(other for other, _ in ordered[1:]),
    )


def _fields(measure: TradeMeasure) -> tuple[object, ...]:
    return measure.start, measure.end, measure.reason, measure.authority


def _good(good: Good) -> GoodView:
    return GoodView(good.text, ", ".join(good.hs))
