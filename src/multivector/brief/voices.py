"""One government, two tones: warm and critical words of one state's officials toward one actor, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.brief.book import Book, Cite
from multivector.brief.fold import Fold, fold
from multivector.brief.words import tone_word
from multivector.model import Judgement, Statement

__all__ = ["Discord", "discords_view"]

TONE_CUT = 0.15  # a stance nearer to 0 is neutral
STATE_SECTORS = ("GOV", "MIL", "SPY", "COP", "JUD", "LEG")  # PLOVER sectors that are arms of a state
SHOWN = 2
Toned = tuple[float, Statement]


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the two statements."""

    who: str
    tone: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Discord:
    """Two statements of opposite tone by one state toward one actor, and how many there are of each."""

    state: str
    toward: str
    warm: Voice
    cold: Voice
    n_warm: int
    n_cold: int


def discords_view(book: Book, judgement: Judgement) -> Fold[Discord]:
    """One entry for each state and actor toward which its officials spoke both warmly and critically; the question's
    own pair first."""
    tones: dict[tuple[str, str], list[Toned]] = {}
    for _, statement in book.all_of(Statement):
        if _official(book, statement):
            for tone in statement.stance:
                tones.setdefault((statement.speaker.state or "", tone.actor), []).append((tone.value, statement))
    asked = (judgement.question.observer, judgement.question.subject)

    def rank(key: tuple[str, str]) -> tuple[bool, ...]:
        return key != asked, key != asked[::-1], key[0] not in asked, key[1] not in asked

    return fold([d for key in sorted(tones, key=rank) for d in _discord(book, key, tones[key])], SHOWN)


def _official(book: Book, statement: Statement) -> bool:
    """Whether the speaker is a state, or is known to hold an office of one."""
    speaker = statement.speaker
    actor = book.actors.get(speaker.actor or "")
    sector = (actor.sector or "").split(":")[0] if actor else ""
    return speaker.state is not None and (speaker.actor == speaker.state or sector in STATE_SECTORS)


def _discord(book: Book, key: tuple[str, str], group: Sequence[Toned]) -> Iterator[Discord]:
    warm = [item for item in group if item[0] >= TONE_CUT]
    cold = [item for item in group if item[0] <= -TONE_CUT]
    if key[0] == key[1] or not warm or not cold:
        return
    best, worst = max(((a, b) for a in warm for b in cold), key=_gap)
    state, toward = (book.name(code) for code in key)
    yield Discord(state, toward, _voice(book, best), _voice(book, worst), len(warm), len(cold))


def _gap(pair: tuple[Toned, Toned]) -> tuple[bool, float]:
    """Two people who differ tell more than one who says both; then the widest gap."""
    (high, one), (low, other) = pair
    return one.speaker.name != other.speaker.name, high - low


def _voice(book: Book, item: Toned) -> Voice:
    value, statement = item
    return Voice(statement.speaker.name, tone_word(value), book.cite(statement.id))
