"""Importers: the field's files come out in the shapes that the measures read, and wrong files are refused."""

import gzip
import json
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from tests.measure.reference_tables import path as reference

from multivector.errors import InputError, MissingInput, UnreadableInput
from multivector.world.datasets import DATASETS, add_dataset, kept_datasets, remove_dataset, shaped_table
from multivector.world.datasets.codes import state_by_name
from multivector.world.datasets.download import check_address
from multivector.world.datasets.events import GDELT_COLUMNS, cameo_text

VOTES = (
    "rcid,ccode,session,vote,date\n1,365,77,1,2022-10-12\n1,705,77,2,2022-10-12\n"
    "1,2,77,8,2022-10-12\n1,365,77,1,2022-10-12\n"
)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "world"
    monkeypatch.setenv("MULTIVECTOR_WORLD", str(folder))
    return folder


def write(tmp_path: Path, text: str, name: str = "given.csv") -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / name)


def test_votes_from_voetens_csv(tmp_path: Path) -> None:
    manifest = add_dataset("unga_votes", write(tmp_path, VOTES), version="test")
    table = shaped_table("votes")
    assert table is not None
    assert table.column_names == ["session", "year", "date", "roll_call", "state", "vote"]
    assert [(row["state"], row["vote"]) for row in table.to_pylist()] == [("KAZ", 2), ("RUS", 1)]  # absent: no row
    assert any("twice" in warning for warning in manifest["warnings"])
    assert {"origin", "version", "licence", "sha256", "added", "rows"} <= set(manifest)
    assert manifest["source"] == "given.csv"  # no path of this machine


def test_a_gzipped_file_with_a_mark_and_semicolons_is_read(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "votes.csv.gz", "wb") as file:
        file.write(("\ufeff" + VOTES.replace(",", ";")).encode())
    add_dataset("unga_votes", str(tmp_path / "votes.csv.gz"))
    table = shaped_table("votes")
    assert table is not None and table.num_rows == 2


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("unga_votes", "a,b\n1,2\n", "no column"),
        ("unga_votes", VOTES.replace(",8,", ",5,"), "votes other than"),
        ("worldbank_gdp", "Country Code,Indicator Code,2020\nKAZ,SP.POP.TOTL,19000000\n", "other than NY.GDP.MKTP.CD"),
        ("comext", "reporter,partner,flow,TIME_PERIOD,OBS_VALUE\nDE,KZ,sideways,2022-01,1\n", "flows"),
        (
            "atop",
            "mem1,mem2,year,defense,offense,neutral,nonagg,consul\n365,705,2018,7,0,0,0,0\n",
            "other than 0 and 1",
        ),
        (
            "gsdb",
            "case_id,sanctioned_state,sanctioning_state,begin,end\n1,Russia,Canada,2014,2019\n",
            "none of the columns",
        ),
        ("polecat", "", "is empty"),
        ("icews", "\x00\x01\x02", "binary"),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_is_kept(name: str, text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=said) as error:
        add_dataset(name, write(tmp_path, text))
    assert "given.csv" in str(error.value)
    assert kept_datasets() == []


def test_unknown_names_missing_files_and_odd_labels_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such dataset"):
        add_dataset("nothing", "x.csv")
    with pytest.raises(MissingInput):
        add_dataset("gpr", str(tmp_path / "none.csv"))
    with pytest.raises(InputError, match="label"):
        add_dataset("unga_votes", write(tmp_path, VOTES), label="../../etc")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1/x", "http://[::1]/x", "ftp://a.b/c", "http://10.0.0.1/"]
)
def test_only_public_http_addresses_are_fetched(url: str) -> None:
    with pytest.raises(InputError):
        check_address(url)


def test_two_tables_of_one_shape_are_never_mixed(tmp_path: Path) -> None:
    text = "reporter,partner,flow,year,value_usd\nKazakhstan,Russia,export,2022,5\n"
    add_dataset("national_trade", write(tmp_path, text), label="one")
    add_dataset("national_trade", write(tmp_path, text), label="two")
    with pytest.raises(InputError, match="several"):
        shaped_table("trade")
    remove_dataset("one")
    table = shaped_table("trade")
    assert table is not None and table.num_rows == 1


def test_world_bank_wide_with_its_preamble(tmp_path: Path) -> None:
    text = (
        '"Data Source","World Development Indicators",\n\n"Last Updated Date","2025-01-28",\n\n'
        '"Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",\n'
        '"Kazakhstan","KAZ","GDP (current US$)","NY.GDP.MKTP.CD","197112255360.6","225496253849.4",\n'
        '"Euro area","EMU","GDP (current US$)","NY.GDP.MKTP.CD","14732190000000","14210000000000",\n'
    )
    manifest = add_dataset("worldbank_gdp", write(tmp_path, text))
    table = shaped_table("gdp")
    assert table is not None
    assert [(row["state"], row["year"]) for row in table.to_pylist()] == [("KAZ", 2021), ("KAZ", 2022)]
    assert "EMU" in manifest["warnings"][0]


def test_cow_dyadic_trade_turns_two_flows_into_rows(tmp_path: Path) -> None:
    text = "ccode1,ccode2,year,flow1,flow2\n365,705,2014,7.1,13.2\n2,705,2014,-9,1\n"
    add_dataset("cow_trade", write(tmp_path, text))
    table = shaped_table("trade")
    assert table is not None
    told = {(row["exporter"], row["importer"]): row["value"] for row in table.to_pylist()}
    assert told == {("KAZ", "RUS"): 7.1e6, ("RUS", "KAZ"): 13.2e6, ("USA", "KAZ"): 1e6}


def test_igo_wide(tmp_path: Path) -> None:
    text = "ccode,year,state,CSTO,CIS,OSCE\n365,2014,RUS,1,1,1\n705,2014,KZK,1,1,-9\n366,2014,EST,0,-1,2\n"
    add_dataset("cow_igo", write(tmp_path, text))
    table = shaped_table("igo")
    assert table is not None
    assert {(r["state"], r["organisation"], r["status"]) for r in table.to_pylist()} == {
        ("RUS", "CSTO", "full"), ("KAZ", "CSTO", "full"), ("RUS", "CIS", "full"), ("KAZ", "CIS", "full"),
        ("RUS", "OSCE", "full"), ("EST", "OSCE", "associate"),
    }  # fmt: skip


def test_gdelt_raw_rows(tmp_path: Path) -> None:
    assert len(GDELT_COLUMNS) == 61
    cells = dict.fromkeys(GDELT_COLUMNS, "")
    cells |= {
        "GLOBALEVENTID": "1", "SQLDATE": "20241017", "Actor1CountryCode": "RUS", "Actor2CountryCode": "KAZ",
        "EventCode": "043",
        "QuadClass": "1",
        "GoldsteinScale": "2.8",
    }  # fmt: skip
    domestic = cells | {"GLOBALEVENTID": "2", "Actor2CountryCode": "RUS"}
    text = "\n".join("\t".join(row.values()) for row in (cells, domestic)) + "\n"
    manifest = add_dataset("gdelt", write(tmp_path, text, "20241017.export.CSV"))
    table = shaped_table("events")
    assert table is not None
    (row,) = table.to_pylist()
    assert (row["source"], row["target"], str(row["date"]), row["goldstein"]) == ("RUS", "KAZ", "2024-10-17", 2.8)
    assert "1 of 2 events" in manifest["warnings"][0]


@pytest.mark.parametrize(
    ("code", "text"),
    [(10, "010"), (43, "043"), (190, "190"), (1, "01"), (841, "0841"), (1823, "1823"), (20, "020"), (112, "112")],
)
def test_cameo_codes_read_as_numbers_get_their_zero_back(code: int, text: str) -> None:
    assert cameo_text(code) == text


def test_polecat_and_gsdb(tmp_path: Path) -> None:
    polecat = (
        "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Country\tRecipient Country\n"
        "a1\t2023-05-01\tREJECT\t\t-4\tKazakhstan\tRussia\n"
    )
    add_dataset("polecat", write(tmp_path, polecat, "p.txt"))
    events = shaped_table("events")
    assert events is not None
    (row,) = events.to_pylist()
    assert (row["source"], row["target"], row["type"], row["plover"]) == ("KAZ", "RUS", "REJECT", -4.0)
    gsdb = (
        "case_id,sanctioned_state,sanctioning_state,begin,end,trade,travel\n"
        "7,Russia,Canada,2014,2022,1,1\n8,Russia,EU,2014,2022,1,0\n"
    )
    manifest = add_dataset("gsdb", write(tmp_path, gsdb))
    cases = shaped_table("sanction_cases")
    assert cases is not None
    assert [(r["sender"], r["target"], r["kinds"]) for r in cases.to_pylist()] == [("CAN", "RUS", "trade|travel")]
    assert "1 rows" in manifest["warnings"][0]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iran, Islamic Republic of", "IRN"),
        ("Viet Nam", "VNM"),
        ("Республика Латвия", "LVA"),
        ("World", None),
        ("Africa", None),
    ],
)
def test_names_of_states_in_tables(name: str, code: str | None) -> None:
    assert state_by_name(name) == code


FILES = {
    "unga_votes": ("unga_votes_voeten_s01-s78.parquet", 855_887, "session"),
    "ideal_points": ("unga_idealpoints_voeten_2025-07.parquet", 11_167, ""),
    "unga_resolutions": ("unvotes_roll_calls_1946_2019.parquet", 6_203, ""),
    "cow_igo": ("cow_igo_v3_state_year_long.parquet", 500_000, "without a code"),
    "atop": ("atop_5.1_dyad_year_1815_2018.parquet", 268_000, "without a code"),
    "comext": ("eurostat_eu_monthly_trade_eurasia_2019_2024.parquet", 12_159, "EU27_2020"),
    "national_trade": (
        "national_imports_by_partner_yearly_arm_kaz_kgz_uzb_2019_2023.parquet",
        2_745,
        "incomplete: ARM 2023",
    ),
    "worldbank_gdp": ("worldbank_gdp_usd_1960_2024.parquet", 11_129, "groups of countries"),
    "gpr": ("gpr_caldara_iacoviello_monthly_1985_2026-07.parquet", 55_888, ""),
    "gdelt_daily": ("gdelt2_dyad_daily_undirected_31states_2018_2024-02.parquet", 390_302, "96 days"),
    "icews": ("icews_sample_2018.parquet", 1_741, "1964 of 3705"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_fields_own_files_and_their_known_faults(name: str) -> None:
    file, rows, fault = FILES[name]
    manifest = add_dataset(name, str(reference(file)))
    assert manifest["rows"] >= rows
    assert manifest["shape"] == DATASETS[name].shape
    assert fault in " ".join(manifest["warnings"])


def test_incomplete_books_are_flagged_in_the_table() -> None:
    add_dataset("national_trade", str(reference(FILES["national_trade"][0])))
    table = shaped_table("trade")
    assert table is not None
    short = table.filter(pc.invert(table["complete"]))
    assert set(zip(short["reporter"].to_pylist(), short["year"].to_pylist(), strict=True)) == {("ARM", 2023)}


def test_the_kept_folder_is_one_table_and_one_manifest(tmp_path: Path, kept: Path) -> None:
    add_dataset("unga_votes", write(tmp_path, VOTES))
    add_dataset("unga_votes", write(tmp_path, VOTES))
    assert sorted(p.relative_to(kept).as_posix() for p in kept.rglob("*")) == [
        "unga_votes", "unga_votes/manifest.json", "unga_votes/table.parquet",
    ]  # fmt: skip
    assert json.loads((kept / "unga_votes" / "manifest.json").read_text("utf-8"))["rows"] == 2
    assert pq.read_table(kept / "unga_votes" / "table.parquet").num_rows == 2
