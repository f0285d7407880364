"""The answer's course as step curves: one for each hypothesis, over the days on which something came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from multivector.brief.answer import letters_of
from multivector.brief.dates import day_words
from multivector.model import Judgement
from multivector.model.judgement import Step

__all__ = ["Curve", "Curves", "Stop", "curves_of"]

WIDTH, HEIGHT, PAD = 600.0, 160.0, 8.0
TAIL = 40.0  # how far a curve goes on behind the last day


@dataclass(frozen=True, slots=True)
class Curve:
    """One hypothesis: the path of its share, the area of its range, and where it ends."""

    letter: str
    path: str
    band: str
    x: float
    y: float
    share: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A day: its place, its shares as text, and what was new."""

    iso: str
    x: float
    words: str
    shares: tuple[str, ...]
    news: tuple[str, ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class Curves:
    """The picture, with its size and its text alternative."""

    width: float
    height: float
    curves: tuple[Curve, ...]
    stops: tuple[Stop, ...]
    says: str


def curves_of(steps: Sequence[Step], judgement: Judgement) -> Curves | None:
    """The curves of these steps; None with fewer than two days."""
    if len(steps) < 2:
        return None
    days = [date.fromisoformat(step.day).toordinal() for step in steps]
    xs = [round(PAD + (WIDTH - TAIL - PAD) * (day - days[0]) / max(1, days[-1] - days[0]), 1) for day in days]
    letters = tuple(letters_of(judgement).values())
    stops = tuple(_stop(step, x) for step, x in zip(steps, xs, strict=True))
    curves = tuple(_curve(letter, h, steps, xs) for h, letter in enumerate(letters))
    ends = ", ".join(f"{c.letter} at {c.share}" for c in curves)
    says = f"How the answer moved from {stops[0].words} to {stops[-1].words}; it ends with {ends}."
    return Curves(WIDTH, HEIGHT, curves, stops, says)


def _y(share: float) -> float:
    return round(HEIGHT - PAD - (HEIGHT - 2 * PAD) * share, 1)


def _curve(letter: str, h: int, steps: Sequence[Step], xs: Sequence[float]) -> Curve:
    """A day on which it cannot be judged has no share: the curve begins after it."""
    shown = [(x, step) for x, step in zip(xs, steps, strict=True) if step.judged]
    if not shown:
        return Curve(letter, "", "", xs[-1], _y(0.5), "–")
    path = [f"M{shown[0][0]},{_y(shown[0][1].posterior[h])}"]
    top, bottom = [], []
    for i, (x, step) in enumerate(shown):
        end = shown[i + 1][0] if i + 1 < len(shown) else WIDTH
        path.append(f"V{_y(step.posterior[h])}H{end}")
        top += [f"{x},{_y(step.high[h])}", f"{end},{_y(step.high[h])}"]
        bottom += [f"{x},{_y(step.low[h])}", f"{end},{_y(step.low[h])}"]
    last = shown[-1][1].posterior[h]
    return Curve(letter, "".join(path), " ".join([*top, *reversed(bottom)]), WIDTH, _y(last), f"{last:.0%}")


def _stop(step: Step, x: float) -> Stop:
    shares = tuple(f"{share:.0%}" if step.judged else "–" for share in step.posterior)
    return Stop(step.day, x, day_words(step.day), shares, step.moved_by, step.moved)
