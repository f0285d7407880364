"""A coded lake becomes a case: the records that were coded, beside their texts; stopped runs go on, nothing doubles."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import fsspec
import pytest
from click.testing import CliRunner
from tests.heard import Heard

from multivector import coded
from multivector.archive import code_archive
from multivector.cli.main import main
from multivector.coded import Given, Taken, take_lake
from multivector.engine.local import run_local
from multivector.engine.stage import FAILURE, Hearing
from multivector.errors import InputError, MissingInput, UnreadableInput
from multivector.sources import shards
from multivector.store import Store
from multivector.store.export import export_lines
from multivector.store.export.lines import record_row
from multivector.store.search_index import Asking

TEXTS = (
    "Russia banned imports of Kazakh wheat. The harvest was good.",
    "Kazakhstan and China signed an agreement on trade on 3 October 2024.",
    '"We do not see Kazakhstan as an opponent," Russian Foreign Minister Sergey Lavrov said in Moscow.',
    "The weather was fine.",
    "Iran praised Türkiye’s offer – and France criticised it.",
)
KILLED = 9
HERE = Path(__file__).resolve().parents[1]


def write(path: Path, first: int = 0, texts: tuple[str, ...] = TEXTS, bad: bool = False) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"id": f"{first + n}", "text": text, "date": "2024-10-17"}) for n, text in enumerate(texts)]
    path.write_text("\n".join([lines[0], *(["no row"] if bad else []), *lines[1:]]) + "\n", "utf-8")
    return path


def lake_of(given: Path | str, lake: Path | str) -> str:
    silent = Hearing(lambda _: None, lambda *_: None, lambda _: None)
    code_archive(str(given), str(lake), partial(run_local, workers=1), silent)
    return str(lake)


def taken(lake: Path | str, case: Path, **more: Any) -> tuple[Taken, Heard]:
    case.mkdir(exist_ok=True)
    heard = Heard()
    return take_lake(Given(str(lake), **more), case, heard.hearing()), heard


def shown(case: Path) -> list[str]:
    return list(export_lines(Store.open(case).view()))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two files, a shard a row."""
    monkeypatch.setattr(shards, "SMALLEST", 1)
    write(tmp_path / "in" / "a.jsonl", bad=True)
    write(tmp_path / "in" / "deep" / "b.jsonl", 10)
    return tmp_path / "in"


def test_a_case_holds_what_was_coded(archive: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in _coded_lines(archive, tmp_path)]
    result, heard = taken(lake_of(archive, tmp_path / "lake"), tmp_path / "case")
    view = Store.open(tmp_path / "case").view()
    names = {document.id: document.name for document in view.documents()}
    told = [record_row(record, names) for record in view.records()]
    assert sorted(map(json.dumps, told)) == sorted(map(json.dumps, lines))
    assert sorted(names.values(), key=int) == [*"01234", *(f"{10 + n}" for n in range(5))]
    assert [view.document(d).text for d in names] == [TEXTS[int(name) % 10] for name in names.values()]
    assert all(document.published == "2024-10-17" for document in view.documents())
    assert result == Taken(10, len(lines), 0, 1)
    assert heard.weight == heard.size and all(heard.fresh) and not heard.failures


def _coded_lines(archive: Path, tmp_path: Path) -> list[str]:
    lake_of(archive, tmp_path / "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    assert lines and not any(json.loads(line)["kind"] == FAILURE for line in lines)
    return lines


def test_texts_are_searched_and_actors_looked_up(archive: Path, tmp_path: Path) -> None:
    taken(lake_of(archive, tmp_path / "lake"), tmp_path / "case")
    store = Store.open(tmp_path / "case")
    assert {f.quote for f in store.search(Asking("harvest", kind="sentence"))} == {"The harvest was good."}
    assert {f.name for f in store.search(Asking("offer", kind="sentence", actors=("TUR",)))} == {"4", "14"}
    assert store.actor("RUS").counts
    assert {"CHN", "IRN", "KAZ"} <= {actor.code for actor in store.view().actors()}


def test_russian_is_searched_in_its_forms(tmp_path: Path) -> None:
    text = "Россия запретила ввоз казахстанской пшеницы. Урожай был хорошим, сообщили в министерстве."
    lake = lake_of(write(tmp_path / "in.jsonl", 0, (text,)), tmp_path / "lake")
    taken(lake, tmp_path / "case")
    store = Store.open(tmp_path / "case")
    (document,) = store.view().documents()
    assert document.language == "ru"
    found = store.search(Asking("запрет пшеница", kind="sentence", actors=("KAZ",)))
    assert [one.quote for one in found] == ["Россия запретила ввоз казахстанской пшеницы."]


def test_a_run_again_takes_only_what_is_new(archive: Path, tmp_path: Path) -> None:
    lake = lake_of(archive, tmp_path / "lake")
    first, _ = taken(lake, tmp_path / "case")
    before = shown(tmp_path / "case")
    again, heard = taken(lake, tmp_path / "case")
    assert again == Taken(0, 0, 11, 0) and not any(heard.fresh) and shown(tmp_path / "case") == before
    write(archive / "c.jsonl", 20, TEXTS[:2])
    more, _ = taken(lake_of(archive, lake), tmp_path / "case")
    assert (more.documents, more.earlier) == (2, 11)
    assert Store.open(tmp_path / "case").view().count()[0] == first.documents + 2


def test_what_comes_later_under_an_id_replaces(archive: Path, tmp_path: Path) -> None:
    lake = lake_of(archive, tmp_path / "lake")
    taken(lake, tmp_path / "case")
    write(archive / "deep" / "b.jsonl", 10, ("Iran condemned Israel.", *TEXTS[1:]))
    taken(lake_of(archive, lake), tmp_path / "case")
    view = Store.open(tmp_path / "case").view()
    assert [d.text for d in view.documents() if d.name == "10"] == ["Iran condemned Israel."]
    assert view.count()[0] == 10
    fresh, _ = taken(lake, tmp_path / "fresh")
    assert shown(tmp_path / "fresh") == shown(tmp_path / "case") and fresh.documents == 10


def test_one_id_for_several_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one part nobody knows which text a record is of; in two the later counts; the same text twice is one."""
    rows = [{"id": "a", "text": TEXTS[0]}, {"id": "a", "text": TEXTS[1]}, {"id": "b", "text": TEXTS[2]}]
    rows += [{"id": "c", "text": TEXTS[1]}] * 2
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (tmp_path / "in" / "2.jsonl").write_text(json.dumps({"id": "b", "text": TEXTS[4]}), "utf-8")
    result, heard = taken(lake_of(tmp_path / "in", tmp_path / "lake"), tmp_path / "case")
    assert heard.failures == [f"not taken: {tmp_path}/in/1.jsonl: several texts have the id 'a'; give each its own"]
    view = Store.open(tmp_path / "case").view()
    assert {d.name: d.text for d in view.documents()} == {"b": TEXTS[4], "c": TEXTS[1]}
    assert result.documents == 3 and result.not_taken == 3
    assert len(view.records(kind="event")) == len({record.id for record in view.records(kind="event")})


def test_texts_that_have_moved_or_changed(archive: Path, tmp_path: Path) -> None:
    lake = lake_of(archive, tmp_path / "lake")
    moved = archive.rename(tmp_path / "moved")
    with pytest.raises(MissingInput, match="say with --texts"):
        taken(lake, tmp_path / "case")
    text = (moved / "a.jsonl").read_text("utf-8")
    (moved / "a.jsonl").write_text(text.replace("2024-10-17", "2024-10-18", 1), "utf-8")
    with pytest.raises(UnreadableInput, match="its texts are others than"):
        taken(lake, tmp_path / "case", texts=str(moved))
    (moved / "a.jsonl").write_text(text.replace("no row\n", ""), "utf-8")
    with pytest.raises(UnreadableInput, match=r"has not a\.jsonl"):
        taken(lake, tmp_path / "case", texts=str(moved))
    (moved / "a.jsonl").write_text(text, "utf-8")
    assert taken(lake, tmp_path / "case", texts=str(moved))[0].documents == 10


def test_what_is_no_finished_lake(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no lake of `multivector code`"):
        taken(archive, tmp_path / "case")
    lake = lake_of(archive, tmp_path / "lake")
    manifest = tmp_path / "lake" / "_manifest.json"
    told = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({"input": told["input"], "complete": False, "files": []}), "utf-8")
    with pytest.raises(MissingInput, match="has not finished"):
        taken(lake, tmp_path / "case")
    manifest.write_text(json.dumps(told | {"files": [{"file": "part-x", "odd": 1}]}), "utf-8")
    with pytest.raises(InputError, match="not a lake's manifest"):
        taken(lake, tmp_path / "case")


def test_a_lake_in_an_object_store(archive: Path, tmp_path: Path) -> None:
    store = fsspec.filesystem("memory")
    store.pipe_file("/arc/in/a.jsonl", (archive / "a.jsonl").read_bytes())
    try:
        result, _ = taken(lake_of("memory://arc/in", "memory://arc/lake"), tmp_path / "case")
        assert result.documents == 5
    finally:
        store.rm("/arc", recursive=True)


CHILD = """
import sys
import os
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from multivector import coded
from multivector.engine.stage import Hearing
from multivector.sources import shards
from multivector.store import manifest
shards.SMALLEST, coded.DOCUMENTS = 1, 2
place, count = sys.argv[4], 0
real = manifest.Manifest.commit_bulk
def commit(*given, **named):
    global count
    count += 1
    if count == 3 and place == "before the commit":
        os._exit(9)
    real(*given, **named)
    if count == 3 and place == "behind the commit":
        os._exit(9)
manifest.Manifest.commit_bulk = commit
if place == "at the end":
    manifest.Manifest.end_job = lambda *_: os._exit(9)
silent = Hearing(lambda _: None, lambda *_: None, lambda _: None)
Path(sys.argv[3]).mkdir()
coded.take_lake(coded.Given(sys.argv[2]), Path(sys.argv[3]), silent)
"""


@pytest.mark.parametrize("place", ["before the commit", "behind the commit", "at the end"])
def test_a_killed_run_goes_on_and_nothing_is_lost_or_doubled(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(coded, "DOCUMENTS", 2)
    lake, case = lake_of(archive, tmp_path / "lake"), tmp_path / "case"
    child = [sys.executable, "-c", CHILD, str(HERE / "src"), lake, str(case), place]
    killed = subprocess.run(child, check=False, capture_output=True)
    assert killed.returncode == KILLED, killed.stderr.decode()
    stands = {"before the commit": 4, "behind the commit": 6, "at the end": 10}[place]
    assert Store.open(case).view().count()[0] == stands
    result, heard = taken(lake, case)
    assert result.documents == 10 - stands and heard.fresh.count(True) == 11 - heard.fresh.count(False)
    taken(lake, tmp_path / "whole")
    assert shown(case) == shown(tmp_path / "whole")


def test_the_command_takes_goes_on_and_gives_json(archive: Path, tmp_path: Path) -> None:
    lake = lake_of(archive, tmp_path / "lake")
    runner, case = CliRunner(), str(tmp_path / "new" / "case")
    told = runner.invoke(main, ["read", case, "--coded", lake, "--json"], catch_exceptions=False)
    assert {"case": case, "lake": lake, "documents": 10, "earlier": 0, "not_taken": 1}.items() <= json.loads(
        told.stdout
    ).items()
    plain = runner.invoke(main, ["read", case, "--coded", lake], catch_exceptions=False)
    assert plain.stdout == f"0 documents, 0 records taken, 0 rows not; case: {case}\n"
    with pytest.raises(InputError, match="go with --coded"):
        runner.invoke(main, ["read", case, "--texts", str(archive)], catch_exceptions=False)
    with pytest.raises(InputError, match="a file"):
        runner.invoke(main, ["read", str(archive / "a.jsonl"), "--coded", lake], catch_exceptions=False)
