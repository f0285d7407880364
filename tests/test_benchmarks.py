"""The benchmarks' own parts: the made-up archive stands before the store's check, sizes scale, the page says it all."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks import archive, page, report
from benchmarks.all import BENCHMARKS, _options
from benchmarks.charts import exponent, growth_svg

from multivector.store import Store
from multivector.store.bulk.columns import check_tables

ROOT = Path(__file__).resolve().parents[1]


def test_the_made_up_archive_is_one_that_the_store_takes(tmp_path: Path) -> None:
    check_tables(archive.tables(3, 20))
    with Store.open(tmp_path).bulk("made") as writer:
        assert writer.add(archive.tables(0, 30)) == 30 * (1 + 2 * archive.PER_DOCUMENT)
    view = Store.open(tmp_path).view()
    for number in range(0, 150, 17):
        record = view.record(archive.record_id(number))
        document = view.document(record.evidence.document)
        assert document.text[record.evidence.start : record.evidence.end] == record.evidence.quote
    assert len({d.text for d in view.documents()}) == 30
    assert Store.open(tmp_path).actor("TUR").counts


def test_sizes_scale_and_each_comes_once() -> None:
    sizes = BENCHMARKS["net_cooperation"]
    assert _options(sizes, 1.0) == ["--rows", "1000000", "50000000", "300000000", "--runs", "3"]
    assert _options(sizes, 0.001) == ["--rows", "10000", "50000", "300000", "--runs", "1"]
    assert _options(sizes, 1e-9) == ["--rows", "10000", "--runs", "1"]


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_has_its_options_and_a_place_on_the_page(name: str) -> None:
    assert name in page.ORDER
    text = (ROOT / "benchmarks" / f"{name}.py").read_text("utf-8")
    assert all(f'"--{option}"' in text or '"--{name}"' in text for option in BENCHMARKS[name])


def test_growth_is_the_slope_of_the_logarithms() -> None:
    assert exponent([(n, 3 * n**1.5) for n in (10, 100, 1000)]) == pytest.approx(1.5)
    picture = growth_svg([("a", [(10, 1), (1000, 90)]), ("b", [(10, 2), (1000, 200)])], "articles", "seconds")
    assert picture.startswith("<svg") and "articles" in picture and "seconds" in picture


def figures(name: str, **more: Any) -> dict[str, Any]:
    rows = [{"sentences": n, "indexing s": n / 1000, "median ms": 0.5} for n in (1000, 100_000)]
    return {
        "name": name, "day": "2026-11-28", "took_s": 3, "others": 0.0, "machine": "a machine", "peak_mb": 100,
        "facts": {"queries": 5}, "rows": rows, **more,
    }  # fmt: skip


def test_the_page_has_a_section_for_each_and_says_what_is_missing() -> None:
    text = page.page({"search": figures("search"), "cold_brief": figures("cold_brief", others=1.5)})
    assert "| sentences | indexing s | median ms |" in text and "| 100,000 | 100.0 | 0.5 |" in text
    assert "![Cost against size](performance/search.svg)" in text and "indexing s 1.00, median ms 0.00" in text
    assert text.count("**busy** (others used 1.5 cores)") == 1
    assert text.count("Not measured yet.") == len(page.ORDER) - 2
    assert "queries: 5" in text and "Full-text search over a million sentences" in text


def test_the_page_can_be_made_of_the_figures_that_are_kept() -> None:
    told = {path.stem: json.loads(path.read_text("utf-8")) for path in page.RESULTS.glob("*.json")}
    assert told.keys() <= set(page.ORDER)
    text = page.page(told)
    assert all(f"## {name.replace('_', ' ').capitalize()}\n" in text for name in page.ORDER)


def test_figures_are_printed_and_kept(tmp_path: Path) -> None:
    code = "from benchmarks.report import tell; tell('one', [{'n': 1, 's': '2 (1-3)'}], queries=7)"
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT,
        env={**os.environ, "BENCH_OUT": str(tmp_path)},
    )  # fmt: skip
    assert "one: " in run.stdout and "n 1; s 2 (1-3)" in run.stdout
    kept = json.loads((tmp_path / "one.json").read_text("utf-8"))
    assert kept["rows"] == [{"n": 1, "s": "2 (1-3)"}] and kept["facts"] == {"queries": 7} and kept["peak_mb"] > 0


def test_spread_is_median_least_and_most() -> None:
    assert report.spread([3, 1, 2]) == "2.00 (1.00-3.00)"
