"""PETRARCH's own unit tests, 284 sentences about invented states, read with these states as a user's own actors.

`python -m evals.petrarch` says what share of them comes out as there, and sorts the rest by cause.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from multivector.world.actors import actors

__all__ = ["ACTORS", "Outcome", "outcomes", "petrarch"]

ACTORS = Path(__file__).parent / "data" / "petrarch" / "actors.csv"
LETTERS = 3  # of an actor's code that count: the state
NOBODY = ("", "---", "###", "XYZ")  # what the set writes for somebody without a state
SPOKEN = ("01", "02")  # roots of mere statements, for which PLOVER has no event
ROOTS = 22  # the roots of CAMEO and WEIS; higher numbers are codes that a test's own dictionary invents
# What PLOVER has for the categories of WEIS (McClelland 1976: 03 consult, 04 approve, 05 promise, 06 grant): most of
# the set's codes make sense only there, though they are given out as CAMEO (041 for praise, 122 for denouncing).
WEIS = {
    "03": ("CONSULT", "AGREE"), "04": ("SUPPORT",), "05": ("AGREE",), "06": ("SUPPORT", "CONCEDE", "RETREAT"),
    "07": ("AID",), "08": ("AGREE", "SUPPORT"), "09": ("REQUEST",), "10": ("REQUEST",), "11": ("REJECT",),
    "12": ("ACCUSE",), "13": ("ACCUSE",), "14": ("REJECT",), "15": ("REQUEST",), "16": ("THREATEN",),
    "17": ("THREATEN",), "18": ("PROTEST", "MOBILIZE"), "19": ("SANCTION", "REJECT"), "20": ("SANCTION", "COERCE"),
    "21": ("COERCE",), "22": ("ASSAULT",),
}  # fmt: skip
SAME = {"NZE": "NZL", "ZBW": "ZWE", "RHO": "ZWE", "KUW": "KWT"}
# ISO codes of today's tables for those of the set, which also knows Zimbabwe by its older name.


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an event of the set was read: whether its source, its target, both together, its type by CAMEO's root and its
    type by CAMEO's or WEIS's root were found."""

    row: str
    source: bool
    target: bool
    pair: bool
    root: bool
    kind: bool
    cause: str


def petrarch(shared: Path) -> dict[str, float]:
    """Shares of the set's events whose source, target, pair, and pair with type were read, and of its rows without an
    event that were left so."""
    rows, found = _read(shared)
    judged = list(outcomes(rows, found, _types(shared)))
    ways = ("source", "target", "pair", "root", "kind")
    figures: dict[str, float] = {"rows": len(rows), "events": len(judged)}
    figures |= {way: round(sum(getattr(o, way) for o in judged) / len(judged), 3) for way in ways}
    passed = {r["id"]: True for r in rows if r["events"]} | {o.row: False for o in judged if not o.kind}
    silent = [not found.get(r["id"]) for r in rows if not r["events"]]
    figures["rows_passed"] = round((sum(passed.values()) + sum(silent)) / len(rows), 3)
    return figures | {"silent_right": round(sum(silent) / len(silent), 3)}


def outcomes(
    rows: Iterable[dict[str, Any]], found: dict[str, list[dict[str, Any]]], types: dict[str, list[str]]
) -> Iterator[Outcome]:
    """One outcome for each event of the set that names both its states."""
    for row in rows:
        events = found.get(row["id"], [])
        pairs = {(s, t): e["type"] for e in events for s in _states(e["source"]) for t in _others(e)}
        for event in row["events"]:
            source, target = _state(event["source"]), _state(event["target"])
            if source in NOBODY or target in NOBODY:
                continue
            wanted = types.get(str(event["cameo"])[:2], [])
            roots = {e["type"] for e in events if source in _states(e["source"]) and target in _others(e)}
            heard = {s for s, _ in pairs}, {t for _, t in pairs}
            ends, pair = (source in heard[0], target in heard[1]), (source, target) in pairs
            root = not roots.isdisjoint(wanted)
            kind = root or not roots.isdisjoint(WEIS.get(str(event["cameo"])[:2], ()))
            cause = "passed" if kind else _cause(str(event["cameo"]), sorted(roots), ends, bool(events))
            yield Outcome(row["id"], *ends, pair, root, kind, cause)


def _cause(code: str, roots: list[str], ends: tuple[bool, bool], coded: bool) -> str:
    if not coded:
        return "no event"
    lost = [side for side, there in zip(("source", "target"), ends, strict=True) if not there]
    if lost or not roots:
        return f"{' and '.join(lost)} not read" if lost else "both read, not as a pair"
    if code[:2] in SPOKEN:
        return "a statement, for which PLOVER has no event"
    if not code[:2].isdigit() or int(code[:2]) > ROOTS:
        return "a code that the test's dictionary invents"
    return f"another type: {code} read as {' and '.join(roots)}"


def _states(codes: Iterable[str]) -> set[str]:
    """States by their code; all organisations are IGO, as in the set."""
    return {"IGO" if code in _organisations() else _state(code) for code in codes}


@cache
def _organisations() -> frozenset[str]:
    return frozenset(actor.code for actor in actors().values() if actor.kind == "organisation")


def _others(event: dict[str, Any]) -> set[str]:
    """The targets; where a reciprocal act has none, the sources are each other's."""
    return _states(event["target"] or event["source"])


def _state(code: str | None) -> str:
    short = (code or "")[:LETTERS]
    return SAME.get(short, short)


def _types(shared: Path) -> dict[str, list[str]]:
    return dict(json.loads((shared / "data" / "plover_codebook.json").read_text("utf-8"))["cameo_root_to_plover"])


@cache
def _read(shared: Path) -> tuple[list[dict[str, Any]], dict[str, list[dict[str, Any]]]]:
    """The set's rows, and the events that the project's own command codes in each."""
    given = shared / "data" / "reading" / "petrarch1_unittest.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "records.jsonl"
        command = [sys.executable, "-m", "multivector", "code", str(given), "-o", str(out), "--actors", str(ACTORS)]
        subprocess.run(command, check=True)
        records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        if record["kind"] == "event":
            found.setdefault(record["document"], []).append(record)
    return [json.loads(line) for line in given.read_text("utf-8").splitlines()], found


def main() -> None:
    """Print the figures and the causes, the most frequent first."""
    shared = Path(__file__).resolve().parents[2] / "shared"
    for name, value in petrarch(shared).items():
        print(f"{name}: {value}")
    rows, found = _read(shared)
    judged = list(outcomes(rows, found, _types(shared)))
    for cause, number in Counter(o.cause for o in judged).most_common():
        print(f"{number:4}  {cause}  ({', '.join(o.row[8:] for o in judged if o.cause == cause)[:60]} ...)")


if __name__ == "__main__":
    main()
