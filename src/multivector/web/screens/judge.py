"""The judgement laid open: the matrix with the evidence's words, what each number does, raters, days, what to watch."""

from collections.abc import Sequence
from dataclasses import dataclass

from multivector.brief.answer import Bar, Part, answer_view, letters_of
from multivector.brief.dates import day_words
from multivector.brief.words import capital, percent
from multivector.judge import kinds_to_add
from multivector.judge.sensitivity import break_even_prior
from multivector.judge.varied import Varied
from multivector.model import Bearing, Judgement
from multivector.model.judgement import Indicator
from multivector.web.ask import Ask
from multivector.web.curves import Curves, curves_of
from multivector.web.screen import Param, Screen
from multivector.web.state import State
from multivector.web.whatif import Weighing, weighing_of

__all__ = ["SCREEN", "JudgeView"]

ROWS = 40  # items in the matrix, the weightiest
BESIDE = 12  # items in each list of what does not count
NAMED = 200  # articles that the form for added evidence offers by name
ROLES = {"before": "before the trigger", "absence": "did not come"}
MARK_WORDS = {
    "CC": "very consistent", "C": "consistent", "N": "neutral", "I": "inconsistent", "II": "very inconsistent",
    "NA": "not rated",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A hypothesis. `break_even` is the prior at which it would stand at one half, as a percentage."""

    id: str
    letter: str
    text: str
    prior: float
    posterior: str
    about: str
    word: str
    inconsistency: float
    weighted: float
    break_even: str


@dataclass(frozen=True, slots=True)
class Cell:
    """An item under a hypothesis: Heuer's mark, its likelihood by the table or a person, and what entered the sum."""

    name: str
    letter: str
    mark: str
    words: str
    likelihood: float
    used: float
    tried: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A row. `without` and `turned` are the shares without the item, and with it turned round; `role` says where it is
    no conduct of after the trigger that was read: an act from before, an absence, or added by hand."""

    record: str
    linked: bool  # False: evidence that a person added, or a silence; no record stands behind it
    label: str
    said: str
    day: str
    kind: str
    role: str
    cells: tuple[Cell, ...]
    weight: float
    discounts: tuple[str, ...]
    reason: str
    letter: str
    decibans: float
    without: tuple[str, ...]
    turned: tuple[str, ...]
    turns: str


@dataclass(frozen=True, slots=True)
class Beside:
    """An item that does not count, and why."""

    record: str
    linked: bool
    label: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items that do not count, of one role."""

    title: str
    n: int
    items: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What one hypothesis would lead one to see."""

    letter: str
    signs: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class JudgeView:
    """The screen. `days` are (ISO, words), `raters` (name, shares); `kinds` are those of evidence that may be added,
    `articles` the latest (name, title), and `article` the one that somebody adds from."""

    question: str
    judged: bool
    answer: str
    lede: tuple[Part, ...]
    rest: tuple[Part, ...]
    confidence: str
    reason: str
    bars: tuple[Bar, ...]
    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    hidden: int
    beside: tuple[Group, ...]
    raters: tuple[tuple[str, tuple[str, ...]], ...]
    pools: tuple[tuple[str, tuple[str, ...]], ...]
    spread: str
    signs: tuple[Signs, ...]
    days: tuple[tuple[str, str], ...]
    day: str
    day_words: str
    rater: str
    tried: int
    curves: Curves | None
    would_change: tuple[str, ...]
    assumptions: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    articles: tuple[tuple[str, str], ...]
    article: str


def view(state: State, ask: Ask) -> JudgeView:
    """The judgement that is asked for."""
    found = weighing_of(state, ask)
    judgement, letters = found.judgement, letters_of(found.judgement)
    answer = state.answer if judgement is state.judgement else answer_view(judgement, state.book)
    pool = state.judging.pool
    return JudgeView(
        question=judgement.question.text,
        judged=judgement.judged,
        answer=judgement.answer,
        lede=answer.lede,
        rest=answer.rest,
        confidence=answer.confidence,
        reason=answer.reason,
        bars=answer.bars,
        columns=_columns(found),
        items=_items(found, state),
        hidden=max(0, len(judgement.bearings) - ROWS),
        beside=tuple(_beside(found, state)),
        raters=tuple((one.who, _shares(one.posterior)) for one in pool.raters) if pool else (),
        pools=(("linear", _shares(pool.linear)), ("logarithmic", _shares(pool.log))) if pool else (),
        spread=f"{pool.spread:.0%}" if pool else "",
        signs=tuple(Signs(letters[h.id], _signs(state, h.id)) for h in judgement.question.hypotheses),
        days=tuple((day, day_words(day)) for day in state.judging.days),
        day=found.day or "",
        day_words=day_words(found.day) if found.day else "",
        rater=found.rater,
        tried=len(found.tried) + len(found.priors),
        curves=curves_of(state.judging.course_if_ready(), state.judgement),
        would_change=judgement.would_change,
        assumptions=judgement.assumptions,
        kinds=kinds_to_add(judgement.question, state.dossier.names),
        articles=tuple((d.name, d.title or d.name) for d in state.documents[:NAMED]),
        article=ask.text("article"),
    )


def _signs(state: State, hypothesis: str) -> tuple[Indicator, ...]:
    return tuple(one for one in state.judging.indicators if one.hypothesis == hypothesis)


def _columns(found: Weighing) -> tuple[Column, ...]:
    letters = letters_of(found.judgement)
    return tuple(_column(found.judgement, i, letters[h.id]) for i, h in enumerate(found.judgement.question.hypotheses))


def _column(judgement: Judgement, i: int, letter: str) -> Column:
    hypothesis, share = judgement.question.hypotheses[i], judgement.posterior[i]
    known = judgement.judged
    return Column(
        id=hypothesis.id,
        letter=letter,
        text=hypothesis.text,
        prior=judgement.prior[i],
        posterior=f"{share:.0%}" if known else "–",
        about=f"about {percent(share, judgement.low[i], judgement.high[i])}%" if known else "",
        word=judgement.words[i],
        inconsistency=judgement.inconsistency[i],
        weighted=judgement.weighted_inconsistency[i],
        break_even=f"{break_even_prior(judgement.prior[i], share):.0%}" if known else "–",
    )


def _items(found: Weighing, state: State) -> tuple[Item, ...]:
    varied = {one.record: one for one in found.varied}
    tried = {(one.record, one.hypothesis) for one in found.tried}
    return tuple(
        _item(found, row, varied.get(row.record), row.record in state.records, tried=tried)
        for row in found.judgement.bearings[:ROWS]
    )


def _item(found: Weighing, row: Bearing, varied: Varied | None, linked: bool, *, tried: set[tuple[str, str]]) -> Item:
    letters = letters_of(found.judgement)
    cells = tuple(
        Cell(f"l.{row.record}.{key}", letter, mark, MARK_WORDS[mark], value, used, (row.record, key) in tried)
        for (key, letter), mark, value, used in zip(
            letters.items(), row.marks, row.likelihoods, row.used, strict=True
        )
    )  # fmt: skip
    return Item(
        record=row.record,
        linked=linked,
        label=row.label,
        said=row.said,
        day=day_words(row.day),
        kind=row.kind.replace("_", " "),
        role="added by hand" if row.record.startswith("rev-") else ROLES.get(row.role, ""),
        cells=cells,
        weight=row.weight,
        discounts=row.discounts,
        reason=capital(row.reason),
        letter=letters.get(row.favours or "", ""),
        decibans=row.evidence_weight,
        without=_shares(varied.without) if varied else (),
        turned=_shares(varied.turned) if varied else (),
        turns=_turns(varied),
    )


def _turns(varied: Varied | None) -> str:
    if varied is None:
        return ""
    if varied.turns_without:
        return "without it another reading leads"
    return "turned round it would change the lead" if varied.turns_turned else ""


def _beside(found: Weighing, state: State) -> list[Group]:
    judgement = found.judgement
    groups = (
        ("Opinion: what third parties say", judgement.opinions), ("Baseline: before the decision", judgement.baseline),
        ("Set aside: denied, planned, supposed, or of a kind without a row", judgement.set_aside),
    )  # fmt: skip
    return [
        Group(
            title,
            len(rows),
            tuple(
                Beside(r.record, r.record in state.records, r.label, day_words(r.day), capital(r.reason))
                for r in rows[:BESIDE]
            ),
        )
        for title, rows in groups
    ]


def _shares(values: Sequence[float]) -> tuple[str, ...]:
    return tuple(f"{value:.0%}" for value in values)


SCREEN = Screen(
    "judge", "Judge", "/judge", "judge.html", view,
    "Hypotheses by evidence, with likelihoods, sensitivity, raters, indicators and the answer as of any day.",
    (
        Param("as_of", "an ISO day: the answer by what was known at its end"),
        Param("rater", "one person's ratings alone"),
        Param("l.RECORD.HYPOTHESIS", "a likelihood between 0 and 1 to try in the place of the table's"),
        Param("article", "the name of an article to add evidence from"),
        Param("p.HYPOTHESIS", "a prior to try; give one for each hypothesis"),
    ),
)  # fmt: skip
