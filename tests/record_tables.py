"""Tables of records and events for tests: some by hand, many at random from a fixed seed."""

import datetime as dt
import random
from typing import Any

import pyarrow as pa

from multivector.coding import RECORDS

__all__ = ["events", "records"]

STATES = ("KAZ", "RUS", "USA", "CHN")


def records(rows: int, seed: int = 7) -> pa.Table:
    """Records as `multivector code` writes them, with every gap that they may have; the same seed, the same rows."""
    source = random.Random(seed)
    return pa.Table.from_pylist([_record(source, number) for number in range(rows)], schema=RECORDS)


def _record(source: random.Random, number: int) -> dict[str, Any]:
    kind = source.choice(["event", "event", "statement", "membership", "failure"])
    day = dt.date(2023, 1, 1) + dt.timedelta(days=source.randrange(500))
    row: dict[str, Any] = {"document": str(number // 3), "kind": kind, "id": f"{kind}:{number}", "record": "{}"}
    row |= {"published": source.choice([day, day, None]), "date": source.choice([day, None])}
    row["precision"] = source.choice(["day", "week", "month", "year"]) if row["date"] else None
    if kind == "event":
        row |= {
            "status": source.choice(["asserted", "asserted", "asserted", "denied", "planned"]),
            "source": source.choices(STATES, k=source.randrange(3)), "target": source.choices(STATES, k=2),
            "type": "CONSULT", "cameo": "040", "quad": source.choice([1, 2, 3, 4, None]),
            "goldstein": source.choice([None, round(source.uniform(-10, 10), 1)]), "plover": source.uniform(-10, 10),
        }  # fmt: skip
    if kind == "statement":
        row |= {"state": source.choice([*STATES, None]), "speaker": source.choice(["person:a", "person:b"])}
        tones = source.sample(STATES, source.randrange(4))
        row["stance"] = [{"actor": state, "value": source.randrange(-2000, 2001) / 2000} for state in tones]
    return row


def events(rows: int, seed: int = 7) -> pa.Table:
    """Events in the shape that the measures read, with scores in tenths, halves of units and gaps."""
    source = random.Random(seed)
    found = [
        {
            "date": dt.date(2022, 11, 1) + dt.timedelta(days=source.randrange(700)), "source": source.choice(STATES),
            "target": source.choice(STATES), "quad": source.choice([1, 2, 3, 4, None]),
            "goldstein": source.choice([round(source.uniform(-10, 10), 3), 0.125, -0.005, None]),
            "plover": source.randrange(-100, 101) / 10, "weight": source.random(),
        }
        for _ in range(rows)
    ]  # fmt: skip
    kinds = {"date": pa.date32(), "source": pa.string(), "target": pa.string(), "quad": pa.int64()}
    names = {**kinds, **dict.fromkeys(("goldstein", "plover", "weight"), pa.float64())}
    return pa.Table.from_pylist(found, schema=pa.schema([*names.items()]))
