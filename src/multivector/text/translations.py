"""Copies that share no words: translations, found by the facts of their sentences, and spun texts."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from multivector.text.anchors import anchors
from multivector.text.copies import WORD
from multivector.text.facts import Facts, facts, retold

__all__ = ["Dated", "spun_pairs", "translation_pairs"]

DAYS = 3  # between a text and its translation
# Of the facts (facts.py) of the text that has fewer, the share that stands in the other, and how many there must be.
# In the bundles translations have 0.63 and more, 0.74 as a median; other reports of the same day 0.6 and less.
SHARE, LEAST = 0.62, 18
SHARE_BACK = 0.5  # the same the other way round: a translator leaves out little ...
SHARE_CUT, BACK_CUT = 0.75, 0.35  # ... or all that he keeps is there ...
SHARE_CREDITED, LEAST_CREDITED = 0.5, 12  # ... but where one text names the other's outlet as its source
LONGER = 1.6  # times the length at most that a spun text has
SPUN_SHARE, SPUN_LEAST = 0.8, 10
SPUN_WORDS = 0.5  # share of the shorter text's words that a spun text keeps
SHARED_KEYS, SHARED_FACTS = 3, 2
MOST_ANCHORS = 400  # of one text: the order of the first pages tells enough


@dataclass(frozen=True, slots=True)
class Dated:
    """A text with its language and the day on which it was published."""

    text: str
    language: str
    published: str | None


def translation_pairs(
    texts: Sequence[Dated], credits: Callable[[int, int], bool] = lambda one, other: False
) -> list[tuple[int, int]]:
    """The pairs, lower number first, of texts in two languages whose sentences say the same, published within DAYS.

    Names, numbers, states and the words of the bridge are compared, sentence by sentence (facts.py). What cannot be
    told from a translation is an independent report that follows one statement point by point. Where one of the two
    `credits` the other's outlet, less is enough: agencies retell one another shortened, some to a few lines.
    """
    if len({one.language for one in texts}) < 2:
        return []
    told = [facts(one.text) for one in texts]
    keys = [sorted({fact for sentence in one for fact in sentence if _tells(fact)}) for one in told]
    near = _near(texts, keys, same_language=False, shared=SHARED_FACTS)
    return [(i, j) for i, j in near if _translated(told[i], told[j], partial(credits, i, j))]


def _tells(fact: str) -> bool:
    """Whether few texts have a fact: a number of two digits and more, a name of three consonants and more."""
    return (fact[0] == "#" and len(fact) > 2) or (fact[0] == "~" and len(fact) > 3)


def _translated(one: Facts, other: Facts, credited: Callable[[], bool]) -> bool:
    fewer, more = sorted((one, other), key=lambda told: sum(sentence.total() for sentence in told))
    share, total = retold(fewer, more)
    if total < LEAST_CREDITED or share < SHARE_CREDITED:
        return False
    back = retold(more, fewer)[0]
    whole = (share >= SHARE and back >= SHARE_BACK) or (share >= SHARE_CUT and back >= BACK_CUT)
    return (whole and total >= LEAST) or credited()


def spun_pairs(texts: Sequence[Dated]) -> list[tuple[int, int]]:
    """The pairs of one language whose words were changed but whose names and numbers stand in one order."""
    found = []
    lists = [anchors(one.text)[:MOST_ANCHORS] for one in texts]
    keys = [sorted({f"{a} {b}" for a, b in pairwise(one)}) for one in lists]
    for i, j in _near(texts, keys, same_language=True, shared=SHARED_KEYS):
        small = min(len(lists[i]), len(lists[j]))
        if small < SPUN_LEAST or not _alike_in_length(texts[i], texts[j]):
            continue
        if _in_common(lists[i], lists[j]) < SPUN_SHARE * small:
            continue
        order = _longest_common(lists[i], lists[j])
        if order >= SPUN_SHARE * small and _words_kept(texts[i].text, texts[j].text) >= SPUN_WORDS:
            found.append((i, j))
    return found


def _near(
    texts: Sequence[Dated], keys: Sequence[Sequence[str]], *, same_language: bool, shared: int
) -> Iterator[tuple[int, int]]:
    """Pairs that were published within DAYS and share so many keys, in order."""
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
            if count >= shared and same == same_language and other >= first:
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
