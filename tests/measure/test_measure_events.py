"""Events as a table: mutual acts, counts by quad class, periods, and the act-response table in words."""

import datetime as dt

import pyarrow as pa
import pytest

from multivector.case_tables import codebook_scores
from multivector.measure.events import SCHEMA, dyad_figures, events_table, periods_of
from multivector.measure.exchange import told_table
from multivector.measure.tone import SCHEMA as TONES
from multivector.measure.tone import by_period, by_rank, tone, units
from multivector.model import Event, Evidence, Origin

QUAD_NAMES = (
    "verbal_cooperation_events",
    "material_cooperation_events",
    "verbal_conflict_events",
    "material_conflict_events",
)


def event(name: str, source: tuple[str, ...], target: tuple[str, ...], type_: str = "AGREE") -> Event:
    origin = (Origin("test", "by-hand", "1"),)
    return Event(
        name, Evidence("doc", 0, 1, "x"), origin, 0.9, source, target, type_, None, (), None, "asserted", None, None
    )


def row(n: int, day: str, quad: int | None, source: str = "AAA", target: str = "BBB") -> dict[str, object]:
    date = dt.date.fromisoformat(day)
    return {
        "id": f"e{n}", "date": date, "published": date, "source": source, "target": target, "type": None, "cameo": None,
        "quad": quad, "goldstein": 1.0, "plover": 1.0,
    }  # fmt: skip


def table(*rows: dict[str, object]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=SCHEMA)


def test_a_mutual_act_is_one_of_each_party_toward_each_other() -> None:
    made = events_table([event("e", ("AAA", "BBB"), ())], {"doc": "2024-01-02"}, codebook_scores())
    assert {(one["source"], one["target"]) for one in made.to_pylist()} == {("AAA", "BBB"), ("BBB", "AAA")}
    assert events_table([event("e", ("AAA",), ())], {"doc": "2024-01-02"}, codebook_scores()).num_rows == 0


def test_events_are_counted_by_quad_with_the_records_of_each() -> None:
    rows = [row(i, "2024-01-05", quad) for i, quad in enumerate((1, 1, 2, 3, 3, 3, 4, None))]
    found = {figure.name: figure for figure in dyad_figures(table(*rows), "AAA", "BBB")}
    assert [found[name].value for name in QUAD_NAMES] == [2, 1, 3, 1]
    assert all(found[name].n == 7 for name in QUAD_NAMES)
    assert found["verbal_conflict_events"].records == ("e3", "e4", "e5")
    assert found["cooperation_share"].value == pytest.approx(3 / 7)
    none = {figure.name: figure for figure in dyad_figures(table(), "AAA", "BBB")}
    assert none[QUAD_NAMES[0]].value is None and "cannot be judged, 0 events" in (none[QUAD_NAMES[0]].reason or "")


def test_periods_run_from_their_first_to_their_last_day() -> None:
    made = table(row(1, "2024-02-10", 1), row(2, "2024-02-29", 1), row(3, "2023-12-31", 1))
    assert periods_of(made, "month") == (
        ("2023-12", "2023-12-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    )  # fmt: skip
    assert periods_of(made, "year") == (("2023", "2023-01-01", "2023-12-31"), ("2024", "2024-01-01", "2024-12-31"))


def test_the_act_response_table_is_told_in_words() -> None:
    rows = [row(1, "2024-01-01", 4), row(2, "2024-01-10", 4, "BBB", "AAA"), row(3, "2024-03-01", 1)]
    told = told_table(table(*rows), "AAA", "BBB", 30)
    assert "1 hostile acts, 1 answered in kind, 0 otherwise, 0 not at all" in told
    assert "1 friendly acts, 0 answered in kind, 0 otherwise, 1 not at all" in told


def test_tone_by_rank_and_by_period() -> None:
    days = [dt.date(2024, 1 + i // 6, 1 + i % 6) for i in range(12)]
    rows = [
        {
            "id": f"s{i}", "date": day, "published": day, "cluster": f"c{i}", "state": "AAA", "speaker": "p",
            "rank": "minister" if i < 6 else "head", "toward": "BBB", "tone": 0.1 * i,
        }
        for i, day in enumerate(days)
    ]  # fmt: skip
    made = pa.Table.from_pylist(rows, schema=TONES)
    ranks = {name: tone(units(part, "AAA", "BBB", **only), ()).value for name, part, only in by_rank(made)}
    months = {name: tone(units(part, "AAA", "BBB", **only), ()).value for name, part, only in by_period(made, "month")}
    assert ranks == pytest.approx({"head": 0.85, "minister": 0.25})
    assert months == pytest.approx({"2024-01": 0.25, "2024-02": 0.85})
    assert by_rank(made, "2024-01-31")[0][0] == "minister"
