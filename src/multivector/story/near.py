"""Which claims may be about one matter: an index of their rarer words, so that not every pair is looked at."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from multivector.codebook.story import story_words
from multivector.story.claims import Claim
from multivector.text.stemming import stemmer

__all__ = ["day_number", "days_apart", "keys_of", "near_pairs", "related"]

SEASON = 90  # days: dates of two neighbouring seasons are compared
MOST_FILED = 200  # claims under one key: a key of more of them tells nothing, and pairs grow with its square
SHARED_ACTORS = 2  # named in both articles ...
SHARE_OF_ACTORS = 0.3  # ... and of the article that names fewer


def keys_of(claims: Sequence[Claim]) -> list[frozenset[str]]:
    """The keys under which each claim is filed: what two claims that contradict each other must share.

    A number with what it counts and a word beside it; a date's season and a word of its clause; the verb of a denial;
    one of a pair of opposites with a word beside it.
    """
    denied = {verb for claim in claims for verb in claim.predicates}
    opposites = {stemmer().of(word) for pair in story_words().opposites for word in pair}
    return [
        frozenset((*_number_keys(claim), *_date_keys(claim), *_word_keys(claim, denied, opposites))) for claim in claims
    ]


def _number_keys(claim: Claim) -> Iterator[str]:
    for quantity in claim.quantities:
        for unit in quantity.units:
            yield from (f"number {unit} {stem}" for stem in claim.stems - quantity.units)


def _date_keys(claim: Claim) -> Iterator[str]:
    for dated in claim.dates:
        season = day_number(dated.day) // SEASON
        for stem in dated.context:
            yield f"date {season} {stem}"
            yield f"date {season + 1} {stem}"
            if dated.when.precision == "day":  # a year told wrongly
                yield f"day {dated.day[5:10]} {stem}"
            if dated.when.precision == "year":
                yield f"year {stem}"
        for code in dated.codes:
            if not code.isupper():  # a person or a body, not a state: those are in every article
                yield from (f"date {season} {code}", f"date {season + 1} {code}")


def _word_keys(claim: Claim, denied: set[str], opposites: set[str]) -> Iterator[str]:
    yield from (f"denial {stem}" for stem in (claim.stems & denied) | claim.predicates)
    if claim.stems & opposites:
        yield from (f"opposite {stem}" for stem in claim.stems - opposites)


def near_pairs(
    claims: Sequence[Claim], keys: Sequence[frozenset[str]], days: int, named: Mapping[str, frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """Pairs of claims (lower number first, in order) that share a key, on related matters, published within so many
    days. `named` are the days that each document names: of two articles one of which has no day of its own, only
    copies and those that name a day in common can be said to be about one occasion."""
    index: dict[str, list[int]] = defaultdict(list)
    at = [day_number(claim.published) for claim in claims]
    order = sorted(range(len(claims)), key=lambda i: (at[i], i))
    for i in order:
        for key in keys[i]:
            index[key].append(i)
    seen: set[tuple[int, int]] = set()
    for filed in index.values():
        if 1 < len(filed) <= MOST_FILED:
            seen.update(_within(at, filed, days))
    for i, j in sorted(seen):
        one, other = claims[i], claims[j]
        if related(one, other) and (_dated(one, other) or _one_occasion(one, other, named)):
            yield i, j


def _dated(one: Claim, other: Claim) -> bool:
    return bool(day_number(one.published) and day_number(other.published))


def _one_occasion(one: Claim, other: Claim, named: Mapping[str, frozenset[str]]) -> bool:
    if one.cluster == other.cluster:
        return True
    days = [{*named.get(c.document, frozenset()), *((c.published or "")[:10].split())} for c in (one, other)]
    return bool(days[0] & days[1])


def _within(at: Sequence[int], filed: Sequence[int], days: int) -> Iterator[tuple[int, int]]:
    for place, i in enumerate(filed):
        for j in filed[place + 1 :]:
            if at[j] - at[i] > days:
                break
            yield (min(i, j), max(i, j))


def related(one: Claim, other: Claim) -> bool:
    """Whether two articles are about the same parties: copies of one text are."""
    if one.document == other.document:
        return False
    if one.cluster == other.cluster:
        return True
    shared, fewer = len(one.actors & other.actors), min(len(one.actors), len(other.actors))
    return shared >= min(SHARED_ACTORS, fewer) and shared >= SHARE_OF_ACTORS * max(1, fewer) and shared > 0


@lru_cache(maxsize=10_000)  # asked for every pair of claims
def day_number(iso: str | None) -> int:
    """An ISO day as a number; 0 for none."""
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return 0


def days_apart(one: str | None, other: str | None) -> int:
    """Days between two ISO days; 0 where one of them is not known."""
    first, second = day_number(one), day_number(other)
    return abs(first - second) if first and second else 0
