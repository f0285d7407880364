"""The answer of several raters: the linear pool of their posteriors, with a range that holds all of theirs.

One rater's numbers are that person's answer. Where several rated the evidence the headline is what they come to
together, and how far they lie apart is said beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from multivector.judge.answer import answer_text
from multivector.judge.bayes import normalise
from multivector.judge.belief import ranking
from multivector.judge.words import likelihood_word, percent, percentage
from multivector.model import Judgement

__all__ = ["pooled_answer"]


def pooled_answer(judgement: Judgement, each: Mapping[str, Judgement]) -> Judgement:
    """The judgement with the pooled numbers of `each` rater, by name, in the place of its own.

    Where one of them cannot judge it stays as it is.
    """
    found = list(each.values())
    if len(found) < 2 or not judgement.judged or not all(one.judged for one in found):
        return judgement
    posterior = normalise([sum(column) / len(found) for column in zip(*(one.posterior for one in found), strict=True)])
    low = tuple(map(min, zip(*(one.low for one in found), strict=True)))
    high = tuple(map(max, zip(*(one.high for one in found), strict=True)))
    order = ranking(posterior, judgement.rated)
    numbers = list(zip(posterior, low, high, strict=True))
    hypotheses = judgement.question.hypotheses
    return replace(
        judgement,
        posterior=tuple(round(value, 6) for value in posterior),
        low=low,
        high=high,
        words=tuple(likelihood_word(percent(*number)) for number in numbers),
        percentages=tuple(percentage(*number) for number in numbers),
        ranking=tuple(hypotheses[h].id for h in order),
        answer=f"{answer_text(hypotheses, numbers, order, judgement.bearings)} {_apart(each, order[0])}",
    )


def _apart(each: Mapping[str, Judgement], leader: int) -> str:
    """A sentence on how far the raters lie apart."""
    rows = sorted((one.posterior[leader], one.low[leader], one.high[leader], who) for who, one in each.items())
    least, most = rows[0], rows[-1]
    steps = [percent(*row[:3]) for row in (least, most)]
    many = f"This pools the ratings of {_names(sorted(each))}"
    if steps[0] == steps[1]:
        return f"{many}, who agree within what the range allows to be told."
    return f"{many}; for the first reading they lie between {steps[0]}% ({least[3]}) and {steps[1]}% ({most[3]})."


def _names(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
