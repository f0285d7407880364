"""Trade measures: who forbids or burdens which goods of whom, on whose authority, why and until when."""

from collections.abc import Sequence
from dataclasses import replace

from multivector.extract.article import Article
from multivector.extract.compose import Composed
from multivector.extract.goods import goods_under
from multivector.extract.origin import origin
from multivector.model import Evidence, Good, MeasureKind, TradeMeasure, make_id
from multivector.text.base import Parse, Token
from multivector.text.dates import DateMention
from multivector.world.actors import actor
from multivector.world.successions import successor

__all__ = ["build_measures"]

INSTRUMENTS: tuple[tuple[MeasureKind, frozenset[str]], ...] = (
    ("tariff", frozenset({"tariff", "duty", "levy", "surcharge"})),
    ("quota", frozenset({"quota", "cap"})),
    ("licence", frozenset({"licence", "license", "licensing", "permit", "certificate", "accreditation"})),
    ("transit_ban", frozenset({"transit"})),
    ("export_ban", frozenset({"export", "exporting"})),
    ("import_ban", frozenset({"import", "importing", "importation", "purchase"})),
)
REASONS = ("over", "because of", "due to", "owing to", "amid", "on grounds of", "citing", "after", "for")
TRADE_ACTS = ("sanction.ban", "sanction.sanction", "concede.lift", "sanction.close")


def build_measures(article: Article, composed: Sequence[Composed], dates: Sequence[DateMention]) -> list[TradeMeasure]:
    """Trade measures among the composed acts, tellings of one measure merged."""
    found = [m for c in composed if c.match.act.id in TRADE_ACTS and (m := _measure(article, c, dates))]
    return _merged(found)


def _measure(article: Article, event: Composed, dates: Sequence[DateMention]) -> TradeMeasure | None:
    spots = _region(article.parse, event)
    goods = goods_under(article, spots)
    kind = _kind(article, event, spots, goods)
    imposers = [p for p in event.source if (a := actor(p.code)) is not None and a.kind in ("state", "organisation")]
    if kind is None or not imposers or not event.target:
        return None
    document, parse = article.document, article.parse
    start, end = _span(parse, event, spots)
    until = _bound(article, event, dates, "until")
    since = _bound(article, event, dates, "since")
    target = tuple(dict.fromkeys(p.code for p in event.target))
    authority = next((actor(p.actor) for p in imposers if p.actor.startswith("body:")), None)
    return TradeMeasure(
        id=make_id("trade_measure", document.id, imposers[0].code, ",".join(target), kind, start, end),
        evidence=Evidence(document.id, start, end, parse.text[start:end]),
        origin=origin(f"trade:{event.rule}"),
        confidence=0.85 if goods else 0.7,
        imposer=successor(imposers[0].code),
        authority=authority.name if authority else None,
        target=target,
        measure=kind,
        goods=goods,
        reason=_reason(parse, event),
        temporary=bool(until) or _temporary(parse, spots),
        start=since,
        end=until,
        status=event.status,
    )


def _region(parse: Parse, event: Composed) -> list[int]:
    """The heads below which goods and instruments stand: the act's own words, its arguments, those of its operators."""
    heads = [event.match.token] if event.match.kind == "noun" else []
    for match in (event.match, *event.chain):
        for label, tokens in match.arguments.items():
            if label not in ("subj", "comp", "until", "after", "since", "by"):
                heads += [j for j in tokens if parse.tokens[j].sentence == parse.tokens[event.match.token].sentence]
    return list(dict.fromkeys(heads))


def _kind(article: Article, event: Composed, spots: Sequence[int], goods: tuple[Good, ...]) -> MeasureKind | None:
    parse = article.parse
    lemmas = {parse.tokens[j].lemma.lower() for s in spots for j in parse.subtree(s, without=("relcl", "advcl"))}
    lemmas |= {parse.tokens[j].lemma.lower() for j in event.match.words}
    if event.type == "CONCEDE":
        return "lifted" if goods or lemmas & {w for _, words in INSTRUMENTS for w in words} else None
    for kind, words in INSTRUMENTS:
        if lemmas & words:
            return kind
    if not goods:
        return None
    return "export_ban" if _goes_to(event) else "import_ban"


def _goes_to(event: Composed) -> bool:
    targets = {p.token for p in event.target}
    return any(targets & set(m.arguments.get("to", ())) for m in (event.match, *event.chain))


def _span(parse: Parse, event: Composed, spots: Sequence[int]) -> tuple[int, int]:
    sentence = parse.tokens[event.match.token].sentence
    inside = [j for s in spots for j in parse.subtree(s, without=("relcl", "advcl", "ccomp"))]
    inside += [*event.match.words, *(w for m in event.chain for w in m.words), *(p.token for p in event.source)]
    return parse.span([j for j in inside if parse.tokens[j].sentence == sentence])


def _bound(article: Article, event: Composed, dates: Sequence[DateMention], bound: str) -> str | None:
    sentence = article.parse.sentences[article.parse.tokens[event.match.token].sentence]
    near = [d for d in dates if d.bound == bound and sentence.start <= d.start and d.end <= sentence.end]
    if not near:
        return None
    found = min(near, key=lambda d: abs(d.start - article.parse.tokens[event.match.token].start))
    return found.when.end if bound == "until" else found.when.start


def _temporary(parse: Parse, spots: Sequence[int]) -> bool:
    words = {parse.tokens[j].text.lower() for s in spots for j in parse.subtree(s)}
    words |= {t.text.lower() for s in spots for t in parse.children(parse.tokens[s].head, "advmod")}
    return bool(words & {"temporary", "temporarily", "provisional", "provisionally", "interim"})


def _reason(parse: Parse, event: Composed) -> str | None:
    """The stated reason: a purpose clause, or what stands behind "over", "because of", "citing"."""
    sentence = parse.tokens[event.match.token].sentence
    for token in parse.tokens[slice(*parse.bounds[sentence])]:
        if _is_reason(parse, token) and _belongs(parse, token, event):
            start, end = parse.span([j for j in parse.subtree(token.i) if parse.tokens[j].dep != "punct"])
            return parse.text[start:end]
    return None


def _is_reason(parse: Parse, token: Token) -> bool:
    if token.case in REASONS and token.dep in ("obl", "nmod", "pcl") and token.entity not in ("DATE", "TIME"):
        return token.case not in ("for", "after") or token.dep == "pcl"
    if token.dep == "advcl" and any(t.tag == "TO" for t in parse.children(token.i, "aux")):
        return True
    return token.dep == "advcl" and token.lemma == "cite"


def _belongs(parse: Parse, token: Token, event: Composed) -> bool:
    own = {event.match.token, *(m.token for m in event.chain)}
    inside = {j for i in own for j in parse.subtree(i)}
    return token.i in inside


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
            goods=tuple(dict.fromkeys((*fuller.goods, *other.goods))),
            also=(*fuller.also, other.evidence, *other.also),
            end=fuller.end or other.end,
            start=fuller.start or other.start,
            reason=fuller.reason or other.reason,
            authority=fuller.authority or other.authority,
            temporary=fuller.temporary or other.temporary,
        )
        kept[kept.index(rival)] = joined
    return kept


def _same(one: TradeMeasure, other: TradeMeasure) -> bool:
    if (one.imposer, one.target, one.measure, one.status) != (other.imposer, other.target, other.measure, other.status):
        return False
    mine, theirs = {h for g in one.goods for h in g.hs}, {h for g in other.goods for h in g.hs}
    return not mine or not theirs or bool(mine & theirs)
