"""The credit at the end of a picture's caption: dropped, while the caption's sentences stay."""

import re

from multivector.text.phrases import AGENCIES, CREDITS

__all__ = ["credit_start", "is_credit"]

MAX_CREDIT = 100  # characters
LABEL = rf"(?i:{'|'.join(sorted(CREDITS, key=len, reverse=True))})"
HOUSES = (*AGENCIES, "Getty Images", "Getty", "EPA", "Shutterstock")
HOUSE = "|".join(re.escape(name) for name in sorted(HOUSES, key=len, reverse=True))
LICENCE = (
    r"(?i:public domain|CC[ -](?:BY|0)[\w .-]*|creative commons[\w .-]*|fair use|handout|file(?: photo)?|pool"
    r"|courtesy[\w .-]*)"
)
WHOLE = re.compile(rf"[\[(]?\s*{LABEL}\s*(?::|by\b|courtesy of\b|©|/|\|)\s*\S.*", re.DOTALL)
# "Name Surname / EPA", "NurPhoto via Getty Images"
PHOTOGRAPHER = re.compile(
    rf"©?\s?[A-ZА-ЯЁ][\w .’'-]{{1,50}}(?:\s?/\s?|\s+(?i:via)\s+)(?i:{HOUSE})(?:\s?/\s?[\w .-]{{2,40}})*"
)
# Each tail stands behind the end of a sentence.
TAILS = tuple(
    re.compile(rf"(?<=[.!?…\"'”’»)])\s*{tail}\s*$")
    for tail in (
        rf"\s[/|]\s*[A-ZА-ЯЁ@©][^/.]{{1,60}}?(?:, {LICENCE})?\.?",  # "... in Kazan. / CIA, public domain."
        rf"[(\[]\s*{LABEL}(?:\s*:|\s+by|\s+credit:?|\s+courtesy of|\s*/)\s*[^()\[\]]{{2,90}}[)\]]\.?",  # (Photo by X)
        rf"[(\[]\s*(?:{HOUSE})(?:/[^()\[\]/]{{2,40}})*[)\]]\.?",  # (Reuters/X)
        rf"\s{LABEL}(?: by|\s*:| credit:| courtesy of)\s*[^.]{{2,80}}\.?",  # Photo: X / Getty
        rf"\s(?:[A-Z][\w .-]{{1,30}}/)?(?i:{HOUSE})(?:/[\w .-]{{2,40}})+\.?",  # REUTERS/X
        r"\s©\s?[^.]{2,80}\.?",
    )
)


def is_credit(line: str) -> bool:
    """Whether the whole line credits a picture ("Photo: X / Getty") and holds no sentence."""
    if len(line) <= MAX_CREDIT and PHOTOGRAPHER.fullmatch(line):
        return True
    if len(line) > MAX_CREDIT or not WHOLE.fullmatch(line):
        return False
    return not line.endswith((".", "!", "?")) or len(line.split()) <= 6


def credit_start(line: str) -> int | None:
    """Where the credit starts that ends a caption; None where there is none."""
    tail = max(0, len(line) - MAX_CREDIT - 20)
    starts = [match.start() for pattern in TAILS if (match := pattern.search(line, tail))]
    return min((start for start in starts if start > 0), default=None)
