"""Source and target of a matched act."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from multivector.extract.accused import accused, accuses_others
from multivector.extract.answered import doer_before
from multivector.extract.arguments import arguments, core
from multivector.extract.article import Article, Party
from multivector.extract.behind import behind
from multivector.extract.between import sides_between
from multivector.extract.frames import Match
from multivector.extract.home import PLACE, SITES, clause_state
from multivector.extract.inside import within
from multivector.extract.parties import parties
from multivector.extract.seats import WHERE, is_city, is_matter, is_seat, is_venue

__all__ = ["Matches", "at_home", "sources", "targets"]

Matches = Mapping[int, Match]
INSIDE = ("inside", "within", "across", "throughout")  # as "in": "strikes on hideouts inside Iran"
OCCASIONS = ("after", "before", "during", "following", "since")  # what is told behind these stands apart
GIVING = ("hand", "give", "cede", "return", "transfer", "send", "supply", "sell", "deliver", "surrender", "lend")
STATE = 3  # letters of a state's code (ISO 3166 alpha-3)
STRIKES = ("ASSAULT", "COERCE")  # types that strike a place
# Types that answer a deed: behind "condemned the attack" the target is the attacker.
ANSWERS = ("ACCUSE", "SANCTION", "REJECT", "SUPPORT", "PROTEST", "THREATEN", "REQUEST")
# Types whose other party may stand deep in what is agreed, asked or refused.
CONTENTFUL = ("AGREE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AID", "CONCEDE", "RETREAT", "PROTEST", "ACCUSE")
# Types that a state's own land and people may suffer, or its government be asked.
DOMESTIC = ("COERCE", "ASSAULT", "PROTEST", "ACCUSE", "REQUEST", "CONCEDE", "RETREAT", "THREATEN", "REJECT", "MOBILIZE")


def sources(article: Article, match: Match) -> tuple[Party, ...]:
    """The parties of the act's first source label that has any."""
    for label in match.act.source:
        found = _source_at(article, match, label)
        if found:
            return found
    if match.kind == "noun" and match.act.noun_of == "subj":
        return _label_parties(article, match, "of")
    return ()


def _source_at(article: Article, match: Match, label: str) -> tuple[Party, ...]:
    if label == "speaker":
        voice = article.voices.get(match.token)
        return (voice,) if voice else ()
    found = _label_parties(article, match, label)
    if found or label != "subj":
        return found
    if match.kind != "noun":
        return sides_between(article, match)
    if match.act.reciprocal and "between" in match.arguments:
        return _label_parties(article, match, "between")
    found = _label_parties(article, match, "nation") or _by_nation(article, match)
    if found or not _has_target(article, match):
        return found
    return _label_parties(article, match, "compound")


def _by_nation(article: Article, match: Match) -> tuple[Party, ...]:
    """ "the Azerbaijani ban", where the parser took the adjective for a name: whose it is, not whom it is on."""
    named = [(article.mention(article.parse.tokens[j]), j) for j in match.arguments.get("compound", ())]
    return tuple(p for m, j in named if m is not None and m.via == "demonym" for p in parties(article, j))


def _has_target(article: Article, match: Match) -> bool:
    return any(
        within(article, j) for label in match.act.target if label != "obj" for j in match.arguments.get(label, ())
    )


def _label_parties(article: Article, match: Match, label: str) -> tuple[Party, ...]:
    found = [p for j in match.arguments.get(label, ()) for p in parties(article, core(article.parse, j))]
    if not found and label in ("subj", "nation"):
        found = [p for j in match.arguments.get(label, ()) for p in behind(article, core(article.parse, j))]
    return tuple(_unique(found))


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a target is looked for with: codes that officials among the sources take, and the sources' own tokens."""

    article: Article
    match: Match
    matches: Matches
    taken: frozenset[str]
    own: frozenset[int]

    def others(self, found: tuple[Party, ...]) -> tuple[Party, ...]:
        """Without those whom the sources' own words name: "threatened to strike" has its subject in both clauses."""
        return tuple(p for p in found if p.token not in self.own)


def targets(article: Article, match: Match, matches: Matches, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of the first target label that has any besides the sources."""
    taken = frozenset(p.code for p in source if p.official)
    sought = _Sought(article, match, matches, taken, frozenset(p.token for p in source))
    if accuses_others(article, match):
        return accused(article, match, without=taken)
    several = match.act.reciprocal and len({p.code for p in source}) > 1
    found = _labelled(sought, several=several)
    if found or several:
        return found  # several act with one another; what they speak about is no party
    low = _hung_low(article, match, taken) or _at_site(article, match, taken)
    found = low or _inside(article, match, taken, source) or doer_before(article, match, source)
    return found or _at_home(article, match, source)


def _labelled(sought: _Sought, *, several: bool) -> tuple[Party, ...]:
    """The parties of the first target label that has any; where several act together a place is only a place."""
    article, match = sought.article, sought.match
    for label in match.act.target:
        for j in _label_tokens(match, label):
            if label in WHERE and (several or is_venue(article, match, j)):
                continue
            i = core(article.parse, j)
            if several and ((label == "to" and is_city(article, j)) or is_seat(article, match, i, several=True)):
                continue  # "returned to Geneva for talks", "held talks in Oman"
            found = _target_at(sought, i, label)
            if several:  # "agreed to a truce at talks in Doha", "signed a treaty at the White House"
                found = tuple(p for p in found if p.token < 0 or article.parse.tokens[p.token].case not in WHERE)
            signed = several and match.act.event == "SUPPORT"
            if match.act.event == "CONSULT" and len(sought.taken) > 1:  # "held a third round of talks in Geneva"
                found = tuple(p for p in found if not is_city(article, p.token))
            if kept := [p for p in found if not (signed and is_matter(article, p.token, match.token))]:
                return tuple(_unique(kept))
    return ()


def _hung_low(article: Article, match: Match, taken: frozenset[str]) -> tuple[Party, ...]:
    """ "strengthened its forces in Lebanon": the parser hung on the object what belongs to the verb."""
    if match.kind != "verb":
        return ()
    below = [t for j in match.arguments.get("obj", ()) for t in article.parse.children(core(article.parse, j), "nmod")]
    labels = [label for label in match.act.target if label != "with" or "to" not in match.arguments]
    for label in labels:
        for token in below:
            found = within(article, token.i, without=taken) if token.case.split()[-1:] == [label] else ()
            if found:
                return tuple(_unique(found))
    return ()


def _at_site(article: Article, match: Match, taken: frozenset[str]) -> tuple[Party, ...]:
    """ "attacked a village in Congo": the parser hung on the verb where the thing stands that is struck."""
    things = [article.parse.tokens[core(article.parse, j)] for j in match.arguments.get("obj", ())]
    if match.kind != "verb" or match.act.event not in STRIKES or not any(t.lemma in SITES for t in things):
        return ()
    spots = [j for label in PLACE for j in match.arguments.get(label, ()) if j > things[0].i]
    return next((tuple(_unique(found)) for j in spots if (found := within(article, j, without=taken))), ())


def at_home(article: Article, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a domestic measure is for: the people of the place it is said of, else those of the state that takes it."""
    place = clause_state(article, article.parse.tokens[match.token])
    homes = {p.code for p in source if p.code.isupper() and len(p.code) == STATE}
    code = place or (homes.pop() if len(homes) == 1 else None)
    return (Party(code, f"{code}:CVL", match.token, "CVL", False),) if code else ()


def _inside(article: Article, match: Match, taken: frozenset[str], source: tuple[Party, ...]) -> tuple[Party, ...]:
    """The first party in the phrases and clauses that the act is about: "agreed to provide aid for Romania"."""
    if match.act.event not in CONTENTFUL:
        return ()
    own = {p.actor for p in source}  # "denounced what he called meddling": he himself is not whom he denounces
    handed = [j for j in match.arguments.get("comp", ()) if article.parse.tokens[j].lemma in GIVING]
    for j in (k for i in handed for k in arguments(article.parse, i).get("to", ())):
        if found := [p for p in within(article, j) if not _is_taken(p, taken)]:
            return tuple(_unique(found))  # "agreed to hand the islands to Mauritius"
    for i in _content(article, match):
        himself = article.parse.tokens[i].pos == "PRON"
        found = [p for p in parties(article, i) if not _is_taken(p, taken) and not (himself and p.actor in own)]
        if found:
            return tuple(_unique(found))
    return ()


def _at_home(article: Article, match: Match, source: tuple[Party, ...]) -> tuple[Party, ...]:
    """A state that acts on its own land or people: "imposed a curfew in Abidjan", "demanded that the king go"."""
    if match.act.event not in DOMESTIC or "speaker" in match.act.source:
        return ()
    own = {p.code for p in source}
    tokens = {p.token for p in source}
    for i in _content(article, match):
        if article.parse.tokens[i].pos == "PRON" or article.parse.tokens[i].dep == "poss":
            continue
        found = [p for p in parties(article, i) if p.code in own and p.token not in tokens]
        if found:
            return tuple(replace(p, official=False) for p in _unique(found))
    return ()


def _content(article: Article, match: Match) -> Iterator[int]:
    """The tokens of the phrases and clauses that the act is about, those of its first target label first."""
    for label in (*match.act.target, "comp"):
        for j in _label_tokens(match, label):
            if label in WHERE and is_venue(article, match, j):
                continue
            inside = article.parse.subtree(core(article.parse, j), without=("relcl", "advcl", "appos", "aside"))
            apart = {k for i in inside if article.parse.tokens[i].case in OCCASIONS for k in article.parse.subtree(i)}
            yield from (i for i in inside if i not in apart)  # "agreed to act after a call with Rome": not about Rome


def _label_tokens(match: Match, label: str) -> list[int]:
    if match.kind == "noun" and label == "obj":
        of = match.arguments.get("of", []) if match.act.noun_of == "obj" else []
        return [*of, *match.arguments.get("obj", []), *match.arguments.get("compound", [])]
    found = match.arguments.get(label, [])
    return found if label != "in" else [*found, *(j for word in INSIDE for j in match.arguments.get(word, ()))]


def _target_at(sought: _Sought, i: int, label: str) -> tuple[Party, ...]:
    article, match = sought.article, sought.match
    inner = sought.matches.get(i)
    if inner is not None and inner.act.event and _answers(match, label):
        doer = tuple(p for p in sources(article, inner) if not _is_taken(p, sought.taken))
        if doer or match.act.event == "ACCUSE":
            return doer
    token = article.parse.tokens[i]
    if token.pos in ("VERB", "AUX") or token.dep in ("ccomp", "xcomp"):
        return _clause_party(sought, i)
    if is_seat(article, match, i):
        return sought.others(parties(article, i))
    return sought.others(within(article, i, without=sought.taken))


def _is_taken(party: Party, taken: frozenset[str]) -> bool:
    return party.official and party.code in taken


def _answers(match: Match, label: str) -> bool:
    """True where the embedded act is what the outer one answers: "condemned the attack", "sanctions over the war"."""
    if match.act.event in ("SANCTION", "PROTEST", "THREATEN"):
        return label in ("over", "for", "after")
    return match.act.event in ANSWERS


def _clause_party(sought: _Sought, i: int) -> tuple[Party, ...]:
    """From a clause: its subject ("demanded that Iran stop"), else its object."""
    parse = sought.article.parse
    given = arguments(parse, i)
    named = (
        ("attr",) if any(t.word == "what" for t in parse.children(i)) else ()
    )  # "denounced what he called US meddling"
    to = ("to", "iobj") if parse.tokens[i].lemma in GIVING else ()  # "agreed to hand the islands to Mauritius"
    for label in (*named, *to, "subj", "obj", "with", "to", "on", "in", "from", "against"):
        for j in given.get(label, ()):
            found = sought.others(within(sought.article, j, without=sought.taken))
            if found:
                return found
    return ()


def _unique(found: list[Party] | tuple[Party, ...]) -> list[Party]:
    kept: list[Party] = []
    for party in found:
        if all(party.code != k.code or party.actor != k.actor for k in kept):
            kept.append(party)
    return kept
