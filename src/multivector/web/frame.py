"""The frame of every page: navigation, the question, the answer, who is at the page, what was just done."""

from dataclasses import dataclass
from urllib.parse import unquote

from starlette.requests import Request

from multivector.brief.plain import clip
from multivector.brief.words import listed
from multivector.errors import InputError
from multivector.web.state import State

__all__ = ["TABS", "Frame", "frame_of", "who_of"]

# (name, title, path, key): the key goes there after "g"
TABS = (
    ("case", "Case", "/", "h"), ("read", "Read", "/read", "r"), ("timeline", "Timeline", "/timeline", "t"),
    ("actors", "Actors", "/actors", "a"), ("network", "Network", "/network", "n"), ("map", "Map", "/map", "m"),
    ("judge", "Judge", "/judge", "j"), ("sources", "Sources", "/sources", "s"),
    ("decisions", "Decisions", "/decisions", "d"), ("search", "Search", "/search", "f"),
)  # fmt: skip
WHO = "multivector-who"
QUESTION_LIMIT = 110


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page. `done` is the decision that was just made."""

    tabs: tuple[tuple[str, str, str, str], ...]
    case: str
    question: str
    answer: str
    who: str
    done: str
    said: str
    conflicts: int


def who_of(request: Request) -> str:
    """The name of the person at the page: as they last gave it, else that of the machine's user."""
    return unquote(request.cookies.get(WHO, "")) or str(request.app.state.who)


def frame_of(request: Request) -> Frame:
    """The frame of a request; where the case's own files are wrong it says only so."""
    done, said = (request.query_params.get(name, "")[:80] for name in ("done", "said"))
    case = request.app.state.desk.case.resolve().name
    try:
        state: State = request.app.state.desk.state()
        question, answer, n = clip(state.dossier.question.text, QUESTION_LIMIT), _answer(state), len(state.conflicts)
    except InputError:
        question, answer, n = "", "", 0
    return Frame(TABS, case, question, answer, who_of(request), done, said, n)


def _answer(state: State) -> str:
    """The leading reading, or those that cannot be told apart from it by the steps in which shares are told."""
    bars = state.answer.bars
    if not bars:
        return "cannot be judged"
    level = [bar for bar in bars if bar.rated and bar.at == bars[0].at] or [bars[0]]
    if len(level) == 1:
        return f"{bars[0].letter} {bars[0].word}, {bars[0].about}"
    return f"{listed(sorted(bar.letter for bar in level))} level, {bars[0].about}"
