"""A user's own table of actors."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.errors import MissingInput, UnreadableInput
from multivector.world.own import NONE, read_own

TABLE = """code,name,kind,state,sector,aliases,demonyms,places
GRA,Grania,,,,Kingdom of Grania,Granian|Granians,Port Gran
body:guard,Night Guard,body,GRA,MIL,,,
LEAGUE,Iron League,organisation,,IGO,,,
"""


def table(folder: Path, text: str) -> Path:
    path = folder / "actors.csv"
    path.write_text(text, "utf-8")
    return path


def test_names_say_how_they_name_their_actor(tmp_path: Path) -> None:
    own = read_own(table(tmp_path, TABLE))
    assert [(n.phrase, n.actor, n.via, n.state) for n in own.names] == [
        ("Grania", "GRA", "name", "GRA"),
        ("Kingdom of Grania", "GRA", "name", "GRA"),
        ("Granian", "GRA", "demonym", "GRA"),
        ("Granians", "GRA", "demonym", "GRA"),
        ("Port Gran", "GRA", "city", "GRA"),
        ("Night Guard", "body:guard", "name", "GRA"),
        ("Iron League", "LEAGUE", "name", None),
    ]
    assert [a.kind for a in own.actors] == ["state", "body", "organisation"]


def test_a_table_needs_no_more_than_code_and_name(tmp_path: Path) -> None:
    assert [n.phrase for n in read_own(table(tmp_path, "code,name\nGRA,Grania\n")).names] == ["Grania"]


def test_tables_are_equal_where_their_files_are(tmp_path: Path) -> None:
    one = read_own(table(tmp_path, TABLE))
    assert one == read_own(table(tmp_path, TABLE)) and hash(one) == hash(read_own(table(tmp_path, TABLE)))
    assert one not in (read_own(table(tmp_path, TABLE + "LON,Lonia,,,,,,\n")), NONE)


def test_a_cell_may_hold_lines_and_the_row_behind_it_keeps_its_line(tmp_path: Path) -> None:
    text = 'code,name,aliases\nGRA,"Gra\u2028nia","Kingdom\nof Grania|Gr"\n'
    assert [n.phrase for n in read_own(table(tmp_path, text)).names] == ["Gra\u2028nia", "Kingdom\nof Grania", "Gr"]
    with pytest.raises(UnreadableInput, match="line 4: each actor"):
        read_own(table(tmp_path, f"{text}LON\n"))


def test_a_row_may_have_cells_too_many_and_too_few(tmp_path: Path) -> None:
    own = read_own(table(tmp_path, "code,name,kind\nGRA,Grania\nLON,Lonia,state,more,and more\n"))
    assert [(a.code, a.kind) for a in own.actors] == [("GRA", "state"), ("LON", "state")]


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"code,name\n{text}".encode()))
def test_no_file_breaks_the_reading(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("own") / "actors.csv"
    path.write_bytes(data)
    told = ""
    try:
        own = read_own(path)
    except UnreadableInput as error:
        told = str(error)
    else:
        assert all(actor.code and actor.name for actor in own.actors)
    assert not told or "actors.csv" in told


WRONG = [
    ("code,name\nÄÖÜ,Umlauts\n", "line 2: a state's code has three capital letters"),
    ("name\nGrania\n", "line 2: each actor needs a code and a name"),
    ("code,name\nGRA,\n", "line 2: each actor needs a code and a name"),
    ("code,name\nGRA,Grania\nGran,Gran\n", "line 3: a state's code has three capital letters, not 'Gran'"),
    ("code,name,kind\nGRA,Grania,planet\n", "line 2: its kind is 'planet'"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[w[1][:25] for w in WRONG])
def test_a_row_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UnreadableInput, match=r"actors\.csv") as error:
        read_own(table(tmp_path, text))
    assert message in str(error.value)


def test_a_missing_file_and_one_that_is_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_own(tmp_path / "none.csv")
    (tmp_path / "image.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableInput, match="UTF-8"):
        read_own(tmp_path / "image.csv")
