"""Attributions joined with quotations: one cue has one statement, however often its words are broken off."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from multivector.codebook.cues import cues
from multivector.extract.article import Article
from multivector.extract.attribution import Attribution
from multivector.extract.beside import cue_beside, is_name_in_quotes
from multivector.extract.quotes import Quote
from multivector.model import Speaker

__all__ = ["Joined", "Said", "join_quotes", "paragraph_of"]

MOSTLY = 0.5  # share of reported content in quotation marks from which the statement counts as direct
OPENERS = "\"“”«'‘ "
DASHES = ("-", "–", "—")
CLOSING = ('"', "”", "»", "“", "'", "’")
GAP = 200  # characters between the parts of a quotation that its speaker's tag breaks
SPLIT_WORDS = 24  # words of such a tag: ", said X, the minister of Y, in an interview with Z."

Resolved = tuple[Attribution, Speaker]


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with its final content, before it becomes a record; `parts` are the pieces around a tag."""

    at: Attribution
    speaker: Speaker
    parts: tuple[tuple[int, int], ...]
    direct: bool

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.parts[-1][1]


@dataclass(slots=True)
class Joined:
    """What is said so far, by its cue, and what each paragraph holds, so that every quotation looks at few others."""

    article: Article
    said: dict[int, Said]  # in the order of finding; the key is the cue, negative for a quotation carried on
    by_paragraph: dict[int, list[Resolved]]
    last: dict[int, int]  # paragraph -> key of its last direct statement
    unspoken: list[Quote]

    def put(self, key: int, one: Said) -> None:
        """Keep a statement, the earlier one of that cue replaced."""
        self.said[key] = one
        if one.direct:
            self.last[paragraph_of(self.article, one.parts[-1][0])] = key


def join_quotes(article: Article, attributions: Sequence[Resolved], quotes: Sequence[Quote]) -> Joined:
    """The statements that attributions and quotations make together; quotations without a speaker stay `unspoken`."""
    found = Joined(article, {}, {}, {}, [])
    for attribution, speaker in attributions:
        where = paragraph_of(article, article.parse.tokens[attribution.cue].start)
        found.by_paragraph.setdefault(where, []).append((attribution, speaker))
    used = _reported(found, attributions, quotes)
    for quote in quotes:
        if quote in used or is_name_in_quotes(article, quote):
            continue
        if not _attributed(found, quote):
            found.unspoken.append(quote)
    return found


def _reported(found: Joined, attributions: Iterable[Resolved], quotes: Sequence[Quote]) -> set[Quote]:
    """Reported content that is mostly quotation becomes the whole quotation; returns the quotations within."""
    starts = [q.start for q in quotes]
    used: set[Quote] = set()
    for attribution, speaker in attributions:
        cue = found.article.parse.tokens[attribution.cue].start
        around = next((q for q in _from(quotes, starts, cue, cue + 1) if q.end > cue), None)
        if around is not None:  # what a quoted speaker reports belongs to the quotation
            _retold(found, attribution, speaker, around)
            continue
        start, end = attribution.start, attribution.end
        inside = [q for q in _from(quotes, starts, start, end) if _overlap(q, start, end) > 0]
        direct = attribution.rule == "turn" or sum(_overlap(q, start, end) for q in inside) >= MOSTLY * (end - start)
        if direct and inside and not _leads_in(found.article, start, inside[0].start):
            start, end = inside[0].start, inside[-1].end
        elif inside:
            start, end = min(start, inside[0].start), max(end, _closed(found.article, inside[-1]))
        used.update(inside)
        found.put(attribution.cue, Said(attribution, speaker, ((start, end),), direct))
    return used


def _retold(found: Joined, attribution: Attribution, speaker: Speaker, around: Quote) -> None:
    """Words of a named third, as the quoted speaker was told them, are a statement too: "Xi told me that ..."."""
    parse, who = found.article.parse, attribution.speaker
    named = who is not None and parse.tokens[who].pos == "PROPN" and (speaker.actor or speaker.state) is not None
    heard = parse.child(attribution.cue, "obj", "iobj") is not None
    if named and heard and parse.tokens[attribution.cue].lemma in cues().speech:
        end = min(attribution.end, around.end)
        found.put(attribution.cue, Said(attribution, speaker, ((attribution.start, end),), False))


def _closed(article: Article, quote: Quote) -> int:
    """The end of a quotation inside reported words, with the mark that closes it."""
    return quote.end + 1 if article.parse.text[quote.end : quote.end + 1] in CLOSING else quote.end


def _leads_in(article: Article, start: int, quote: int) -> bool:
    """True where the reported clause begins before its quotation: 'said that Oslo remained "a friend"'.

    A dateline ('BERLIN - "We ..."') is no part of what is said.
    """
    text = article.parse.text
    opens = start == 0 or text[start - 1] == "\n"
    if opens and text[start:quote].rstrip(OPENERS).endswith(DASHES):
        return False
    return any(t.pos in ("NOUN", "PROPN", "PRON", "VERB") for t in article.parse.between(start, quote))


def _from(quotes: Sequence[Quote], starts: Sequence[int], start: int, end: int) -> Sequence[Quote]:
    """The quotations that begin before `end`, from the last one that begins at or before `start`."""
    return quotes[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end - 1)]


def _overlap(quote: Quote, start: int, end: int) -> int:
    return max(0, min(quote.end, end) - max(quote.start, start))


def _attributed(found: Joined, quote: Quote) -> bool:
    """Give the quotation a speaker: that of the part before it, a cue beside it, its paragraph's, or one carried on."""
    key = found.last.get(quote.paragraph)
    before = found.said[key] if key is not None else None
    cue = cue_beside(found.article, quote)
    tagged = cue is not None and _is_behind(found.article, cue[0], quote)
    if key is not None and before is not None and not tagged and _goes_on(found.article, before, quote):
        found.put(key, replace(before, parts=(*before.parts, (quote.start, quote.end))))
        return True
    if cue is not None:
        _put_cue(found, cue, quote)
        return True
    return _near(found, quote, before)


def _is_behind(article: Article, cue: Attribution, quote: Quote) -> bool:
    """True where the quotation has a tag of its own behind it in its sentence: '"Nonsense," said another.'"""
    token = article.parse.tokens[cue.cue]
    return (
        token.start >= quote.end
        and quote.end <= article.parse.sentences[token.sentence].end
        and (quote.start >= article.parse.sentences[token.sentence].start - 1)
    )


def _goes_on(article: Article, before: Said, quote: Quote) -> bool:
    """True where only the speaker's tag stands between: '"We agreed," said X. "Now we wait."'."""
    cue = article.parse.tokens[before.at.cue]
    if not before.end <= cue.start < quote.start or quote.single:
        return False
    gap = article.parse.text[before.end : quote.start - 1]
    return len(gap.split()) <= SPLIT_WORDS and gap.strip()[-1:] in (".", ",", ":", "-", "—", "–")


def _put_cue(found: Joined, cue: Resolved, quote: Quote) -> None:
    """A statement of the cue; where the cue has one already, the quotation is one more part of it."""
    attribution, speaker = cue
    ends_with_it = attribution.start < quote.start and attribution.end == quote.end
    end = _closed(found.article, quote) if ends_with_it else attribution.end  # both marks or neither
    own = found.said.get(attribution.cue)
    if own is None:
        direct = _overlap(quote, attribution.start, attribution.end) >= MOSTLY * (attribution.end - attribution.start)
        found.put(attribution.cue, Said(attribution, speaker, ((attribution.start, end),), direct))
        return
    parts = _merged([*own.parts, (attribution.start, end)], attribution.cue, found.article)
    found.put(attribution.cue, replace(own, parts=parts))


def _merged(parts: list[tuple[int, int]], cue: int, article: Article) -> tuple[tuple[int, int], ...]:
    """The parts in order, those on one side of the cue made one."""
    at = article.parse.tokens[cue].start
    sides = [[p for p in parts if p[0] < at], [p for p in parts if p[0] >= at]]
    return tuple((min(s for s, _ in side), max(e for _, e in side)) for side in sides if side)


def _near(found: Joined, quote: Quote, before: Said | None) -> bool:
    """No cue beside it: the paragraph's last speaker, the first speaker of a paragraph that it opens, or the one of
    the paragraph before."""
    key = -quote.start - 1
    if before is not None and 0 <= quote.start - before.end <= GAP:
        found.put(key, _carried(before, quote))
        return True
    if quote.single or not _opens_paragraph(found.article, quote):  # 'All Bets Are Off' over a section is a heading
        return False
    here = found.by_paragraph.get(quote.paragraph)
    if here:
        at, speaker = here[0]
        found.put(key, Said(replace(at, rule="quotation"), speaker, ((quote.start, quote.end),), True))
        return True
    last = found.last.get(quote.paragraph - 1)
    if last is None:
        return False
    found.put(key, _carried(found.said[last], quote))
    return True


def _carried(before: Said, quote: Quote) -> Said:
    return Said(replace(before.at, rule="carried on"), before.speaker, ((quote.start, quote.end),), True)


def paragraph_of(article: Article, position: int) -> int:
    """The number of the paragraph that holds the character."""
    sentences = article.parse.sentences
    before = bisect_right(sentences, position, key=lambda s: s.start)
    return sentences[before - 1].paragraph if before else 0


def _opens_paragraph(article: Article, quote: Quote) -> bool:
    sentences = article.parse.sentences
    first = bisect_right(sentences, quote.paragraph - 1, key=lambda s: s.paragraph)
    return first < len(sentences) and quote.start - sentences[first].start <= 2
