"""`multivector world` and `multivector measure`: what they print, as a table and as JSON, and how they fail."""

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from tests.conftest import EXAMPLE
from tests.measure.reference_tables import path as reference

from multivector.cli.main import main
from multivector.cli.measure import measure
from multivector.errors import InputError, MissingInput


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MULTIVECTOR_WORLD", str(tmp_path / "world"))
    return tmp_path / "world"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


def figures(*arguments: str | Path) -> dict[tuple[str, str], dict[str, object]]:
    done = run("measure", *arguments, "--json")
    assert done.exit_code == 0, done.output
    return {(row["of"], row["name"]): row for row in json.loads(done.stdout)["figures"]}


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    rows = [
        (call, state, 1 + (call % 3 == 0) * (state == "RUS")) for call in range(30) for state in ("KAZ", "RUS", "USA")
    ]
    table = pa.table({
        "session": [77] * len(rows), "roll_call": [r[0] for r in rows], "state": [r[1] for r in rows],
        "vote": [r[2] for r in rows],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "votes.parquet")
    return tmp_path / "votes.parquet"


def test_every_measure_has_help_with_an_example() -> None:
    for name in measure.commands:
        done = run("measure", name, "--help")
        assert done.exit_code == 0
        assert f"multivector measure {name}" in done.output


def test_votes_as_table_json_and_picture(votes: Path, tmp_path: Path) -> None:
    done = run("measure", "votes", "KAZ", "RUS", "--sessions", "77", "--votes", votes, "--plot", tmp_path / "v.svg")
    assert "pct_identical" in done.output and "0.6667" in done.output and "Lijphart 1963" in done.output
    assert (tmp_path / "v.svg").read_text("utf-8").startswith("<svg")
    found = figures("votes", "kaz", "rus", "--sessions", "77-78", "--votes", votes)
    assert found["session 77", "pct_identical"]["value"] == pytest.approx(2 / 3)
    assert found["session 78", "pct_identical"]["value"] is None
    assert "cannot be judged" in str(found["session 78", "pct_identical"]["reason"])
    matrix = figures("vote-matrix", "KAZ", "RUS", "USA", "--session", "77", "--votes", votes)
    assert matrix["KAZ-USA", "pct_identical"]["value"] == 1.0


def test_without_a_table_the_error_says_how_to_get_one() -> None:
    with pytest.raises(MissingInput, match="multivector world"):
        run("measure", "votes", "KAZ", "RUS", "--sessions", "77")
    with pytest.raises(MissingInput, match="no such table"):
        run("measure", "votes", "KAZ", "RUS", "--sessions", "77", "--votes", "nothing")
    assert run("measure", "votes", "KAZ", "RUS", "--sessions", "x").exit_code == 2
    assert run("measure", "votes", "K-Z!", "RUS", "--sessions", "1").exit_code == 2


def test_memberships_on_a_day_come_from_the_projects_own_table() -> None:
    found = figures("organisations", "KAZ", "RUS", "--on", "2024-10-22")
    shared = found["KAZ-RUS 2024-10-22", "shared_organisations"]
    assert {"CIS", "CSTO", "EAEU", "SCO", "UN"} <= set(shared["records"])  # type: ignore[call-overload]
    assert "BRICS" not in shared["records"]  # type: ignore[operator]
    before = figures("organisations", "KAZ", "RUS", "--on", "2014-12-31")
    assert "EAEU" not in before["KAZ-RUS 2014-12-31", "shared_organisations"]["records"]  # type: ignore[operator]
    with pytest.raises(InputError, match="either"):
        run("measure", "organisations", "KAZ", "RUS")


def test_a_cases_events_and_tone_keep_their_records(tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
    assert run("read", case).exit_code == 0
    tone = figures("tone", "RUS", "KAZ", "--case", case)["RUS on KAZ", "tone"]
    assert tone["value"] is None or tone["records"]
    events = figures("cooperation", "RUS", "KAZ", "--case", case)["RUS -> KAZ", "net_goldstein"]
    assert len(events["records"]) >= events["n"] >= 5  # type: ignore[arg-type, operator]
    none = figures("cooperation", "RUS", "BRA", "--case", case)["RUS -> BRA", "net_goldstein"]
    assert none["value"] is None and str(none["reason"]).startswith("cannot be judged, 0 events")
    assert run("measure", "chains", "--case", case).exit_code == 0
    early = json.loads(run("measure", "chains", "--case", case, "--as-of", "2024-10-16", "--json").stdout)
    assert not early["causes"] and json.loads(run("measure", "chains", "--case", case, "--json").stdout)["causes"]
    by_month = figures("cooperation", "RUS", "KAZ", "--case", case, "--by", "month")
    assert ("RUS -> KAZ 2024-10", "material_conflict_events") in by_month
    assert figures("tone", "RUS", "KAZ", "--case", case, "--by", "rank")["RUS on KAZ minister", "tone"]["n"]
    assert "first answer within 30 days" in run("measure", "answers", "RUS", "KAZ", "--case", case).output


def test_reference_tables_end_to_end() -> None:
    added = run("world", "add", "comext", reference("eurostat_eu_monthly_trade_eurasia_2019_2024.parquet"), "--json")
    assert json.loads(added.stdout)["name"] == "comext"
    books = reference("national_imports_by_partner_yearly_arm_kaz_kgz_uzb_2019_2023.parquet")
    assert "incomplete: ARM 2023" in run("world", "add", "national_trade", books, "--label", "imports").output
    asked = ("mirror", "EU", "KAZ,KGZ,ARM", "--exports", "comext", "--imports", "imports")
    missing = figures(*asked, "--years", "2021-2022")[
        "KAZ+KGZ+ARM 2022 over 2021", "missing_share_of_additional_exports"
    ]
    assert missing["value"] == pytest.approx(0.49, abs=0.01)
    fake = figures(*asked, "--years", "2022-2023")["ARM 2023", "gap_share_of_exports"]
    assert fake["value"] is None  # Armenia's books of 2023 are incomplete
    assert "comext" in run("world", "list").output
    assert json.loads(run("world", "show", "comext").stdout)["licence"] == "CC BY 4.0"
    assert run("world", "remove", "comext").exit_code == 0
    assert "comext" not in run("world", "list").output


def test_other_peoples_events_get_their_scores_from_the_codebook() -> None:
    run("world", "add", "icews", reference("icews_sample_2018.parquet"))
    found = figures("cooperation", "USA", "PRK", "--events", "icews", "--score", "plover")
    net = found["USA -> PRK", "net_plover"]
    assert net["n"] and net["value"] is not None


def test_mirror_gaps_over_products(tmp_path: Path) -> None:
    rows = [(str(code), 100.0 + code) for code in range(8401, 8421)]
    for name, share in (("exports", 1.0), ("imports", 0.6)):
        pq.write_table(pa.table({
            "exporter": ["DEU"] * 20, "importer": ["KGZ"] * 20, "year": [2022] * 20,
            "product": [code for code, _ in rows],
            "value": [value * share for _, value in rows],
        }), tmp_path / f"{name}.parquet")  # fmt: skip
    asked = ("mirror", "DEU", "KGZ", "--years", "2022", "--by-product")
    books = ("--exports", tmp_path / "exports.parquet", "--imports", tmp_path / "imports.parquet")
    gap = figures(*asked, *books)["KGZ 2022, products", "gap_share_of_exports"]
    assert gap["value"] == pytest.approx(0.4)
    assert gap["n"] == 20
    assert gap["low"] == pytest.approx(0.4) == gap["high"]  # every product has the same gap
