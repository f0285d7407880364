"""Net cooperation on DuckDB against the same sums done by hand."""

import datetime as dt
from collections import defaultdict

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.engine import run_sql
from multivector.measure.cooperation import net_cooperation, quad_shares
from multivector.measure.relational import compiled

EVENT = st.tuples(
    st.dates(dt.date(2022, 11, 1), dt.date(2024, 2, 28)),
    st.sampled_from(["KAZ", "RUS", "USA"]),
    st.sampled_from(["KAZ", "RUS", "USA"]),
    st.integers(-100, 100).map(lambda tenth: tenth / 10),
    st.integers(1, 4),
)


def table(rows: list[tuple[dt.date, str, str, float, int]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [(), (), (), (), ()]
    names = ("date", "source", "target", "goldstein", "quad")
    kinds = (pa.date32(), pa.string(), pa.string(), pa.float64(), pa.int64())
    return pa.table({n: pa.array(c, k) for n, c, k in zip(names, columns, kinds, strict=True)})


@settings(max_examples=25, deadline=None)
@given(st.lists(EVENT, max_size=40), st.randoms(use_true_random=False))
def test_sums_and_rolling_means(rows: list[tuple[dt.date, str, str, float, int]], random) -> None:  # type: ignore[no-untyped-def]
    sql = compiled(net_cooperation("goldstein", 3))
    found = run_sql(sql, {"events": table(rows)}).to_pylist()
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert run_sql(sql, {"events": table(shuffled)}, threads=1).to_pylist() == found  # order changes nothing
    cells: dict[tuple[str, str, int], list[float]] = defaultdict(list)
    for date, source, target, score, _ in rows:
        if source != target:
            cells[source, target, date.year * 12 + date.month - 1].append(score)
    first = min((place for *_, place in cells), default=0)
    assert len(found) == len(cells)
    for row in found:
        place = row["month"].year * 12 + row["month"].month - 1
        scores = cells[row["source"], row["target"], place]
        assert row["n"] == len(scores)
        assert row["net"] == pytest.approx(sum(scores))
        assert (row["low"] is None) == (len(scores) < 5)
        window = [cells.get((row["source"], row["target"], place - back), []) for back in range(3)]
        expected = None if place - first < 2 else sum(map(sum, window)) / 3
        assert row["rolling"] == (expected if expected is None else pytest.approx(expected))


def test_undirected_as_of_and_quads() -> None:
    rows = [
        (dt.date(2023, 1, 1), "KAZ", "RUS", 2.0, 1),
        (dt.date(2023, 1, 9), "RUS", "KAZ", -4.0, 3),
        (dt.date(2023, 2, 1), "RUS", "KAZ", -5.0, 4),
    ]
    both = run_sql(compiled(net_cooperation(directed=False, as_of="2023-01-31")), {"events": table(rows)}).to_pylist()
    assert [(r["source"], r["target"], r["n"], r["net"]) for r in both] == [("KAZ", "RUS", 2, -2.0)]
    shares = run_sql(compiled(quad_shares()), {"events": table(rows)}).to_pylist()
    assert [(r["source"], r["quad3"], r["conflict"], r["attention"]) for r in shares][1] == ("RUS", 1, 1.0, 1.0)


def test_the_same_measure_compiles_for_spark() -> None:
    sql = compiled(net_cooperation(), "spark")
    assert "PARTITION BY" in sql and "`source`" in sql
    assert sql == compiled(net_cooperation(), "spark")
