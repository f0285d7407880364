"""The answer in words: the likelihoods with their range, then what speaks for which reading."""

from collections.abc import Sequence

from multivector.judge.describe import listed
from multivector.judge.words import likelihood_word, percent
from multivector.model.judgement import Bearing, Hypothesis

__all__ = ["answer_text", "carriers", "level", "stands_at"]

CARRIERS = 3  # at most so many items are named as carrying the answer ...
CARRIERS_LEAST = 2  # ... and at least so many where there are as many
CARRIER_SHARE = 1 / 3  # an item must weigh this share of the weightiest to be named beyond the least
OPEN_WORDS = ("roughly even chance", "unlikely", "very unlikely")  # a leader that stands no higher settles nothing
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
SETTLED = 0.5  # the leader's whole interval must lie above this, beside a better word than likely, to call it one-sided


def carriers(bearings: Sequence[Bearing]) -> tuple[Bearing, ...]:
    """The two or three items that carry the answer; `bearings` stand in order of weight."""
    moving = [bearing for bearing in bearings if bearing.evidence_weight][:CARRIERS]
    floor = CARRIER_SHARE * abs(moving[0].evidence_weight) if moving else 0.0
    return tuple(
        bearing for i, bearing in enumerate(moving) if i < CARRIERS_LEAST or abs(bearing.evidence_weight) >= floor
    )  # fmt: skip


def stands_at(p: float, low: float, high: float) -> str:
    """A likelihood as the end of a sentence: "is likely, about 60% (between 45% and 70%)"."""
    number = percent(p, low, high)
    word = likelihood_word(number)
    verb = "has a" if word.startswith("roughly") else "has" if word.endswith("chance") else "is"
    ends = percent(low, low, high), percent(high, low, high)
    between = "" if ends[0] == ends[1] else f" (between {ends[0]}% and {ends[1]}%)"
    return f"{verb} {word}, about {number}%{between}"


def answer_text(
    hypotheses: Sequence[Hypothesis],
    numbers: Sequence[tuple[float, float, float]],
    order: Sequence[int],
    bearings: Sequence[Bearing],
) -> str:
    """The answer. `numbers` holds posterior, low and high of each hypothesis, `order` their positions by rank."""
    if level(numbers):
        sentences = [_none_ahead(len(order), numbers[order[0]])]
    else:
        sentences = [_opening(numbers[order[0]], [numbers[i] for i in order[1:]])]
        sentences += _standings(hypotheses, numbers, order)
    named = [hypotheses[i].id for i in order]
    sentences += _carried(named, [hypotheses[i].text for i in order], carriers(bearings), level(numbers))
    return " ".join([*sentences, *_cut(bearings)])


def _opening(leader: tuple[float, float, float], others: Sequence[tuple[float, float, float]]) -> str:
    word = likelihood_word(percent(*leader))
    if word in OPEN_WORDS:
        ahead = leader[1] > max(high for _, _, high in others)
        return "The evidence favours one reading over each other one." if ahead else "The evidence does not settle it."
    if leader[1] > SETTLED and word != "likely":
        return "The evidence speaks for one reading."
    return "The evidence leans one way but does not settle it."


def _standings(
    hypotheses: Sequence[Hypothesis], numbers: Sequence[tuple[float, float, float]], order: Sequence[int]
) -> list[str]:
    """A sentence for each hypothesis; those that print alike share one."""
    groups: dict[str, list[str]] = {}
    for i in order:
        groups.setdefault(stands_at(*numbers[i]), []).append(f"“{hypotheses[i].text}”")
    return [
        f"{texts[0]} {words}." if len(texts) == 1 else f"{listed(texts)} {_plural(words)}."
        for words, texts in groups.items()
    ]


def _plural(words: str) -> str:
    verb, rest = words.split(" ", 1)
    return f"{'are each' if verb == 'is' else 'each have'} {rest}"


def level(numbers: Sequence[tuple[float, float, float]]) -> bool:
    """Whether all of three or more hypotheses print as the same percentage: no order among them can be told."""
    return len(numbers) > 2 and len({percent(*number) for number in numbers}) == 1


def _none_ahead(n: int, number: tuple[float, float, float]) -> str:
    return f"The evidence does not settle it: each of the {n} readings {stands_at(*number)}."


def _carried(ids: Sequence[str], texts: Sequence[str], items: Sequence[Bearing], even: bool) -> list[str]:
    """A sentence on the weightiest items for each hypothesis that they favour; `ids` stand in order of rank.

    Where all stand level there is no first and second, so each is called by its text.
    """
    found = []
    for place, key, text in zip(PLACES, ids, texts, strict=False):
        own = [item.label for item in items if item.favours == key]
        if own:
            found.append(f"What speaks most for {f'“{text}”' if even else f'the {place}'} is {listed(own)}.")
    return found


def _cut(bearings: Sequence[Bearing]) -> list[str]:
    """A sentence on the weightiest deed that another cause would explain as well."""
    for item in bearings:
        if "_statement_" not in item.kind and any("rival cause" in reason for reason in item.discounts):
            subject = f"{item.label[:1].upper()}{item.label[1:]}"
            return [f"{subject} counts for less than it seems to, since another cause would explain it as well."]
    return []
