"""`import multivector as mv; case = mv.open(folder)`: tables, judgement, figures, brief, and the example notebook."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import EXAMPLE

import multivector as mv
from multivector.model import Figure
from multivector.notebook.table import SHOWN, Table

NOTEBOOK = EXAMPLE.parent / "first-look.ipynb"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> mv.Case:
    folder = tmp_path_factory.mktemp("open") / "case"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
    return mv.open(folder)


def test_the_public_surface_is_small_and_all_of_it_is_there() -> None:
    for name in mv.__all__:
        assert getattr(mv, name) is not None
        assert name == "__version__" or getattr(mv, name).__doc__
    assert len(mv.__all__) <= 12
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = mv.nothing


def test_importing_it_loads_no_model_and_no_table_library() -> None:
    code = (
        "import sys, multivector; print(sorted({'spacy', 'pyarrow', 'duckdb', 'numpy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_records_come_as_rows_arrow_and_pandas(case: mv.Case) -> None:
    statements = case.statements
    assert len(statements) == statements.arrow().num_rows > 0
    assert all(row["evidence"]["quote"] for row in statements)
    assert {"speaker", "stance", "evidence"} <= set(statements.arrow().column_names)
    pytest.importorskip("pandas")
    assert list(case.events.pandas()["id"]) == [row["id"] for row in case.events]
    for name, table in (("document", case.documents), ("actor", case.actors), ("membership", case.memberships)):
        assert table.kind == name and len(table)
    assert case.trade_measures.rows[0]["imposer"] and case.links.kind == "link"


def test_polars_where_it_is_missing_says_what_helps(case: mv.Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(mv.InputError, match="pip install polars"):
        case.events.polars()


def test_tables_show_words_and_escape_them() -> None:
    rows = tuple(
        {"document": "<b>", "speaker": {"name": f"A & {i}"}, "evidence": {"quote": "x" * 200}} for i in range(14)
    )
    html = Table("statement", rows)._repr_html_()
    assert "&lt;b&gt;" in html and "A &amp; 0" in html and "<b>" not in html
    assert "and 4 more" in html and "x" * 79 + "…" in html
    assert set(SHOWN) == {"document", "actor", "statement", "event", "trade_measure", "membership", "link"}


def test_the_judgement_as_of_a_day_and_as_html(case: mv.Case) -> None:
    now, early = case.judge(), case.judge(as_of="2024-10-17")
    assert now.judged and not early.judged
    html = case._repr_html_()
    assert "Confidence: low." in html and 'role="img"' in html and "Does Moscow see Kazakhstan&#x27;s" in html
    assert "cannot be judged" in early._repr_html_()
    assert case.question.observer == "RUS"


def test_figures_carry_their_formula_or_why_there_is_none(case: mv.Case) -> None:
    figures = case.cooperation("RUS", "KAZ")
    assert isinstance(figures["net_goldstein"], Figure) and len(figures) == len(list(figures))
    with pytest.raises(KeyError):
        _ = figures["nothing"]
    assert figures.arrow().column_names[0] == "of"
    assert "sum of goldstein scores" in figures._repr_html_()
    none = case.cooperation("BRA", "KAZ")["net_goldstein"]
    assert none.value is None and "cannot be judged, 0 events" in none._repr_html_()
    assert (
        len(case.answers("RUS", "KAZ")) and case.tone("RUS", "KAZ", at="2024-10-18")["tone_shift"].name == "tone_shift"
    )


def test_the_brief_in_any_format(case: mv.Case, tmp_path: Path) -> None:
    assert case.brief(tmp_path / "b.md", form="md") == (tmp_path / "b.md").read_bytes()
    assert case.brief().startswith(b"<!DOCTYPE html>")


def test_a_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(mv.InputError, match="no such folder"):
        mv.open(tmp_path / "nowhere")
    (tmp_path / "a.txt").write_text("words", "utf-8")
    with pytest.raises(mv.InputError, match="is a file"):
        mv.open(tmp_path / "a.txt")


@pytest.mark.filterwarnings("ignore")  # of the kernel's own libraries
def test_the_example_notebook_runs(tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    shutil.copytree(EXAMPLE, tmp_path / EXAMPLE.name, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}})
    done = client.execute()
    shown = [out["data"] for cell in done.cells for out in cell.get("outputs", []) if "data" in out]
    assert sum("text/html" in data for data in shown) >= 4
    assert shown[-1]["text/plain"] == "True"
