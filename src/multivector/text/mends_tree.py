"""Who hangs on whom in an English sentence while its parse is mended."""

from collections.abc import Callable, Sequence

from multivector.text.base import Token

__all__ = ["Below", "Mend", "hanging"]

Below = list[list[int]]  # by a token's place: the places of those that hung on it before anything was mended
Mend = Callable[[list[Token], Below, Token], None]


def hanging(tokens: Sequence[Token]) -> Below:
    """The places of the tokens that hang on each one."""
    below: Below = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return below
