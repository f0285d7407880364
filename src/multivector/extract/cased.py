"""What is said, as languages with cases build it: complements on either side of the verb, "об этом сообщил X"."""

from multivector.codebook.grammar import words
from multivector.text.base import Parse, Token

__all__ = ["complements", "does_it", "told_before", "whole_clause"]

DOING = words("attribution", "doing")  # verbs that a cue's word translates and that are deeds rather than words
PLAIN = ("obj", "iobj", "oprd", "xcomp", "ccomp", "attr")
TIMES = ("during", "before", "after")
SIDED = ("for", "from", "against", "to", "on", "with", "of", "toward")  # of what an act of speech may be without object
OPENER = "что"
ABOUT = ("on", "about")  # no "при этом", "в этом"
POINTER = "этом"  # "Об этом сообщил ..."
QUOTED = '«»"“”„'


def does_it(token: Token) -> bool:
    """True for a deed, whatever English would call it: "стороны договорились построить", "поручил правительству"."""
    return token.own in DOING


def complements(parse: Parse, token: Token) -> list[int]:
    """The tokens of all that completes the verb, those behind it before those in front; [] where nothing does."""
    parts = [t for t in parse.children(token.i) if _completes(t)]
    if not any(t.dep in PLAIN or t.case in SIDED for t in parts):
        return []
    whole = sorted({j for t in parts for j in parse.subtree(t.i, without=("aside",))})
    return [j for j in whole if j > token.i] or [j for j in whole if j < token.i]


def _completes(token: Token) -> bool:
    if token.dep == "advcl":
        return token.tag == "VBG"  # "приветствовал договорённость, похвалив обе стороны"
    return token.dep in PLAIN or (token.dep == "obl" and bool(token.case) and token.case not in TIMES)


def told_before(parse: Parse, token: Token) -> list[int]:
    """The sentence before, of the same paragraph, where the verb points to it: "Об этом сообщил Никол Пашинян"."""
    spots = (t for t in parse.children(token.i, "obl", "obj") if t.i < token.i)
    pointed = any(t.text.lower() == POINTER and (not t.case or t.case in ABOUT) for t in spots)
    before = token.sentence - 1
    if not pointed or before < 0 or parse.sentences[before].paragraph != parse.sentences[token.sentence].paragraph:
        return []
    first, last = parse.bounds[before]
    return [t.i for t in parse.tokens[first:last] if t.dep != "punct"]


def whole_clause(parse: Parse, cue: Token, run: list[int]) -> list[int]:
    """The reported clause up to what goes on from the cue itself, also where the parser broke it off.

    "Заявила, что впереди у республики долгая дорога": behind "что" the rest of the sentence is reported, but for a
    verb coordinated with the cue and for inserted attributions.
    """
    opener = next((t for t in parse.tokens[cue.i + 1 : run[0] + 1] if t.own == OPENER), None)
    if opener is None or run[0] < cue.i:
        return run
    breaks = [min(parse.subtree(t.i)) for t in parse.children(cue.i, "conj") if t.i > run[-1]]
    _, last = parse.bounds[cue.sentence]
    rest = list(parse.tokens[run[-1] + 1 : min(breaks, default=last)])
    rest = [t for t in rest if t.dep != "punct"] if _goes_on(rest) else []
    return [*run, *(t.i for t in rest if t.word not in ("and", "or") or t.i < rest[-1].i)]


def _goes_on(rest: list[Token]) -> bool:
    """True where nobody else speaks and nothing is quoted in the rest of the sentence."""
    return not any(t.dep == "aside" or t.case == "according to" or t.text in QUOTED for t in rest)
