"""Hypotheses, how evidence bears on them, and the answer."""

from dataclasses import dataclass, field

from multivector.model.rich import judgement_html

__all__ = [
    "Bearing",
    "Due",
    "Hypothesis",
    "Indicator",
    "Judgement",
    "LikelihoodRow",
    "Pool",
    "Question",
    "Rated",
    "Step",
]


OPEN = "other"  # the column of every template that stands for what nobody thought of


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One rival explanation; `prior` is None for a flat prior."""

    id: str
    text: str
    prior: float | None = None
    like: str | None = None  # the template's hypothesis whose column it takes; None: the column of its own id

    @property
    def is_open(self) -> bool:
        """Whether it stands for "something else"."""
        return (self.like or self.id) == OPEN


@dataclass(frozen=True, slots=True)
class LikelihoodRow:
    """What a case puts in the place of one row of its template's table: a likelihood for each hypothesis it names."""

    kind: str
    values: tuple[tuple[str, float], ...]  # hypothesis id, P(evidence of this kind | hypothesis)
    reason: str


@dataclass(frozen=True, slots=True)
class Due:
    """Words or a deed that were due by an ISO day; once it has passed, silence about them is evidence.

    `unless` is what would have met it: words, friendly, conflict, cooperation, answer or any.
    """

    id: str
    what: str
    by: str
    unless: str = "words"
    side: str = "observer"
    after: str | None = None  # ISO day from which on it counts; None: the trigger


@dataclass(frozen=True, slots=True)
class Question:
    """What a case asks: the observer's reading of the subject, and the rival hypotheses side by side."""

    text: str
    observer: str | None
    subject: str | None
    hypotheses: tuple[Hypothesis, ...]
    template: str = "perception"
    trigger: str | None = None  # ISO day: what the observer did after it counts as behaviour
    about: str | None = None  # the organisation or actor that the subject's decision concerned
    likelihood: tuple[LikelihoodRow, ...] = ()  # the case's own rows, before the template's
    due: tuple[Due, ...] = ()  # what was due, by the case's own rules
    window: int | None = None  # days from the trigger within which conduct counts; None: without end


@dataclass(frozen=True, slots=True)
class Bearing:
    """How one item of evidence bears on each hypothesis.

    `likelihoods` and `used` are aligned with the question's hypotheses: what the table says, and what entered the sum
    after the discounts. `weight` 0..1 is the product of the discounts, `discounts` names each with its reason.
    One item is one act or utterance: `record` is the record that stands for it, `also` the others that tell it again.
    """

    record: str
    kind: str  # the row of the template's table
    role: str  # behaviour, before (the same kind of act before the trigger), absence; opinion, baseline, set_aside
    likelihoods: tuple[float, ...]
    used: tuple[float, ...]
    marks: tuple[str, ...]  # Heuer: CC, C, N, I, II, and NA where the table has no number
    weight: float
    discounts: tuple[str, ...]
    reason: str
    said: str  # the words of the evidence
    favours: str | None  # id of the hypothesis it favours, None where it does not discriminate
    also: tuple[str, ...] = ()
    label: str = ""  # who did or said it, in words: Dmitry Peskov's words "friend and strategic partner"
    day: str | None = None  # ISO day of the act, or of the report where the act has none
    occasion: str = ""  # items of one occasion count as one source
    diagnosticity: float = 0.0  # population SD of the marks as numbers; 0: cannot tell the hypotheses apart
    evidence_weight: float = 0.0  # decibans between the two leading hypotheses; above 0 speaks for the first


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer: posteriors, intervals, the words for them, and what carries it.

    Tuples of numbers and words are aligned with the question's hypotheses. Where `judged` is False the posterior
    repeats the prior, the interval is 0..1 and `withheld` says why.
    """

    question: Question
    bearings: tuple[Bearing, ...]  # all that counts: conduct, earlier acts of its kind, silences; weightiest first
    prior: tuple[float, ...]
    posterior: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    inconsistency: tuple[float, ...]  # Heuer's count of I (1) and II (2), larger is worse
    words: tuple[str, ...]  # ICD 203, one for each hypothesis
    confidence: str  # low, moderate, high
    confidence_reason: str
    answer: str
    carried_by: tuple[str, ...]  # record ids, the most weighty first
    would_change: tuple[str, ...]
    judged: bool
    withheld: str | None = None  # why it cannot be judged
    opinions: tuple[Bearing, ...] = field(default=())
    baseline: tuple[Bearing, ...] = ()  # shown, not counted: before the trigger, and the subject's own conduct
    set_aside: tuple[Bearing, ...] = ()  # denied, planned or hypothetical, or of a kind without a row; each says why
    ranking: tuple[str, ...] = ()  # hypothesis ids, the likeliest first; one that nothing rates stands last
    rated: tuple[bool, ...] = ()
    weighted_inconsistency: tuple[float, ...] = ()  # the same count, each item times its weight
    percentages: tuple[str, ...] = ()  # "about 60%": no more digits than the interval allows
    assumptions: tuple[str, ...] = ()  # priors, defaults and rules that the answer rests on, in words
    retracted: tuple[str, ...] = ()  # what was retracted, and how the answer moved without it, in sentences

    def _repr_html_(self) -> str:
        return judgement_html(self)


@dataclass(frozen=True, slots=True)
class Step:
    """The answer at the end of a day. `moved_by` names the items that were new on it, the weightiest first.

    `posterior`, `low`, `high` and `words` are aligned with the question's hypotheses.
    """

    day: str
    judged: bool
    posterior: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    words: tuple[str, ...]
    moved: bool
    moved_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A kind of conduct, in words, the hypothesis that it would speak for, and how strongly (likelihood ratio)."""

    hypothesis: str
    kind: str
    text: str
    ratio: float
    seen: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """One rater's posterior and its range, aligned with the question's hypotheses."""

    who: str
    posterior: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Pool:
    """The raters side by side, and pooled."""

    raters: tuple[Rated, ...]
    linear: tuple[float, ...]
    log: tuple[float, ...]
    spread: float
