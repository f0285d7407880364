"""Whether two sentences count or rule two things: other stretches of time, places, flows, hopes and results."""

import re
from functools import cache, lru_cache

from multivector.codebook.goods import find_good
from multivector.codebook.story import story_words
from multivector.model import Good, TradeMeasure
from multivector.story.claims import Claim
from multivector.story.quantities import Quantity
from multivector.text.stemming import stemmer
from multivector.text.stems import WORD
from multivector.world.actors import actors

__all__ = ["two_counts", "two_goods"]

# Parts of a year in words. What is counted in one part is not what is counted in another, nor in a whole year.
PARTS = (
    (re.compile(r"\bfirst half\b|\bперво[ем] полугоди[ея]\b", re.I), "6"),
    (re.compile(r"\bsecond half\b|\bвторо[ем] полугоди[ея]\b", re.I), "second half"),
    (re.compile(r"\bquarters?\b|\bквартал\w*", re.I), "quarter"),
    (re.compile(r"\bseason\b|\bмаркетингов\w+|\bсезон\w*", re.I), "season"),
    (re.compile(r"\b(?:daily|a day|per day|в сутки|в день|ежедневно)\b", re.I), "day"),
    (re.compile(r"\b(?:this|last|past|a|per) week\b|\b(?:за|в|на) (?:эту |прошл\w+ |этой )?недел\w+", re.I), "week"),
    (re.compile(r"\b(?:this|last|past|a|per) month\b|\b(?:в|за) (?:этом |прошлом |прошлый )?месяце?\b", re.I), "month"),
)  # fmt: skip
MONTHS = re.compile(
    r"\b(?:(?:in|over|for|during)\s+(?:the\s+)?(?:first|last|past)\s+(?P<en>\w+)\s+months|за\s+(?:первые\s+|последние\s+)?(?P<ru>\w+)\s+месяц\w*)",
    re.I,
)
RANGE = re.compile(
    r"\b(?:January|январ[ея])\s?(?:[-–—]|to)\s?(?P<last>February|March|April|May|June|July|August|September|October|"
    r"November|феврал|март|апрел|ма[ея]|июн|июл|август|сентябр|октябр|ноябр)",
    re.I,
)
LAST_MONTHS = {
    "feb": "2", "mar": "3", "apr": "4", "may": "5", "jun": "6", "jul": "7", "aug": "8", "sep": "9", "oct": "10",
    "nov": "11", "фев": "2", "мар": "3", "апр": "4", "мае": "5", "мая": "5", "июн": "6", "июл": "7", "авг": "8",
    "сен": "9", "окт": "10", "ноя": "11",
}  # fmt: skip
COUNTS = {
    "three": "3", "six": "6", "nine": "9", "ten": "10", "eight": "8", "seven": "7", "три": "3",
    "шесть": "6", "семь": "7", "восемь": "8", "девять": "9", "десять": "10",
}  # fmt: skip
PLACE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Aa]cross)\s+(?:the\s+)?([A-Z][\w-]+)|\b(?:[Вв]о?|[Пп]од|[Нн]а)\s+([А-ЯЁ][\w-]+)"
)
FLOWS = {
    "import": re.compile(r"\bimport|импорт|ввоз", re.I),
    "export": re.compile(r"\bexport|экспорт|вывоз", re.I),
    "transit": re.compile(r"\btransit|транзит", re.I),
}  # fmt: skip
FORECAST = re.compile(
    r"\b(?:expect\w*|forecast\w*|plan(?:s|ned|ning)?|may|could|might|estimat\w+|project(?:s|ed|ion)|targets?|hop(?:es|ed|ing)|"
    r"potential\w*|прогноз\w*|планиру\w+|ожида\w+|может|могут|мог(?:ла|ли)?|рассчитыва\w+|предполага\w+|оценива\w+)\b",
    re.I,
)
OPEN = re.compile(
    r"\b(?:will|would|shall|to be|agreed|pledged|promised|plans?|буд(?:ет|ут)|обеща\w+|"
    r"договор\w+|намерен\w*|готов\w*|закупит|направит)\b",
    re.I,
)
PART = re.compile(
    r"\b(?:including|among (?:them|those|the)|of (?:them|which|whom|these|those)|a further|another|в том числе|"
    r"включая|среди|из (?:них|которых)|ещ[её])\b[^.;]{0,80}$",
    re.I,
)
NARROW = frozenset(
    {"leader", "head", "president", "minister"}
)  # of so many countries: fewer than those that sent people
OF = re.compile(r"([^\W\d_]+)(?:\s+of)?(?:\s+the)?\s+$")


def two_goods(one: Claim, other: Claim) -> bool:
    """Whether two sentences tell measures on goods with no heading in common, or on two flows."""
    first, second = _headings(one), _headings(other)
    return bool(first and second and not first & second) or _two_flows(one, other)


def _two_wares(one: Claim, other: Claim) -> bool:
    """Whether two sentences of one language tell measures on goods that share neither a word nor a heading."""
    words = [{stem for good in _goods(claim) for _, _, stem in stemmer().spans(good.text)} for claim in (one, other)]
    told = all(words) and one.language == other.language and not _headings(one) & _headings(other)
    return told and not words[0] & words[1]


def _two_sorts(one: Claim, other: Claim) -> bool:
    """Whether each names goods, and none of a sort that the other names: prices of wheat, of tomatoes."""
    first, second = (_sorts(claim.evidence.quote, claim.language) for claim in (one, other))
    return bool(first and second) and not any(a.startswith(b) or b.startswith(a) for a in first for b in second)


@lru_cache(maxsize=10_000)
def _sorts(words: str, language: str) -> frozenset[str]:
    language = language if language == "ru" else "en"
    told = (match[0].casefold() for match in WORD.finditer(words))
    found = (find_good((word,), language) for word in told if word not in story_words().irregular)  # prices "rose"
    return frozenset(heading for good in found if good is not None for heading in good.hs)


def _goods(claim: Claim) -> list[Good]:
    return [good for record in claim.records if isinstance(record, TradeMeasure) for good in record.goods]


def _headings(claim: Claim) -> frozenset[str]:
    return frozenset(heading[:4] for good in _goods(claim) for heading in good.hs)


def _two_flows(one: Claim, other: Claim) -> bool:
    """Whether the one speaks of imports alone and the other of exports or transit alone."""
    first, second = _flows(one), _flows(other)
    return bool(first and second and not first & second)


def two_counts(one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> bool:
    """Whether two numbers need not be the same since each counts something of its own."""
    first, second = one[0], other[0]
    return (
        _two_subjects(first, second)
        or _two_periods(first, second)
        or _two_places(first, second)
        or (_two_flows(first, second) and first.parties[:1] == second.parties[:1])
        or ("%" in one[1].units and _two_sorts(first, second))
        or ("duration" in one[1].units and _two_wares(first, second))
        or _hope_and_result(first, second)
        or _part_and_whole(one, other)
    )


def _flows(claim: Claim) -> frozenset[str]:
    return _flows_in(claim.evidence.quote)


@lru_cache(maxsize=10_000)  # asked for every pair of claims
def _flows_in(words: str) -> frozenset[str]:
    return frozenset(flow for flow, cue in FLOWS.items() if cue.search(words))


def _two_subjects(one: Claim, other: Claim) -> bool:
    """Whether each names another party first, whom the other does not name at all."""
    if not one.parties or not other.parties:
        return False
    return one.parties[0] not in other.parties and other.parties[0] not in one.parties


def _two_periods(one: Claim, other: Claim) -> bool:
    first, second = _parts(one.evidence.quote), _parts(other.evidence.quote)
    if not first and not second:
        return False
    known = (first or _years(one)), (second or _years(other))
    return all(known) and not known[0] & known[1]


@lru_cache(maxsize=10_000)
def _parts(words: str) -> frozenset[str]:
    found = {label for pattern, label in PARTS if pattern.search(words)}
    for match in MONTHS.finditer(words):
        count = (match["en"] or match["ru"]).casefold()
        found.add(COUNTS.get(count, count))
    found.update(LAST_MONTHS.get(match["last"][:3].casefold(), "") for match in RANGE.finditer(words))
    return frozenset(found - {""})


def _years(claim: Claim) -> frozenset[str]:
    return frozenset(dated.day[:4] for dated in claim.dates if dated.when.precision == "year")


def _two_places(one: Claim, other: Claim) -> bool:
    """Whether each says where, in no state's whole land, and the places are not the same."""
    if one.language != other.language:
        return False
    first, second = _places(one), _places(other)
    return bool(first and second) and not first & second and not (first & other.stems or second & one.stems)


def _places(claim: Claim) -> frozenset[str]:
    words = claim.evidence.quote
    found = (stemmer().of(match[1] or match[2]) for match in PLACE.finditer(words))
    return frozenset(stem for stem in found if stem and stem not in _state_names())


@cache
def _state_names() -> frozenset[str]:
    return frozenset(stemmer().of(name) for known in actors().values() if known.kind == "state" for name in known.names)


def _hope_and_result(one: Claim, other: Claim) -> bool:
    """Whether one number is a forecast and the other what came of it."""
    ahead = [FORECAST.search(claim.evidence.quote) is not None for claim in (one, other)]
    if ahead[0] == ahead[1]:
        return False
    done = other if ahead[0] else one
    return OPEN.search(done.evidence.quote) is None


def _part_and_whole(one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> bool:
    """Whether one number is said to be a part, or counts leaders where the other counts all who sent somebody."""
    before = [claim.evidence.quote[: quantity.start - claim.evidence.start] for claim, quantity in (one, other)]
    parts = [PART.search(words) is not None for words in before]
    if parts[0] != parts[1]:
        return True
    narrow = [_counted_of(words) for words in before]
    fewer, more = (one, other) if narrow[0] else (other, one)
    return narrow[0] != narrow[1] and fewer[1].value < more[1].value


def _counted_of(words: str) -> bool:
    match = OF.search(words)
    return match is not None and WORD.fullmatch(match[1]) is not None and stemmer().of(match[1]) in NARROW
