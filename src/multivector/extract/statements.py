"""Statements as records: attributions joined with quotations, their speakers, actors and tone."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.extract.about import about_whom
from multivector.extract.arguments import subject
from multivector.extract.article import Article
from multivector.extract.attribution import Attribution, find_attributions
from multivector.extract.origin import origin
from multivector.extract.quotes import Quote, find_quotes
from multivector.extract.speakers import resolve_speaker, voice_of
from multivector.extract.stance import stance_hits, stance_toward
from multivector.extract.status import status_of
from multivector.extract.venue import venue_and_audience
from multivector.model import Evidence, Span, Speaker, Statement, When, Withheld, make_id
from multivector.text.dates import DateMention

__all__ = ["build_statements"]

MOSTLY = 0.5  # share of reported content in quotation marks from which the statement counts as direct
ADDRESSING = words("statements", "addressing")
SCARE_WORDS = 2  # a quotation of this length or less, under no cue, is a scare quote
CONFIDENCE = {
    "quotation": 0.9, "said that": 0.85, "aside": 0.85, "according to": 0.85, "regard": 0.75, "act": 0.65,
    "noun of speech": 0.7, "carried on": 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution with its final content, before it becomes a record."""

    at: Attribution
    speaker: Speaker
    start: int
    end: int
    direct: bool


def build_statements(
    article: Article, paragraphs: Sequence[tuple[int, int]], dates: Sequence[DateMention]
) -> tuple[list[Statement], list[Withheld]]:
    """Statements in text order, and quotations for which no speaker could be found.

    Fills `article.voices`, so that "we" and "our" inside quotations can be resolved afterwards.
    """
    quotes = [q for q in find_quotes(article.parse.text, paragraphs) if not _is_scare(article, q)]
    attributions = _resolved(article)
    said, used = _join(article, attributions, quotes)
    withheld = []
    for quote in quotes:
        if quote in used:
            continue
        found = _attribute(article, quote, said, attributions)
        if found is not None:
            said.append(found)
        elif len(article.parse.between(quote.start, quote.end)) > SCARE_WORDS + 2:
            quoted = article.parse.text[quote.start : quote.end]
            withheld.append(Withheld("statement", "no speaker found for the quotation", quote.start, quote.end, quoted))
    ordered = [
        s for s in _distinct(sorted(said, key=lambda s: (s.start, s.end))) if not _is_inner_thought(article, s, said)
    ]
    for one in ordered:
        _give_voice(article, one)
    return _records(article, ordered, dates), withheld


def _is_scare(article: Article, quote: Quote) -> bool:
    spoken = [t for t in article.parse.between(quote.start, quote.end) if t.dep != "punct"]
    return not spoken or (quote.single and len(spoken) <= SCARE_WORDS + 1)


def _resolved(article: Article) -> list[tuple[Attribution, Speaker]]:
    found = []
    for attribution in find_attributions(article):
        if attribution.speaker is None or status_of(article.parse, attribution.cue) in ("denied", "hypothetical"):
            continue
        speaker = resolve_speaker(article, attribution.speaker)
        if speaker is not None and _can_speak(article, attribution, speaker):
            found.append((attribution, speaker))
    return found


def _can_speak(article: Article, attribution: Attribution, speaker: Speaker) -> bool:
    """Thought and regard need somebody known to think; a mere thing that "suggests" something says nothing."""
    token = article.parse.tokens[attribution.speaker if attribution.speaker is not None else attribution.cue]
    if speaker.actor is not None or speaker.state is not None or speaker.role is not None:
        return True
    if token.pos == "PRON" or token.entity in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    lemma = article.parse.tokens[attribution.cue].lemma
    return token.pos == "PROPN" or lemma in ("say", "tell", "claim", "note") or attribution.rule == "according to"


def _join(
    article: Article, attributions: Iterable[tuple[Attribution, Speaker]], quotes: Sequence[Quote]
) -> tuple[list[_Said], set[Quote]]:
    """Reported content that is mostly quotation becomes the whole quotation."""
    said, used = [], set()
    for attribution, speaker in attributions:
        start, end = attribution.start, attribution.end
        inside = [q for q in quotes if _overlap(q, start, end) > 0]
        if any(q.start <= article.parse.tokens[attribution.cue].start < q.end for q in quotes):
            continue  # what a quoted speaker reports belongs to the quotation
        covered = sum(_overlap(q, start, end) for q in inside)
        direct = covered >= MOSTLY * (end - start)
        if direct:
            start, end = inside[0].start, inside[-1].end
        used.update(inside)
        said.append(_Said(attribution, speaker, start, end, direct))
    return said, used


def _overlap(quote: Quote, start: int, end: int) -> int:
    return max(0, min(quote.end, end) - max(quote.start, start))


def _attribute(
    article: Article, quote: Quote, said: Sequence[_Said], attributions: Sequence[tuple[Attribution, Speaker]]
) -> _Said | None:
    """The speaker of a quotation that no clause holds: by a cue beside it, in its paragraph, or carried on."""
    cue = _cue_beside(article, quote)
    if cue is not None:
        return _Said(cue[0], cue[1], quote.start, quote.end, True)
    near = [
        s
        for s in said
        if s.direct and 0 <= quote.start - s.end <= 200 and _paragraph(article, s.end) == quote.paragraph
    ]
    if near:
        return _carried(near[-1], quote)
    here = [
        (a, s) for a, s in attributions if _paragraph(article, article.parse.tokens[a.cue].start) == quote.paragraph
    ]
    if here and _opens_paragraph(article, quote):
        return _Said(replace(here[0][0], rule="quotation"), here[0][1], quote.start, quote.end, True)
    before = [s for s in said if s.direct and _paragraph(article, s.start) == quote.paragraph - 1]
    return _carried(before[-1], quote) if before and _opens_paragraph(article, quote) else None


def _carried(before: _Said, quote: Quote) -> _Said:
    return _Said(replace(before.at, rule="carried on"), before.speaker, quote.start, quote.end, True)


def _paragraph(article: Article, position: int) -> int:
    sentences = article.parse.sentences
    before = bisect_right(sentences, position, key=lambda s: s.start)
    return sentences[before - 1].paragraph if before else 0


def _opens_paragraph(article: Article, quote: Quote) -> bool:
    first = next((s for s in article.parse.sentences if s.paragraph == quote.paragraph), None)
    return first is not None and quote.start - first.start <= 2


def _cue_beside(article: Article, quote: Quote) -> tuple[Attribution, Speaker] | None:
    """The nearest verb of speech outside the quotation, in a sentence that touches it, with a subject outside it."""
    finished = article.parse.text[quote.end - 1] in ".!?"
    limit = quote.end if finished else quote.end + 2
    touching = [n for n, s in enumerate(article.parse.sentences) if s.start <= limit and quote.start - 3 <= s.end]
    verbs = [
        t
        for n in touching
        for t in article.parse.tokens[slice(*article.parse.bounds[n])]
        if t.pos in ("VERB", "AUX")
        and not quote.start <= t.start < quote.end
        and t.lemma in (cues().speech | cues().regard | cues().act | cues().thought)
        and article.parse.sentences[n].paragraph == quote.paragraph
    ]
    for verb in sorted(verbs, key=lambda t: (max(quote.start - t.end, t.start - quote.end), t.i)):
        doer = subject(article.parse, verb.i)
        if doer is None or quote.start <= article.parse.tokens[doer].start < quote.end:
            continue
        speaker = resolve_speaker(article, doer)
        if speaker is not None:
            return Attribution(verb.i, doer, quote.start, quote.end, "quotation"), speaker
    return None


def _distinct(said: Sequence[_Said]) -> list[_Said]:
    """One statement a content: of two over the same words the direct one, then the surer one, stays."""
    kept: list[_Said] = []
    for one in said:
        rival = next((k for k in kept if _same(k, one)), None)
        if rival is None:
            kept.append(one)
        elif (one.direct, CONFIDENCE[one.at.rule]) > (rival.direct, CONFIDENCE[rival.at.rule]):
            kept[kept.index(rival)] = one
    return kept


def _same(one: _Said, other: _Said) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shared >= 0.8 * shorter and (one.speaker.name == other.speaker.name or (one.direct and other.direct))


def _is_inner_thought(article: Article, one: _Said, said: Sequence[_Said]) -> bool:
    """What a speaker says that others think, want or see is part of what the speaker says."""
    if article.parse.tokens[one.at.cue].lemma in cues().speech:
        return False
    cue = article.parse.tokens[one.at.cue].start
    return any(s is not one and s.start <= cue < s.end and s.start < one.start for s in said)


def _give_voice(article: Article, one: _Said) -> None:
    voice = voice_of(one.speaker)
    if voice is None:
        return
    for token in article.parse.between(one.start, one.end):
        article.voices.setdefault(token.i, voice)


def _records(article: Article, said: Sequence[_Said], dates: Sequence[DateMention]) -> list[Statement]:
    topics: dict[str, tuple[str, ...]] = {}
    found = []
    for one in said:
        statement = _record(article, one, dates, topics.get(one.speaker.name, ()))
        if statement.about:
            topics[one.speaker.name] = statement.about
        found.append(statement)
    return found


def _record(article: Article, one: _Said, dates: Sequence[DateMention], topic: tuple[str, ...]) -> Statement:
    document, parse = article.document, article.parse
    inside = [t.i for t in parse.between(one.start, one.end)]
    spoken = sorted({*inside, *(t.i for t in parse.between(one.at.start, one.at.end))})
    inside = sorted({*inside, *_addressed(article, one)})
    actors = about_whom(article, spoken if one.at.rule == "regard" else inside, one.speaker, topic)
    heard = inside if one.direct else [*_cue_tokens(parse.tokens[one.at.cue].i, inside), *inside]
    hits = stance_hits(parse, sorted(set(heard)))
    venue, audience = venue_and_audience(article, one.at.cue, one.speaker)
    start, end = _evidence_span(article, one)
    return Statement(
        id=make_id("statement", document.id, one.speaker.name, one.start, one.end),
        evidence=Evidence(document.id, start, end, parse.text[start:end]),
        origin=origin(f"statement:{one.at.rule}"),
        confidence=CONFIDENCE[one.at.rule]
        if one.speaker.unresolved is None
        else round(CONFIDENCE[one.at.rule] - 0.2, 2),
        speaker=one.speaker,
        direct=one.direct,
        cue=parse.tokens[one.at.cue].lemma,
        content=Span(one.start, one.end, parse.text[one.start : one.end]),
        about=tuple(code for code, _ in actors),
        stance=stance_toward(parse, actors, hits),
        venue=venue,
        audience=audience,
        said_on=_said_on(article, one, dates),
    )


def _addressed(article: Article, one: _Said) -> list[int]:
    """Whom the speaker warned, accused or reminded is whom the words are about."""
    if article.parse.tokens[one.at.cue].lemma not in ADDRESSING:
        return []
    return [j for t in article.parse.children(one.at.cue, "obj", "iobj") for j in article.parse.subtree(t.i)]


def _cue_tokens(cue: int, inside: Sequence[int]) -> list[int]:
    return [] if cue in inside else [cue]


def _evidence_span(article: Article, one: _Said) -> tuple[int, int]:
    """The content with cue and speaker where they stand in the same paragraph; the content alone where carried on."""
    parse = article.parse
    spots = [(one.start, one.end)]
    cue = parse.tokens[one.at.cue]
    if one.at.rule != "carried on" and _paragraph(article, cue.start) == _paragraph(article, one.start):
        spots.append((cue.start, cue.end))
        start, end = one.speaker.start, one.speaker.end
        if start is not None and end is not None and _paragraph(article, start) == _paragraph(article, one.start):
            spots.append((start, end))
    return min(s for s, _ in spots), max(e for _, e in spots)


def _said_on(article: Article, one: _Said, dates: Sequence[DateMention]) -> When | None:
    """A date in the cue's sentence, outside what is said."""
    sentence = article.parse.sentences[article.parse.tokens[one.at.cue].sentence]
    for date in dates:
        outside = date.end <= one.start or date.start >= one.end
        if outside and sentence.start <= date.start < sentence.end and date.bound in ("at", "during"):
            return date.when
    return None
