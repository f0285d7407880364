"""All benchmarks one after the other, and docs/performance.md from what they print.

python -m benchmarks.all [--quick]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

__all__ = ["main", "page"]

DOCS = Path(__file__).resolve().parents[1] / "docs"
# Each with the options of a quick run; those that leave figures for the page come first.
BENCHMARKS = (
    ("reading_speed", ("--articles", "20", "--runs", "1")), ("events_preparsed", ("--articles", "20", "--runs", "2")),
    ("attribution_speed", ("--articles", "20", "--runs", "1")),
    ("cost_growth", ("--largest", "320")), ("search", ("--sentences", "20000")),
    ("store_at_size", ("--records", "100000", "--segment", "50000")),
    ("cold_brief", ("--runs", "1")), ("net_cooperation", ("--rows", "1000000", "--runs", "1")),
)  # fmt: skip


def main() -> None:
    """Run them, show what they print, and write the page."""
    parser = argparse.ArgumentParser(description="All benchmarks, and docs/performance.md.")
    parser.add_argument("--quick", action="store_true", help="Small sizes, and no page: only to see that all run.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        plain: dict[str, str] = {}
        for name, small in BENCHMARKS:
            command = [sys.executable, "-m", f"benchmarks.{name}", *(small if given.quick else ())]
            done = subprocess.run(
                command, env={**os.environ, "BENCH_OUT": scratch}, capture_output=True, text=True, check=True
            )
            print(done.stdout, flush=True)
            plain[name] = done.stdout
        told = {path.stem: json.loads(path.read_text("utf-8")) for path in Path(scratch).glob("*.json")}
    if not given.quick:
        (DOCS / "performance.md").write_text(page(told, plain), encoding="utf-8")
        (DOCS / "cost_growth.svg").write_text(_plot(told["cost_growth"]["rows"]), encoding="utf-8")


def page(told: dict[str, Any], plain: dict[str, str]) -> str:
    """The page: one table a benchmark, or its own words where it leaves no figures."""
    lines = [
        "# Performance",
        "",
        "Written by `make bench`. What each benchmark does, with its peer or limit, stands at the",
    ]
    lines += ["head of its file in benchmarks/.", ""]
    for name, text in plain.items():
        lines += [f"## {name}", ""]
        one = told.get(name)
        lines += _table(one) if one else ["```", text.strip(), "```", ""]
        lines += ["![Cost against size](cost_growth.svg)", ""] if name == "cost_growth" else []
    return "\n".join(lines)


def _table(one: dict[str, Any]) -> list[str]:
    rows = one["rows"]
    names = list(dict.fromkeys(key for row in rows for key in row))
    facts = "; ".join(f"{key}: {value}" for key, value in one["facts"].items())
    head = [f"{one['machine']}; peak memory {one['peak_mb']} MB; {facts}", ""]
    table = [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
    return [*head, *table, *(f"| {' | '.join(str(row.get(n, '')) for n in names)} |" for row in rows), ""]


def _plot(rows: list[dict[str, Any]]) -> str:
    """Seconds against articles, both logarithmic, as SVG."""
    import vl_convert

    spec = {
        "data": {"values": rows},
        "mark": {"type": "line", "point": True},
        "encoding": {
            axis: {"field": field, "type": "quantitative", "scale": {"type": "log"}}
            for axis, field in (("x", "articles"), ("y", "seconds"))
        },
    }
    return str(vl_convert.vegalite_to_svg(spec))


if __name__ == "__main__":
    main()
