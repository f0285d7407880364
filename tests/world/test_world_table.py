from collections import Counter
from pathlib import Path

import pytest

from multivector.errors import CodebookError
from multivector.world import table
from multivector.world.actors import actors, group_members
from multivector.world.table import cell_list, rows

TABLES = (
    "bodies", "city_adjectives", "groups", "memberships", "membership_sources", "metonyms", "offices_a", "offices_b",
    "offices_c", "organisations", "protected", "states", "successions",
)  # fmt: skip
SOURCED = tuple(t for t in TABLES if t not in ("protected", "membership_sources"))
KEYS = {
    "states": "code", "organisations": "code", "bodies": "code", "groups": "code", "successions": "code",
    "membership_sources": "key", "protected": "phrase",
}  # fmt: skip
REFERENCES = (
    ("metonyms", "actor"), ("offices_a", "state"), ("offices_b", "state"), ("offices_c", "state"),
    ("memberships", "state"),
    ("memberships", "organisation"), ("successions", "code"), ("successions", "successor"),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of tables that the loader reads in place of the package's own."""
    monkeypatch.setattr(table, "files", lambda package: tmp_path)
    monkeypatch.setattr(table, "rows", rows.__wrapped__)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_the_cells_of_the_header(name: str) -> None:
    found = rows(name)
    assert found
    assert {tuple(row) for row in found} == {tuple(found[0])}
    assert all(isinstance(cell, str) for row in found for cell in row.values())


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_begins_or_ends_with_a_blank(name: str) -> None:
    assert [row for row in rows(name) if any(cell != cell.strip() for cell in row.values())] == []


@pytest.mark.parametrize("line", ["RUS,Russia,more", "RUS"])
def test_a_row_that_does_not_fit_the_header_is_refused_by_its_line(folder: Path, line: str) -> None:
    (folder / "bad.csv").write_text(f"code,name\nKAZ,Kazakhstan\n{line}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"bad\.csv, line 3"):
        table.rows("bad")


def test_quoted_cells_keep_their_commas(folder: Path) -> None:
    (folder / "good.csv").write_text('code,name\nKOR,"Korea, Republic of"\n', encoding="utf-8")
    assert table.rows("good") == ({"code": "KOR", "name": "Korea, Republic of"},)


@pytest.mark.parametrize(
    ("cell", "values"), [("", ()), ("a", ("a",)), ("a|b", ("a", "b")), (" a | b |", ("a", "b")), ("|", ())]
)
def test_a_cell_holds_several_values(cell: str, values: tuple[str, ...]) -> None:
    assert cell_list(cell) == values


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_has_a_source(name: str) -> None:
    assert [row for row in rows(name) if not row["source"].strip()] == []


def test_protected_phrases_have_a_reason_and_sources_a_reference() -> None:
    assert all(row["reason"] for row in rows("protected"))
    assert all(row["title"] and row["url_or_reference"] for row in rows("membership_sources"))


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_keys_are_unique(name: str, key: str) -> None:
    assert [k for k, n in Counter(row[key] for row in rows(name)).items() if n > 1] == []


def test_codes_are_unique_across_the_tables_of_actors() -> None:
    codes = [row["code"] for name in ("states", "organisations", "bodies", "groups") for row in rows(name)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("name", "column"), REFERENCES)
def test_every_code_that_is_referred_to_exists(name: str, column: str) -> None:
    assert {row[column] for row in rows(name)} - set(actors()) == set()


def test_bodies_belong_to_known_states_and_organisations() -> None:
    assert {row["state"] for row in rows("bodies") if row["state"]} - set(actors()) == set()


@pytest.mark.parametrize("code", [row["code"] for row in rows("groups")])
def test_groups_have_known_states_as_members(code: str) -> None:
    members = group_members(code)
    assert len(members) == len(set(members)) > 0
    assert [m for m in members if m not in actors() or actors()[m].kind != "state"] == []
