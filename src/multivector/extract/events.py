"""Events as records: spans, dates, goods and the merging of tellings of one event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from multivector.extract.amounts import amounts_in
from multivector.extract.article import Article, Party
from multivector.extract.composed import Composed, cameo_of, modes_of
from multivector.extract.goods import goods_under
from multivector.extract.origin import origin
from multivector.extract.settling import NEEDS_RECIPIENT
from multivector.model import Event, Evidence, When, make_id
from multivector.text.base import TIMES, Parse, Token
from multivector.text.dates import DateMention
from multivector.world.successions import successor

__all__ = ["build_events", "event_date", "merge_events"]

# Confidence by how the event is told; our own estimate from the development sentences, to be calibrated.
CONFIDENCE = {"verb": 0.85, "adjective": 0.75, "noun": 0.7}
ONE_PARTY = 0.15  # less where only one side is named
ASIDE = ("relcl", "advcl")
BLAME = ("of", "for")  # "accused X of invading Y in 2022": the day of the deed, not that of the word
DATE_REACH = 90  # characters between an event's words and a date of the same sentence
MODAL = ("SANCTION", "COERCE", "ASSAULT")  # of these a different mode is a different event
WHEN = ("at", "during", "since")  # what says when a thing happened; "until" and "for six months" say how long it lasts
GOODS_TYPES = ("SANCTION", "COOPERATE", "AID", "CONCEDE")
CLAUSES = ("relcl", "acl", "advcl", "ccomp")
BEFORE_NOUN = ("det", "nummod", "amod", "compound", "poss")


def build_events(article: Article, composed: Sequence[Composed], dates: Sequence[DateMention]) -> list[Event]:
    """One event for each composed act, each with the words of its clause."""
    composed = [_with_its_like(article, c, composed) for c in composed]
    told = [c for c in composed if c.target or c.type not in NEEDS_RECIPIENT or _together(c) or _by_state(c)]
    return [_event(article, c, dates) for c in told]


def _by_state(event: Composed) -> bool:
    """ "Japan imposed new sanctions": what a state did against somebody, though nobody says against whom."""
    doers = {p.code for p in event.source if p.official}
    leaves = event.match.act.mode == "withdraw" and event.status == "planned"  # "decided to quit the pact"
    told = event.type == "SANCTION" and (event.status == "asserted" or leaves)
    return told and bool(doers) and all(c.isupper() for c in doers)


def _with_its_like(article: Article, event: Composed, told: Sequence[Composed]) -> Composed:
    """ "established ties with and opened an embassy in Baku", "met Xi at a lunch that he hosted": an act told with
    its doer alone has the target of the same doer's act of that type and status in its sentence."""
    if event.target or not event.source or event.type in MODAL or _together(event):
        return event
    sentence, source = article.parse.tokens[event.match.token].sentence, _codes(event.source)
    for other in told:
        same = (other.type, other.status, _codes(other.source)) == (event.type, event.status, source)
        if same and other.target and article.parse.tokens[other.match.token].sentence == sentence:
            return replace(event, target=other.target)
    return event


def _together(composed: Composed) -> bool:
    """True for what several do with one another: all are its sources, and there is no target (PLOVER 2.0)."""
    return composed.match.act.reciprocal and len({p.code for p in composed.source}) > 1


def _event(article: Article, composed: Composed, dates: Sequence[DateMention]) -> Event:
    document, parse = article.document, article.parse
    start, end = _span(article, composed)
    source, target = _codes(composed.source), _codes(composed.target)
    confidence = CONFIDENCE[composed.match.kind] - (0 if source and target else ONE_PARTY)
    mode, cameo = modes_of(composed), cameo_of(composed)
    return Event(
        id=make_id(
            "event",
            document.id,
            composed.type,
            start,
            end,
            ",".join(source),
            ",".join(target),
            composed.status,
            *_told_by_mode(composed.type, mode),
        ),
        evidence=Evidence(document.id, start, end, parse.text[start:end]),
        origin=origin(f"event:{composed.rule}", *(p.why for p in (*composed.source, *composed.target))),
        confidence=round(confidence, 2),
        source=source,
        target=target,
        type=composed.type,
        mode=mode,
        contexts=composed.match.act.contexts,
        cameo=cameo,
        status=composed.status,
        attributed_to=None,
        date=event_date(article, start, end, composed.match.token, dates),
        goods=goods_under(article, _goods_heads(composed)) if composed.type in GOODS_TYPES else (),
        amounts=amounts_in(parse.text, start, end),
        actors=tuple(sorted({p.actor for p in (*composed.source, *composed.target)})),
    )


def _told_by_mode(kind: str, mode: str | None) -> tuple[str, ...]:
    """The mode where it tells two events of one type apart."""
    return (mode,) if mode and kind in MODAL else ()


def _codes(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(successor(p.code) for p in parties))


def _span(article: Article, composed: Composed) -> tuple[int, int]:
    """From the first to the last of the trigger's words, its operators and its parties in that sentence."""
    parse, sentence = article.parse, article.parse.tokens[composed.match.token].sentence
    spots = [*composed.match.words, *(w for m in composed.chain for w in m.words)]
    spots += [j for p in (*composed.source, *composed.target) if p.token >= 0 for j in _whole(parse, p.token)]
    labels = {"obj", *(part for label, _ in composed.match.act.needs for part in label.split("|"))} - {"subj"}
    spots += [k for label in labels for j in composed.match.arguments.get(label, ())[:1] for k in _phrase(parse, j)]
    inside = [i for i in spots if i >= 0 and parse.tokens[i].sentence == sentence]  # a quotation's "we" has no token
    return parse.span(inside)


def _whole(parse: Parse, i: int) -> list[int]:
    """The party's phrase, or the word and the noun that it stands before: no words that break off at "a basket of
    Kazakh", nor begin with "presidents" where the text has "the two presidents"."""
    spots = [i]
    while parse.tokens[i].dep in ("amod", "compound", "poss", "nummod") and parse.tokens[i].head > i:
        i = parse.tokens[i].head
        spots.append(i)
    if parse.tokens[i].pos == "NOUN":
        spots += [j for t in parse.children(i, *BEFORE_NOUN) if t.i < i for j in parse.subtree(t.i, without=CLAUSES)]
    return [*spots, *_named_beside(parse, i)]


def _named_beside(parse: Parse, i: int) -> Iterator[int]:
    """The names that go on from a name: nobody breaks off at "trade between Kazakhstan"."""
    for other in parse.children(i, "conj"):
        if parse.tokens[i].pos == other.pos == "PROPN":
            yield other.i
            yield from _named_beside(parse, other.i)


def _goods_heads(composed: Composed) -> list[int]:
    labels = ("obj", "of", "on", "compound")
    heads = [j for label in labels for j in composed.match.arguments.get(label, ())]
    return heads + [j for m in composed.chain for label in labels for j in m.arguments.get(label, ())]


def event_date(article: Article, start: int, end: int, trigger: int, dates: Sequence[DateMention]) -> When | None:
    """The nearest date mention of the event's clause: those of its own verb before those of a verb above it."""
    sentence = article.parse.sentences[article.parse.tokens[trigger].sentence]
    near = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end and d.bound in WHEN]
    near = [d for d in near if _gap(d, start, end) <= DATE_REACH]
    ranked = [(rank, _gap(d, start, end), d.start, d) for d in near if (rank := _rank(article.parse, d, trigger)) >= 0]
    return min(ranked, key=lambda r: r[:3])[3].when if ranked else None


def _rank(parse: Parse, date: DateMention, trigger: int) -> int:
    """0 where the date hangs on the trigger's own verb or holds the trigger, 1 on a verb above it, else -1.

    What is told aside ("which had threatened ...", "after Kyiv had asked ...") has no day from the verb above, nor the
    verb one from an apposition ("Serbia, a candidate since 2012, refused").
    """
    above = _above(parse, date, trigger)
    own = next((i for i in above if parse.tokens[i].pos in ("VERB", "AUX")), trigger)
    ranks = []
    for token in parse.between(date.start, date.end):
        chain = [token, *parse.ancestors(token.i)]
        clause = next((t.i for t in chain if t.pos in ("VERB", "AUX") or _is_apposed(t, date)), chain[-1].i)
        if clause == own or trigger in _reached(parse, chain):
            return 0
        ranks.append(1 if clause in above else -1)
    return max(ranks, default=-1)


def _above(parse: Parse, date: DateMention, trigger: int) -> list[int]:
    """The trigger and the words above it whose day is the trigger's too.

    Behind a clause that has its own subject a day before it is only that clause's: "left in March, and talks go on".
    """
    above = [trigger]
    for head in parse.ancestors(trigger):
        below = parse.tokens[above[-1]]
        if below.dep in ASIDE:
            break
        if below.dep == "conj" and date.start > head.start and parse.child(below.i, "nsubj", "nsubjpass"):
            break
        above.append(head.i)
    return above


def _reached(parse: Parse, chain: Sequence[Token]) -> list[int]:
    """The words above a date up to the clause that it tells of: a relative clause's day is not the main clause's."""
    reached = []
    for token in chain:
        reached.append(token.i)
        if token.dep == "appos" and token.entity not in TIMES:
            break
        finite = token.dep in ("advcl", "ccomp") and parse.child(token.i, "nsubj", "nsubjpass") is not None
        if finite or token.dep in ("relcl", "acl") or (token.dep == "pcl" and token.case in BLAME):
            break
    return reached


def _is_apposed(token: Token, date: DateMention) -> bool:
    return token.dep == "appos" and token.entity not in TIMES and not date.start <= token.start < date.end


def _gap(date: DateMention, start: int, end: int) -> int:
    return max(0, date.start - end, start - date.end)


def merge_events(events: Sequence[Event]) -> list[Event]:
    """Tellings of one event inside a document become one event with several pieces of evidence.

    One event: same type, status, source, target and teller, and dates that do not exclude each other. The fullest
    telling (the most confident, the earliest of equals) gives the record; the others stand in `also`.
    """
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        mode = event.mode if event.type in MODAL else None
        if mode and set(event.target) <= set(event.source):  # at home one deed is told from another by its words
            mode = event.origin[0].rule
        key = (event.type, mode, event.status, event.source, event.target, event.attributed_to)
        group = groups.setdefault(key, [])
        group.append(event)
    return sorted((m for group in groups.values() for m in _merge(group)), key=lambda e: (e.evidence.start, e.id))


def _merge(group: list[Event]) -> Iterable[Event]:
    piles: list[list[Event]] = []
    for event in sorted(group, key=lambda e: (-e.confidence, e.evidence.start, e.id)):
        pile = next((p for p in piles if _agree(p[0].date, event.date)), None)
        if pile is None:
            piles.append([event])
        else:
            pile.append(event)
    for pile in piles:
        yield _joined(pile)


def _joined(pile: list[Event]) -> Event:
    best = pile[0]
    also = tuple(e.evidence for e in pile[1:] if e.evidence != best.evidence)
    date = next((e.date for e in pile if e.date), None)
    goods = tuple(dict.fromkeys(g for e in pile for g in e.goods))
    amounts = tuple(dict.fromkeys(a for e in pile for a in e.amounts))
    actors = tuple(sorted({a for e in pile for a in e.actors}))
    rules = tuple(dict.fromkeys(o for e in pile for o in e.origin))
    return replace(best, also=also, date=date, goods=goods, amounts=amounts, actors=actors, origin=rules)


def _agree(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    return _before(one.start, other.end) and _before(other.start, one.end)


def _before(day: str | None, other: str | None) -> bool:
    return day is None or other is None or day <= other


def _phrase(parse: Parse, i: int) -> list[int]:
    """The phrase of a token without its clauses and appositions, for an evidence span; names in a row stay together."""
    spots = parse.subtree(i, without=(*CLAUSES, "appos", "conj", "cc", "punct", "aside"))
    return [*spots, *(j for spot in spots for j in _named_beside(parse, spot))]
