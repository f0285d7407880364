"""The page of one actor, beside counting over all records of the view; and search over tables that came whole."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from benchmarks.archive import CODES, tables
from click.testing import CliRunner
from tests.store.bulk_tables import tables_of
from tests.store.store_readings import READER, TEXT, reading

from multivector.cli.main import main
from multivector.model import Event, Membership, Statement, TradeMeasure
from multivector.store import Store
from multivector.store.bulk.sums import sums
from multivector.store.search_index import Asking

NAMES = [f"{number:02}.txt" for number in range(5)]


@pytest.fixture(params=["bulk", "single", "both"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Five documents, of which one was replaced and one forgotten."""
    found = Store.open(tmp_path)
    whole = {"bulk": NAMES, "single": [], "both": NAMES[:2]}[request.param]
    if whole:
        with found.bulk(READER) as writer:
            writer.add(tables_of([reading(name) for name in whole]))
    with found.writer(READER) as writer:
        for name in NAMES:
            if name not in whole:
                writer.add(reading(name))
    with found.writer(READER) as writer:
        writer.add(reading(NAMES[0], f"{TEXT} It rained on apples."))
    found.forget([NAMES[4]])
    return found


def by_hand(store: Store, code: str) -> Counter[tuple[str, str, str]]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in store.view(reviewed=False).records():
        if isinstance(one, Event):
            counts.update(("event", role, one.type) for role in ("source", "target") if code in getattr(one, role))
        elif isinstance(one, Statement):
            if code in (one.speaker.actor, one.speaker.state):
                counts["statement", "speaker", one.cue or ""] += 1
            if code in one.about:
                counts["statement", "about", one.cue or ""] += 1
        elif isinstance(one, TradeMeasure):
            if one.imposer == code:
                counts["trade_measure", "imposer", one.measure] += 1
            if code in one.target:
                counts["trade_measure", "target", one.measure] += 1
        elif isinstance(one, Membership):
            for role in ("state", "organisation"):
                if getattr(one, role) == code:
                    counts["membership", role, one.status] += 1
    return counts


@pytest.mark.parametrize("code", ["RUR", "GRA", "LON", "person:minister", "XXX"])
def test_counts_are_those_of_all_records(store: Store, code: str) -> None:
    page = store.actor(code)
    assert {key[:3]: key[3] for key in page.counts} == by_hand(store, code)
    assert sum(n for _, n in page.years) == sum(n for *_, n in page.counts)
    assert {one.id for one in page.latest} <= {one.id for one in store.view().records()}


def test_partners_years_and_the_latest(store: Store) -> None:
    page = store.actor("RUR", latest=3)
    assert page.partners == (("GRA", 12),)
    assert dict(page.years) == {"1938": 8, "": 4}
    assert [type(one) for one in page.latest] == [Statement] * 3


def test_sums_that_are_kept_are_those_that_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(tmp_path)
    for first in (0, 70):
        with store.bulk(READER) as writer:
            writer.add(tables(first, 60))
    kept = {code: store.actor(code) for code in (*CODES, "XXX")}
    assert len(kept["KAZ"].latest) == 20 and sum(n for *_, n in kept["KAZ"].counts) > 50
    days = [one.date.start if isinstance(one, Event) and one.date else "" for one in kept["KAZ"].latest]
    assert days == sorted(days, reverse=True)
    monkeypatch.setattr("multivector.store.bulk.sums.MANY", 1)
    for path in store.folder.glob("lookup/*/*.actors"):
        path.unlink()
    assert {code: store.actor(code) for code in kept} == kept
    assert len(store.actor("KAZ", 25).latest) == 25 and store.actor("KAZ", 25).latest[:20] == kept["KAZ"].latest
    assert store.actor("KAZ", 0).latest == () and store.actor("KAZ", 0).counts == kept["KAZ"].counts


def test_an_actor_counts_once_a_record_and_with_every_other() -> None:
    table = pa.table({
        "source": [["A", "B", "A"], ["A"], []], "target": [["B", "C"], ["A"], ["A"]], "type": ["X", "Y", None],
        "date": pa.StructArray.from_arrays([pa.array(["2024-01-02", None, "2023-05-06"])], names=["start"]),
    })  # fmt: skip
    found = sums("event", table, np.arange(3)).to_pylist()
    mine = Counter({(r["what"], r["role"], r["value"]): r["n"] for r in found if r["actor"] == "A"})
    del mine["latest", "source", ""], mine["latest", "target", ""]
    assert mine == {
        ("sort", "source", "X"): 1, ("sort", "source", "Y"): 1, ("sort", "target", "Y"): 1, ("sort", "target", ""): 1,
        ("year", "source", "2024"): 1, ("year", "source", ""): 1, ("year", "target", ""): 1,
        ("year", "target", "2023"): 1, ("partner", "source", "B"): 1, ("partner", "source", "C"): 1,
        ("partner", "source", "A"): 1, ("partner", "target", "A"): 1,
        ("latest", "source", "2024-01-02"): 0, ("latest", "target", "2023-05-06"): 2,
    }  # fmt: skip


def test_search_finds_what_came_whole(store: Store) -> None:
    def names(words: str) -> list[str]:
        return sorted({one.name for one in store.search(Asking(words, kind="sentence"))})

    assert names("apples") == NAMES[:4]
    assert len(store.search(Asking("apples", kind="event"))) == 4
    store.forget([NAMES[1]])
    assert names("apples") == [NAMES[0], *NAMES[2:4]]
    with store.bulk(READER) as writer:
        writer.add(tables_of([reading("new.txt"), reading(NAMES[1])]))
    assert names("apples") == [*NAMES[:4], "new.txt"]
    store.compact(many=1)
    assert names("apples") == [*NAMES[:4], "new.txt"]
    assert len(store.search(Asking("apples", kind="event"))) == 5


def test_the_command(tmp_path: Path) -> None:
    with Store.open(tmp_path).bulk(READER) as writer:
        writer.add(tables_of([reading(name) for name in NAMES]))
    told = CliRunner().invoke(main, ["actor", "rur", "--case", str(tmp_path), "-n", "2"])
    assert told.exit_code == 0 and "5  event as source  SANCTION" in told.stdout and "with: GRA 15" in told.stdout
    found = json.loads(CliRunner().invoke(main, ["actor", "RUR", "--case", str(tmp_path), "--json"]).stdout)
    assert found["partners"] == [["GRA", 15]] and len(found["latest"]) == 10
    none = CliRunner().invoke(main, ["actor", "ZZZ", "--case", str(tmp_path)])
    assert none.exit_code != 0
