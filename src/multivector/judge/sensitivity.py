"""How firmly the answer stands: without each item, with each item turned round, and with other numbers in the table."""

import math
import random
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from multivector.judge.bayes import log_odds, update
from multivector.judge.belief import hold_unrated
from multivector.judge.reliability import soften
from multivector.judge.weigh import Weighed, log_sums, places, total

__all__ = ["SEED", "Belief", "break_even_prior", "dropped", "flipped", "interval"]

SEED = 203
DRAWS = 1000
TABLE_RANGE = math.log(1.25)  # each likelihood of the table may be wrong by a quarter either way
PRIOR_RANGE = 0.2  # each prior by so much in the logarithm: between two flat ones .40 to .60
TAIL = 0.05  # the interval leaves out this share of the draws at each end


@dataclass(frozen=True, slots=True)
class Belief:
    """What a posterior is made from."""

    prior: tuple[float, ...]
    weighed: tuple[Weighed, ...]
    rated: tuple[bool, ...]

    def posterior(self, sums: Sequence[float]) -> tuple[float, ...]:
        """The posterior for these summed log-likelihoods."""
        return hold_unrated(update(self.prior, sums), self.prior, self.rated)


def dropped(belief: Belief) -> list[tuple[float, ...]]:
    """The posterior without each item in turn; the rest of its occasion moves up."""
    return _varied(belief, drop=True)


def flipped(belief: Belief) -> list[tuple[float, ...]]:
    """The posterior with each item in turn speaking as strongly for the other side."""
    return _varied(belief, drop=False)


def _varied(belief: Belief, *, drop: bool) -> list[tuple[float, ...]]:
    """Only the item's own occasion is summed anew."""
    n = len(belief.prior)
    rows: dict[str, list[Row]] = defaultdict(list)
    for one in belief.weighed:
        insort(rows[one.occasion], _row(one))
    sums = {occasion: _sum(own, n) for occasion, own in rows.items()}
    whole = total(sums.values(), n)
    found = []
    for one in belief.weighed:
        rest = list(rows[one.occasion])
        del rest[bisect_left(rest, _row(one))]
        if not drop:
            insort(rest, _row(_turned(one)))
        old, anew = sums[one.occasion], _sum(rest, n)
        found.append(belief.posterior([w - o + a for w, o, a in zip(whole, old, anew, strict=True)]))
    return found


# (less its strength, sort key), which orders an occasion's items; its base; the logarithms of its row
Row = tuple[tuple[float, tuple[str, str, str]], float, tuple[float, ...]]


def _row(one: Weighed) -> Row:
    return (-one.strength, one.item.order), one.base, tuple(map(math.log, one.softened))


def _sum(rows: Sequence[Row], n: int) -> tuple[float, ...]:
    """The weighted log-likelihoods of one occasion, its rows in order: the k-th weighs 1/k."""
    weights = [base / place for place, (_, base, _) in enumerate(rows, 1)]
    return tuple(math.fsum(w * logs[h] for w, (_, _, logs) in zip(weights, rows, strict=True)) for h in range(n))


def _turned(one: Weighed) -> Weighed:
    """The item with its log-likelihoods mirrored about their middle."""
    middle = math.log(max(one.softened)) + math.log(min(one.softened))
    return replace(one, softened=tuple(math.exp(middle - math.log(value)) for value in one.softened))


def interval(belief: Belief) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The lowest and highest each posterior may be: nine tenths of the simulated ones and every one without an item.

    The draws vary the priors and the table's likelihoods, one number for all items of a kind: a wrong row is wrong for
    all of them. Same items, same bytes: the seed is fixed and the order of drawing follows the rows' names.
    """
    draws = [sorted(column) for column in zip(*_simulated(belief), strict=True)]
    cut = int(TAIL * DRAWS)
    seen = [belief.posterior(total(log_sums(belief.weighed, len(draws)).values(), len(draws))), *dropped(belief)]
    low = tuple(min([column[cut], *(row[h] for row in seen)]) for h, column in enumerate(draws))
    high = tuple(max([column[-1 - cut], *(row[h] for row in seen)]) for h, column in enumerate(draws))
    return low, high


def _simulated(belief: Belief) -> list[tuple[float, ...]]:
    chance = random.Random(SEED)
    rows, weights = _by_row(belief.weighed)
    table = [(rows[kind], weights[kind]) for kind in sorted(rows)]
    return [_draw(belief, chance, table) for _ in range(DRAWS)]


def _draw(
    belief: Belief, chance: random.Random, rows: Sequence[tuple[tuple[float, ...], dict[float, float]]]
) -> tuple[float, ...]:
    """One posterior from a table and priors that are off by chance."""
    n = len(belief.prior)
    sums = [chance.uniform(-PRIOR_RANGE, PRIOR_RANGE) for _ in range(n)]
    for values, weights in rows:
        wrong = [value * math.exp(chance.uniform(-TABLE_RANGE, TABLE_RANGE)) for value in values]
        for share, weight in weights.items():
            for h, value in enumerate(soften(wrong, share)):
                sums[h] += weight * math.log(value)
    return belief.posterior(sums)


def _by_row(weighed: Sequence[Weighed]) -> tuple[dict[str, tuple[float, ...]], dict[str, dict[float, float]]]:
    """Each kind's row, and the weight of its items by the share of them that is taken at its word."""
    rows: dict[str, tuple[float, ...]] = {}
    parts: dict[str, dict[float, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one, place in zip(weighed, places(weighed), strict=True):
        rows[one.cells.kind] = one.cells.values
        parts[one.cells.kind][one.rating.share].append(one.base / place)
    return rows, {kind: {share: math.fsum(parts[kind][share]) for share in sorted(parts[kind])} for kind in parts}


def break_even_prior(prior: float, posterior: float) -> float:
    """The prior at which a hypothesis of two would stand at one half, given what the evidence made of `prior`."""
    shift = log_odds(posterior) - log_odds(prior)
    return 1 / (1 + math.exp(shift))
