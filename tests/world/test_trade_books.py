"""Rows of trade: whose they are, what stands twice, which years are whole, and whether printed totals hold."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.world.datasets.trade import baci, comext, comtrade, cow_trade, national_trade
from multivector.world.datasets.trade_books import SCHEMA, Books, finished, full_partners, own_books, whole_years

STATES = ("DEU", "KAZ", "RUS", "USA", None)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(STATES), st.sampled_from(STATES), st.integers(2000, 2002),
        st.none() | st.integers(0, 1000).map(float),
    ),
    min_size=1,
    max_size=20,
)  # fmt: skip
Row = tuple[str | None, str | None, int, float | None]


def books(rows: list[Row], **more: Any) -> pa.Table:
    seller, buyer, year, value = zip(*rows, strict=True)
    text = pa.string()
    return Books(
        pa.array(seller, text), pa.array(buyer, text), pa.array(year, pa.int64()), pa.array(value, pa.float64()), "USD",
        **more,
    ).table()  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: list[Row], chance: Any) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)
    one, two = finished(books(rows), []), finished(books(mixed), [])
    assert one.table == two.table and one.warnings == two.warnings


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_every_pair_and_year_stands_once_with_the_sum_of_its_rows(rows: list[Row]) -> None:
    found = finished(books(rows), [])
    sums: dict[tuple[str, str, int], float] = defaultdict(float)
    whole = [(a, b, year, value) for a, b, year, value in rows if a and b and a != b and value is not None]
    for a, b, year, value in whole:
        sums[a, b, year] += value
    assert {(r["exporter"], r["importer"], r["year"]): r["value"] for r in found.table.to_pylist()} == dict(sums)
    assert bool(found.warnings) == (len(sums) < len(whole))
    assert found.table.schema == SCHEMA


def test_a_reporter_is_the_seller_of_what_it_sold_and_the_buyer_of_the_rest() -> None:
    reporter, partner = pa.array(["KAZ", "KAZ"]), pa.array(["RUS", "RUS"])
    made = own_books(
        reporter, partner, pa.array([True, False]), year=pa.array([2020, 2020]), value=pa.array([1.0, 2.0]),
        currency="EUR",
    )  # fmt: skip
    rows = made.table().to_pylist()
    assert [(r["exporter"], r["importer"], r["reporter"], r["value"]) for r in rows] == [
        ("KAZ", "RUS", "KAZ", 1.0), ("RUS", "KAZ", "KAZ", 2.0),
    ]  # fmt: skip
    assert all(r["currency"] == "EUR" and r["complete"] for r in rows)


@pytest.mark.parametrize("months", [1, 11, 12])
def test_a_year_of_fewer_than_twelve_months_is_incomplete(months: int) -> None:
    rows: list[Row] = [("DEU", "KAZ", 2023, 1.0) for _ in range(months)] + [("DEU", "RUS", 2022, 1.0)] * 12
    month = pa.array([f"2023-{m:02}" for m in range(1, months + 1)] + [f"2022-{m:02}" for m in range(1, 13)])
    warnings: list[str] = []
    table = whole_years(books(rows, month=month), warnings)
    assert {r["year"] for r in table.to_pylist() if not r["complete"]} == ({2023} if months < 12 else set())
    assert warnings == ([f"incomplete: 2023 has {months} months"] if months < 12 else [])


def test_a_year_with_far_fewer_partners_or_far_less_trade_is_incomplete() -> None:
    rows: list[Row] = [("KAZ", state, year, 100.0) for year in (2019, 2020) for state in ("DEU", "RUS", "USA")]
    rows += [("KAZ", "DEU", 2021, 300.0), *(("KAZ", state, 2022, 20.0) for state in ("DEU", "RUS", "USA"))]
    warnings: list[str] = []
    table = full_partners(books(rows, reporter=pa.array(["KAZ"] * len(rows))), warnings)
    assert {r["year"] for r in table.to_pylist() if not r["complete"]} == {2021, 2022}
    assert [warning[:22] for warning in warnings] == ["incomplete: KAZ 2021: ", "incomplete: KAZ 2022: "]


def write(folder: Path, text: str) -> Path:
    path = folder / "given.csv"
    path.write_text(text, "utf-8")
    return path


def told(table: pa.Table) -> list[tuple[str, str, float]]:
    return [(row["exporter"], row["importer"], row["value"]) for row in table.to_pylist()]


def test_both_flows_of_cow_and_its_missing_values(tmp_path: Path) -> None:
    found = cow_trade(write(tmp_path, "ccode1,ccode2,year,flow1,flow2\n2,365,2014,16.5,-9\n2,705,2014,0.5,1\n"))
    assert told(found.table) == [("KAZ", "USA", 0.5e6), ("RUS", "USA", 16.5e6), ("USA", "KAZ", 1e6)]


def test_thousands_of_baci_and_products(tmp_path: Path) -> None:
    found = baci(write(tmp_path, "t,i,j,k,v,q\n2020,398,643,010121,12.5,1\n2020,643,398,100199,2,1\n"))
    assert told(found.table) == [("KAZ", "RUS", 12500.0), ("RUS", "KAZ", 2000.0)]


def test_a_printed_total_that_does_not_hold_is_told(tmp_path: Path) -> None:
    head = "reporterISO,partnerISO,flowCode,refYear,cmdCode,primaryValue\n"
    rows = "KAZ,RUS,X,2020,TOTAL,60\nKAZ,DEU,X,2020,TOTAL,40\nKAZ,W00,X,2020,TOTAL,{}\n"
    assert comtrade(write(tmp_path, head + rows.format(101))).warnings == []
    (warning,) = comtrade(write(tmp_path, head + rows.format(150))).warnings
    assert "the states sum to 100, the printed total is 150" in warning


def test_months_of_comtrade_and_of_eurostat(tmp_path: Path) -> None:
    found = comtrade(
        write(tmp_path, "reporterISO,partnerISO,flowCode,refYear,period,primaryValue\nKAZ,RUS,M,2020,202003,5\n")
    )
    assert [(r["exporter"], r["month"]) for r in found.table.to_pylist()] == [("RUS", "2020-03")]
    head = "reporter,partner,flow,time_period,obs_value\n"
    euros = comext(write(tmp_path, f"{head}DE,KAZ,2,2023-01,7\nEU27_2020,KAZ,2,2023-01,9\nEL,KAZ,1,2023-01,3\n"))
    assert told(euros.table) == [("DEU", "KAZ", 7.0), ("KAZ", "GRC", 3.0)]
    assert "groups of states among the reporters were left out: EU27_2020" in euros.warnings


@pytest.mark.parametrize("reporter", ["KAZ", "Kazakhstan", "Казахстан"])
@pytest.mark.parametrize("partner", ["RUS", "Russia", "Россия", "Russian Federation"])
def test_own_books_with_codes_names_and_groups(tmp_path: Path, reporter: str, partner: str) -> None:
    head = "reporter,partner,flow,year,value_usd\n"
    rows = ((partner, 5), ("CIS countries", 9), ("World", 5))
    text = head + "".join(f"{reporter},{name},export,2020,{value}\n" for name, value in rows)
    found = national_trade(write(tmp_path, text))
    assert told(found.table) == [("KAZ", "RUS", 5.0)]
    assert any("CIS countries" in warning for warning in found.warnings)
