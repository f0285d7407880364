"""Words of likelihood: the table of Intelligence Community Directive 203 (2 January 2015), section D.6.e(2)(a).

The directive's ranges share their ends. Tie rule: an end belongs to the range nearer to 50 per cent, the more cautious
word, so 20 is "unlikely" and 80 is "likely". The word is chosen for the percentage as printed, so that both agree.
A probability is never printed as 0 or 100.
"""

__all__ = ["TERMS", "likelihood_word", "percent", "percentage", "synonym"]

# from, to (per cent), the term and its synonym
TERMS = (
    (1, 5, "almost no chance", "remote"),
    (5, 20, "very unlikely", "highly improbable"),
    (20, 45, "unlikely", "improbable"),
    (45, 55, "roughly even chance", "roughly even odds"),
    (55, 80, "likely", "probable"),
    (80, 95, "very likely", "highly probable"),
    (95, 99, "almost certain", "nearly certain"),
)
# The width of the interval decides how finely a percentage is printed.
STEPS = ((0.10, 1), (1.0, 5))  # a width up to the first number: steps of the second


def percent(p: float, low: float, high: float) -> int:
    """The percentage, 1..99, in steps as fine as the interval allows."""
    step = next(step for width, step in STEPS if round(high - low, 6) <= width or width == 1.0)
    return min(99, max(1, step * int(100 * p / step + 0.5)))


def percentage(p: float, low: float, high: float) -> str:
    """The percentage in words: "about 60%"."""
    return f"about {percent(p, low, high)}%"


def likelihood_word(per_cent: float) -> str:
    """The directive's term for a percentage."""
    return _term(per_cent)[2]


def synonym(per_cent: float) -> str:
    """The directive's other term for the same range."""
    return _term(per_cent)[3]


def _term(per_cent: float) -> tuple[int, int, str, str]:
    for low, high, word, other in TERMS:
        if per_cent < high or (per_cent == high and high > 50):
            return low, high, word, other
    return TERMS[-1]
