"""Persons: those of the tables by any part of their name, and those the text introduces with a role."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from multivector.codebook.agents import agent_key, agent_nouns
from multivector.codebook.grammar import words
from multivector.extract.names import Hit
from multivector.extract.surnames import GO_BY_FIRST, fold, forms_of, of_initials, of_surname
from multivector.model import Actor, Mention
from multivector.text.base import Parse, Token
from multivector.text.scripts import latin
from multivector.world.actors import actors
from multivector.world.offices import figure_sectors, office_at, persons
from multivector.world.spellings_of_people import spelt_as

__all__ = ["Introduction", "find_people"]

PARTICLES, TITLE_WORDS = words("people", "particles"), words("people", "title_words")
# A capitalised run with one of these in it is an institution, a paper or a place, not a person.
NOT_PERSON = re.compile(
    r"(?i)^(ministry|committee|university|institute|news|bank|party|council|agency|department|center|centre|group|"
    r"union|company|corp\.?|inc\.?|ltd\.?|foundation|fund|association|times|post|journal|monitor|street|river|sea|"
    r"city|province|oblast|region|district|island|islands|airport|square|church|house|court|force|forces|army|front|"
    r"movement|league|command|corps|brigade|battalion|regiment|division|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|empire|war|"
    r"treaty|act|agreement|summit|forum|policy|review|media|tv|radio|strip|bay|gulf|strait|mountains|valley|desert|"
    r"peninsula|conference|congress|assembly|convention|today|press|weekly|breakaway|separatist|secessionist)$"
)
SUBJECTS = ("nsubj", "nsubjpass")
AT = ("in", "near", "at", "outside", "around")  # behind these a surname alone is a place
FORMER = words("people", "former")
SPEECH = words("people", "speech")
OF_UNION = words("people", "of_union")


@dataclass(frozen=True, slots=True)
class Introduction:
    """How the text presents a person."""

    state: str | None
    role: str | None
    official: bool


def find_people(parse: Parse, hits: Iterable[Hit], day: str | None) -> tuple[list[Mention], list[Actor]]:
    """Mentions of persons beyond the hits' full names, and an actor for each person of the text.

    A surname is taken up from a full name anywhere before it in the text, or from the table where exactly one person
    of that surname holds (or lately held) an office on `day`.
    """
    named = {
        parse_token: hit for hit in hits for parse_token in [_last_token(parse, hit.end)] if parse_token is not None
    }
    known: dict[str, str] = {}  # surname -> person code
    cast: dict[str, Actor] = {}
    mentions: list[Mention] = []
    for run in _runs(parse, named):
        head = run[-1]
        if head.i in named:
            _meet_known(parse, named, named[head.i].name.actor, head, day, cast, known)
            continue
        code = _identify(parse, named, run, day, known, cast)
        if code:
            state = cast[code].state
            mentions.append(Mention(run[0].start, head.end, code, "person", "person", state, cast[code].sector))
    return mentions, list(cast.values())


def _meet_known(
    parse: Parse,
    named: dict[int, Hit],
    code: str,
    head: Token,
    day: str | None,
    cast: dict[str, Actor],
    known: dict[str, str],
) -> None:
    table = actors()[code]
    known[fold(table.name.split()[-1])] = code
    known[fold(head.text.split()[-1])] = code
    if table.state in GO_BY_FIRST and " " in head.text:
        known[fold(head.text.split()[0])] = code
    known.update(dict.fromkeys(forms_of(persons()[code]["name_ru"]), code))
    if code not in cast:
        cast[code] = _with_office(table, introduction(parse, named, head), day)


def _identify(
    parse: Parse,
    named: dict[int, Hit],
    run: list[Token],
    day: str | None,
    known: dict[str, str],
    cast: dict[str, Actor],
) -> str | None:
    surname = fold(run[-1].text.split()[-1])
    if surname in known and (_is_bare(run) or _starts_alike(cast[known[surname]], run[0].text)):
        return known[surname]
    code = _of_surname(parse, named, run, day)
    if not code and not _is_person(parse, run):
        return None
    code = code or of_initials(run[0].text if len(run) == 1 else "", day) or _of_spelling(parse, named, run)
    if not code:
        return _newcomer(parse, named, run, known, cast)
    cast.setdefault(code, _with_office(actors()[code], introduction(parse, named, run[-1]), day))
    known[surname] = code
    return code


def _of_surname(parse: Parse, named: dict[int, Hit], run: list[Token], day: str | None) -> str | None:
    """The known person that a surname alone means on that day."""
    if not _is_bare(run) or run[0].case in AT or (parse.language != "en" and run[0].text.isupper()):
        return None  # "МИД" is no Mr Meade
    speaks = run[0].dep == "nsubj" and parse.tokens[run[0].head].lemma in SPEECH  # no place speaks: "Blinken said"
    if run[0].entity not in ("", "PERSON", "ORG", "NORP") and not (speaks and run[0].entity == "GPE"):
        return None
    titled = bool(introduction(parse, named, run[-1]).role)
    return of_surname(fold(run[-1].text), day, titled=titled, entity=run[0].entity)


def _of_spelling(parse: Parse, named: dict[int, Hit], run: list[Token]) -> str | None:
    """The known person whose name is spelt otherwise in the table, where the text introduces them with a role."""
    if _is_bare(run) or not introduction(parse, named, run[-1], run[0]).role:
        return None
    return spelt_as([fold(t.text) for t in run])


def _newcomer(
    parse: Parse, named: dict[int, Hit], run: list[Token], known: dict[str, str], cast: dict[str, Actor]
) -> str | None:
    """A code of their own for somebody whom no table knows; a surname alone needs a role beside it."""
    told = introduction(parse, named, run[-1], run[0])
    if _is_bare(run) and not told.role:
        return None
    name = parse.text[run[0].start : run[-1].end] if parse.language == "en" else run[-1].lemma
    code = "person:" + _slug(name)
    cast.setdefault(code, Actor(code, "person", name, (name,), told.state, "GOV" if told.official else None, told.role))
    known.update(dict.fromkeys({fold(run[-1].text.split()[-1]), *forms_of(name)}, code))
    if told.state in GO_BY_FIRST and not _is_bare(run):
        known[fold(run[0].text.split()[0])] = code
    return code


def _is_bare(run: list[Token]) -> bool:
    """True for a surname alone."""
    return len(run) == 1 and " " not in run[0].text


def _starts_alike(person: Actor, word: str) -> bool:
    """True if one of the person's names starts with the word's letter: "S. Lavrov" is Sergey Lavrov."""
    return any(name[:1] == word[:1] for name in (person.name, person.names[-1]))


def _with_office(table: Actor, told: Introduction, day: str | None) -> Actor:
    office = office_at(table.code, day)
    former = bool(told.role and "former" in told.role.lower())
    role = told.role or (office.title if office else None)
    state = office.state if office else (told.state or table.state)
    apart = figure_sectors().get(table.code, "ELI")
    sector = "GOV" if office and not former else (apart if former or not told.official else "GOV")
    return Actor(table.code, "person", table.name, table.names, state, sector, role)


def _runs(parse: Parse, named: dict[int, Hit]) -> Iterable[list[Token]]:
    """Maximal runs of capitalised words that may be a person's name; a known person's hit ends its run."""
    run: list[Token] = []
    for token in parse.tokens:
        hit = named.get(token.i)
        if hit is None and _goes_on(parse, run, token):
            run.append(token)
            continue
        if run:
            yield run
        run = [token] if hit is None and _is_name_word(token) else []
        if hit is not None and hit.name.kind == "person":
            yield [token]
    if run:
        yield run


def _goes_on(parse: Parse, run: list[Token], token: Token) -> bool:
    """Whether the word carries the name on: a further name, or a particle ("van") before one."""
    if not run or token.sentence != run[-1].sentence or token.start - run[-1].end > 1:
        return False
    return _is_name_word(token) or (token.word in PARTICLES and _continues(parse, token))


def _continues(parse: Parse, token: Token) -> bool:
    following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    return following is not None and following.start - token.end <= 1 and following.text[:1].isupper()


def _is_name_word(token: Token) -> bool:
    word = token.text
    if not word[:1].isupper() or token.pos not in ("PROPN", "NOUN", "ADJ", "X", "VERB"):
        return False
    lower = word.lower()
    named = token.tag in ("NNP", "NNPS") or token.entity == "PERSON"  # before a colon the tagger takes names for nouns
    return named and lower not in TITLE_WORDS and lower not in agent_nouns() and len(word) > 1


def _is_person(parse: Parse, run: list[Token]) -> bool:
    if any(NOT_PERSON.match(t.text) or any(c.isdigit() for c in t.text) for t in run) or run[-1].text.isupper():
        return False
    if any(t.entity == "PERSON" for t in run):
        return True
    head = run[-1]
    if len(run) > 1 and (_role_before(parse, run[0]) or _role_appositive(parse, head)):
        return True
    return len(run) in (2, 3) and head.dep == "nsubj" and parse.tokens[head.head].lemma in SPEECH


def _role_before(parse: Parse, first: Token) -> bool:
    before = parse.tokens[first.i - 1] if first.i else None
    return before is not None and before.sentence == first.sentence and agent_key(before.lemma, before.text) is not None


def _role_appositive(parse: Parse, head: Token) -> bool:
    near = [*parse.children(head.i, "appos"), *([parse.tokens[head.head]] if head.dep == "appos" else [])]
    return any(agent_key(t.lemma, t.text) for t in near)


def introduction(parse: Parse, named: dict[int, Hit], head: Token, first: Token | None = None) -> Introduction:
    """State and role from the words around a name: "Kazakh Foreign Minister X", "Iran's envoy, X"."""
    before = [t for t in _left_words(parse, head) if t.i < (first or head).i]
    state, role, official = None, None, False
    for number, phrase in enumerate([before, *_beside(parse, head)]):
        roles = [k for t in phrase if (k := agent_key(t.lemma, t.text))]
        if not roles and any(t.lemma == "counterpart" for t in phrase):  # "visiting Pakistani counterpart X"
            state, official = state or _state_in(phrase, named), True
        if not roles:
            continue
        state = state or _state_in(phrase, named) or _owner_before(parse, phrase, named)
        role = role or _role_text(parse, phrase, named)
        own = roles[0] if number else roles[-1]  # "an analyst at a bank" is an analyst
        official = official or _is_office(own, phrase)
    return Introduction(state, role, official)


def _beside(parse: Parse, head: Token) -> list[list[Token]]:
    """The phrases that a name stands beside: "X, the envoy", "the envoy, X"."""
    beside = [_phrase(parse, t) for t in parse.children(head.i, "appos")]
    if head.dep == "appos":
        beside.append([t for t in _phrase(parse, parse.tokens[head.head]) if t.i < head.i])
    return beside


def _is_office(role: str, phrase: Sequence[Token]) -> bool:
    return agent_nouns()[role].official and not any(t.word in FORMER for t in phrase)


def _state_in(phrase: Sequence[Token], named: dict[int, Hit]) -> str | None:
    """The first state or organisation that the phrase names."""
    if any(t.dictionary.lower() in OF_UNION for t in phrase):
        return "EU"
    names = (named[t.i].name for t in phrase if t.i in named)
    return next((s for n in names if (s := n.actor if n.kind == "organisation" else n.state)), None)


def _owner_before(parse: Parse, phrase: Sequence[Token], named: dict[int, Hit]) -> str | None:
    """ "ECOWAS met. The head of its commission, Omar Touray, ...": whose "its" is, the subject before it."""
    pointer = next((t for t in phrase if t.word in ("its", "their") and t.dep == "poss"), None)
    if pointer is None:
        return None
    first = parse.bounds[max(0, pointer.sentence - 1)][0]
    subjects = [t for t in parse.tokens[first : pointer.i] if t.dep in SUBJECTS and t.i in named]
    return _state_in(subjects[-1:], named)


def _left_words(parse: Parse, head: Token) -> list[Token]:
    inside = parse.subtree(head.i, without=("appos", "relcl", "acl", "conj", "punct"))
    return [parse.tokens[j] for j in inside if j < head.i]


def _phrase(parse: Parse, head: Token) -> list[Token]:
    return [parse.tokens[j] for j in parse.subtree(head.i, without=("appos", "relcl", "acl", "conj", "punct"))]


def _role_text(parse: Parse, words: list[Token], named: dict[int, Hit]) -> str | None:
    """The run of words up to the role noun and its "of" or "for": "spokesperson for the presidency"."""
    last = max((n for n, t in enumerate(words) if t.dep == "poss" or t.lemma == "'s"), default=-1)
    kept = [t for t in words[last + 1 :] if t.i not in named]
    while kept and kept[0].dep in ("det", "case", "punct"):
        kept = kept[1:]
    if not kept:
        return None
    end = next((n for n, t in enumerate(kept[1:], 1) if t.i != kept[n - 1].i + 1), len(kept))
    while end > 1 and kept[end - 1].pos in ("ADP", "DET", "CCONJ"):  # "researcher at the", before a name
        end -= 1
    return parse.text[kept[0].start : kept[end - 1].end]


def _last_token(parse: Parse, end: int) -> int | None:
    tokens = parse.between(max(0, end - 80), end)
    return tokens[-1].i if tokens and tokens[-1].end == end else None


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", latin(fold(name))).strip("-") or "unknown"
