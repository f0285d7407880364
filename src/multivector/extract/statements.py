"""Statements as records: attributions joined with quotations, their speakers, actors and tone."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.extract.about import about_whom
from multivector.extract.article import Article
from multivector.extract.attribution import Attribution, find_attributions
from multivector.extract.carrying import carry_on
from multivector.extract.chain import chains
from multivector.extract.headlines import headline_attributions
from multivector.extract.interview import answers
from multivector.extract.issuing import outside, to_issuer, to_last_speaker
from multivector.extract.joining import Said, join_quotes, paragraph_of
from multivector.extract.origin import origin
from multivector.extract.parties import parties
from multivector.extract.quotes import Quote, find_quotes
from multivector.extract.speakers import resolve_speaker, voice_of
from multivector.extract.stance import stance_hits, stance_toward
from multivector.extract.status import is_negated, status_of
from multivector.extract.subjects import is_ours, subject
from multivector.extract.venue import venue_and_audience
from multivector.model import Evidence, Span, Speaker, Statement, When, Withheld, make_id
from multivector.text.base import Parse, Token
from multivector.text.dates import DateMention

__all__ = ["build_statements"]

ADDRESSING = words("statements", "addressing")
ANIMATE = words("attribution", "animate")
OPENERS = "\"'“”«„‘—–-"
NAMING = words("statements", "naming")
COMMENTING = words("statements", "commenting")
SCARE_WORDS = 2  # a quotation of this length or less, under no cue, is a scare quote
NEIGHBOURS = 12  # statements before in the text that one is compared with, so that the time stays linear
CUE_WORDS = 3  # tokens of a cue with its particle and preposition
CONFIDENCE = {
    "quotation": 0.9, "said that": 0.85, "aside": 0.85, "according to": 0.85, "regard": 0.75, "act": 0.65,
    "noun of speech": 0.7, "thought": 0.7, "carried on": 0.8, "headline": 0.8, "turn": 0.8,
}  # fmt: skip


def build_statements(
    article: Article, paragraphs: Sequence[tuple[int, int]], dates: Sequence[DateMention]
) -> tuple[list[Statement], list[Withheld]]:
    """Statements in text order, and quotations for which no speaker could be found.

    Fills `article.voices`, so that "we" and "our" inside quotations can be resolved afterwards.
    """
    quotes = [q for q in find_quotes(article.parse.text, paragraphs) if not _is_scare(article, q)]
    to_issuer(article, quotes)
    resolved = _resolved(
        article, answers(article, paragraphs, quotes), frozenset(t.i for t in outside(article, quotes))
    )
    to_last_speaker(article, quotes, resolved)
    joined = join_quotes(article, resolved, quotes)
    said = sorted(joined.said.values(), key=lambda s: (s.start, s.end))
    withheld = [_without_speaker(article, q) for q in joined.unspoken if _is_long(article, q)]
    ordered = _without_inner_thoughts(article, _distinct(said))
    for one in ordered:
        _give_voice(article, one)
    article.settled = {}  # from here on nobody's voice is told any more
    return _records(article, ordered, dates), withheld


def _is_long(article: Article, quote: Quote) -> bool:
    return len(article.parse.between(quote.start, quote.end)) > SCARE_WORDS + 2


def _without_speaker(article: Article, quote: Quote) -> Withheld:
    words = article.parse.text[quote.start : quote.end]
    return Withheld("statement", "no speaker found for the quotation", quote.start, quote.end, words)


def _is_scare(article: Article, quote: Quote) -> bool:
    spoken = [t for t in article.parse.between(quote.start, quote.end) if t.dep != "punct"]
    return not spoken or (quote.single and len(spoken) <= SCARE_WORDS + 1)


def _resolved(
    article: Article, turns: Iterable[Attribution], narrated: frozenset[int]
) -> list[tuple[Attribution, Speaker]]:
    """Who says what; `narrated` are the tokens outside quotations, in which alone a verb may be its own speaker."""
    found: list[tuple[Attribution, Speaker]] = []
    for attribution in [*find_attributions(article), *headline_attributions(article), *turns]:
        if attribution.speaker is None or _is_unsaid(article.parse, attribution) or _hides(article.parse, attribution):
            continue
        ours = is_ours(article.parse, article.parse.tokens[attribution.speaker])
        if ours and attribution.speaker not in narrated:
            continue
        carry_on(article, attribution.speaker, found)
        speaker = resolve_speaker(article, attribution.speaker)
        if speaker is not None and _can_speak(article, attribution, speaker):
            found.append((attribution, speaker))
    return found


def _is_unsaid(parse: Parse, attribution: Attribution) -> bool:
    """True where the words were not said, or nobody knows: "did not say", "whether they see it as ...".

    "According to X" and a colon stand whatever the sentence around them says.
    """
    if attribution.rule in ("according to", "headline", "turn"):
        return False
    token = parse.tokens[attribution.cue]
    chain = [token]
    while chain[-1].dep in ("conj", "advcl") and chain[-1].head != chain[-1].i and len(chain) < NEIGHBOURS:
        chain.append(parse.tokens[chain[-1].head])
    if any(t.word in ("whether", "if") for link in chain for t in parse.children(link.i, "mark")):
        return True
    return status_of(parse, attribution.cue) in ("denied", "hypothetical")


def _hides(parse: Parse, attribution: Attribution) -> bool:
    """ "who asked not to be named", "declined to comment": of speaking, nothing that is said of the matter."""
    inside = parse.between(attribution.start, attribution.end)
    if parse.tokens[attribution.cue].lemma in ("decline", "refuse") and {t.lemma for t in inside[:3]} & COMMENTING:
        return True
    return any(t.lemma in NAMING and t.tag == "VBN" and is_negated(parse, t.i) for t in inside[:4])


def _can_speak(article: Article, attribution: Attribution, speaker: Speaker) -> bool:
    """Who only thinks, wants or says is somebody; what "suggests" or "shows" must be known to speak."""
    if speaker.actor is not None or speaker.state is not None or speaker.role is not None:
        return True
    token = article.parse.tokens[attribution.speaker if attribution.speaker is not None else attribution.cue]
    if token.pos in ("PRON", "PROPN") or token.entity in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    return article.parse.tokens[attribution.cue].lemma in ANIMATE or attribution.rule in ("according to", "headline")


def _distinct(said: Sequence[Said]) -> list[Said]:
    """One statement a content: of two over the same words the direct one, then the surer one, stays."""
    kept: list[Said] = []
    for one in said:
        rival = next(
            (n for n in range(len(kept) - 1, max(-1, len(kept) - 1 - NEIGHBOURS), -1) if _same(kept[n], one)), None
        )
        if rival is None:
            kept.append(one)
        elif (one.direct, CONFIDENCE[one.at.rule]) > (kept[rival].direct, CONFIDENCE[kept[rival].at.rule]):
            kept[rival] = one
    return kept


def _same(one: Said, other: Said) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shared >= 0.8 * shorter and (one.speaker.name == other.speaker.name or (one.direct and other.direct))


def _without_inner_thoughts(article: Article, said: Sequence[Said]) -> list[Said]:
    """What a speaker says that others think, want or see is part of what the speaker says."""
    starts = [s.start for s in said]
    kept = []
    for one in said:
        cue = article.parse.tokens[one.at.cue]
        at = bisect_right(starts, cue.start)
        around = said[max(0, at - NEIGHBOURS) : at]
        inner = any(s is not one and cue.start < s.end and s.start < one.start for s in around)
        if cue.lemma in cues().speech or not inner:
            kept.append(one)
    return kept


def _spoken(article: Article, one: Said) -> list[Token]:
    return [t for start, end in one.parts for t in article.parse.between(start, end)]


def _give_voice(article: Article, one: Said) -> None:
    voice = voice_of(one.speaker)
    if voice is None:
        return
    for token in _spoken(article, one):
        article.voices.setdefault(token.i, voice)


def _records(article: Article, said: Sequence[Said], dates: Sequence[DateMention]) -> list[Statement]:
    topics: dict[str, tuple[str, ...]] = {}
    found = []
    for one, via in zip(said, chains(article, said), strict=True):
        statement = replace(_record(article, one, dates, topics.get(one.speaker.name, ())), via=via)
        if statement.about:
            topics[one.speaker.name] = statement.about
        found.append(statement)
    return found


def _record(article: Article, one: Said, dates: Sequence[DateMention], topic: tuple[str, ...]) -> Statement:
    document, parse = article.document, article.parse
    inside = [t.i for t in _spoken(article, one)]
    spoken = sorted({*inside, *(t.i for t in parse.between(one.at.start, one.at.end))})
    inside = sorted({*inside, *_addressed(article, one)})
    actors = about_whom(article, spoken if one.at.rule == "regard" else inside, one.speaker, topic, cue=one.at.cue)
    beside = _speaking_too(article, one)
    actors = [a for a in actors if a[0] not in beside] or actors
    heard = (
        inside if one.direct and _is_opened(parse, one) else [*_cue_tokens(parse.tokens[one.at.cue].i, inside), *inside]
    )
    hits = stance_hits(parse, sorted(set(heard)))
    venue, audience = venue_and_audience(article, one.at.cue, one.speaker)
    start, end = _evidence_span(article, one)
    return Statement(
        id=make_id("statement", document.id, one.speaker.name, one.start, one.end),
        evidence=Evidence(document.id, start, end, parse.text[start:end]),
        origin=origin(f"statement:{one.at.rule}", *_whys(article, one)),
        confidence=CONFIDENCE[one.at.rule]
        if one.speaker.unresolved is None
        else round(CONFIDENCE[one.at.rule] - 0.2, 2),
        speaker=one.speaker,
        direct=one.direct,
        cue=_cue_word(parse.tokens[one.at.cue]),
        content=Span(one.start, one.end, parse.text[one.start : one.end]),
        about=tuple(code for code, _ in actors),
        stance=stance_toward(parse, actors, hits),
        venue=venue,
        audience=audience,
        said_on=_said_on(article, one, dates),
    )


def _whys(article: Article, one: Said) -> list[str | None]:
    """How the speaker's state was told, where it is an organ without an owner in the text."""
    speaker = one.at.speaker
    return [p.why for p in parties(article, speaker) if p.code == one.speaker.state] if speaker is not None else []


def _speaking_too(article: Article, one: Said) -> set[str]:
    """Who speaks beside the speaker: "Mali and Niger announced their withdrawal from ..." is not about Niger."""
    doer = subject(article.parse, one.at.cue)
    if doer is None:
        return set()
    return {p.code for t in article.parse.children(doer, "conj") for p in parties(article, t.i)}


def _is_opened(parse: Parse, one: Said) -> bool:
    """True where the content begins with its quotation mark, so that no verb before it belongs to what is said."""
    before = parse.text[max(0, one.start - 2) : one.start].rstrip()
    return not before or before[-1] in OPENERS


def _addressed(article: Article, one: Said) -> list[int]:
    """Whom the speaker warned, accused or reminded is whom the words are about."""
    if article.parse.tokens[one.at.cue].lemma not in ADDRESSING:
        return []
    return [j for t in article.parse.children(one.at.cue, "obj", "iobj") for j in article.parse.subtree(t.i)]


def _cue_word(token: Token) -> str:
    """The cue as a dictionary has it: "say", "view"; "according to" where the speaker stands behind that."""
    return token.case if token.case in cues().according else token.lemma


def _cue_tokens(cue: int, inside: Sequence[int]) -> list[int]:
    """The cue with the particle or preposition between it and what is said: "called for"."""
    if cue in inside or not inside:
        return []
    return list(range(cue, inside[0])) if cue < inside[0] <= cue + CUE_WORDS else [cue]


def _evidence_span(article: Article, one: Said) -> tuple[int, int]:
    """The content with cue and speaker where they stand in the same paragraph; the content alone where carried on."""
    parse = article.parse
    spots = [(one.start, one.end)]
    cue = parse.tokens[one.at.cue]
    if one.at.rule not in ("carried on", "turn") and paragraph_of(article, cue.start) == paragraph_of(
        article, one.start
    ):
        spots.append((cue.start, cue.end))
        start, end = one.speaker.start, one.speaker.end
        if start is not None and end is not None and paragraph_of(article, start) == paragraph_of(article, one.start):
            spots.append((start, end))
    return min(s for s, _ in spots), max(e for _, e in spots)


def _said_on(article: Article, one: Said, dates: Sequence[DateMention]) -> When | None:
    """A date in the cue's sentence, outside what is said."""
    sentence = article.parse.sentences[article.parse.tokens[one.at.cue].sentence]
    for date in dates:
        outside = date.end <= one.start or date.start >= one.end
        if outside and sentence.start <= date.start < sentence.end and date.bound in ("at", "during"):
            return date.when
    return None
