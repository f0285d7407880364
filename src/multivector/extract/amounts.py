"""Amounts, values and shares in a span: "40,000 tonnes", "$1.2 billion", "15 per cent"."""

from multivector.codebook.units import amount_pattern, magnitudes, unit_of
from multivector.model import Amount

__all__ = ["amounts_in"]

MOST = 12  # amounts that one record keeps; a span with more is a table


def amounts_in(text: str, start: int, end: int) -> tuple[Amount, ...]:
    """The amounts with a unit inside text[start:end], in text order; the words are kept beside the number."""
    found: list[Amount] = []
    for match in amount_pattern().finditer(text, start, end):
        unit = unit_of(match["unit"] or match["sign"] or "")
        if unit is not None:
            found.append(Amount(match[0].strip(), _number(match["number"], match["size"]), unit))
    return tuple(dict.fromkeys(found[:MOST]))


def _number(digits: str, size: str | None) -> float:
    plain = digits.replace(" ", "").replace(" ", "")
    head, comma, tail = plain.rpartition(",")
    if comma and "." not in plain and len(tail) != len("000"):
        plain = f"{head}.{tail}"  # a decimal comma: "1,5 млрд"
    return round(float(plain.replace(",", "")) * _factor(size.lower() if size else ""), 6)


def _factor(size: str) -> float:
    known = magnitudes()
    return known.get(size) or next((factor for word, factor in known.items() if size and size.startswith(word)), 1.0)
