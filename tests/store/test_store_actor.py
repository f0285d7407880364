"""The page of one actor, beside counting over all records of the view; and search over tables that came whole."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.store.bulk_tables import tables_of
from tests.store.store_readings import READER, TEXT, reading

from multivector.cli.main import main
from multivector.model import Event, Membership, Statement, TradeMeasure
from multivector.store import Store
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
