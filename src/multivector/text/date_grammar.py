"""What a language needs for its dates to be found: rules, and what the words before a mention make of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from multivector.text.date_rules import Rule

__all__ = ["Bound", "DateGrammar"]

Bound = Literal["at", "until", "since", "before", "after", "during", "for"]


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The rules of a language.

    `bounds` are tried on the words just before a mention, in order. `ahead` finds words that look ahead, `said` those
    behind which they do not reach. `lead_in` tells for a rule whose match takes its preposition in how long that is and
    which bound it makes, None for all other matches. `stretches` gives the places (number of a rule, start, end) where
    a rule could match at all; where it is None all rules are tried on the whole text.
    """

    rules: tuple[tuple[re.Pattern[str], Rule], ...]
    bounds: tuple[tuple[re.Pattern[str], Bound], ...]
    ahead: re.Pattern[str]
    said: re.Pattern[str]
    lead_in: Callable[[int, re.Match[str]], tuple[int, Bound] | None]
    from_: re.Pattern[str]
    joined: re.Pattern[str]
    stretches: Callable[[str], Iterable[tuple[int, int, int]]] | None = None
