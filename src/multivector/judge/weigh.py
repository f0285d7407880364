"""Items and the table become weights: what each item adds to the sum for each hypothesis."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from multivector.judge.discount import Discount, harmonic, on_hearsay, on_outlets, on_rival, on_voice
from multivector.judge.item import Item
from multivector.judge.noted import Noted
from multivector.judge.occasion import occasions
from multivector.judge.reliability import COVERAGE, Rating, best_rating, soften
from multivector.judge.scene import Scene
from multivector.judge.table import Cells
from multivector.model import Statement

__all__ = ["Weighed", "log_sums", "places", "strength_of", "total", "weigh"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An item with its row, its rating and its discounts, but for that of its occasion, which others decide too."""

    item: Item
    cells: Cells
    rating: Rating
    softened: tuple[float, ...]  # the row after the rating
    discounts: tuple[Discount, ...]
    base: float  # product of the discounts
    occasion: str

    @property
    def strength(self) -> float:
        """How far the item tells any two hypotheses apart before the cut for its occasion, in nats."""
        return self.base * strength_of(self.softened)


def strength_of(row: Sequence[float]) -> float:
    """The logarithm of the largest likelihood ratio in a row."""
    return math.log(max(row)) - math.log(min(row))


def weigh(scene: Scene, items: Sequence[Item], rivals: Mapping[int, str]) -> list[Weighed]:
    """Every item that the table has a row for, weighed. `rivals` gives rival causes by position in `items`."""
    found = occasions(items)
    shared = _shared_rivals(items, found, rivals)
    return [
        _weighed(scene, item, occasion, rivals.get(i) or shared.get(i))
        for i, (item, occasion) in enumerate(zip(items, found, strict=True))
    ]


def _shared_rivals(items: Sequence[Item], found: Sequence[str], rivals: Mapping[int, str]) -> dict[int, str]:
    """A rival cause of a deed is one of the words that go with it as well: the authority's grounds for its measure."""
    by_occasion = {found[i]: reason for i, reason in rivals.items() if found[i].split("@")[0].endswith(":deeds")}
    return {
        i: by_occasion[found[i]]
        for i, item in enumerate(items)
        if found[i] in by_occasion and isinstance(item.head, Statement)
    }


def _weighed(scene: Scene, item: Item, occasion: str, rival: str | None) -> Weighed:
    cells = scene.table.find(item.kinds)
    if cells is None:
        raise ValueError(f"an item without a row cannot be weighed: {item.label}")
    cells = _as_rated(scene, item, cells)
    rating = _rating(scene, item)
    cuts = (on_outlets(item, rating), on_hearsay(item, scene), on_voice(item, scene), on_rival(rival))
    discounts = tuple(cut for cut in cuts if cut is not None)
    base = math.prod(cut.factor for cut in discounts)
    return Weighed(item, cells, rating, soften(cells.values, rating.share), discounts, base, occasion)


def _rating(scene: Scene, item: Item) -> Rating:
    """The rating of the item's sources; a silence is believed as far as the sources would have told of the thing."""
    ids, head = [record.id for record in item.records], item.head
    if isinstance(head, Noted) and head.coverage is not None and head.id not in scene.ratings:
        return Rating(COVERAGE, head.coverage, True)
    return best_rating(ids, item.documents, scene.ratings)


def _as_rated(scene: Scene, item: Item, cells: Cells) -> Cells:
    """The row with the likelihoods that a person gave this very item in the place of the table's."""
    own = {key: value for record in item.records for key, value in scene.likelihoods.get(record.id, {}).items()}
    ids = [hypothesis.id for hypothesis in scene.question.hypotheses]
    if not own.keys() & set(ids):
        return cells
    return replace(
        cells,
        values=tuple(own.get(key, value) for key, value in zip(ids, cells.values, strict=True)),
        given=tuple(key in own or given for key, given in zip(ids, cells.given, strict=True)),
        reason=f"{cells.reason} A person rated this item otherwise: {', '.join(f'{k} {v:g}' for k, v in own.items())}.",
    )


def places(weighed: Sequence[Weighed]) -> list[int]:
    """The place of each item within its occasion, aligned; the k-th item of an occasion weighs 1/k."""
    return harmonic([(one.occasion, one.strength, one.item.order) for one in weighed])


def log_sums(weighed: Sequence[Weighed], n: int) -> dict[str, tuple[float, ...]]:
    """For each occasion, the weighted log-likelihood of each of the `n` hypotheses."""
    columns: dict[str, list[list[float]]] = defaultdict(lambda: [[] for _ in range(n)])
    for one, place in zip(weighed, places(weighed), strict=True):
        for h, value in enumerate(one.softened):
            columns[one.occasion][h].append(one.base / place * math.log(value))
    return {occasion: tuple(math.fsum(column) for column in columns[occasion]) for occasion in sorted(columns)}


def total(sums: Iterable[Sequence[float]], n: int) -> tuple[float, ...]:
    """The occasions' sums added up."""
    rows = list(sums)
    return tuple(math.fsum(row[h] for row in rows) for h in range(n))
