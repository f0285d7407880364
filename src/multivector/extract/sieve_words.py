"""The sieve's vocabulary, drawn from the codebook: in which words a record can be told, and which can mean somebody."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from multivector.codebook.acts import Act, TriggerKind, triggers
from multivector.codebook.agents import agent_nouns, descriptions
from multivector.codebook.cues import Cues, cues
from multivector.codebook.grammar import words
from multivector.codebook.memberships import membership_words
from multivector.text.word_forms import is_common, possible_lemmas

__all__ = ["PART", "VERBS", "Vocabulary", "Way", "WordKind", "vocabulary"]

VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
TAGS = {  # of the word that a way starts from; a clause needs another verb besides
    "verb": VERBS, "clause": VERBS, "noun": ("NN", "NNS"), "adjective": ("JJ", "JJR", "JJS", "RB", "RBR", "RBS"),
}  # fmt: skip
NOUNS = ("NN", "NNS", "NNP", "NNPS")
SUFFERED = ("SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST")  # types that stand without a doer or aim
KINDS: tuple[TriggerKind, ...] = ("verb", "noun", "adjective")
PART = re.compile(r"[^\W_]+")
SHORT = 3  # letters of "is" and "its", in which the s is no plural
MOST_WORDS = 200_000  # words remembered before starting afresh
OPEN = ("ACTOR", "ORGANISATION", "PEOPLE", "CLAUSE", "DUTY", "GOODS")  # conditions that the words alone do not settle


@dataclass(frozen=True, slots=True)
class Way:
    """Words that must all be in a sentence, and groups of words of which one each must be.

    `alone` where the sentence need not name anybody, `deed` where somebody in it must be an actor: anybody may speak,
    but who acts, joins or answers has a code.
    """

    together: frozenset[str]
    one_of: tuple[frozenset[str], ...] = ()
    alone: bool = False
    deed: bool = False
    suffered: bool = False  # may be told of a place alone: what is done to it, or by its own people
    kind: str = ""  # what the first word must be, one of TAGS; "" for anything

    def fits(self, lemmas: AbstractSet[str]) -> bool:
        """True where a sentence that can be read as these lemmas could be told so."""
        if not self.together <= lemmas:
            return False
        return not self.one_of or not any(group.isdisjoint(lemmas) for group in self.one_of)

    def suits(self, tag: str | None, verbs: int) -> bool:
        """True where the first word's tag allows it (None: not known), in a sentence with so many verbs."""
        if tag is None or not self.kind:
            return True
        return tag in TAGS[self.kind] and (self.kind != "clause" or verbs > 1)


@dataclass(frozen=True, slots=True)
class WordKind:
    """What a word can be: its lemmas, those that a way may start from, whether it can mean somebody or something told
    before, an actor at that, or one that a pronoun may mean in its turn, all this perhaps only as a `noun`, and whether
    its capital says nothing at a sentence's start, or nowhere."""

    lemmas: frozenset[str]
    heads: tuple[str, ...]
    single: bool  # one word for the tagger too
    pointing: bool
    acting: bool
    meant: bool
    noun: bool
    common: bool
    calendar: bool

    def stands(self, tag: str | None) -> bool:
        """True where the word can mean somebody or something told before under its tag (None: not known)."""
        return self.pointing and (tag is None or not self.noun or tag in NOUNS)


class Vocabulary:
    """The codebook's words, and what each word met so far can be."""

    def __init__(self) -> None:
        self.ways: dict[str, list[Way]] = {}
        for head, way in _ways():
            self.ways.setdefault(head, []).append(way)
        self._meant = frozenset(_described())
        persons = (words("parties", "pronouns") - words("sieve", "relatives")) | words("parties", "first")
        self._pronouns = persons | words("speakers", "pronouns") | words("about", "anaphors")
        self._acting = self._meant | persons
        self._pointing = self._acting | self._pronouns | cues().document | words("about", "deeds")
        self._function = words("sieve", "function_words")
        self._calendar = words("arguments", "months") | words("sieve", "weekdays")
        self._known: dict[str, WordKind] = {}

    def of(self, word: str) -> WordKind:
        """What the word can be."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > MOST_WORDS:
                self._known = {}
            found = self._known[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> WordKind:
        lower = word.lower()
        lemmas = {lemma for part in {lower, *PART.findall(lower)} for lemma in _lemmas(part)}
        nouns = lemmas | {form.removesuffix("s") for form in lemmas if len(form) > SHORT}
        common = lower in self._function or is_common(lower)
        heads = tuple(sorted(lemma for lemma in lemmas if lemma in self.ways))
        pointing, acting, meant = (not group.isdisjoint(nouns) for group in (self._pointing, self._acting, self._meant))
        single, calendar = PART.fullmatch(word) is not None, word.capitalize() in self._calendar
        noun = self._pronouns.isdisjoint(lemmas)
        return WordKind(frozenset(lemmas), heads, single, pointing, acting, meant, noun, common, calendar)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the installed codebook."""
    return Vocabulary()


def _ways() -> Iterator[tuple[str, Way]]:
    for kind in KINDS:
        for head, group in triggers(kind).items():
            for trigger in group:
                if trigger.act.event:
                    together = frozenset(part.lower() for part in (head, *trigger.others))
                    needs, suffered = tuple(_needs(trigger.act, kind)), _is_suffered(trigger.act)
                    yield head, Way(together, needs, deed=True, suffered=suffered, kind=kind)
    yield from _cue_ways(cues())
    for kind, words_of in (("verb", membership_words("verbs")), ("noun", membership_words("nouns"))):
        for head, rows in words_of.items():
            yield from ((head, Way(frozenset((head, *others)), deed=True, kind=kind)) for others, _ in rows)
    for word in (*words("links", "answers"), *words("links", "verbs")):
        yield word, Way(frozenset((word,)), deed=True)
    for word in words("links", "acts"):  # the reason of what stands before
        yield word, Way(frozenset((word,)), (words("links", "because"),), alone=True, kind="noun")


def _is_suffered(act: Act) -> bool:
    return act.event in SUFFERED or bool(act.home)


def _needs(act: Act, kind: TriggerKind) -> Iterator[frozenset[str]]:
    for _, group in act.noun_needs if kind == "noun" else act.needs:
        if group.isdisjoint(OPEN):
            yield frozenset(part for word in group for part in (word, word.lower()))


def _cue_ways(table: Cues) -> Iterator[tuple[str, Way]]:
    clausal, other = table.speech | table.thought | table.show, table.intend | table.regard | table.act
    nouns = table.noun.union(*table.noun_of.values())
    owners = (words("sieve", "owners") | table.light,)  # a noun of speech is somebody's
    for kind, group in (("clause", clausal), ("verb", other), ("adjective", table.adjective), ("noun", nouns)):
        for phrase in group:
            alone, beside = phrase in table.plain, owners if kind == "noun" else ()
            yield phrase.split()[0], Way(frozenset(phrase.split()), beside, alone=alone, kind=kind)
    for phrase in table.according:
        yield phrase.split()[0], Way(frozenset(phrase.split()), alone=True)
    for noun in table.according_noun:
        owned = (words("sieve", "owners") | {"of"},)  # "in view of the war" is nobody's, but "in the view of one" is
        yield from ((noun, Way(frozenset((noun, case)), owned, alone=True)) for case in ("in", "by"))


def _lemmas(word: str) -> Iterable[str]:
    """The lemmas that the word could have; "i" and "a", which the rules make of "is" and "as", are other words."""
    return (lemma for lemma in possible_lemmas(word) if len(lemma) > 1 or lemma == word)


def _described() -> Iterable[str]:
    """Roles and descriptions: what stands for an actor, and what a pronoun may mean."""
    table = descriptions()
    yield from (*agent_nouns(), *words("parties", "sides"), *words("parties", "collectives"))
    yield from words("refs", "body_nouns")
    yield from (*table.state, *table.organisation, *table.meeting, *table.ruler_nouns)
