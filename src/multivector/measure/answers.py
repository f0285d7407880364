"""Do two states answer each other? Lagged correlation, an act-response table, and how long an answer takes.

correlation   Pearson's r of A's series and B's series `lag` periods later
answered      acts of A toward B that B answered in kind within the window / acts of A (act-response table)
median lag    median days from an act to B's first answer in kind within the window

Null of both: B's series or dates turned round in a circle by a random span, which keeps each side's own rhythm and
breaks only the tie between the two (Lewis 1964); p is two-sided for r, one-sided for the share answered. That an answer
follows an act does not say that the act caused it: rival causes are kept beside it (`chains`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from multivector.errors import InputError
from multivector.measure.arrays import Floats
from multivector.measure.figures import Interval, Measure, cannot_judge, measured
from multivector.measure.intervals import DRAWS, Z, bootstrap, generator, permutation_p, share_interval
from multivector.model import Figure

__all__ = ["Act", "act_response", "lagged_correlation", "median_lag", "response_table"]

MIN_PERIODS = 24
MIN_ACTS = 5
WINDOW = 30  # days; most answers in event data come within a month (Goldstein and Pevehouse 1997)


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """One act of a state toward another: its day as a number, friendly (+1) or hostile (-1), and its record."""

    day: int
    sign: int
    record: str = ""


def lagged_correlation(first: Floats, second: Floats, lag: int, inputs: Sequence[str]) -> tuple[Figure, Figure]:
    """r of the first series with the second `lag` periods later, and its p against circular shifts of the second."""
    measure = Measure("lagged_correlation", "Pearson's r of a(t) and b(t + lag)", "periods", MIN_PERIODS)
    p_measure = Measure("lagged_correlation_p", "circular shifts of b", "periods", MIN_PERIODS)
    if lag < 0 or len(first) != len(second):
        raise InputError("the two series must be of one length and the lag not negative")
    n, told = len(first) - lag, (*inputs, f"lag {lag}")
    if n < MIN_PERIODS:
        return cannot_judge(measure, max(n, 0), told), cannot_judge(p_measure, max(n, 0), told)
    r = _correlation(first[:n], second[lag:])
    if r is None:
        why = "a series does not vary"
        return cannot_judge(measure, n, told, why), cannot_judge(p_measure, n, told, why)
    turned = [_correlation(first[:n], np.roll(second, turn)[lag:]) for turn in _turns(len(second))]
    nulls = np.array([one for one in turned if one is not None])
    half = Z / np.sqrt(n - 3)
    band = Interval(float(np.tanh(np.arctanh(r) - half)), float(np.tanh(np.arctanh(r) + half)), "95%, Fisher's z")
    none = Interval(None, None, f"none: a p value from {nulls.size} circular shifts")
    return measured(measure, r, n, told, band), measured(p_measure, permutation_p(r, nulls), n, told, none)


def _turns(length: int) -> list[int]:
    """All circular shifts, or as many as there are draws where the series is longer."""
    every = np.arange(1, length)
    return [int(turn) for turn in (every if every.size <= DRAWS else generator().choice(every, DRAWS, replace=False))]


def _correlation(first: Floats, second: Floats) -> float | None:
    one, two = first - first.mean(), second - second.mean()
    size = float(np.sqrt((one**2).sum() * (two**2).sum()))
    if size <= 1e-12 * max(1.0, float(np.abs(first).max()), float(np.abs(second).max())):
        return None
    return float(np.clip((one * two).sum() / size, -0.999999, 0.999999))


def response_table(acts: Sequence[Act], answers: Sequence[Act], window: int = WINDOW) -> dict[int, dict[str, int]]:
    """For friendly (+1) and hostile (-1) acts: how many were first answered in kind, otherwise, or not at all."""
    table = {sign: {"in kind": 0, "otherwise": 0, "none": 0} for sign in (1, -1)}
    for act in acts:
        first = _first(act, answers, window)
        told = "none" if first is None else "in kind" if first.sign == act.sign else "otherwise"
        table[act.sign][told] += 1
    return table


def act_response(
    acts: Sequence[Act], answers: Sequence[Act], span: tuple[int, int], inputs: Sequence[str], window: int = WINDOW
) -> tuple[Figure, Figure]:
    """The share of acts answered in kind within the window, and its p; `span` is the first and last day seen.

    Acts less than a window before the last day are left out: their answer may not have been seen.
    """
    measure = Measure("answered_in_kind", f"acts answered in kind within {window} days / acts", "acts", MIN_ACTS)
    p_measure = Measure("answered_in_kind_p", "circular shifts of the answers' days", "acts", MIN_ACTS)
    seen = sorted(act for act in acts if span[0] <= act.day <= span[1] - window)
    given = sorted(one for one in answers if span[0] <= one.day <= span[1])
    records = tuple(sorted({one.record for one in (*seen, *given) if one.record}))
    n = len(seen)
    if n < MIN_ACTS or len(given) < MIN_ACTS:
        least = min(n, len(given))
        return (
            cannot_judge(measure, least, inputs, records=records),
            cannot_judge(p_measure, least, inputs, records=records),
        )
    hits = _answered(seen, given, window)
    length = span[1] - span[0] + 1
    turns = generator().integers(1, max(length, 2), DRAWS)
    nulls = np.array([_answered(seen, _turned(given, int(turn), span), window) for turn in turns])
    p = (int((nulls >= hits).sum()) + 1) / (nulls.size + 1)
    none = Interval(None, None, f"none: a p value from {DRAWS} circular shifts; {nulls.mean() / n:.2f} by chance")
    return (
        measured(measure, hits / n, n, inputs, share_interval(hits, n), records=records),
        measured(p_measure, p, n, inputs, none, records=records),
    )


def median_lag(acts: Sequence[Act], answers: Sequence[Act], inputs: Sequence[str], window: int = WINDOW) -> Figure:
    """The median number of days to an answer in kind, among the acts that had one within the window."""
    measure = Measure(
        "median_lag_days", f"median days to an answer in kind within {window} days", "answered acts", MIN_ACTS
    )
    lags = []
    records = set()
    for act in sorted(acts):
        first = _first(act, [one for one in answers if one.sign == act.sign], window)
        if first is not None:
            lags.append(first.day - act.day)
            records |= {name for name in (act.record, first.record) if name}
    behind = tuple(sorted(records))
    if len(lags) < MIN_ACTS:
        return cannot_judge(measure, len(lags), inputs, records=behind)
    values = np.array(lags, dtype=np.float64)
    band = bootstrap(values, lambda draws: np.asarray(np.median(draws, axis=1)), "answered acts")
    return measured(measure, float(np.median(values)), len(lags), inputs, band, records=behind)


def _first(act: Act, answers: Sequence[Act], window: int) -> Act | None:
    """The first answer after the act's day: on one day nobody can tell which came first."""
    return min((one for one in answers if 0 < one.day - act.day <= window), default=None)


def _answered(acts: Sequence[Act], answers: Sequence[Act], window: int) -> int:
    days = {sign: np.array(sorted(one.day for one in answers if one.sign == sign)) for sign in (1, -1)}
    hits = 0
    for act in acts:
        after = days[act.sign]
        place = int(np.searchsorted(after, act.day, side="right"))
        hits += place < after.size and after[place] - act.day <= window
    return int(hits)


def _turned(answers: Sequence[Act], turn: int, span: tuple[int, int]) -> list[Act]:
    length = span[1] - span[0] + 1
    return [Act(span[0] + (one.day - span[0] + turn) % length, one.sign) for one in answers]
