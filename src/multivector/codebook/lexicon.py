"""Which words of another language say what the codebook's own words say.

The codebook's frames, cues and lists are written once, in plain English lemmas. A language's folder (data/ru/lexicon/)
says which of its words stand for which of these, and under which label its prepositions and cases put an argument:

    verbs:
      accuse: [обвинить в>of, обвинять в>of]   # what stands behind "в" is what somebody is accused of
      participate: [принять участие в>obj]     # the verb with its noun is one word for the rules

"в+Acc>to" holds for one case only; dat, ins and gen are the cases without a preposition. With an exclamation mark
("выйти из>obj!") the wording holds only where there is such an argument, with a tilde ("вызвать посол~") the word
must be there but stays an argument. A noun's row begins with the noun ("удар ракетный"). See docs/languages.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from multivector.codebook.base import languages, load, load_folder
from multivector.errors import CodebookError

__all__ = ["LANGUAGES", "STAYS", "Labels", "Lexicon", "Wording", "labels", "lexicon", "spellings"]

LANGUAGES = languages()  # the folders of codebook/data that hold a language
STAYS = "~"  # behind a word that must stand beside another and stays an argument of its own
# the closed lists of labels.yaml, each a field of Labels
LISTED = (
    "sources", "objective", "authority", "times", "naming", "leading", "sending", "measures", "decrees", "enacting",
    "barring",
)  # fmt: skip
KINDS = ("verbs", "nouns", "adjectives", "words")


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to say the codebook's word `says`: the words that must stand beside it, and its own labels."""

    says: str
    others: tuple[str, ...]
    needed: tuple[str, ...]  # keys of labels of which an argument must be there
    labels: Mapping[str, str]  # "в", "в+Acc", "dat", "ins", "gen" -> label


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemma -> its wordings, those of most words first, for each kind of word."""

    verbs: Mapping[str, tuple[Wording, ...]]
    nouns: Mapping[str, tuple[Wording, ...]]
    adjectives: Mapping[str, tuple[Wording, ...]]
    words: Mapping[str, tuple[Wording, ...]]


@dataclass(frozen=True, slots=True)
class Labels:
    """What a language's prepositions and cases stand for, where no wording says otherwise.

    `joined` are prepositions of several words: (first, noun, second or "") -> label. `sources` are the nouns of
    "по словам X"; `objective` the nouns whose genitive undergoes what they say, `modals` verbs that are auxiliaries,
    `authority` those of deeds that only the authorities of the place do ("в Минске арестованы двое"), `times` nouns of
    time, which stand behind a preposition without being what the verb is about ("подала заявку в мае"); behind
    `leading` nouns a place is where somebody goes ("визит в Баку"), behind `sending` verbs "на" with a state too.
    `measures` are nouns of how many or how much ("ряд товаров"); who does one of `enacting` to one of `decrees` does
    what the decree is about ("подписал указ о запрете"), a noun of `objective` or `barring`.
    """

    prepositions: Mapping[str, str]
    joined: Mapping[tuple[str, str, str], str]
    modals: Mapping[str, str]
    sources: frozenset[str]
    objective: frozenset[str]
    authority: frozenset[str]
    times: frozenset[str]
    naming: frozenset[str]
    leading: frozenset[str]
    sending: frozenset[str]
    measures: frozenset[str]
    decrees: frozenset[str]
    enacting: frozenset[str]
    barring: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The wordings of every lexicon/*.yaml of the language; raises CodebookError for a kind that there is not."""
    found: dict[str, dict[str, list[Wording]]] = {kind: {} for kind in KINDS}
    for file in load_folder(language, "lexicon"):
        for kind, rows in file.items():
            if kind not in found:
                raise CodebookError(f"{language}/lexicon: {kind!r} is none of {', '.join(KINDS)}")
            for lemma, wording in _wordings(rows):
                found[kind].setdefault(lemma, []).append(wording)
    return Lexicon(*(_sorted(found[kind]) for kind in KINDS))


def _wordings(rows: Mapping[str, Any]) -> Iterator[tuple[str, Wording]]:
    for says, phrases in rows.items():
        for phrase in phrases:
            lemma, *parts = str(phrase).split()
            given = [part.split(">", 1) for part in parts if ">" in part]
            needed = tuple(key for key, label in given if label.endswith("!"))
            labelled = MappingProxyType({key: label.rstrip("!") for key, label in given})
            yield lemma, Wording(str(says), tuple(p for p in parts if ">" not in p), needed, labelled)


def _sorted(rows: dict[str, list[Wording]]) -> Mapping[str, tuple[Wording, ...]]:
    """The longest wording first; of equals the first that was listed."""
    return MappingProxyType(
        {k: tuple(sorted(ws, key=lambda w: -len(w.others) - len(w.needed))) for k, ws in rows.items()}
    )


@cache
def labels(language: str) -> Labels:
    """The tables of the language's labels.yaml."""
    table = load(language, "labels.yaml")
    joined = {}
    for label, phrases in table["joined"].items():
        for phrase in phrases:
            first, noun, *second = phrase.split()
            joined[first, noun, second[0] if second else ""] = label
    single = {word: label for label, words in table["prepositions"].items() for word in words}
    modals = {word: says for says, words in table["modals"].items() for word in words}
    return Labels(single, joined, modals, **{name: frozenset(table[name]) for name in LISTED})


@cache
def spellings(language: str) -> Mapping[str, str]:
    """Another spelling of a preposition ("об") -> the one that the language's tables have ("о")."""
    table = load(language, "labels.yaml").get("spellings", {})
    return MappingProxyType({other: word for word, others in table.items() for other in others})
