"""docs/performance.md, from the figures that the benchmarks have left."""

import ast
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.charts import Curve, exponent, growth_svg

__all__ = ["RESULTS", "page", "write_page"]

HERE = Path(__file__).resolve().parent
RESULTS, DOCS = HERE / "results", HERE.parent / "docs"
PICTURES = DOCS / "performance"  # the folder
ORDER = (
    "reading_speed", "russian_reading", "events_preparsed", "attribution_speed", "cold_brief", "workbench_pages",
    "two_processes", "spark_coding", "cost_growth", "archive_growth", "copies", "story", "incremental", "search",
    "store_at_size", "net_cooperation", "voting_similarity", "simulated_judging",
)  # fmt: skip
# Of each benchmark that is drawn: the column of the size, and the columns of costs.
DRAWN = {
    "cost_growth": ("articles", ("seconds",)), "archive_growth": ("articles", ("coding s", "measuring s")),
    "copies": ("articles", ("seconds",)),
    "story": ("articles", ("copies s", "story s", "timeline s")),
    "net_cooperation": ("events", ("seconds",)),
    "search": ("sentences", ("indexing s", "median ms")),
    "store_at_size": ("documents", ("ingest s", "indexing s", "compaction s", "actor page ms", "look-up ms")),
}  # fmt: skip
BUSY = 0.2  # cores that others kept busy before or after it, above which a benchmark's seconds are not the machine's
HEAD = """# Performance

Written by `make bench` (`python -m benchmarks.all`); single ones are measured again by
`python -m benchmarks.all --only NAME`. What each does, with its peer or limit, stands at the head of its file in
`benchmarks/`, and the first words of it here. Ratios are taken in one run; spreads are median (least-most).
"cost growth" measures the reading of as many articles as fit an hour, with the time each takes; a million would take
most of a day and is not measured. "archive growth" measures to a million all else that an archive needs.
Figures marked **busy** were taken while other work loaded the machine: their ratios hold better than their seconds.
"""
WIDE = 8  # columns, beyond which a table is turned
GREY = "Both axes are logarithmic; the grey dashes are linear growth."


def write_page() -> None:
    """Write the page and its pictures."""
    told = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(RESULTS.glob("*.json"))}
    PICTURES.mkdir(exist_ok=True)
    for name in DRAWN.keys() & told.keys():
        sizes, _ = DRAWN[name]
        (PICTURES / f"{name}.svg").write_text(growth_svg(curves(name, told[name]), sizes, _costs(name)), "utf-8")
    (DOCS / "performance.md").write_text(page(told), encoding="utf-8")


def page(told: Mapping[str, Any]) -> str:
    """The page's text: a section a benchmark, those that have not run named."""
    lines = [HEAD]
    for name in ORDER:
        lines += _section(name, told[name]) if name in told else [f"## {_title(name)}\n\nNot measured yet.\n"]
    return "\n".join(lines)


def curves(name: str, one: Mapping[str, Any]) -> list[Curve]:
    """What is drawn of a benchmark: each cost against size, where there are at least two."""
    size, costs = DRAWN[name]
    found = [(cost, [(float(r[size]), float(r[cost])) for r in one["rows"] if r.get(cost)]) for cost in costs]
    return [(cost, points) for cost, points in found if len(points) > 1]


def _section(name: str, one: Mapping[str, Any]) -> list[str]:
    busy = f", **busy** (others used {one['others']} cores)" if one["others"] >= BUSY else ""
    facts = "".join(f"; {key.replace('_', ' ')}: {value}" for key, value in one["facts"].items())
    run = f"{one['day']}, {one['took_s']} s{busy}; {one['machine']}; peak memory {one['peak_mb']} MB"
    return [
        f"## {_title(name)}\n",
        f"{_about(name)}\n",
        f"{run}{facts}.\n",
        *_table(one["rows"]),
        "",
        *_drawn(name, one),
    ]


def _drawn(name: str, one: Mapping[str, Any]) -> list[str]:
    if name not in DRAWN or not curves(name, one):
        return []
    grown = ", ".join(f"{cost} {exponent(points):.2f}" for cost, points in curves(name, one))
    return [f"![Cost against size](performance/{name}.svg)\n", f"{GREY} Fitted exponents: {grown}.\n"]


def _table(rows: list[dict[str, Any]]) -> list[str]:
    """A row each; where there are many columns, a column each, under the first of them."""
    names = list(dict.fromkeys(key for row in rows for key in row))
    table = [names, *([_cell(row.get(name, "")) for name in names] for row in rows)]
    if len(names) > WIDE:
        table = [list(column) for column in zip(*table, strict=True)]
    head, *body = [f"| {' | '.join(row)} |" for row in table]
    return [head, f"|{'---|' * len(table[0])}", *body]


def _cell(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _costs(name: str) -> str:
    units = {cost.rsplit(" ", 1)[-1] for cost in DRAWN[name][1]}
    return "seconds" if units <= {"s", "seconds"} else "s or ms"


def _about(name: str) -> str:
    """The first sentence of the benchmark's own description."""
    text = ast.get_docstring(ast.parse((HERE / f"{name}.py").read_text("utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())
