"""What is coordinated with a word: "Chad, Mali and Niger", "Libyan leader X and Bulgarian President Y"."""

from itertools import pairwise

from multivector.text.base import Parse, Token

__all__ = ["conjuncts", "coordinated"]

MOST = 40  # members of one list; a longer one is hostile
ACTORS = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")


def coordinated(parse: Parse, token: Token) -> list[Token]:
    """The token and what is coordinated with it, however deep the parser hung it, in text order; at most `MOST`."""
    found, stack = list[Token](), [token]
    while stack and len(found) < MOST:
        found.append(stack.pop())
        stack.extend(parse.children(found[-1].i, "conj"))
    return sorted(found, key=lambda t: t.i)


def conjuncts(parse: Parse, i: int) -> list[Token]:
    """The same of what may be actors, the second of two names with their roles included."""
    if not parse.below[i]:
        return [parse.tokens[i]]
    found, stack = list[Token](), [i]
    while stack and len(found) < MOST:
        j = stack.pop()
        found.append(parse.tokens[j])
        stack.extend(t.i for t in parse.children(j, "conj") if t.pos in ACTORS)
        stack.extend(_second_names(parse, j))
    return sorted(found, key=lambda t: t.i)


def _second_names(parse: Parse, j: int) -> list[int]:
    """ "Libyan leader X and Bulgarian President Y": the second name hangs on the first, or on the first role."""
    names = [t.i for t in parse.children(j, "appos") if t.entity == "PERSON"]
    behind = [t.i for i in names for t in parse.children(i, "conj") if t.pos == "PROPN"]
    return behind + [i for first, i in pairwise(names) if any(t.i < i for t in parse.children(first, "cc"))]
