"""Characters that are not text: line ends are made one, and what nobody can see is taken out."""

import re
from array import array

from multivector.text.traced import Traced

__all__ = ["INVISIBLE", "normalise"]

# Zero-width and bidirectional marks, soft hyphens, byte order marks, tag characters (they hide text from the reader
# but not from the machine), and controls other than line ends and tabs.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e0fff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
)
# What becomes something else: a line end of any system, a separator or tab (a space), half of a surrogate pair.
CHANGES = re.compile(f"(\r\n|[\r\x0b\x0c\x85])|([\u2028\u2029\t])|([\ud800-\udfff])|[{INVISIBLE}]")


def normalise(raw: Traced) -> Traced:
    """The text with "\\n" as its only line end and without invisible characters.

    U+2028, U+2029 and tabs become a space, lone surrogates U+FFFD. All else, typographic quotes included, stays.
    """
    pieces: list[str] = []
    at, last = array("q"), 0
    for match in CHANGES.finditer(raw.text):
        instead = "\n" if match[1] else " " if match[2] else "\ufffd" if match[3] else ""
        pieces += (raw.text[last : match.start()], instead)
        at.extend(raw.at[last : match.start()])
        at.extend([raw.at[match.start()]] * len(instead))
        last = match.end()
    pieces.append(raw.text[last:])
    at.extend(raw.at[last:])
    return Traced("".join(pieces), at)
