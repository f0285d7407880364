"""Trade measures: who forbids or burdens which goods of whom, on whose authority, why and until when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from multivector.codebook.grammar import words
from multivector.extract.also_banned import with_later_goods
from multivector.extract.amounts import amounts_in
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.composed import Composed
from multivector.extract.goods import goods_under
from multivector.extract.later_term import with_later_term
from multivector.extract.origin import origin
from multivector.extract.reasons import reason_in_clause, with_later_reason
from multivector.model import Evidence, Good, MeasureKind, TradeMeasure, make_id
from multivector.text.base import Parse
from multivector.text.dates import DateMention
from multivector.world.actors import actor
from multivector.world.successions import successor

__all__ = ["build_measures"]

INSTRUMENTS: tuple[tuple[MeasureKind, frozenset[str]], ...] = (
    ("tariff", frozenset({"tariff", "duty", "levy", "surcharge"})),
    ("quota", frozenset({"quota", "cap"})),
    ("licence", frozenset({"licence", "license", "licensing", "permit", "certificate", "accreditation"})),
    ("export_ban", frozenset({"export", "exporting"})),
    ("import_ban", frozenset({"import", "importing", "importation", "purchase"})),
    ("transit_ban", frozenset({"transit"})),
)
SUPPLIES = frozenset({"delivery", "supply", "shipment", "deliver", "ship"})
AUTHORITIES = words("refs", "body_nouns")
ANSWERS = words("links", "answers")
APART = ("subj", "comp", "until", "after", "since", "by")  # arguments that tell neither goods nor instrument
CONDITIONS = ("if", "unless", "until")
PENALTIES = ("sanction", "blacklist", "penalty", "penalise", "penalize", "designate")
VEHICLES = ("86", "87", "88", "89")  # HS chapters
TRADE_ACTS = (
    "sanction.ban", "sanction.sanction", "sanction.trade-ban", "concede.lift", "concede.reopen-trade", "sanction.close",
    "sanction.suspension",
)  # fmt: skip


def build_measures(article: Article, composed: Sequence[Composed], dates: Sequence[DateMention]) -> list[TradeMeasure]:
    """Trade measures among the composed acts, tellings of one measure merged."""
    acts = [c for c in composed if c.match.act.id in TRADE_ACTS and not _is_condition(article.parse, c)]
    found = [m for c in acts for m in _measures(article, c, dates)]
    merged = [with_later_term(article, m, dates) for m in _merged(found)]
    return [with_later_reason(article.parse, with_later_goods(article, m)) for m in merged]


def _is_condition(parse: Parse, event: Composed) -> bool:
    """ "unless Kyiv resumes the transit": what is waited for is no measure."""
    spots = [parse.tokens[i] for i in (event.match.token, *(m.token for m in event.chain))]
    clauses = [t for spot in spots for t in (spot, *parse.ancestors(spot.i)) if t.dep == "advcl"]
    return any(mark.word in CONDITIONS for t in clauses for mark in parse.children(t.i, "mark"))


def _measures(article: Article, event: Composed, dates: Sequence[DateMention]) -> Iterator[TradeMeasure]:
    """One measure for each imposer; none where neither goods nor a target tell what it is about."""
    spots = _region(article.parse, event)
    goods = goods_under(article, spots)
    kind = _kind(article, event, spots, goods)
    if kind is None or not (event.target or goods):
        return
    start, end = _span(article.parse, event, spots)
    begins, until = _term(article, event, dates)
    for imposer in dict.fromkeys(successor(p.code) for p in event.source if _imposes(p)):
        target = tuple(dict.fromkeys(p.code for p in event.target if p.code != imposer))
        yield TradeMeasure(
            id=make_id("trade_measure", article.document.id, imposer, ",".join(target), kind, start, end),
            evidence=Evidence(article.document.id, start, end, article.parse.text[start:end]),
            origin=origin(f"trade:{event.rule}", *(p.why for p in event.source)),
            confidence=0.85 if goods else 0.7,
            imposer=imposer,
            authority=_authority(article, event),
            target=target,
            measure=kind,
            goods=goods,
            reason=reason_in_clause(article.parse, event),
            temporary=bool(until) or _temporary(article.parse, spots),
            start=begins,
            end=until,
            status=event.status,
            amounts=amounts_in(article.parse.text, start, end),
        )


def _imposes(party: Party) -> bool:
    known = actor(party.code)
    return known is not None and known.kind in ("state", "organisation")


def _authority(article: Article, event: Composed) -> str | None:
    """The body that imposed it: by its name, else in the text's words ("agricultural watchdog")."""
    for party in event.source:
        known = actor(party.actor)
        if known is not None and known.kind == "body":
            return known.name
        token = article.parse.tokens[party.token]
        if token.lemma in AUTHORITIES and article.mention(token) is None:
            phrase = article.parse.subtree(token.i, without=("relcl", "acl", "appos", "poss", "det"))
            start, end = article.parse.span([j for j in phrase if j <= token.i])
            return article.parse.text[start:end].lstrip("'’s ")
    return None


def _term(article: Article, event: Composed, dates: Sequence[DateMention]) -> tuple[str | None, str | None]:
    """First and last day, where the sentence gives them: "on Thursday", "until the end of the year"."""
    sentence = article.parse.sentences[article.parse.tokens[event.match.token].sentence]
    near = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
    near.sort(key=lambda d: abs(d.start - article.parse.tokens[event.match.token].start))
    until = next((d.when.end for d in near if d.bound == "until"), None)
    since = next((d.when.start for d in near if d.bound == "since"), None)
    day = next((d.when.start for d in near if d.bound == "at" and d.when.precision == "day"), None)
    return since or (day if event.status == "asserted" and day != until else None), until


def _region(parse: Parse, event: Composed) -> list[int]:
    """The heads below which goods and instruments stand: the act's own words, its arguments, those of its operators."""
    heads = [event.match.token] if event.match.kind == "noun" else []
    for match in (event.match, *event.chain):
        for label, tokens in match.arguments.items():
            if label not in APART:
                heads += [j for j in tokens if _bears(parse, j, event)]
    return list(dict.fromkeys(heads))


def _bears(parse: Parse, j: int, event: Composed) -> bool:
    """The same sentence, and not what the measure answers or punishes: "in response to the ban on wheat", "sanctioned a
    refinery for buying oil", "sanctions on firms for their role"."""
    token = parse.tokens[j]
    if token.sentence != parse.tokens[event.match.token].sentence or token.lemma in ANSWERS:
        return False
    return not (token.case == "for" and (token.tag == "VBG" or _punishes(parse, event)))


def _punishes(parse: Parse, event: Composed) -> bool:
    """Sanctions on somebody, which are no measure against what they make, carry or sail."""
    return parse.tokens[event.match.token].lemma.lower() in PENALTIES


def _kind(article: Article, event: Composed, spots: Sequence[int], goods: tuple[Good, ...]) -> MeasureKind | None:
    parse = article.parse
    lemmas = {parse.tokens[j].lemma.lower() for s in spots for j in parse.subtree(s, without=("relcl", "advcl"))}
    lemmas |= {parse.tokens[j].lemma.lower() for j in event.match.words}
    if _lifts(event):
        return "lifted" if goods or lemmas & {w for _, named in INSTRUMENTS for w in named} else None
    if _punishes(parse, event):  # "sanctioned a refinery for purchasing oil" bans no purchase
        lemmas = {parse.tokens[core(parse, s)].lemma.lower() for s in spots}
    for kind, named in INSTRUMENTS:
        if lemmas & named:
            return kind
    if (
        not goods
        or _bars_passage(parse, event, goods)
        or (_punishes(parse, event) and not _struck(parse, spots, goods))
    ):
        return None
    sold = bool(lemmas & SUPPLIES) and not _comes_from(parse, event, spots)
    return "export_ban" if sold or _goes_to(event) else "import_ban"


def _bars_passage(parse: Parse, event: Composed, goods: Sequence[Good]) -> bool:
    """ "barred ships from docking", "banned trucks from entering": what carries goods is kept out, not bought."""
    kept_out = any(parse.tokens[j].tag == "VBG" for j in event.match.arguments.get("from", ()))
    return kept_out and _carriers(goods)


def _struck(parse: Parse, spots: Sequence[int], goods: Sequence[Good]) -> bool:
    """Whether goods themselves are sanctioned ("sanctions on Russian oil"), not those who own, buy or carry them."""
    words = {good.text.split()[-1] for good in goods}
    return not _carriers(goods) and any(parse.tokens[core(parse, s)].text in words for s in spots)


def _carriers(goods: Sequence[Good]) -> bool:
    return all(heading[:2] in VEHICLES for good in goods for heading in good.hs)


def _lifts(event: Composed) -> bool:
    """True for an end to a measure, also one that is only announced."""
    ended = any(m.act.operator == "end" for m in event.chain)
    return event.type == "CONCEDE" or ended or event.match.act.event == "CONCEDE"


def _goes_to(event: Composed) -> bool:
    targets = {p.token for p in event.target}
    return any(targets & set(m.arguments.get("to", ())) for m in (event.match, *event.chain))


def _comes_from(parse: Parse, event: Composed, spots: Sequence[int]) -> bool:
    """ "halted supplies of gas from Norway": bought, not sold."""
    told = any("from" in m.arguments for m in (event.match, *event.chain))
    return told or any(t.case == "from" for s in spots for j in parse.subtree(s) for t in parse.children(j, "nmod"))


def _span(parse: Parse, event: Composed, spots: Sequence[int]) -> tuple[int, int]:
    sentence = parse.tokens[event.match.token].sentence
    inside = [j for s in spots for j in parse.subtree(s, without=("relcl", "advcl", "ccomp"))]
    inside += [*event.match.words, *(w for m in event.chain for w in m.words), *(p.token for p in event.source)]
    return parse.span([j for j in inside if parse.tokens[j].sentence == sentence])


def _temporary(parse: Parse, spots: Sequence[int]) -> bool:
    words = {parse.tokens[j].word for s in spots for j in parse.subtree(s)}
    words |= {t.word for s in spots for t in parse.children(parse.tokens[s].head, "advmod")}
    return bool(words & {"temporary", "temporarily", "provisional", "provisionally", "interim"})


def _merged(found: Sequence[TradeMeasure]) -> list[TradeMeasure]:
    """One measure: same imposer, target, kind and status, and goods that do not exclude each other."""
    kept: list[TradeMeasure] = []
    for measure in found:
        rival = next((k for k in kept if _same(k, measure)), None)
        if rival is None:
            kept.append(measure)
            continue
        fuller, other = (rival, measure) if len(rival.goods) >= len(measure.goods) else (measure, rival)
        joined = replace(
            fuller,
            goods=tuple(dict.fromkeys((*fuller.goods, *_further(fuller, other)))),
            also=(*fuller.also, other.evidence, *other.also),
            end=fuller.end or other.end,
            start=fuller.start or other.start,
            reason=fuller.reason or other.reason,
            authority=fuller.authority or other.authority,
            temporary=fuller.temporary or other.temporary,
        )
        kept[kept.index(rival)] = joined
    return kept


def _further(fuller: TradeMeasure, other: TradeMeasure) -> list[Good]:
    """The goods of the other telling that are no mere word for what the fuller one lists."""
    return [g for g in other.goods if not any(_covers(g, known) for known in fuller.goods)]


def _same(one: TradeMeasure, other: TradeMeasure) -> bool:
    if (one.imposer, one.target, one.measure, one.status) != (other.imposer, other.target, other.measure, other.status):
        return False
    return (
        not one.goods or not other.goods or any(_covers(a, b) or _covers(b, a) for a in one.goods for b in other.goods)
    )


def _covers(wide: Good, narrow: Good) -> bool:
    """True where one heading lies within another: "agricultural products" (07, 10 ...) and tomatoes (0702)."""
    return any(inner.startswith(outer) for outer in wide.hs for inner in narrow.hs)
