"""The shared reference files as tables in the shapes that the measures read; each is read once."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from tests.conftest import SHARED

REFERENCE = SHARED / "data" / "reference"
MEMBERS = [
    "Austria",
    "Belgium",
    "Bulgaria",
    "Croatia",
    "Cyprus",
    "Czechia",
    "Denmark",
    "Estonia",
    "Finland",
    "France",
    "Germany",
    "Greece",
    "Hungary",
    "Ireland",
    "Italy",
    "Latvia",
    "Lithuania",
    "Luxembourg",
    "Malta",
    "Netherlands",
    "Poland",
    "Portugal",
    "Romania",
    "Slovakia",
    "Словакия",
    "Slovenia",
    "Spain",
    "Sweden",
]
PRINTED = "European Union - 27 countries (from 2020)"
REPORTERS = {"Armenia": "ARM", "Kazakhstan": "KAZ", "Kyrgyzstan": "KGZ", "Uzbekistan": "UZB"}
CHOICES = {"Approve": 1, "Abstain": 2, "Against": 3}


def path(name: str) -> Path:
    """The reference file's path; the test is skipped where it is absent."""
    found = REFERENCE / name
    if not found.is_file():
        pytest.skip(f"the shared reference file {name} is not there")
    return found


def entries() -> list[dict[str, Any]]:
    """The entries of reference_values.json; none where the file is absent."""
    found = REFERENCE / "reference_values.json"
    return list(json.loads(found.read_text("utf-8"))["entries"]) if found.is_file() else []


@cache
def votes() -> pa.Table:
    table = pq.read_table(path("unga_votes_voeten_s01-s78.parquet"))
    return pa.table({
        "session": table["session"], "date": table["date"], "roll_call": table["resid"], "state": table["iso3"],
        "vote": table["vote"],
    })  # fmt: skip


@cache
def ideal_points(column: str) -> pa.Table:
    table = pq.read_table(path("unga_idealpoints_voeten_2025-07.parquet"))
    found = {"state": table["iso3"], "year": table["year"], "value": table[column].cast(pa.float64())}
    ending = column.removeprefix("idealpoint")
    if f"q5{ending}" in table.column_names:
        found |= {"low": table[f"q5{ending}"].cast(pa.float64()), "high": table[f"q95{ending}"].cast(pa.float64())}
    return pa.table(found)


@cache
def igo() -> pa.Table:
    table = pq.read_table(path("cow_igo_v3_state_year_long.parquet"))
    return pa.table({
        "state": table["iso3"], "organisation": table["igo"], "year": table["year"],
        "status": table["status"].cast(pa.string()),
    })  # fmt: skip


@cache
def dyad_count(a: str, b: str, year: int) -> int:
    codes = {iso: int(code) for code, iso in json.loads(path("cow_to_iso3.json").read_text("utf-8")).items()}
    table = pq.read_table(path("cow_igo_v3_dyad_counts_1816_2014.parquet"), filters=[("year", "=", year)])
    pair = {codes[a], codes[b]}
    rows = [row for row in table.to_pylist() if {row["ccode1"], row["ccode2"]} == pair]
    return int(rows[0]["dyadigos"])


@cache
def system(year: int) -> tuple[str, ...]:
    """The states of the COW system in a year; the file ends in 2014, since when none has come or gone."""
    table = igo()
    rows = table.filter(pc.equal(table["year"], min(year, 2014)))
    return tuple(sorted(set(rows["state"].to_pylist())))


@cache
def alliances() -> pa.Table:
    table = pq.read_table(path("atop_5.1_dyad_year_1815_2018.parquet"))
    names = {"iso3_1": "a", "iso3_2": "b", "year": "year"}
    names |= {f"atop_{duty}": duty for duty in ("defense", "offense", "neutral", "nonagg", "consul")}
    return table.select(list(names)).rename_columns(list(names.values()))


@cache
def kazakh_trade() -> pa.Table:
    """Kazakhstan's books; a partner without a code keeps its name. In US dollars.

    A partner that is printed twice in two spellings counts twice, as the reference values count it.
    """
    rows = pq.read_table(path("kazakhstan_trade_by_partner_bns_2019_2023.parquet")).to_pylist()
    found, seen = [], set()
    for row in rows:
        if row["is_aggregate"]:
            continue
        partner = row["iso3"] or row["partner_ru"]
        partner = row["partner_ru"] if (row["year"], partner) in seen else partner
        seen.add((row["year"], partner))
        for ends, value in ((("KAZ", partner), row["exports_kusd"]), ((partner, "KAZ"), row["imports_kusd"])):
            found.append({"exporter": ends[0], "importer": ends[1], "year": row["year"], "value": value})
    table = pa.Table.from_pylist(found)
    return table.set_column(3, "value", pc.multiply(table["value"], 1000.0))


def kazakh_totals(year: int) -> dict[str, float]:
    rows = pq.read_table(path("kazakhstan_trade_by_partner_bns_2019_2023.parquet")).to_pylist()
    total = next(row for row in rows if row["year"] == year and row["partner_ru"] == "Всего")
    return {flow: total[f"{flow}_kusd"] * 1000.0 for flow in ("exports", "imports", "turnover")}


@cache
def gdp() -> pa.Table:
    table = pq.read_table(path("worldbank_gdp_usd_1960_2024.parquet"))
    return pa.table({"state": table["iso3"], "year": table["year"], "usd": table["gdp_usd"]})


@cache
def eu_exports() -> pa.Table:
    """What the 27 members say they sold, month by month, without the aggregates; in euros."""
    table = pq.read_table(path("eurostat_eu_monthly_trade_eurasia_2019_2024.parquet"))
    keep = pc.and_(pc.equal(table["flow"], "EXPORT"), pc.invert(table["is_aggregate"]))
    table = table.filter(pc.and_(keep, pc.not_equal(table["reporter_code"], "GBR")))
    return pa.table({
        "exporter": table["reporter_code"], "importer": table["partner_iso3"], "year": pc.year(table["month"]),
        "value": table["value_eur"].cast(pa.float64()),
    })  # fmt: skip


@cache
def members() -> tuple[str, ...]:
    """The codes of the 27."""
    return tuple(sorted(set(eu_exports()["exporter"].to_pylist())))


@cache
def national_imports() -> pa.Table:
    """What each importer says it bought from the 27, one row a year: the printed total, exporter "EU27".

    Where the printed total holds the United Kingdom too, it is the sum of the members. Armenia's 2023 is incomplete.
    """
    rows = pq.read_table(path("national_imports_by_partner_yearly_arm_kaz_kgz_uzb_2019_2023.parquet")).to_pylist()
    books: dict[tuple[str, int], dict[str, float]] = {}
    for row in rows:
        books.setdefault((row["reporter"], row["year"]), {})[row["partner"]] = row["value_eur"]
    found = []
    for (reporter, year), cells in sorted(books.items()):
        summed = sum(cells.get(name) or 0.0 for name in MEMBERS)
        with_uk = abs(cells[PRINTED] - summed - cells["United Kingdom"]) < 1e6
        value = summed if with_uk else cells[PRINTED]
        found.append({
            "exporter": "EU27", "importer": REPORTERS[reporter], "year": year, "value": value,
            "complete": (reporter, year) != ("Armenia", 2023),
        })  # fmt: skip
    return pa.Table.from_pylist(found)


def eu_as_one(table: pa.Table) -> pa.Table:
    """The members' exports under the one code EU27."""
    return table.set_column(0, "exporter", pa.array(["EU27"] * table.num_rows))


@cache
def keds() -> dict[str, np.ndarray]:
    with path("keds_levant_israel_palestine_weekly_goldstein_1979_2003.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) for row in rows]) for name in ("i2p", "p2i")}


@cache
def gdelt_weights() -> pa.Table:
    table = pq.read_table(path("gdelt2_dyad_daily_undirected_31states_2018_2024-02.parquet"))
    return pa.table({
        "date": table["date"].cast(pa.date32()), "source": table["a"].cast(pa.string()),
        "target": table["b"].cast(pa.string()), "weight": table["w"].cast(pa.float64()),
    })  # fmt: skip


def one_vote() -> tuple[pa.Table, tuple[str, ...]]:
    """Resolution ES-11/1 as votes, and the members of the day."""
    with path("unga_es11_1_2022-03-02_votes_one.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    cast = [row for row in rows if row["vote"] in CHOICES]
    table = pa.table({
        "session": [76] * len(cast), "roll_call": [1] * len(cast), "state": [row["iso_code"] for row in cast],
        "vote": [CHOICES[row["vote"]] for row in cast],
    })  # fmt: skip
    return table, tuple(row["iso_code"] for row in rows)


NILE = np.array([  # flow at Aswan 1871-1970 (Cobb 1978)
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
    1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
    831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
    781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
    744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
], dtype=np.float64)  # fmt: skip
