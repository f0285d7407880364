"""Every entry of the shared reference values is reproduced within its tolerance."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from tests.measure import reference_tables as tables

from multivector.measure import dependence, hawkes, ideal_points, mirror, portfolios, ties, voting
from multivector.measure.changes import segment
from multivector.measure.cooperation import net_cooperation
from multivector.measure.granger import granger
from multivector.measure.relational import compiled
from multivector.measure.series import var_fit
from multivector.model import Figure

TOLERANCE = 1e-6  # the file's own, for values computed there
REVISED = 0.03  # the largest change that later revisions of the votes made to the published shares, as the file says
UNREVISED = {2007, 2010, 2011, 2012}
TRIPLES = {"exports", "imports", "turnover"}
Entry = dict[str, Any]


def near(found: float | None, given: float | None, tolerance: float = TOLERANCE) -> None:
    """Equal to a millionth (of the value, where it is large) or to the digits given, whichever is coarser."""
    if given is None or found is None:
        assert found is None and given is None
        return
    digits = Decimal(repr(given)).as_tuple().exponent
    assert isinstance(digits, int)
    half = 0.5 * 10.0**digits
    if 0 < abs(given) < 1e-3:  # a p value
        tolerance = 1e-4 * abs(given)
    assert abs(found - given) <= max(tolerance * max(1.0, abs(given)), half) * 1.001, (found, given)


def all_near(found: dict[str, float | None], given: dict[str, float | None]) -> None:
    assert set(given) <= set(found)
    for name, value in given.items():
        near(found[name], value)


def named(figures: tuple[Figure, ...]) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in figures}


def pair_of(entry: Entry) -> tuple[str, str]:
    """The dyad of an id such as atop/KAZ-RUS-1995 or igo_shared/KAZ-USA/2014."""
    found = re.search(r"/([A-Z]{3})-([A-Z]{3})\b", entry["id"])
    assert found
    return found[1], found[2]


def year_of(entry: Entry) -> int:
    return int(entry["inputs"].get("year") or entry["id"][-4:])


def check_ideal_point(entry: Entry) -> None:
    for name, value in entry["value"].items():
        points = tables.ideal_points(name)
        near(ideal_points.ideal_point(points, entry["inputs"]["iso3"], year_of(entry)).value, value)


def check_distance(entry: Entry) -> None:
    given = entry["inputs"]
    points = tables.ideal_points(given["col"])
    near(ideal_points.point_distance(points, given["a"], given["b"], given["year"]).value, entry["value"])


def check_alignment(entry: Entry) -> None:
    given = entry["inputs"]
    points = tables.ideal_points("idealpointfp")
    near(ideal_points.net_alignment(points, given["iso3"], ("USA", "CHN"), given["year"]).value, entry["value"])


def check_votes(entry: Entry) -> None:
    given = entry["inputs"]
    if "session" not in given:
        check_one_vote(entry)
        return
    found = voting.vote_similarity(tables.votes(), given["a"], given["b"], given["session"])
    assert found[0].n == given["n"]
    all_near(named(found), entry["value"])
    table = voting.tally(voting.equal_to(tables.votes(), session=given["session"]), given["a"], given["b"])
    assert table.tolist() == given["table_rows_a_cols_b_yes_abstain_no"]


def check_one_vote(entry: Entry) -> None:
    votes, members = tables.one_vote()
    assert voting.vote_totals(votes, 1, members) == entry["value"]


def check_published_share(entry: Entry) -> None:
    state = entry["id"].split("/")[1]
    tolerance = TOLERANCE if year_of(entry) in UNREVISED else REVISED
    for name, other in (("PctAgreeUS", "USA"), ("PctAgreeRUSSIA", "RUS")):
        found = voting.vote_similarity(tables.votes(), state, other, entry["inputs"]["session"])
        near(named(found)["pct_identical"], entry["value"][name], tolerance)


def check_alliances(entry: Entry) -> None:
    first, second, year = entry["inputs"]["dyad_year"].split("-")
    year, states = int(year), tables.system(int(year))
    assert len(states) == entry["inputs"]["n_states"]
    near(portfolios.direct_tie(tables.alliances(), first, second, year).value, entry["inputs"]["direct_tie"])
    for kind, values in entry["value"].items():
        found = portfolios.alliance_similarity(tables.alliances(), (first, second), states, year, kind == "binary")
        all_near(
            {name.removeprefix("alliance_"): value for name, value in named(found).items()} | {"n": found[0].n}, values
        )


def check_trade(entry: Entry) -> None:
    year = year_of(entry)
    totals: Any = tables.kazakh_totals(year)
    books = dependence.books(tables.kazakh_trade(), "KAZ", year, totals)
    flows: tuple[dependence.Flow, ...] = ("exports", "imports", "turnover")
    found: dict[str, float | None] = {
        "n_partners": len(books.partners()), "total_turnover_musd": books.total("turnover") / 1e6
    }  # fmt: skip
    for flow in flows:
        found |= {f"{name}_{flow}": value for name, value in named(dependence.concentration(books, flow)).items()}
        for partner in {name.split("_")[1] for name in entry["value"] if name.startswith("share_")}:
            found[f"share_{partner}_{flow}"] = dependence.share(books, partner, flow).value
    all_near(found, entry["value"])


def check_trade_and_gdp(entry: Entry) -> None:
    state, partner = pair_of(entry)
    books = dependence.books(tables.kazakh_trade(), state, year_of(entry))
    near(dependence.dependence_on_gdp(books, partner, tables.gdp()).value, entry["value"])


def check_mirror(entry: Entry) -> None:
    if "additional" in entry["id"]:
        check_additional(entry)
        return
    state, year = entry["inputs"]["country_year"].split("-")
    sold = tables.eu_as_one(tables.eu_exports())
    found = named(mirror.mirror_gap(sold, tables.national_imports(), ["EU27"], state, int(year)))
    millions = {"reported_exports": "eu_reported_exports", "reported_imports": "national_reported_imports"}
    all_near(
        {f"{millions[name]}_meur": (found[name] or 0) / 1e6 for name in millions}
        | {"gap_meur": (found["mirror_gap"] or 0) / 1e6, "gap_share_of_exports": found["gap_share_of_exports"]}
        | {"log_ratio": found["log_ratio"]},
        entry["value"],
    )


def check_additional(entry: Entry) -> None:
    sold = tables.eu_as_one(tables.eu_exports())
    for key, value in entry["value"].items():
        year, _, state = key.partition("-")
        states = [state] if state else value["countries"]
        found = mirror.missing_share(sold, tables.national_imports(), ["EU27"], states, (2021, int(year)))
        near(found.value, value if state else value["missing_share"])


def check_granger(entry: Entry) -> None:
    series = tables.keds()
    for key, value in entry["value"].items():
        cause, effect = key.split("->")
        f, p = granger(series[cause], series[effect], entry["inputs"]["lags"], (cause, effect))
        near(f.value, value["F"])
        near(p.value, value["p"])
        assert f.inputs[-1] == "df {}, {}".format(*value["df"])
        assert f.n == entry["inputs"]["n"]


def check_var(entry: Entry) -> None:
    series = tables.keds()
    names = ("i2p", "p2i")
    fit = var_fit(np.column_stack([series[name] for name in names]), entry["inputs"]["lags"])
    rows = ["const", *(f"L{lag}.{name}" for lag in range(1, fit.lags + 1) for name in names)]
    for column, name in enumerate(names):
        found = dict(zip(rows, fit.coefficients[:, column].tolist(), strict=True))
        all_near(found, entry["value"].get(f"{name}_eq", {}))
    for name in {"aic", "bic"} & set(entry["value"]):
        near(getattr(fit, name), entry["value"][name])


def check_hawkes(entry: Entry) -> None:
    given = entry["inputs"]
    if "mark" not in given:
        found = hawkes.log_likelihood(given["t"], given["T"], given["mu"], given["alpha"], given["beta"])
    else:
        alpha = np.array(given["alpha_row_target_col_source"])
        found = hawkes.log_likelihood_many(
            np.array(given["t"]), given["mark"], given["T"], np.array(given["mu"]), alpha, given["beta"]
        )
    near(found, entry["value"])


def check_change(entry: Entry) -> None:
    found = segment(tables.NILE, 1)
    near(1871 + found.ends[0] - 1, entry["value"]["last_year_of_first_segment"])
    near(found.means[0], entry["value"]["mean_before"])
    near(found.means[1], entry["value"]["mean_after"])
    near(found.sse, entry["value"]["sse"])


def check_weights(entry: Entry) -> None:
    import duckdb

    first, second = sorted(pair_of(entry))
    with duckdb.connect() as connection:
        connection.register("events", tables.gdelt_weights())
        rows = connection.sql(compiled(net_cooperation("weight", directed=False))).fetchall()
    found = {str(row[2]): row[4] for row in rows if row[:2] == (first, second)}
    all_near(found, entry["value"])


def check_organisations(entry: Entry) -> None:
    first, second = pair_of(entry)
    shared, overlap = ties.shared_organisations(tables.igo(), first, second, year_of(entry))
    found = {"full_members_both": shared.value, "jaccard_full": overlap.value}
    all_near({**found, "cow_dyad_file": tables.dyad_count(first, second, year_of(entry))}, entry["value"])


CHECKS: dict[str, Callable[[Entry], None]] = {
    "idealpoint": check_ideal_point,
    "ipd": check_distance,
    "net_alignment_us_cn": check_alignment,
    "unga": check_votes,
    "pctagree_published": check_published_share,
    "atop": check_alliances,
    "trade": check_trade,
    "trade_dep_gdp": check_trade_and_gdp,
    "mirror_gap": check_mirror,
    "granger": check_granger,
    "var": check_var,
    "hawkes": check_hawkes,
    "changepoint": check_change,
    "gdelt_graph": check_weights,
    "igo_shared": check_organisations,
}


@pytest.mark.skipif(not tables.entries(), reason="the shared reference values are not there")
def test_the_file_has_entries_of_known_kinds() -> None:
    assert {entry["id"].split("/")[0] for entry in tables.entries()} <= set(CHECKS)


@pytest.mark.parametrize("entry", tables.entries(), ids=lambda entry: entry["id"])
def test_reference_value(entry: Entry) -> None:
    CHECKS[entry["id"].split("/")[0]](entry)


def test_all_sessions_of_the_similarity_file() -> None:
    import pyarrow.csv as pacsv

    given = pacsv.read_csv(tables.path("reference_unga_similarity_by_session.csv")).to_pylist()
    wanted = {(row["session"], *sorted((row["a"], row["b"]))) for row in given}
    found = {
        (row["session"], row["a"], row["b"]): row
        for row in voting.all_pairs(tables.votes()).to_pylist()
        if (row["session"], row["a"], row["b"]) in wanted
    }
    for row in given:
        ours = found[(row["session"], *sorted((row["a"], row["b"])))]
        assert ours["n"] == row["n"]
        for name in voting.NAMES:
            assert ours[name] == pytest.approx(row[name], abs=1e-9)


def test_half_of_the_extra_exports_of_2022_are_missing() -> None:
    sold = tables.eu_as_one(tables.eu_exports())
    found = mirror.missing_share(sold, tables.national_imports(), ["EU27"], ["KAZ", "KGZ", "ARM"], (2021, 2022))
    assert found.value == pytest.approx(0.49, abs=0.005)


def test_incomplete_books_are_no_gap() -> None:
    sold = tables.eu_as_one(tables.eu_exports())
    for figure in mirror.mirror_gap(sold, tables.national_imports(), ["EU27"], "ARM", 2023):
        assert figure.value is None
        assert figure.reason and "incomplete" in figure.reason


def test_kazakhstan_and_russia_in_2022_as_the_measures_disagree() -> None:
    found = named(voting.vote_similarity(tables.votes(), "KAZ", "RUS", 77))
    assert [round(found[name] or 0, 2) for name in ("pct_identical", "S_abs", "kappa_nominal")] == [0.58, 0.46, 0.17]
