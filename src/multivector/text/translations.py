"""Copies that share no words: translations, found by the order of their names and numbers, and spun texts."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from multivector.text.anchors import anchors
from multivector.text.copies import WORD

__all__ = ["Dated", "spun_pairs", "translation_pairs"]

DAYS = 3  # between a text and its translation
# Share of the shorter list of anchors that stands in the other in the same order. Few anchors must agree more.
SHARE, LEAST = 0.5, 8
SHARE_OF_FEW, LEAST_OF_FEW = 0.6, 6
SHARE_CREDITED = 0.4  # where one text names the other's outlet as its source ...
SHARE_CUT = 0.6  # ... and is much shorter
LONGER = 1.6  # times the length at most: Russian needs about as many characters as English
SPUN_SHARE, SPUN_LEAST = 0.8, 10
SPUN_WORDS = 0.5  # share of the shorter text's words that a spun text keeps
SHARED_KEYS = 3
MOST_ANCHORS = 400  # of one text: the order of the first pages tells enough


@dataclass(frozen=True, slots=True)
class Dated:
    """A text with its language and the day on which it was published; `anchors` are its first names and numbers."""

    text: str
    language: str
    published: str | None
    anchors: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look for the anchors once: translations and spun texts are told by the same ones."""
        object.__setattr__(self, "anchors", tuple(anchors(self.text)[:MOST_ANCHORS]))


def translation_pairs(
    texts: Sequence[Dated], credits: Callable[[int, int], bool] = lambda one, other: False
) -> list[tuple[int, int]]:
    """The pairs, lower number first, of texts in two languages that tell the same names and numbers in one order.

    Published within DAYS, of about one length. The rule needs no dictionary; what it cannot tell from a translation is
    an independent report that follows the same statement point by point. Where one of the two `credits` the other's
    outlet, less is enough: agencies retell one another shortened, some to a few lines.
    """
    found = []
    lists = [one.anchors for one in texts]
    keys = [sorted({a for a in one if len(a) > 3}) for one in lists]  # two consonants or one digit tell little
    for i, j in _near(texts, keys, same_language=False):
        alike = _alike_in_length(texts[i], texts[j])
        if (alike and _same_order(lists[i], lists[j])) or (
            _retold(lists[i], lists[j], SHARE_CREDITED if alike else SHARE_CUT) and credits(i, j)
        ):
            found.append((i, j))
    return found


def _retold(one: Sequence[str], other: Sequence[str], share: float) -> bool:
    """Whether two lists agree enough for one to be a shortened translation of the other that it credits."""
    common = _longest_common(one, other)
    return common >= LEAST_OF_FEW and common >= share * min(len(one), len(other))


def spun_pairs(texts: Sequence[Dated]) -> list[tuple[int, int]]:
    """The pairs of one language whose words were changed but whose names and numbers stand in one order."""
    found = []
    lists = [one.anchors for one in texts]
    keys = [sorted({f"{a} {b}" for a, b in pairwise(one)}) for one in lists]
    for i, j in _near(texts, keys, same_language=True):
        small = min(len(lists[i]), len(lists[j]))
        if small < SPUN_LEAST or not _alike_in_length(texts[i], texts[j]):
            continue
        if _in_common(lists[i], lists[j]) < SPUN_SHARE * small:
            continue
        order = _longest_common(lists[i], lists[j])
        if order >= SPUN_SHARE * small and _words_kept(texts[i].text, texts[j].text) >= SPUN_WORDS:
            found.append((i, j))
    return found


def _near(texts: Sequence[Dated], keys: Sequence[Sequence[str]], *, same_language: bool) -> Iterator[tuple[int, int]]:
    """Pairs that were published within DAYS and share SHARED_KEYS keys, in order."""
    order = sorted((i for i in range(len(texts)) if _day(texts[i])), key=lambda i: (_day(texts[i]), i))
    days = [_day(texts[i]) for i in order]
    index: dict[str, list[int]] = defaultdict(list)  # key -> places in `order`
    for place, i in enumerate(order):
        for key in keys[i]:
            index[key].append(place)
    pairs = []
    for place, i in enumerate(order):
        first, last = bisect_left(days, days[place] - DAYS), bisect_right(days, days[place] + DAYS)
        votes: Counter[int] = Counter()
        for key in keys[i]:
            run = index[key]
            votes.update(run[bisect_right(run, place) : bisect_left(run, last)])
        for other, count in votes.items():
            j = order[other]
            same = texts[i].language == texts[j].language
            if count >= SHARED_KEYS and same == same_language and other >= first:
                pairs.append((min(i, j), max(i, j)))
    yield from sorted(pairs)


def _day(text: Dated) -> int:
    """The day as a number; 0 for none: such texts are compared with no other, since anything might be near."""
    try:
        return date.fromisoformat((text.published or "")[:10]).toordinal()
    except ValueError:
        return 0


def _alike_in_length(one: Dated, other: Dated) -> bool:
    short, long = sorted((len(one.text), len(other.text)))
    return long <= LONGER * short


def _same_order(one: Sequence[str], other: Sequence[str]) -> bool:
    small = min(len(one), len(other))
    if _in_common(one, other) < max(LEAST_OF_FEW, SHARE * small):
        return False
    common = _longest_common(one, other)
    firm = common >= LEAST and common >= SHARE * small
    return firm or (common >= LEAST_OF_FEW and common >= SHARE_OF_FEW * small)


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many anchors the lists share in any order: never fewer than in one order, and found at once."""
    return (Counter(one) & Counter(other)).total()


def _longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for a in one:
        diagonal = 0
        for j, b in enumerate(other, 1):
            kept = row[j]
            row[j] = diagonal + 1 if a == b else max(row[j], row[j - 1])
            diagonal = kept
    return row[-1]


def _words_kept(one: str, other: str) -> float:
    sets = [set(WORD.findall(text.casefold())) for text in (one, other)]
    return len(sets[0] & sets[1]) / max(1, min(map(len, sets)))
