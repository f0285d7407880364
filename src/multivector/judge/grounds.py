"""What the one who imposed a measure says of it elsewhere in the same text: its stated ground."""

import re

from multivector.model import Reading, Record, Statement, TradeMeasure

__all__ = ["grounds_said"]

MEASURE = re.compile(
    r"\b(ban|measure|restriction|decision|step|tariff|dut(y|ies)|quota|embargo|curb|halt|suspension)", re.I
)


def grounds_said(reading: Reading, record: Record) -> str:
    """The words about a measure without a reason of its own, by those who speak for the state that imposed it."""
    if not isinstance(record, TradeMeasure) or record.reason:
        return ""
    goods = [good.text.casefold() for good in record.goods]
    found = []
    for other in reading.records:
        if isinstance(other, Statement) and other.speaker.state == record.imposer:
            words = other.content.quote
            if MEASURE.search(words) or any(good in words.casefold() for good in goods):
                found.append(words)
    return " ".join(found)
