"""Sentences as claims that can be compared: their words, names, numbers, dates, and whether they deny."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from multivector.model import Event, Evidence, Link, Reading, Record, Statement, TradeMeasure, When
from multivector.story.denials import CLAUSE_END, denied_in, is_verb
from multivector.story.phases import phase_at
from multivector.story.quantities import Quantity, quantities
from multivector.text.dates import DateMention, find_dates
from multivector.text.stemming import stemmer

__all__ = ["NOTHING", "Claim", "Claims", "Dated", "claims_in", "claims_of", "dateline_end", "met_by"]

# Where what a date dates ends too: "on 1 January after Russian gas stopped".
DATE_END = re.compile(
    CLAUSE_END.pattern + r"|,\s+(?:котор\w+|где|когда|а|но|причём|причем)\s|"
    r"\s(?:after|before|since|while|when|because|после|перед|когда|поскольку)\s"
)
# "MOSCOW, November 18 - ", "Baku (AFP) - ": capitals or an agency, since a sentence may hold a dash too.
DATELINE = re.compile(
    r"(?:[^\W\d_a-zа-яё]{3,}(?![^\W_])[^\n.!?]{0,90}?|[^\W\d_][^\n.!?]{0,60}?)(?P<agency>\([^()\n]{2,60}\)\s*)?\s[-–—]{1,2}\s(?=\S)"
)
OWNED = re.compile(
    r"(?:['’]s)?\s+(?:(?:import|export|trade|food|temporary|new|own)\s+)*(?:bans?|embargo(?:es)?|restrictions?|sanctions?|tariffs?"
    r"|dut(?:y|ies)|measures?|запрет\w*|эмбарго|ограничени\w+|санкци\w+|пошлин\w+|мер[аыу]?)\b",
    re.IGNORECASE,
)
MUTUAL = re.compile(
    r"\b(?:between|bilateral|mutual|each other|между|двусторонн\w+|взаимн\w+|товарооборот\w*)\b", re.IGNORECASE
)
AND = re.compile(r"\s*(?:and|и|[–—-])\s*(?:the\s+)?")
DEICTIC = frozenset({"today", "now", "tomorrow", "сегодня", "сейчас", "ныне", "завтра"})
NO_DAY = frozenset({"now", "сейчас", "ныне"})  # say that a thing goes on, not when
WINDOW = 8  # words that say something on either side of a date


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the stems of its own clause, the verbs among them, and the phase of what it dates."""

    mention: DateMention
    context: frozenset[str]
    phase: str | None
    verbs: frozenset[str] = frozenset()
    vague: bool = False  # "now"
    deictic: bool = False  # "today" says when the article was written, "tomorrow" how people talk
    codes: frozenset[str] = frozenset()  # of those named in its clause

    @property
    def when(self) -> When:
        """What the date means."""
        return self.mention.when

    @property
    def day(self) -> str:
        """The first day; of an open stretch the one that is known, "" for none."""
        return self.when.start or self.when.end or ""

    @property
    def names_a_time(self) -> bool:
        """False for "now", and for a mere length: "for four months" says neither when they began nor when they end."""
        return self.mention.bound != "for" and not self.vague


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence. `actors` are those named in its document; `records` those told in it."""

    document: str
    cluster: str
    published: str | None
    evidence: Evidence
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    dates: tuple[Dated, ...]
    denied: frozenset[str]  # the stems of what it denies ...
    predicates: frozenset[str]  # ... and of the verbs among them
    firmly: bool
    before: frozenset[str]  # the stems of its clause before the denial: who or what is not so
    actors: frozenset[str]
    records: tuple[Record, ...] = field(default=(), repr=False)
    names: tuple[str, ...] = ()  # the stems of the actors named in it, in order
    persons: frozenset[str] = frozenset()  # the codes of people named in it who do not only say it
    parties: tuple[str, ...] = ()  # their codes, in order; with those who only say it where it names but one other
    codes: frozenset[str] = frozenset()  # of all who are named in it, states and persons alike
    language: str = "en"
    doers: frozenset[str] = frozenset()  # of the deeds it tells and of the measures it names
    mutual: bool = False  # its parties do one thing together: "between Russia and Iran"


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who is named in an article, and where: all but those named as the speaker of a statement; where its head ends."""

    actors: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    head: int
    codes: tuple[tuple[int, int, str, bool], ...] = ()  # of all mentions, with whether they only speak
    actors_at: tuple[tuple[int, str], ...] = ()  # where each mention starts, with its actor's own code
    people: tuple[tuple[int, int, str], ...] = ()  # who do not only speak


Claims = Mapping[str, Sequence[Claim]]  # by document
NOTHING: Claims = MappingProxyType({})


def claims_in(readings: Iterable[Reading], known: Claims = NOTHING) -> Iterator[tuple[Reading, Claim]]:
    """Each claim of the readings, in order, with its reading; of documents in `known` these, without another look."""
    for reading in readings:
        held = known.get(reading.document.id)
        yield from ((reading, claim) for claim in (claims_of(reading) if held is None else held))


def claims_of(reading: Reading) -> list[Claim]:
    """A claim for each sentence of an article, in order; none where its language is not read."""
    document = reading.document
    dates = find_dates(document.text, document.published, document.language) if reading.sentences else []
    told = [record for record in reading.records if not isinstance(record, Link)]
    cast = _cast(reading)
    found = []
    for sentence in reading.sentences:
        inside = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
        records = tuple(r for r in told if _told_in(r, sentence.start, sentence.end))
        words = document.text[sentence.start : sentence.end]
        found.append(_claim(reading, (sentence.start, words), inside, records, cast))
    return found


def _claim(
    reading: Reading,
    at: tuple[int, str],
    dates: Sequence[DateMention],
    records: tuple[Record, ...],
    cast: _Cast,
) -> Claim:
    document, (start, words) = reading.document, at
    spans = [(start + a, start + b, stem) for a, b, stem in stemmer().spans(words)]
    head = cast.head
    outside = [s for s in spans if s[0] >= head and not any(d.start <= s[0] < d.end for d in dates)]
    firm, denied, predicates, before = denied_in(words)
    return Claim(
        document=document.id,
        cluster=document.cluster,
        published=document.published,
        evidence=Evidence(document.id, start, start + len(words), words),
        stems=frozenset(stem for _, _, stem in outside),
        quantities=tuple(quantities(words, start, dates)),
        dates=tuple(
            _dated(document.text, (max(start, head), start + len(words)), d, dates, outside, cast)
            for d in dates
            if d.start >= head
        ),
        denied=denied,
        predicates=predicates,
        firmly=firm,
        before=before,
        actors=cast.actors,
        records=records,
        names=_names(cast, spans),
        persons=frozenset(code for a, b, code in cast.people if start <= a and b <= start + len(words)),
        doers=_owners(cast, start, words).union(*map(_doers, records)),
        parties=_parties(cast, start, start + len(words)),
        codes=_named(cast, max(start, head), start + len(words)),
        language=document.language,
        mutual=MUTUAL.search(words) is not None or _side_by_side(cast, start, words),
    )


def _side_by_side(cast: _Cast, start: int, words: str) -> bool:
    """Whether the first two parties of a sentence stand beside each other: "Serbia and Hungary"."""
    inside = _codes_in(cast, start, start + len(words))[:2]
    return len(inside) > 1 and AND.fullmatch(words[inside[0][1] - start : inside[1][0] - start]) is not None


def _cast(reading: Reading) -> _Cast:
    saying = {(r.speaker.start, r.speaker.end) for r in reading.records if isinstance(r, Statement)}
    spans = sorted({(m.start, m.end) for m in reading.mentions} - saying)
    actors = frozenset(mention.state or mention.actor for mention in reading.mentions)
    speakers = [(a, b) for a, b in saying if a is not None and b is not None]
    codes = sorted({(m.start, m.end, m.state or m.actor, any(a <= m.start and m.end <= b for a, b in speakers))
                    for m in reading.mentions})  # fmt: skip
    people = sorted((m.start, m.end, m.actor) for m in reading.mentions
                    if m.actor.startswith("person:") and (m.start, m.end) not in saying)  # fmt: skip
    places = sorted({(m.start, m.actor) for m in reading.mentions})
    head = dateline_end(reading.document.text)
    return _Cast(actors, tuple(spans), head, tuple(codes), tuple(places), tuple(people))


def _names(cast: _Cast, spans: Sequence[tuple[int, int, str]]) -> tuple[str, ...]:
    """The stems of the actors named in a sentence, in order, without those who only say it."""
    if not spans:
        return ()
    first = max(0, bisect_left(cast.spans, (spans[0][0], 0)) - 1)
    last = bisect_left(cast.spans, (spans[-1][1], 0))
    inside = cast.spans[first:last]
    return tuple(dict.fromkeys(stem for a, b, stem in spans if any(s < b and a < e for s, e in inside)))


def _parties(cast: _Cast, start: int, end: int) -> tuple[str, ...]:
    """The codes of who is named in a sentence, in order: "Rosselkhoznadzor says that it bans ..." names its doer."""
    inside = _codes_in(cast, start, end)
    acting = tuple(dict.fromkeys(code for _, _, code, saying in inside if not saying))
    return acting if len(acting) > 1 else tuple(dict.fromkeys(code for _, _, code, _ in inside))


def _named(cast: _Cast, start: int, end: int) -> frozenset[str]:
    """The codes of all who are named in a stretch of text."""
    first, last = bisect_left(cast.actors_at, (start,)), bisect_left(cast.actors_at, (end,))
    return frozenset(code for _, code in cast.actors_at[first:last])


def _owners(cast: _Cast, start: int, words: str) -> frozenset[str]:
    """Whose measure a sentence names by the word before it: "the Azeri ban", but not "the ban on Armenian flowers"."""
    inside = _codes_in(cast, start, start + len(words))
    return frozenset(code for _, end, code, _ in inside if OWNED.match(words, end - start))


def _doers(record: Record) -> tuple[str, ...]:
    if isinstance(record, Event):
        return record.source if record.type in ("SANCTION", "COERCE", "ASSAULT", "CONCEDE", "RETREAT") else ()
    return (record.imposer,) if isinstance(record, TradeMeasure) else ()


def _codes_in(cast: _Cast, start: int, end: int) -> Sequence[tuple[int, int, str, bool]]:
    """The mentions that begin within a sentence, in order."""
    return cast.codes[bisect_left(cast.codes, (start,)) : bisect_left(cast.codes, (end,))]


def _told_in(record: Record, start: int, end: int) -> bool:
    also = getattr(record, "also", ())
    spans = [record.evidence, *(e for e in also if e.document == record.evidence.document)]
    return any(span.start < end and start < span.end for span in spans)


def _dated(
    text: str,
    sentence: tuple[int, int],
    mention: DateMention,
    dates: Sequence[DateMention],
    spans: Sequence[tuple[int, int, str]],
    cast: _Cast,
) -> Dated:
    first, last = clause(text, sentence, mention, dates)
    before = [stem for a, _, stem in spans if first <= a < mention.start][-WINDOW:]
    after = [stem for a, _, stem in spans if mention.end <= a < last][:WINDOW]
    verbs = frozenset(stem for a, b, stem in spans if first <= a < last and is_verb(text[a:b]))
    context = frozenset((*before, *after))
    said = text[mention.start : mention.end].casefold()
    phase, codes = phase_at(text, (first, last), mention), _named(cast, first, last)
    return Dated(mention, context, phase, verbs & context, said in NO_DAY, said in DEICTIC, codes)


def clause(text: str, sentence: tuple[int, int], mention: DateMention, dates: Sequence[DateMention]) -> tuple[int, int]:
    """The stretch of a sentence that its date speaks of: up to the next clause and not beyond another date's words."""
    ends = (sentence[0] + m.end() for m in DATE_END.finditer(text[sentence[0] : mention.start]))
    first = max((end for end in ends if text[end : mention.start].strip()), default=sentence[0])
    found = DATE_END.search(text[mention.end : sentence[1]])
    last = mention.end + found.start() if found else sentence[1]
    earlier = [d.end for d in dates if first <= d.end <= mention.start]
    later = [d.start for d in dates if mention.end <= d.start <= last]
    return max([first, *earlier]), min([last, *later])


def met_by(words: frozenset[str], names: Iterable[str], codes: frozenset[str], *, foreign: bool) -> frozenset[str]:
    """Words as another text can have them: where its language differs, names meet by their codes."""
    return words.difference(names) | codes if foreign else words


def dateline_end(text: str) -> int:
    """Where the text starts after "MOSCOW, November 18 (Agency) - "; 0 where it has no such head."""
    match = DATELINE.match(text)
    return match.end() if match and (match["agency"] or text[:3].isupper()) else 0
