"""The first pass: every known name in a text, by one Aho-Corasick scan."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import ahocorasick

from multivector.model import Mention
from multivector.text.base import Fixed
from multivector.text.scripts import CYRILLIC, unified
from multivector.world.names import CITIES, Name, names
from multivector.world.own import NONE, Own

__all__ = ["Hit", "find_names", "fixed_names", "mention_of"]

# In these an adjective tells whom somebody is for or against, not who acts: "pro-Russian", "ex-Soviet".
PREFIXES = ("pro-", "anti-", "ex-", "non-", "post-", "ethnic-", "formerly-", "анти-", "экс-")
WHERE = re.compile(r"(\s+[a-z-]+){0,3}\s+(in|of|from|inside|across)(\s+[a-z-]+){0,2}\s+")
# What was agreed in a city bears its name: the Ottawa Convention, the Minsk agreements, Будапештский меморандум.
AGREED = re.compile(
    r"[\s-]+(?:[A-Z]\w+\s+)?(?:Conventions?|Treaty|Treaties|Accords?|Agreements?|Protocols?|Declaration|Memorandum|Statute|Pact|"
    r"Principles|Consensus|Format|Process|Initiative|Formula|Charter|Rules|Club|agreements|accords|protocols?|process|format|"
    r"memorandum|convention)\b|[\s-]+(?:конвенци|соглашени|договор[её]нност|меморандум|протокол|деклараци|процесс|формат|"
    r"хартии|статут|принцип|консенсус)"
)
# Of what something is like, where it comes from or what is spoken there: "a Russian-style law", "Iranian-made drones".
LIKE = re.compile(r"-(?:style|styled|type|inspired|like|made|built|designed|manufactured|born|speaking|language|era)\b")
# Seas and lands that bear a people's name: "Японское море", "Корейский полуостров", "Китайская стена"
WATERS = re.compile(
    r"\s+(?:мор(?:е|я|ю|ем|ей|ям|ями|ях)\b|залив|пролив|полуостров|океан|нагорь|впадин|стен[аыуео]|течени)"
)
RULED = re.compile(r"\s+(?:colony|colonies|protectorates?)\b")  # "the former French colony" is not France
# What is paid in a state's money is no word of that state: "500 million U.S. dollars", "12 Swiss francs".
MONEY = re.compile(
    r"[ -](?:dollars?|cents?|francs?|pounds?|rou?bles?|rupees?|pesos?|liras?|riyals?|rials?|dirhams?|dinars?|yuan|yen"
    r"|renminbi|hryvnias?|tenge|kron(?:a|or|er|e)|zlotys?|forints?|lei|leu|shillings?|naira|shekels?|manats?|drams?)\b"
)
DOLLARS = "USA"  # whose money is called by its name: "U.S. dollars"
COLD, SHORT = 2, 8_000  # texts before the automaton is made, and their characters at most
MOST_TABLES = 8  # automata kept: one a language, and those of users' own tables
MIN_CAPITALS = (
    4  # shorter names are not looked for in all-capitals headlines: "IRAN" is a name, "US" and "MALI" are told apart
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at a place in the text."""

    start: int
    end: int
    name: Name


class _Finder:
    """All names of a language. The first short texts are looked through name by name, which for them takes a tenth of
    the time that the automaton takes to be made."""

    def __init__(self, language: str, own: Own) -> None:
        known = names(language) | {n.phrase: n for n in own.names}
        capitals = {p.upper(): n for p, n in known.items() if len(p) >= MIN_CAPITALS}
        self._known = capitals | known
        self._automaton: ahocorasick.Automaton | None = None
        self._cold = COLD

    def spans(self, text: str) -> list[tuple[int, int, Name]]:
        """Every place of every name: start, end and name."""
        if self._automaton is None and self._cold > 0 and len(text) <= SHORT:
            self._cold -= 1
            return [
                (at, at + len(phrase), name) for phrase, name in self._known.items() for at in _places(text, phrase)
            ]
        if self._automaton is None:
            self._automaton = _automaton(self._known)
        return [(last - length + 1, last + 1, name) for last, (length, name) in self._automaton.iter(text)]


def _automaton(known: Mapping[str, Name]) -> "ahocorasick.Automaton":
    made = ahocorasick.Automaton()
    for phrase, name in known.items():
        made.add_word(phrase, (len(phrase), name))
    made.make_automaton()
    return made


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


@lru_cache(MOST_TABLES)
def _finder(language: str, own: Own) -> _Finder:
    return _Finder(language, own)


def find_names(text: str, language: str = "en", own: Own = NONE) -> tuple[Hit, ...]:
    """Known names in text order; the longest wins where two overlap. Case-sensitive, whole words only.

    A user's `own` names come before those of the tables.
    """
    plain = text.replace("’", "'").replace("\u00a0", " ").replace("\n", " ")
    plain = unified(plain) if language in CYRILLIC else plain
    found = []
    for start, end, name in _finder(language, own).spans(plain):
        if _is_whole(plain, start, end):
            found.append(Hit(start, end, name))
    known = [h for h in _longest(found) if h.name.actor and not _names_a_thing(plain, h)]
    return _settled(
        plain, [h for h, before in zip(known, (None, *known), strict=False) if not _is_of(plain, h, before)]
    )


def mention_of(hit: Hit) -> Mention:
    """The place as the store keeps it."""
    name = hit.name
    return Mention(hit.start, hit.end, name.actor, name.kind, name.via, name.state, name.sector)


def _is_of(text: str, hit: Hit, before: Hit | None) -> bool:
    """ "Pakistan's Security Council": an organ that a state has too, behind that state's name."""
    if before is None or hit.name.via != "metonym" or hit.name.kind != "organisation" or not before.name.state:
        return False
    return text[before.end : hit.start] in (" ", "'s ", "' ")


def _names_a_thing(text: str, hit: Hit) -> bool:
    adjective = hit.name.via == "demonym"
    if LIKE.match(text, hit.end):
        return True
    if (adjective or hit.name.actor == DOLLARS) and MONEY.match(text, hit.end):
        return True  # "Israel pounds Gaza": behind a name these are verbs
    if adjective and text[hit.start].isupper() and WATERS.match(text, hit.end):
        return True
    if adjective:
        return RULED.match(text, hit.end) is not None
    return hit.name.via in CITIES and AGREED.match(text, hit.end) is not None


def _settled(text: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """What several states have ("Kurds", "Tripoli") is that of the one that the text names, the nearest of several."""
    if not any(h.name.homes for h in hits):
        return tuple(hits)
    sure = [h for h in hits if h.name.state and not h.name.homes]
    return tuple(_at_home(text, hit, sure) if hit.name.homes else hit for hit in hits)


def _at_home(text: str, hit: Hit, sure: Sequence[Hit]) -> Hit:
    near = [(_distance(text, hit, h), h.start, h.name.state) for h in sure if h.name.state in hit.name.homes]
    state = min(near)[2] if near else None
    return replace(hit, name=replace(hit.name, actor=state, state=state)) if state else hit


def _distance(text: str, hit: Hit, other: Hit) -> int:
    """Characters between two names; none where the other says where: "Kurdish rebels in northern Iraq"."""
    between = text[hit.end : other.start]
    return 0 if WHERE.fullmatch(between) else abs(other.start - hit.start)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 8) : start], text[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return False
    if before.endswith("-"):
        single = before[-2:-1].isupper() and not before[-3:-2].isalpha()  # a letter, as in "X-Ray"
        return not before.lower().endswith(PREFIXES) and not single
    return not (text[end - 1].isalnum() and after[:1] == "'" and after[1:2].isalpha() and after[1:2].lower() != "s")


def fixed_names(hits: Iterable[Hit]) -> list[Fixed]:
    """Names that the parser is to see as one word: those of several words, and those it would not know."""
    return [
        Fixed(h.start, h.end, h.name.form, h.name.lemma)
        for h in hits
        if h.name.lemma or not (h.name.phrase.isalpha() and h.name.form == h.name.phrase)
    ]


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
