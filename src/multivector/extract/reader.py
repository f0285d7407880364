"""From a parsed document to all that it says: people, statements, acts, measures, memberships, links."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from multivector.codebook.grammar import words
from multivector.extract.article import Article
from multivector.extract.compose import compose, told_and_mentioned
from multivector.extract.events import build_events, merge_events
from multivector.extract.folding import folded
from multivector.extract.frames import find_acts
from multivector.extract.ground import ground_of
from multivector.extract.introduced import introduced, without
from multivector.extract.links import build_links
from multivector.extract.marked import mark
from multivector.extract.memberships import build_memberships
from multivector.extract.names import Hit, mention_of
from multivector.extract.pair_base import Pair
from multivector.extract.pair_event import build_pair_event
from multivector.extract.people import find_people
from multivector.extract.slips import slips
from multivector.extract.statements import build_statements
from multivector.extract.towns import towns
from multivector.extract.trade import build_measures
from multivector.model import Actor, Document, Event, Reading, Record, Statement, TradeMeasure
from multivector.text.base import Parse
from multivector.text.dates import DateMention
from multivector.world.actors import actor
from multivector.world.own import NONE, Own

__all__ = ["article_of", "pair_of", "read_pair", "read_records"]


SECEDED = words("breakaway", "seceded")  # "Breakaway Abkhazia" is nobody's name


def read_records(
    document: Document,
    paragraphs: Sequence[tuple[int, int]],
    names: Sequence[Hit],
    parse: Parse,
    dates: Sequence[DateMention],
    *,
    own: Own = NONE,
) -> Reading:
    """The reading of a document from its parse: mentions, actors, and records in text order; a user's `own` actors
    are those among the names that no table knows."""
    article = _article(document, parse, names, own)
    statements, withheld = build_statements(article, paragraphs, dates)
    composed = folded(parse, compose(article, find_acts(article)))
    events = merge_events(_attributed(build_events(article, composed, dates), statements))
    measures = _attributed_measures(build_measures(article, composed, dates), statements)
    records: list[Record] = [*statements, *events, *measures, *build_memberships(article, dates)]
    records += build_links(article, records, statements)
    ordered = tuple(sorted(records, key=lambda r: (r.evidence.start, r.evidence.end, r.id)))
    return Reading(document, parse.sentences, article.mentions, _cast(article), ordered, tuple(withheld))


def read_pair(
    document: Document, names: Sequence[Hit], parse: Parse, dates: Sequence[DateMention], phrases: tuple[str, str]
) -> Reading:
    """The one event between two marked phrases, source first; raises UnreadableInput where the text has neither."""
    pair = pair_of(document, names, parse, phrases)
    return Reading(document, parse.sentences, pair.article.mentions, (), (build_pair_event(pair, dates),))


def pair_of(document: Document, names: Sequence[Hit], parse: Parse, phrases: tuple[str, str]) -> Pair:
    """Two marked phrases, source first, with all that was read around them; raises UnreadableInput where the text has
    neither."""
    article, source, target = mark(article_of(document, names, parse), phrases)
    return Pair(article, source, target, *told_and_mentioned(article, find_acts(article)))


def article_of(document: Document, names: Sequence[Hit], parse: Parse) -> Article:
    """The document as the rules see it, with the voices of its quotations."""
    article = _article(document, parse, names)
    build_statements(article, [(s.start, s.end) for s in parse.sentences], ())
    return article


def _article(document: Document, parse: Parse, hits: Sequence[Hit], own: Own = NONE) -> Article:
    whole = {t.end: t.start for t in parse.tokens if t.entity == "PERSON" and " " in t.text}
    hits = [h for h in hits if whole.get(h.end, h.start) >= h.start]  # "Саймон Бирмингем", one word for the parser
    hits = [h for h in hits if not _is_part_of_person(parse, h)]
    hits = sorted([*hits, *slips(parse, hits)], key=lambda h: h.start)
    hits = sorted([*hits, *towns(parse, hits)], key=lambda h: h.start)
    known = [mention_of(h) for h in hits]
    bodies, new = introduced(parse, known)
    people, cast = without(bodies, *find_people(parse, hits, document.published))
    mentions = tuple(sorted([*known, *people, *bodies], key=lambda m: (m.start, m.end)))
    brought = {a.code: a for a in own.actors}
    actors = {c: a for c in dict.fromkeys(m.actor for m in mentions) if (a := brought.get(c) or actor(c)) is not None}
    actors |= {a.code: a for a in (*cast, *new)}
    ends = {t.end: t.i for t in parse.tokens}
    named = {ends[m.end]: m for m in mentions if m.end in ends}
    article = Article(document, parse, mentions, actors, named)
    article.ground = ground_of(article)
    return article


def _is_part_of_person(parse: Parse, hit: Hit) -> bool:
    """ "Michael Jordan", "Kanye West": a place's name that ends a person's."""
    inside = parse.between(hit.start, hit.end)
    if hit.name.kind == "person" or not inside or inside[0].entity != "PERSON":
        return False
    governor = parse.tokens[inside[-1].head]
    if inside[-1].dep == "compound" and governor.entity == "PERSON" and governor.i == inside[-1].i + 1:
        return hit.name.via != "demonym"  # "Paris Hilton"
    before = parse.tokens[inside[0].i - 1]
    return before.entity == "PERSON" and before.head == inside[-1].i and before.word not in SECEDED


def _attributed(events: Iterable[Event], statements: Sequence[Statement]) -> list[Event]:
    """An event told inside somebody's statement is that speaker's word."""
    return [replace(e, attributed_to=_teller(e.evidence.start, e.evidence.end, statements)) for e in events]


def _attributed_measures(measures: Iterable[TradeMeasure], statements: Sequence[Statement]) -> list[TradeMeasure]:
    return [replace(m, attributed_to=_teller(m.evidence.start, m.evidence.end, statements)) for m in measures]


def _teller(start: int, end: int, statements: Sequence[Statement]) -> str | None:
    holder = next((s for s in statements if s.content.start <= start and end <= s.content.end), None)
    return holder.speaker.name if holder else None


def _cast(article: Article) -> tuple[Actor, ...]:
    return tuple(article.actors[code] for code in sorted(article.actors))
