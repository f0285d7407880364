"""Which sentences cannot hold a record, told from names and words alone, before anything is parsed.

A record needs somebody (a name, a pronoun, a role, a capitalised word) and the words in which an act, a membership, a
link or an attribution can be told; or a quotation. The words are the codebook's own (sieve_words.py). Where a kept
sentence may look back, what it may look at is kept too: the three sentences before a pronoun or role, and the first
ones with its names.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from multivector.extract.names import Hit
from multivector.extract.quotes import find_quotes
from multivector.extract.refs import REACH
from multivector.extract.sieve_words import PART, VERBS, Way, WordKind, vocabulary
from multivector.text.cuts import cuts

__all__ = ["Sieve"]

Span = tuple[int, int]
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# A city behind one of these is where something happens, not who does it.
WHERE = re.compile(r"\b(?i:in|at|near|outside|inside|across|throughout|around|within|off)\s+(?:the\s+)?$")
TURN = re.compile(r"(?i:q|a|question|answer)\s*[:.]\s")  # of an interview
LONGEST = 16  # characters of such a word with its article
PLURAL_OWNER = re.compile(r"s['’](?!\w)")
SHORT = 12  # characters of what may be no sentence but the abbreviation before one
ANYWHERE = -1  # no word begins there
INTRODUCTIONS = 2  # sentences in which a name is first met; where one leaves open whose it is the next one may tell


@dataclass(slots=True)
class _Unit:
    """A sentence, or several that cannot surely be told apart."""

    start: int
    end: int
    standing: tuple[tuple[int, WordKind], ...] = ()  # what can mean something told before, with where it begins
    pointing: bool = False  # such a word: a pronoun, role or description
    acting: bool = False  # one that can mean an actor
    meant: bool = False  # a role or description, that a pronoun can mean
    capitals: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()  # the first word, where its capital may be the sentence's
    quoted: bool = False  # some of it is a quotation
    named: bool = False  # somebody who can act
    placed: bool = False  # a place, as where something happens
    actor: bool = False  # somebody in it can be an actor
    found: tuple[tuple[int, Way], ...] = ()  # the ways that its words fit, each with where its first word begins
    ways: tuple[Way, ...] = ()  # in which its words can tell something
    kept: bool = True

    def stand(self, tags: Mapping[int, str]) -> None:
        """Settle what the words can mean, by the tags that are known."""
        kinds = [kind for start, kind in self.standing if kind.stands(tags.get(start))]
        self.pointing = bool(kinds)
        self.acting = any(kind.acting for kind in kinds)
        self.meant = any(kind.meant for kind in kinds)


class Sieve:
    """A text's sentences, and which of them need no parse."""

    def __init__(self, text: str, paragraphs: Sequence[Span], names: Sequence[Hit], *, grounded: bool = False) -> None:
        """`grounded` tells that the text is written from somewhere, so that an organ without an owner is an actor."""
        self._grounded = grounded
        self._units = [_Unit(*span) for start, end in paragraphs for span in cuts(text, start, end)]
        turns = [span for span in paragraphs if TURN.match(text, *span)]
        self._quotes = sorted([*((q.start, q.end) for q in find_quotes(text, paragraphs)), *turns])
        cities = [(h.start, h.end) for h in names if h.name.via == "city"]
        settings = [span for span in cities if WHERE.search(text, max(0, span[0] - LONGEST), span[0])]
        _over(self._units, settings, lambda unit: setattr(unit, "placed", True))
        acting = {(h.start, h.end) for h in names}.difference(settings)
        _over(self._units, sorted(acting), lambda unit: setattr(unit, "named", True))
        known = frozenset(word for start, end in cities for word in PART.findall(text[start:end]))
        for unit in self._units:
            _look(text, unit, known)
        _over(self._units, self._quotes, lambda unit: setattr(unit, "quoted", True))

    def by_words(self) -> tuple[Span, ...]:
        """The spans of the sentences that need no parse by their words alone, in order."""
        return self._left_out()

    def by_tags(self, tags: Mapping[int, str]) -> tuple[Span, ...]:
        """The spans of those besides that need none by their words' tags; `tags` has them by where a word begins."""
        for before, unit, behind in zip([None, *self._units], self._units, [*self._units[1:], None], strict=False):
            if unit.kept:
                unit.stand(tags)
                said = any(one is not None and one.quoted for one in (before, behind))
                verbs = sum(tags[i] in VERBS for i in range(unit.start, unit.end) if i in tags)
                unit.ways = tuple(way for start, way in unit.found if way.suits(tags.get(start), verbs + said))
        return self._left_out()

    def _left_out(self) -> tuple[Span, ...]:
        before = [unit for unit in self._units if unit.kept]
        _keep_telling(self._units, actors=self._grounded)
        _keep_quoted(self._units, self._quotes)
        _keep_introductions(self._units)
        _keep_before(self._units)
        return tuple((unit.start, unit.end) for unit in before if not unit.kept)


def _look(text: str, unit: _Unit, cities: frozenset[str]) -> None:
    """What the sentence's words are, and what they could tell; `cities` are no names of persons."""
    table, lemmas, capitals = vocabulary(), set[str](), set[str]()
    heads: list[tuple[int, str]] = []
    standing: list[tuple[int, WordKind]] = []
    for match in WORD.finditer(text, unit.start, unit.end):
        word = match.group()
        kind = table.of(word)
        lemmas |= kind.lemmas
        start = match.start() if kind.single else ANYWHERE
        heads += [(start, head) for head in kind.heads]
        if kind.pointing:
            standing.append((start, kind))
        if word[0].isupper() and not kind.calendar:
            parts = PART.findall(word)
            if match.start() == unit.start and kind.common:
                unit.opening = frozenset(parts)
            else:
                capitals.update(parts)
    if PLURAL_OWNER.search(text, unit.start, unit.end):
        lemmas.add("s")  # as in "Russia's"
    unit.standing = tuple(standing)
    unit.stand({})
    unit.capitals = frozenset(capitals - cities)
    fitting = {head: [way for way in table.ways[head] if way.fits(lemmas)] for _, head in heads}
    unit.found = tuple((start, way) for start, head in heads for way in fitting[head])
    unit.ways = tuple(way for _, way in unit.found)


def _keep_telling(units: Sequence[_Unit], *, actors: bool) -> None:
    """Keep what can tell something of somebody: of an actor where it is a deed, of anybody where it is a word.

    An actor is named, or stood for where one has been named or a place is, or a person whom such a sentence introduces.
    Who only suffers a deed may be told by the place alone. `actors` tells that one is known before the text begins.
    """
    introduced = {word for unit in units if _may_introduce(unit) for word in unit.capitals}
    for unit in units:
        actors = actors or unit.named or (unit.acting and bool(unit.capitals))
        known = not introduced.isdisjoint(unit.capitals | unit.opening)
        unit.actor = known or _has_actor(unit, actors=actors)
        unit.kept = unit.end - unit.start < SHORT or any(_tells(unit, way) for way in unit.ways)


def _may_introduce(unit: _Unit) -> bool:
    return unit.named or unit.acting


def _has_actor(unit: _Unit, *, actors: bool) -> bool:
    return unit.named or (unit.acting and (actors or unit.placed))


def _tells(unit: _Unit, way: Way) -> bool:
    """Whether the way tells a deed of somebody, or a word of anybody at all."""
    if way.deed:
        return unit.actor or (unit.placed and way.suffered)
    return way.alone or unit.named or unit.placed or unit.pointing or bool(unit.capitals)


def _keep_quoted(units: Sequence[_Unit], quotes: Iterable[Span]) -> None:
    _over(units, quotes, lambda unit: setattr(unit, "kept", True))


def _over(units: Sequence[_Unit], spans: Iterable[Span], mark: Callable[[_Unit], None]) -> None:
    """Mark the units that a span touches; both are in text order."""
    at = 0
    for start, end in spans:
        while at < len(units) and units[at].end <= start:
            at += 1
        for unit in units[at:]:
            if unit.start >= end:
                break
            mark(unit)


def _keep_introductions(units: Sequence[_Unit]) -> None:
    """Keep the first sentences with a capitalised word that a kept one has too, until there is nothing more."""
    first: dict[str, list[_Unit]] = {}
    for unit in units:
        for word in unit.capitals:
            places = first.setdefault(word, [])
            if len(places) < INTRODUCTIONS:
                places.append(unit)
    pending = [word for unit in units if unit.kept for word in unit.capitals]
    while pending:
        for unit in first.pop(pending.pop(), ()):
            if not unit.kept:
                unit.kept = True
                pending.extend(unit.capitals)


def _keep_before(units: Sequence[_Unit]) -> None:
    """Keep what may tell whom a kept sentence's pronoun or role means."""
    needed = 0
    for unit in reversed(units):
        if unit.kept and unit.pointing:
            needed = REACH
        elif needed:
            unit.kept = unit.kept or (unit.actor and (unit.named or unit.meant or bool(unit.capitals)))
            needed -= 1
