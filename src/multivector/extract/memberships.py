"""Memberships as a text says them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from multivector.codebook.agents import descriptions
from multivector.codebook.grammar import words
from multivector.codebook.memberships import membership_words
from multivector.extract.arguments import Arguments, arguments
from multivector.extract.article import Article
from multivector.extract.holders import CHANGING, held
from multivector.extract.inside import within
from multivector.extract.origin import origin
from multivector.extract.parties import parties
from multivector.extract.status import is_unwilling, status_of
from multivector.model import Evidence, Membership, MembershipStatus, Status, make_id
from multivector.text.base import Token
from multivector.text.dates import DateMention
from multivector.world.actors import actor, is_state
from multivector.world.memberships import standings
from multivector.world.successions import named_forms

__all__ = ["build_memberships", "once_each"]

REFUSABLE = ("member", "applicant", "partner", "observer", "associate")
DATE_REACH = 60
APPLYING = {"apply", "ask", "seek", "bid", "request"}
TAKING_IN = ("admit", "involve", "include")
REFUSING = words("memberships", "refusing")
BLOCKING = words("memberships", "blocking")
ENTERING = ("accession", "entry")  # nouns of what may be yet to come
ENTERED = words("memberships", "entered")
ADMITTING = words("memberships", "admitting")
ATTENDING = ("guest", "observer", "partner")  # standings that one has at its meetings
OCCASIONS = descriptions().meeting | set(words("memberships", "occasions"))  # what an organisation holds


def build_memberships(article: Article, dates: Sequence[DateMention]) -> list[Membership]:
    """Every standing that the text states or denies as wanted; each pair and status once, with all its evidence."""
    found = [m for token in article.parse.tokens for m in _at(article, token, dates)]
    return once_each(found)


def _at(article: Article, token: Token, dates: Sequence[DateMention]) -> Iterator[Membership]:
    said = _verb(article, token) if token.pos in ("VERB", "AUX") else held(article, token)
    if said is None:
        return
    status, state_heads, organisation_heads = said
    states = [c for j in state_heads for c in _states(article, j)]
    if status not in ATTENDING:  # who leaves or will not join its talks or its force has not left or shunned it
        organisation_heads = [j for j in organisation_heads if article.parse.tokens[j].lemma not in OCCASIONS]
    organisations = [c for j in organisation_heads for c in _organisations(article, j)]
    settled = _settled(article, token, status)
    if settled is None:
        return
    entering = settled == "member" and token.lemma in ENTERING
    for state in dict.fromkeys(states):
        for code in dict.fromkeys(organisations):
            if entering and not (_is_known(state, code) or _has_entered(article, token)):
                continue
            yield _record(article, token, state, _name_for(state, code), settled, dates)


def _is_known(state: str, code: str) -> bool:
    """True where the tables tell that the state ever was a member."""
    return any(r["state"] == state and r["organisation"] == code and r["status"] == "member" for r in standings())


def _has_entered(article: Article, token: Token) -> bool:
    """ "its accession took effect", "after its entry": support for an accession, or talks on it, bring nobody in."""
    head = article.parse.tokens[token.head]
    told = head.tag in ("VBD", "VBN", "VBZ", "VBP") and head.lemma in ENTERED
    return token.case in ("after", "since", "following", "upon") or told


def _verb(article: Article, token: Token) -> tuple[MembershipStatus, list[int], list[int]] | None:
    rows = membership_words("verbs").get(token.lemma)
    if not rows:
        return None
    given = arguments(article.parse, token.i)
    particles = {
        t.word for t in article.parse.children(token.i, "prt", "advmod", "prep", "obj", "attr") if t.text.islower()
    }
    for others, status in rows:
        if not all(w in given or w in particles for w in others):
            continue
        if others == ("to",) and status == "applicant" and ("for" in given or "inf" in given):
            continue  # "applied to the IMF for a loan"
        states, place = _sides(token, status, given, others)
        if (place and states) or (token.lemma in ADMITTING and not others):
            return status, states, place
    return None


def _sides(
    token: Token, status: MembershipStatus, given: Arguments, others: tuple[str, ...]
) -> tuple[list[int], list[int]]:
    """Whose standing a verb tells, and in what: "A joined B", "B admitted A", "B threw A out of C"."""
    subjects, objects = given.get("subj", []), given.get("obj", [])
    named = given.get(others[-1], []) if others else None
    if status in ("expelled", "suspended") or (named is None and token.lemma in ADMITTING):
        return objects, subjects if named is None else named
    states = objects if token.lemma in TAKING_IN else subjects
    return states, objects if named is None else named


def _states(article: Article, i: int) -> list[str]:
    return [p.code for p in parties(article, i) if p.official and is_state(p.code)]


def _organisations(article: Article, i: int) -> list[str]:
    """All organisations of the phrase, those of a list behind "such as" too."""
    inside = article.parse.subtree(i, without=("relcl", "acl", "advcl", "ccomp"))
    named = [m.actor for j in inside if (m := article.mention(article.parse.tokens[j])) and m.kind == "organisation"]
    if named:
        return named
    found = within(article, i)
    return [p.code for p in found if (a := actor(p.code)) is not None and a.kind == "organisation"]


def _settled(article: Article, token: Token, status: MembershipStatus) -> MembershipStatus | None:
    """The standing after negation: an unwanted membership is declined; what is only possible is none."""
    grammar = status_of(article.parse, token.i)
    above = article.parse.tokens[token.head]
    asked = _asked(article, token, above) if status == "member" else None
    if asked is not None:
        return _applicant(article, asked)
    if token.dep == "obj" and above.lemma in BLOCKING:
        return None
    if status in REFUSABLE and _unwanted(article, token, above):
        return "declined"
    return _as_said(status, token, above, grammar)


def _as_said(status: MembershipStatus, token: Token, above: Token, grammar: Status) -> MembershipStatus | None:
    """The standing as the verb above its noun has it ("lost its membership"); a guest may be one to come."""
    if grammar == "asserted":
        return CHANGING.get(above.lemma, status) if token.pos == "NOUN" else status
    return "guest" if status == "guest" and grammar == "planned" else None


def _applicant(article: Article, asked: Token) -> MembershipStatus | None:
    return "applicant" if status_of(article.parse, asked.i) == "asserted" else None


def _asked(article: Article, token: Token, above: Token) -> Token | None:
    """The verb of asking above "join" or "become a member"."""
    if token.dep == "attr" and above.dep == "xcomp":
        token, above = above, article.parse.tokens[above.head]
    return above if token.dep == "xcomp" and above.lemma in APPLYING else None


def _unwanted(article: Article, token: Token, above: Token) -> bool:
    if is_unwilling(article.parse, token.i) or _refused(article, token):
        return True
    return above.pos == "VERB" and is_unwilling(article.parse, above.i)


def _refused(article: Article, token: Token) -> bool:
    """ "declined an invitation to join", "ruled out joining", "its refusal to join"."""
    for governor in article.parse.ancestors(token.i) if token.dep not in ("relcl", "appos") else ():
        if governor.lemma in REFUSING:
            return status_of(article.parse, governor.i) == "asserted"
        if governor.pos == "VERB" and governor.i != token.head:
            return False
    return False


def _name_for(state: str, organisation: str) -> str:
    """The name under which the state had a standing there: Russia was a member of the G8, not of the G7."""
    for code in named_forms(organisation):
        if any(r["state"] == state and r["organisation"] == code for r in standings()):
            return code
    return organisation


def _record(
    article: Article,
    token: Token,
    state: str,
    organisation: str,
    status: MembershipStatus,
    dates: Sequence[DateMention],
) -> Membership:
    document, sentence = article.document, article.parse.sentences[token.sentence]
    start, end = sentence.start, sentence.end
    if token.dep == "appos":  # "Serbia, a candidate since 2012, said on Monday"
        start, end = article.parse.span(article.parse.subtree(token.i))
    near = [d for d in dates if start <= d.start and d.end <= end]
    near = [d for d in near if min(abs(d.end - token.start), abs(d.start - token.end)) <= DATE_REACH]
    date = min(near, key=lambda d: min(abs(d.end - token.start), abs(d.start - token.end)), default=None)
    words = article.parse.text[sentence.start : sentence.end]
    return Membership(
        id=make_id("membership", document.id, state, organisation, status),
        evidence=Evidence(document.id, sentence.start, sentence.end, words),
        origin=origin(f"membership:{status}/{token.lemma.lower()}"),
        confidence=0.8,
        state=state,
        organisation=organisation,
        status=status,
        date=date.when if date else None,
    )


def once_each(found: Iterable[Membership]) -> list[Membership]:
    """Each pair and status once, the first with the evidence of all and the first date that any has."""
    groups: dict[str, list[Membership]] = {}
    for membership in found:
        groups.setdefault(membership.id, []).append(membership)
    kept = []
    for group in groups.values():
        others = [e for m in group for e in (m.evidence, *m.also)]
        also = tuple(dict.fromkeys(e for e in others if e != group[0].evidence))
        date = next((m.date for m in group if m.date), None)
        kept.append(replace(group[0], also=also, date=date))
    return kept
