"""The export: the contract's lines, tables and graphs."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from store_readings import BANNED, READER, SAID, TEXT, document, empty_store, event, filled_store, reading, statement

from multivector.errors import InputError
from multivector.model import Event, Reading, Status, kind_of
from multivector.model.codec import from_plain
from multivector.store import Store
from multivector.store.export import export_lines, export_plover, write_export
from multivector.store.export.graph import NAMESPACE
from multivector.store.export.lines import record_plain, record_row
from multivector.store.export.plover import COLUMNS
from multivector.store.export.tables import guard

store = pytest.fixture(empty_store)
filled = pytest.fixture(filled_store)

KINDS = ["document", "actor", "statement", "event", "trade_measure", "membership", "link"]
HEAD = ["kind", "id", "document", "evidence", "origin"]


def export(store: Store) -> list[dict[str, object]]:
    """The lines of the case, parsed."""
    return [json.loads(line) for line in export_lines(store.view())]


def test_a_record_comes_back_from_its_line() -> None:
    given = reading("a.txt")
    names = {given.document.id: "a.txt"}
    assert len({type(record) for record in given.records}) == len(KINDS) - 2
    for record in given.records:
        row = json.loads(json.dumps(record_row(record, names)))
        assert from_plain(type(record), record_plain(row, {"a.txt": given.document.id})) == record


def one(store: Store, kind: str) -> dict[str, object]:
    """The first line of that kind."""
    return next(row for row in export(store) if row["kind"] == kind)


def stored(store: Store, *readings: Reading) -> Store:
    """The store with these readings."""
    with store.writer(READER) as writer:
        for found in readings:
            writer.add(found)
    return store


def test_lines_come_in_a_stable_order(filled: Store) -> None:
    rows = export(filled)
    records = [row for row in rows if "evidence" in row]
    assert [row["kind"] for row in rows][:4] == ["document", "document", "actor", "actor"]
    assert rows[4:] == records
    keys = [(r["document"], r["evidence"]["start"], r["evidence"]["end"], r["kind"], r["id"]) for r in records]  # type: ignore[index]
    assert keys == sorted(keys)
    assert len(records) == 10


def test_every_record_begins_with_the_contracts_keys_and_its_words_stand(filled: Store) -> None:
    for row in export(filled):
        if row["kind"] not in ("document", "actor"):
            assert list(row)[:5] == HEAD
            assert row["document"] in ("a.txt", "b.txt")
            found = row["evidence"]
            assert list(found) == ["start", "end", "quote"]  # type: ignore[call-overload]
            assert TEXT[found["start"] : found["end"]] == found["quote"]  # type: ignore[index]
            assert list(row["origin"]) == ["reader", "rule", "version"]  # type: ignore[call-overload]
            assert 0 <= row["confidence"] <= 1  # type: ignore[operator]


def test_a_statement_has_its_keys(filled: Store) -> None:
    row = one(filled, "statement")
    assert list(row)[5:] == [
        "confidence", "speaker", "direct", "cue", "content", "about", "stance", "stance_words", "venue", "audience",
        "said_on", "via",
    ]  # fmt: skip
    assert list(row["speaker"]) == ["name", "actor", "state", "role", "start", "end", "unresolved"]  # type: ignore[call-overload]
    assert row["stance"] == {"GRA": -0.5, "RUR": 0.0}
    assert row["stance_words"] == {"GRA": ["regret"], "RUR": []}
    assert row["about"] == ["GRA"]
    assert row["content"] == {"start": 1, "end": 13, "quote": "We regret it"}
    assert row["said_on"] == {"start": "1938-05-01", "end": "1938-05-01", "precision": "day"}


def test_an_event_has_its_keys_and_all_its_origins(filled: Store) -> None:
    row = one(filled, "event")
    assert list(row)[5:] == [
        "origins", "confidence", "source", "target", "type", "mode", "contexts", "cameo", "status", "attributed_to",
        "date", "goods", "actors", "also", "amounts",
    ]  # fmt: skip
    assert [origin["rule"] for origin in row["origins"]] == ["test.rule", "rule.2"]  # type: ignore[attr-defined]
    assert row["goods"] == [{"text": "apples", "hs": ["0808"]}]
    assert row["also"] == [{"document": "a.txt", "start": 0, "end": len(SAID), "quote": SAID}]


def test_trade_measures_memberships_and_links_have_their_keys(filled: Store) -> None:
    assert list(one(filled, "trade_measure"))[6:] == [
        "imposer", "authority", "target", "measure", "goods", "reason", "temporary", "start", "end", "status",
        "attributed_to", "also", "amounts",
    ]  # fmt: skip
    assert one(filled, "trade_measure")["end"] == "1938-12-31"
    assert list(one(filled, "membership"))[6:] == ["state", "organisation", "status", "date", "also"]
    link = one(filled, "link")
    assert list(link)[6:] == ["link", "from", "to", "attributed_to"]
    assert {link["from"], link["to"]} <= {row["id"] for row in export(filled)}


def test_documents_and_actors_have_the_rest(filled: Store) -> None:
    assert list(one(filled, "document")) == [
        "kind", "id", "document", "name", "outlet", "title", "author", "place", "published", "language", "content_hash",
        "cluster", "removed", "length", "text",
    ]  # fmt: skip
    assert one(filled, "document")["length"] == len(TEXT)
    assert one(filled, "actor") == {
        "kind": "actor", "id": "GRA", "document": None, "type": "state", "name": "Graustark", "names": [],
        "state": "GRA", "sector": None, "role": None,
    }  # fmt: skip


def test_the_day_of_retrieval_changes_no_line(filled: Store) -> None:
    before = list(export_lines(filled.view()))
    found = reading("a.txt")
    stored(filled, replace(found, document=replace(found.document, retrieved="2031-01-01")))
    assert list(export_lines(filled.view())) == before


def test_a_line_is_one_line_for_every_reader(store: Store) -> None:
    odd = "\u2028a\u2029b\x85c\x0bd\x1ce\rf\ng \u2013 Ағылшын"
    found = reading("a.txt", TEXT + odd)
    text = "\n".join(export_lines(stored(store, found).view()))
    assert all(json.loads(line)["kind"] for line in text.splitlines())
    assert json.loads(text.splitlines()[0])["text"] == TEXT + odd
    assert "Ағылшын" in text


def test_the_file_has_the_lines(filled: Store, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    out = tmp_path / "out" / "case.jsonl"
    assert write_export(filled.view(), "jsonl", out) == (out,)
    assert out.read_text(encoding="utf-8").splitlines() == list(export_lines(filled.view()))
    assert write_export(filled.view(), "jsonl", None) == ()
    assert capfdbinary.readouterr().out == out.read_bytes()


def test_an_unknown_format_or_a_table_without_a_folder_is_refused(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'xlsx'; there are jsonl, csv"):
        write_export(filled.view(), "xlsx", None)
    with pytest.raises(InputError, match="name a folder"):
        write_export(filled.view(), "csv", None)
    (tmp_path / "taken").touch()
    with pytest.raises(InputError, match="taken: is a file"):
        write_export(filled.view(), "parquet", tmp_path / "taken")


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_csv_has_one_table_a_kind(filled: Store, tmp_path: Path) -> None:
    paths = write_export(filled.view(), "csv", tmp_path / "csv")
    assert [path.stem for path in paths] == KINDS
    (row, _) = read_csv(tmp_path / "csv" / "statement.csv")
    assert (row["speaker.name"], row["speaker.start"], row["direct"]) == ("the minister of Ruritania", "", "true")
    assert row["stance"] == '{"GRA": -0.5, "RUR": 0.0}'
    assert row["evidence.quote"] == SAID
    assert read_csv(tmp_path / "csv" / "link.csv")[0]["from"]
    assert read_csv(tmp_path / "csv" / "membership.csv")[0]["date.start"] == ""


def test_the_columns_of_csv_and_parquet_are_those_of_the_lines(filled: Store, tmp_path: Path) -> None:
    write_export(filled.view(), "csv", tmp_path)
    write_export(filled.view(), "parquet", tmp_path)
    for kind in KINDS:
        keys = list(one(filled, kind))
        if "evidence" in keys and "origins" not in keys:
            keys.insert(5, "origins")
        header = next(csv.reader(io.StringIO((tmp_path / f"{kind}.csv").read_text(encoding="utf-8"))))
        assert list(dict.fromkeys(column.partition(".")[0] for column in header)) == keys
        assert pq.read_schema(tmp_path / f"{kind}.parquet").names == keys


def test_tables_of_an_empty_case_have_their_columns(store: Store, filled: Store, tmp_path: Path) -> None:
    case = tmp_path / "empty"
    case.mkdir()
    for form in ("csv", "parquet"):
        write_export(Store.open(case).view(), form, tmp_path / "none")
        write_export(filled.view(), form, tmp_path / "full")
    for kind in KINDS:
        full, none = ((tmp_path / name / f"{kind}.csv").read_text(encoding="utf-8") for name in ("full", "none"))
        assert none.splitlines() == full.splitlines()[:1]
        assert pq.read_schema(tmp_path / "none" / f"{kind}.parquet") == pq.read_schema(
            tmp_path / "full" / f"{kind}.parquet"
        )


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"])
def test_no_cell_of_text_is_a_formula(store: Store, tmp_path: Path, start: str) -> None:
    found = reading("a.txt", f"{TEXT} {start}")
    stored(store, replace(found, document=replace(found.document, title=start, name=f"{start.strip()}.txt")))
    write_export(store.view(), "csv", tmp_path)
    assert read_csv(tmp_path / "document.csv")[0]["title"].startswith("'")
    for kind in KINDS:
        for row in read_csv(tmp_path / f"{kind}.csv"):
            assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row.values())


def test_only_what_begins_like_a_formula_is_guarded() -> None:
    assert [guard(text) for text in ("a=1", "", "-", "'=")] == ["a=1", "", "'-", "'="]


def test_parquet_is_typed_and_the_same_twice(filled: Store, tmp_path: Path) -> None:
    paths = write_export(filled.view(), "parquet", tmp_path / "one")
    write_export(filled.view(), "parquet", tmp_path / "two")
    assert all(path.read_bytes() == (tmp_path / "two" / path.name).read_bytes() for path in paths)
    table = pq.read_table(tmp_path / "one" / "statement.parquet")
    assert table.schema.field("stance").type == pa.map_(pa.string(), pa.float64())
    row = table.to_pylist()[0]
    assert dict(row["stance"]) == {"GRA": -0.5, "RUR": 0.0}
    assert row["speaker"]["state"] == "RUR"
    assert pq.read_table(tmp_path / "one" / "event.parquet").to_pylist()[0]["also"][0]["document"] == "a.txt"


def graph_of(store: Store) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], dict[str, str]]]:
    """The nodes and edges of the GraphML export with their data."""
    tag = f"{{{NAMESPACE}}}"
    root = ET.fromstring(graphml(store))
    data = {item: {d.get("key"): d.text for d in item.iter(f"{tag}data")} for item in root.iter()}
    nodes = {str(node.get("id")): data[node] for node in root.iter(f"{tag}node")}
    edges = {(str(e.get("source")), str(e.get("target"))): data[e] for e in root.iter(f"{tag}edge")}
    return nodes, edges  # type: ignore[return-value]


def graphml(store: Store) -> str:
    """The GraphML export as text."""
    out = store.case / "graph.graphml"
    write_export(store.view(), "graphml", out)
    return out.read_text(encoding="utf-8")


def test_the_graph_sums_up_what_actors_did_and_said(store: Store) -> None:
    second = reading("b.txt")
    denied = replace(event(second.document), status="denied")
    stored(store, reading("a.txt"), replace(second, records=(statement(second.document), denied)))
    nodes, edges = graph_of(store)
    assert nodes["GRA"]["name"] == "Graustark"
    assert edges["RUR", "GRA"] == {"events": "1", "events_not_asserted": "1", "statements": "2", "mean_stance": "-0.5"}
    assert edges["RUR", "RUR"]["mean_stance"] == "0.0"
    assert all(end in nodes for pair in edges for end in pair)


def test_a_tie_without_a_stance_has_no_mean(store: Store) -> None:
    found = reading()
    stored(store, replace(found, records=(event(found.document),)))
    assert "mean_stance" not in graph_of(store)[1]["RUR", "GRA"]


def test_hostile_names_leave_the_graph_well_formed(store: Store) -> None:
    found = reading()
    actors = tuple(replace(actor, name="<b>&\x00\ufffe]]>" + actor.name) for actor in found.actors)
    nodes, _ = graph_of(stored(store, replace(found, actors=actors)))
    assert nodes["GRA"]["name"] == "<b>&\ufffd\ufffd]]>Graustark"


def plover(store: Store, **rest: object) -> list[dict[str, str]]:
    """The POLECAT-style rows."""
    text = export_plover(store.view(), **rest)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_events_go_into_polecats_columns(filled: Store) -> None:
    row, _ = plover(filled, scores=lambda kind, mode: (-7.5, f"{kind} {mode}"))
    assert len(COLUMNS) == 40
    assert (row["Event Date"], row["Event Type"], row["Event Mode"]) == ("1938-01-01", "SANCTION", "ban")
    assert (row["Intensity"], row["Quad Code"], row["Contexts"]) == ("-7.5", "SANCTION ban", "economic")
    assert (row["Actor Name"], row["Actor Country"], row["Recipient Name"]) == ("Ruritania", "Ruritania", "Graustark")
    assert (row["Source"], row["Publication Date"], row["Language"]) == ("The Post", "1938-05-02", "en")
    assert (row["Actor COW"], row["Placename"]) == ("", "")
    assert plover(filled)[0]["Intensity"] == ""


def test_a_party_has_the_title_and_sector_of_who_stands_for_it(store: Store) -> None:
    found = reading()
    minister = replace(found.actors[0], code="person:minister", kind="person", name="R.", sector="GOV", role="minister")
    row = plover(stored(store, replace(found, actors=(*found.actors, minister))))[0]
    assert (row["Primary Actor Sector"], row["Actor Title"], row["Recipient Title"]) == ("GOV", "minister", "")


@pytest.mark.parametrize(
    ("status", "kind", "out"),
    [
        ("asserted", "CONSULT", 1), ("planned", "AGREE", 1), ("planned", "SANCTION", 0), ("denied", "AGREE", 0),
        ("hypothetical", "ASSAULT", 0),
    ],
)  # fmt: skip
def test_what_did_not_happen_is_no_polecat_event(store: Store, status: Status, kind: str, out: int) -> None:
    found = reading()
    changed = replace(event(found.document), status=status, type=kind)
    assert len(plover(stored(store, replace(found, records=(changed,))))) == out


def test_tabs_and_formulas_stay_inside_their_cell(store: Store) -> None:
    found = reading()
    stored(store, replace(found, document=replace(found.document, outlet="=a\tb\nc\u2028d")))
    assert {row["Source"] for row in plover(store)} == {"'=a b c d"}


def test_a_rejected_record_is_not_exported(filled: Store) -> None:
    gone = next(r for r in filled.view().records() if isinstance(r, Event) and r.evidence.quote == BANNED)
    row = {"id": "rev-1", "record": gone.id, "act": "reject", "who": "ann", "when": "2025-01-01", "why": "no"}
    (filled.case / "reviews.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert gone.id not in {found["id"] for found in export(filled)}
    assert kind_of(gone) == "event"
    assert document("a.txt").id in {found["id"] for found in export(filled)}
