"""What a cue governs: the reported clause, what is wanted, what something is said to be, what is taken a side on."""

from collections.abc import Sequence

from multivector.codebook.cues import cues
from multivector.codebook.grammar import words
from multivector.extract.quoted import quoted_speaker
from multivector.extract.subjects import is_infinitive
from multivector.text.base import TIMES, Parse, Token

__all__ = ["adjective_content", "clause_of", "noun_content", "predicate", "regarded", "wanted"]

CLAUSE_HEADS = ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV", "PRON", "NUM")
RELATIVE = ("WDT", "WP")
TELLING = words("attribution", "telling")
OCCASIONS = words("attribution", "occasions")
OBJECTS = ("obj", "iobj", "oprd", "xcomp", "ccomp", "attr")
SAYS_WHAT = ("obl", "oprd", "attr", "xcomp", "ccomp", "acomp", "pcl")  # of what somebody or something is said to be
# Prepositions behind an act of speech that lead to its occasion as often as to its content.
LOOSE = (
    "in", "at", "on", "during", "after", "before", "by", "since", "until", "through", "via", "with", "amid", "from",
)  # fmt: skip
ABOUT = ("of", "for", "about", "on", "against", "over", "to", "with", "in", "toward", "towards", "at", "regarding")


def clause_of(parse: Parse, token: Token) -> Token | None:
    """The head of the clause that a verb of speech or thought reports."""
    for child in parse.children(token.i, "ccomp"):
        if child.pos in CLAUSE_HEADS and not _is_parted(parse, child, token):
            return child
    if quoted_speaker(parse, token) is not None:  # "The ban hurts both, the minister was quoted as saying"
        before = (t for t in parse.children(token.head, "ccomp") if t.i < token.head)
        return next(before, None)
    if token.lemma in TELLING:
        return next((c for t in parse.children(token.i, "obj", "iobj") if (c := _told(parse, t))), None)
    return None


def _is_parted(parse: Parse, clause: Token, token: Token) -> bool:
    """ "Oslo shrugged it off; a spokesman said ...": what a semicolon parts from the verb is not what it reports."""
    return clause.i < token.i and ";" in parse.text[clause.end : token.start]


def _told(parse: Parse, listener: Token) -> Token | None:
    """ "told the show that the treaty would hold": the clause that the parser took for one about the show."""
    for child in parse.children(listener.i, "relcl", "acl"):
        opener = parse.child(child.i, "mark")
        if opener is not None and opener.text.lower() == "that":
            return child
    return None


def wanted(parse: Parse, token: Token) -> list[int]:
    """The infinitive or gerund behind "wants", "refused", "suggested", with whoever is to do it; [] for none."""
    for child in parse.children(token.i, "xcomp", "ccomp"):
        if is_infinitive(parse, child) or child.tag == "VBG":
            doers = [j for t in parse.children(token.i, "obj", "iobj") for j in parse.subtree(t.i, without=("aside",))]
            inside = [*(j for j in doers if j < child.i), *parse.subtree(child.i, without=("aside",))]
            return sorted({j for j in inside if j > token.i})
    return []


def regarded(parse: Parse, token: Token) -> list[int]:
    """The object and what it is said to be; [] where either is missing."""
    thing = parse.child(token.i, "obj", "nsubjpass")
    what = next((t for t in parse.children(token.i, *SAYS_WHAT) if _says_what(t)), None)
    if thing is None and what is not None:
        thing = parse.child(what.i, "nsubj", "nsubjpass")
    elif thing is not None and what is None:
        what = _behind_as(parse, token, thing)
    if thing is None or what is None:
        return []
    if thing.tag in RELATIVE:  # "in a move that Warsaw called a mistake"
        return parse.subtree(what.i, without=("aside",))
    return sorted({*parse.subtree(thing.i, without=("aside",)), *parse.subtree(what.i, without=("aside",))})


def _behind_as(parse: Parse, token: Token, thing: Token) -> Token | None:
    """What stands behind "as", below the thing or below the verb."""
    below = next((t for t in parse.children(thing.i, "nmod") if t.case == "as"), None)
    beside = (t for t in parse.children(token.i, "prep") if t.word == "as" and parse.below[t.i])
    return below or next(beside, None)


def _says_what(token: Token) -> bool:
    return token.case in ("as", "to be", "to", "like") or token.dep in ("oprd", "attr", "xcomp", "ccomp", "acomp")


def predicate(parse: Parse, token: Token, cue: str) -> list[int]:
    """What follows the verb inside its phrase; behind "call for" and the like the phrase of its preposition."""
    inside = sorted({j for t in _parts(parse, token, cue) for j in parse.subtree(t.i, without=("aside",))})
    inside = [j for j in inside if j > token.i]
    while inside and parse.tokens[inside[0]].text.lower() in cue.split()[1:]:
        inside = inside[1:]
    return inside


def _parts(parse: Parse, token: Token, cue: str) -> list[Token]:
    last = cue.rsplit(maxsplit=1)[-1] if " " in cue else ""
    after = [t for t in parse.children(token.i) if t.i > token.i]
    named = [t for t in after if t.case.split()[-1:] == [last]]
    if last and not named and not _has_particle(after, last):
        return []
    plain = [t for t in after if t.dep in OBJECTS]
    return [*plain, *named, *_besides(parse, after)] if plain or named else []


def _has_particle(after: Sequence[Token], word: str) -> bool:
    return any(t.dep == "prt" and t.text.lower() == word for t in after)


def _besides(parse: Parse, after: Sequence[Token]) -> list[Token]:
    """The phrases that belong to what is said, not to when and where."""
    return [t for t in after if t.dep in ("obl", "pcl") and not _is_occasion(parse, t)]


def _is_occasion(parse: Parse, token: Token) -> bool:
    """ "on Monday", "in a speech", "during the debate": when, where and how rather than what."""
    if token.entity in TIMES or token.lemma.lower() in OCCASIONS or token.lemma.lower() in cues().venue:
        return True
    return token.case.split()[-1:] != [] and token.case.split()[-1] in LOOSE


def noun_content(parse: Parse, token: Token) -> list[int]:
    """The clause, infinitive or phrase behind a noun of speech; [] for none."""
    table = cues().noun_of
    for child in parse.children(token.i, "acl", "ccomp", "relcl"):
        infinitive = token.lemma in table["inf"] and is_infinitive(parse, child)
        if child.i > token.i and (infinitive or _is_reported(parse, child)):
            return _opened(parse, child)
    for child in parse.children(token.i, "nmod", "pcl"):
        if child.i > token.i and token.lemma in table.get(child.case, ()):
            return _phrase(parse, child)
    return []


def _is_reported(parse: Parse, token: Token) -> bool:
    """A finite clause behind "that", not a participle and not a relative clause."""
    finite = token.tag != "VBN" or parse.child(token.i, "auxpass") is not None
    mark = parse.child(token.i, "mark")
    return finite and mark is not None and mark.text.lower() in ("that", "whether", "if")


def _opened(parse: Parse, clause: Token) -> list[int]:
    """The clause without the word that opens it."""
    mark = parse.child(clause.i, "mark")
    return [j for j in parse.subtree(clause.i, without=("aside",)) if mark is None or j != mark.i]


def adjective_content(parse: Parse, token: Token) -> list[int]:
    """What somebody is sure, worried, critical or willing of; [] for none."""
    for child in parse.children(token.i, "ccomp", "xcomp", "pcl", "obl"):
        plain = child.dep in ("ccomp", "xcomp") or child.case in ABOUT
        if child.i > token.i and plain and child.entity not in TIMES:
            return _opened(parse, child) if child.dep in ("ccomp", "xcomp") else _phrase(parse, child)
    return []


def _phrase(parse: Parse, head: Token) -> list[int]:
    """The phrase without its preposition."""
    inside = parse.subtree(head.i, without=("aside",))
    return [j for j in inside if j >= head.i or parse.tokens[j].dep != "case"] or inside
