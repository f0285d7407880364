"""Acts under operators and inside other acts: what the whole says, its type, parties and status.

"threatened to impose sanctions" is a threat, not a sanction; "lifted sanctions" is a concession; "will visit" is an
agreement (PLOVER 2.0: a future CONSULT, SUPPORT, COOPERATE or AID is AGREE); "has no plans to join" is a refusal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from multivector.codebook.grammar import words
from multivector.extract.accused import accuses_others
from multivector.extract.aims import aims
from multivector.extract.answered import adversary, blamer, envoys_state
from multivector.extract.arguments import core
from multivector.extract.article import Article, Party
from multivector.extract.authorities import authorities, blamed_at_home, hosted, issued
from multivector.extract.composed import Composed
from multivector.extract.enacted import enacted, signed, standing
from multivector.extract.flows import along
from multivector.extract.frames import Match
from multivector.extract.lent import borrowed_doer, borrowed_sufferer, deprived
from multivector.extract.parties import parties
from multivector.extract.provoked import ANSWERING, drawn, provoked, respondent
from multivector.extract.roles import Matches, at_home, sources, targets
from multivector.extract.settling import COOPERATIVE, is_forgone, settled, stands
from multivector.extract.sparing import not_ones_own, without_spared
from multivector.extract.status import RANK, is_negated, is_performed, status_of
from multivector.extract.subjects import is_infinitive, is_passive, subject
from multivector.extract.told import answered
from multivector.extract.unnamed import gathered, unnamed
from multivector.model import Status
from multivector.text.base import Parse

__all__ = ["compose", "told_and_mentioned"]

ORDERING = "operator.task"
LENDING = ("offer", "agree", "consent")
GUILT = words("compose", "guilt")
CONTENT_NOUNS = words("compose", "content_nouns")


def compose(article: Article, matches: Matches) -> list[Composed]:
    """The events of the matched acts, in text order; acts that another act speaks about are part of that one."""
    return told_and_mentioned(article, matches)[0]


def told_and_mentioned(article: Article, matches: Matches) -> tuple[list[Composed], list[Composed]]:
    """The events of the matched acts, and acts that are only mentioned or whose parties the text does not tell."""
    above = _governors(article.parse, matches)
    spoken_for = {w for m in matches.values() if m.act.event for w in m.words if w != m.token}
    found: list[Composed] = []
    mentioned: list[Composed] = []
    for i, match in sorted(matches.items()):
        if match.act.event is None or i in spoken_for:
            continue
        chain = _chain(article, i, above)
        if chain and chain[-1].act.event is not None and not _passes(chain[-1], match):
            continue
        if _is_purpose(article.parse, match, matches):
            continue
        event = _event(article, match, _Around(matches, chain, _embedded(article.parse, match, matches), found))
        if event is not None:
            (found if stands(article, event) else mentioned).append(event)
    return found, mentioned


def _is_purpose(parse: Parse, match: Match, matches: Matches) -> bool:
    """What people take to the streets for is part of the protest: "staged a rally to demand a dam"."""
    if match.act.event not in ("REQUEST", "ACCUSE", "PROTEST", "REJECT", "THREATEN", "SUPPORT"):
        return False
    token = parse.tokens[match.token]
    above = matches.get(token.head)
    carried = above is not None and any(
        m.act.event == "PROTEST" and m.token != match.token for m in _embedded(parse, above, matches)
    )
    if above is None or not (above.act.event == "PROTEST" or carried):
        return False
    aim = token.dep in ("advcl", "xcomp", "acl") and (token.tag == "VBG" or is_infinitive(parse, token))
    return aim or (token.dep in ("obl", "nmod") and token.case.split()[-1:] == ["in"])


def _governors(parse: Parse, matches: Matches) -> dict[int, Match]:
    """Embedded token -> the match whose content it is."""
    above: dict[int, Match] = {}
    for match in matches.values():
        for inner in _embedded(parse, match, matches):
            if inner.token != match.token:
                above.setdefault(inner.token, match)
    return above


def _embedded(parse: Parse, match: Match, matches: Matches) -> list[Match]:
    found = []
    for label in match.act.content:
        for j in match.arguments.get(label, ()):
            found += [matches[k] for k in _content_tokens(parse, core(parse, j), matches)]
    return found


def _content_tokens(parse: Parse, i: int, matches: Matches, depth: int = 0) -> Iterable[int]:
    """The matched tokens at `i` and coordinated with it, also behind nouns of content ("the decision to ban")."""
    if i in matches:
        yield i
    elif depth < 3 and (parse.tokens[i].lemma.lower() in CONTENT_NOUNS or parse.tokens[i].pos in ("VERB", "AUX")):
        labels = ("xcomp", "ccomp", "acl", "pcl") if parse.tokens[i].pos != "NOUN" else ("acl", "ccomp", "pcl", "nmod")
        for child in parse.children(i, *labels):
            if child.dep != "nmod" or child.case in ("of", "on", "for"):
                yield from _content_tokens(parse, child.i, matches, depth + 1)
    for other in parse.children(i, "conj"):
        if depth < 3 and other.pos == parse.tokens[i].pos:
            yield from _content_tokens(parse, other.i, matches, depth + 1)


def _is_told_outright(article: Article, outer: Match) -> bool:
    """ "X is guilty of violating the truce" in the article's own words: the deed is told, nobody accuses."""
    word = article.parse.tokens[outer.token].lemma
    return word in GUILT and outer.act.source == ("speaker",) and article.voices.get(outer.token) is None


def _chain(article: Article, i: int, above: dict[int, Match]) -> tuple[Match, ...]:
    """Operators above the token, nearest first; an act that speaks about it ends the chain."""
    chain: list[Match] = []
    while i in above and len(chain) < 5:
        outer = above[i]
        if outer in chain or _is_told_outright(article, outer):
            break
        chain.append(outer)
        if outer.act.event is not None:
            break
        i = outer.token
    return tuple(chain)


def _passes(outer: Match, match: Match) -> bool:
    """True where the outer act leaves the inner one standing: "agreed to impose sanctions" is a planned sanction."""
    conflict = match.act.event not in COOPERATIVE and match.act.event not in ("REQUEST", "REJECT")
    return outer.act.when_conflict == "SAME" and conflict


@dataclass(frozen=True, slots=True)
class _Around:
    """What an act is read with: operators above it, acts that it speaks about, and the events told before it."""

    matches: Matches
    chain: tuple[Match, ...]
    embedded: list[Match]
    before: list[Composed]

    @property
    def inner(self) -> Match | None:
        """The first act that it speaks about."""
        return next((m for m in self.embedded if m.act.event), None)


def _event(article: Article, match: Match, around: _Around) -> Composed | None:
    chain, matches = around.chain, around.matches
    if (inner := around.inner) is not None and _passes(match, inner):
        return None
    kind = _own_type(article.parse, match, inner)
    answering, answered_one = drawn(article, match, matches)
    source = _sources(article, match, chain) or answering or borrowed_doer(article, match, matches)
    source = source or signed(article, match, chain) or unnamed(article, match) or gathered(article, match)
    enactor, restrained = enacted(article, match, around.before) if not source else ((), ())
    source = source or enactor
    target = answered_one or _told_target(article, match, around, source) or restrained
    source, target = along(article, match, source, target)
    target = envoys_state(article, match, (source, target), around.before) or target
    source = source or blamer(article, match, target, around.before)
    target = target or _implied(article, match, around, kind=kind, source=source)
    target = without_spared(article, match, matches, target) if kind == "REJECT" else target
    status = _status(article, match, chain)
    composed = Composed(match, chain, kind, source, target, status, match.act.id)
    return settled(article, composed)


def _told_target(article: Article, match: Match, around: _Around, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom the act is aimed at by its own words, else by those of the act that it speaks about."""
    found = (
        borrowed_sufferer(article, match)
        or deprived(article, match, source)
        or _targets(article, match, around.matches, around.chain, source)
    )
    inner, found = around.inner, not_ones_own(article, match, source, found)
    if found or inner is None or accuses_others(article, match):
        return found
    return not_ones_own(article, match, source, _through(article, inner, around.matches, source))


def _implied(
    article: Article, match: Match, around: _Around, *, kind: str, source: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Whom the act is aimed at where its own phrases name nobody: by what it answers, waits for, or was told after."""
    if (match.act.event, match.act.mode) == ("SANCTION", "withdraw"):  # "quit the pact": nobody's deed
        return ()
    found: tuple[Party, ...] = ()
    if match.kind == "noun":
        found = respondent(article, match)
    if not found and kind == "THREATEN":
        found = _conditioned(article, [match, *around.embedded], source)
    if not found and (kind in ANSWERING or (kind == "REQUEST" and article.parse.language != "en")):
        found = provoked(article, [match.token, *(m.token for m in around.chain)], around.matches, source)
    if (
        not found
        and match.kind == "verb"
        and kind == "MOBILIZE"
        and (voice := article.voices.get(match.token)) is not None
    ):
        found = () if voice.code in {p.code for p in source} else (voice,)  # "Kyiv said Russia was massing troops"
    carried = any(m.act.operator == "do" for m in around.chain)
    found = found or answered(article, match, source, around.before, carried=carried)
    return found or blamed_at_home(article, match, source) or adversary(article, match, source, around.before)


def _conditioned(article: Article, spots: Iterable[Match], source: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "threatened to quit the talks if London signs": whoever can meet the condition is the one that is threatened."""
    own = {p.code for p in source}
    for match in spots:
        for clause in match.arguments.get("if", ()):
            doer = subject(article.parse, clause)
            found = tuple(p for p in parties(article, doer) if p.code not in own) if doer is not None else ()
            if found:
                return found
    return ()


def _own_type(parse: Parse, match: Match, inner: Match | None) -> str:
    if inner is not None and inner.act.event == "MOBILIZE" and parse.tokens[match.token].lemma in LENDING:
        return str(match.act.event)  # "offered to send planes"
    if inner is not None and match.act.event == "AGREE" and is_forgone(parse, match, inner):
        return "REJECT"  # "promised not to supply arms"
    conflict = inner is not None and inner.act.event not in COOPERATIVE and inner.act.event is not None
    special = match.act.when_conflict
    return special if conflict and special and special != "SAME" else str(match.act.event)


def _sources(article: Article, match: Match, chain: tuple[Match, ...]) -> tuple[Party, ...]:
    own = sources(article, match)
    ordering = next((m for m in chain if m.act.id == ORDERING), None)
    if ordering is not None and (doer := sources(article, replace_source(ordering))):
        return doer  # "поручил правительству запретить": an order to one's own is a deed of one's own
    for outer in chain:
        if outer.act.operator == "undergo":
            return own or sources(article, outer) or sources(article, replace(match, act=outer.act))
        if not own and outer.act.event is None:
            own = sources(article, replace_source(outer))
    if not own and match.act.event == "RETREAT":
        own = _withdrawn(article, match)
    return hosted(article, match, own) or authorities(article, match) or issued(article, match, chain)


def _withdrawn(article: Article, match: Match) -> tuple[Party, ...]:
    """ "the withdrawal of French troops", "French troops were withdrawn": those who go are their own state's."""
    if match.kind == "noun":
        return sources(article, replace_source(match, "of"))
    passive = match.act.mode == "withdraw" and is_passive(article.parse, article.parse.tokens[match.token])
    return sources(article, replace_source(match, "obj")) if passive else ()


def replace_source(match: Match, label: str = "subj") -> Match:
    """The match with one argument, its subject by default, as the only source label."""
    return replace(match, act=replace(match.act, source=(label,)))


def _targets(
    article: Article, match: Match, matches: Matches, chain: tuple[Match, ...], source: tuple[Party, ...]
) -> tuple[Party, ...]:
    for outer in chain:
        if outer.act.operator == "undergo":
            return sources(article, replace_source(outer))
    own = targets(article, match, matches, source)
    for outer in chain:
        if not own and outer.act.operator in ("begin", "end", "plan") and match.kind == "noun":
            widened = {k: v for k, v in outer.arguments.items() if k not in ("subj", "obj", "comp")}
            own = targets(article, replace(match, arguments=widened), matches, source)
    if match.act.event == "PROTEST" and {p.code for p in own} <= {p.code for p in source}:
        return aims(article, [match.token, *(m.token for m in chain)], source) or own
    return own or (at_home(article, match, source) if match.act.home else ())


def _through(article: Article, inner: Match, matches: Matches, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """The other party of an embedded act: its doer if that is somebody else, otherwise its target."""
    taken = {p.code for p in source if p.official}
    doer = tuple(p for p in sources(article, inner) if not (p.official and p.code in taken))
    return doer or targets(article, inner, matches, source)


def _status(article: Article, match: Match, chain: tuple[Match, ...]) -> Status:
    if match.act.modals or match.act.negated:
        return "asserted"
    ends = [m.token for m in chain if m.act.operator == "end" and match.act.reverse]
    status = status_of(article.parse, ends[-1] if ends else match.token)  # "stopped paying": what was done is the stop
    if any(is_negated(article.parse, i) for i in match.words if i != match.token):
        status = "denied"  # "have no faith in"
    status = max(status, standing(article, match, chain), key=RANK.__getitem__)
    for outer in chain:
        if is_performed(article.parse, article.parse.tokens[match.token], article.parse.tokens[outer.token]):
            continue
        if outer.act.operator == "fail":
            status = max(status, "denied", key=RANK.__getitem__)
        elif outer.act.operator == "plan" or outer.act.event is not None:
            status = max(status, "planned", key=RANK.__getitem__)
    return status
