"""Write docs/confusions.md: what is taken for what on plv and gsr, and the frames that are wrong most often.

    python -m evals.confusions

A frame is wrong where its event has another type than the sentence's gold. On gsr that is a harsh reading: a sentence
has one gold type and may tell of more.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals.measure import SHARED

__all__ = ["Case", "confusion", "main", "page", "worst_frames"]

PAGE = Path(__file__).resolve().parents[1] / "docs" / "confusions.md"
SETS = {"plv": ("plv_train.jsonl", "event_plover_zsp"), "gsr": ("plover_gsr.jsonl", "event_plover")}
WORST = 20
HEAD = """# What is taken for what

Made by `python -m evals.confusions`; do not edit. The sets are described in [measured.md](measured.md). plv takes
CONCEDE and RETREAT as one, YIELD; it counts economic sanctions as COERCE and convictions as ACCUSE, which here are
SANCTION.
"""

Case = tuple[str, tuple[tuple[str, str], ...]]  # the gold type; type and frame of each event that was read


def main() -> int:
    """Code both sets and write the page; exit code 2 where the data is absent."""
    if not SHARED.is_dir():
        print(f"no data in {SHARED}", file=sys.stderr)
        return 2
    PAGE.write_text(page({name: list(_cases(name)) for name in SETS}), encoding="utf-8")
    return 0


def page(sets: Mapping[str, Sequence[Case]]) -> str:
    """The whole page."""
    parts = [HEAD, "\n## plv: gold (rows) and reading (columns)\n", confusion(sets["plv"])]
    for name in sets:
        parts += [f"\n## {name}: the {WORST} frames that were wrong most often\n", worst_frames(sets[name])]
    return "\n".join(parts) + "\n"


def confusion(cases: Sequence[Case]) -> str:
    """A table of the first event of each sentence, with recall and precision."""
    cells = Counter((gold, events[0][0] if events else "none") for gold, events in cases)
    roots = sorted({name for cell in cells for name in cell})
    lines = [f"| | {' | '.join(r[:6] for r in roots)} | recall | precision |", "|---" * (len(roots) + 3) + "|"]
    for root in roots:
        row = [cells[root, other] for other in roots]
        recall = _share(cells[root, root], sum(row))
        precision = _share(cells[root, root], sum(cells[other, root] for other in roots))
        lines.append(f"| {root} | {' | '.join(str(n or '') for n in row)} | {recall} | {precision} |")
    return "\n".join(lines)


def worst_frames(cases: Sequence[Case]) -> str:
    """The frames by the number of events that are not of the gold type, each with what the gold was instead."""
    read: Counter[str] = Counter()
    wrong: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gold, events in cases:
        for kind, frame in dict.fromkeys(events):
            read[frame] += 1
            if kind != gold:
                wrong[frame][gold] += 1
    worst = sorted(wrong, key=lambda f: (-wrong[f].total(), f))[:WORST]
    lines = ["| frame | read | wrong | gold instead |", "|---|---|---|---|"]
    for frame in worst:
        instead = ", ".join(f"{n} {gold}" for gold, n in wrong[frame].most_common(4))
        lines.append(f"| {frame} | {read[frame]} | {wrong[frame].total()} | {instead} |")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else ""


def _cases(name: str) -> Iterator[Case]:
    """Each gold row with the events that the project's own command reads in it."""
    file, field = SETS[name]
    gold = SHARED / "data" / "reading" / file
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        records = Path(scratch) / "records.jsonl"
        subprocess.run([sys.executable, "-m", "multivector", "code", str(gold), "-o", str(records)], check=True)
        for record in map(json.loads, records.read_text(encoding="utf-8").splitlines()):
            if record["kind"] == "event":
                found[record["document"]].append((_type(record["type"], name), _frame(record["origin"]["rule"])))
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        yield _type(row[field], name), tuple(found[row["id"]])


def _type(kind: str, name: str) -> str:
    return "YIELD" if name == "plv" and kind in ("CONCEDE", "RETREAT") else kind


def _frame(rule: str) -> str:
    """The frame of an event's rule, without what changed it; "words" where only words spoke for a marked pair."""
    first = rule.removeprefix("event:").split(";")[0].split("/")[0].strip()
    return "words" if first.startswith("clue ") else first


if __name__ == "__main__":
    sys.exit(main())
