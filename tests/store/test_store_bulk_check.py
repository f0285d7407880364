"""What the check of whole tables refuses: the same that the check of single readings refuses."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.bulk_tables import tables_of
from tests.store.store_readings import TEXT, document, reading

from multivector.errors import EvidenceError, InputError
from multivector.model import Event
from multivector.store.bulk import texts
from multivector.store.bulk.columns import check_tables
from multivector.store.bulk.texts import Texts
from multivector.store.schema import schema_of
from multivector.store.segments import as_table

Tables = dict[str, pa.Table]


def tables() -> Tables:
    return tables_of([reading("a.txt"), reading("b.txt", f"Żółw! {TEXT}")])


def edited(kind: str, row: int, change: Callable[[dict[str, Any]], Any]) -> Tables:
    """The tables with one row of one of them changed in place."""
    found = tables()
    rows = found[kind].to_pylist()
    change(rows[row])
    return found | {kind: pa.Table.from_pylist(rows, schema=found[kind].schema)}


def test_what_stands_passes() -> None:
    check_tables(tables())
    check_tables(tables_of([reading("a.txt")]))


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        ("event", lambda r: r["evidence"].update(start=r["evidence"]["start"] + 1), "event.evidence: row 1"),
        ("event", lambda r: r["evidence"].update(quote="Nobody said so"), "event.evidence: row 1"),
        ("event", lambda r: r["evidence"].update(quote=""), "event.evidence: row 1"),
        ("event", lambda r: r["evidence"].update(start=-3), "event.evidence: row 1"),
        ("event", lambda r: r["evidence"].update(end=10**9), "event.evidence: row 1"),
        ("event", lambda r: r["also"][0].update(quote="Nobody said so"), "event.also: row 1"),
        ("event", lambda r: r["evidence"].update(document=document("a.txt").id), "rests on another document"),
        ("statement", lambda r: r["content"].update(end=r["content"]["end"] - 1), "statement.content: row 1"),
        ("withheld", lambda r: r.update(quote="xxx"), "withheld: row 1"),
        ("event", lambda r: r.update(origin=[]), "names no rule"),
        ("event", lambda r: r.update(in_document="doc-0"), "row 1 is of no document"),
        ("sentence", lambda r: r.update(end=10**6), "sentence: row 3 lies outside"),
        ("mention", lambda r: r.update(start=-1), "mention: row 1 lies outside"),
    ],
)
def test_words_that_do_not_stand_are_refused(kind: str, change: Callable[[Any], Any], said: str) -> None:
    with pytest.raises(EvidenceError, match=said):
        check_tables(edited(kind, 3 if kind == "sentence" else 1, change))


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        ("event", lambda r: r.update(confidence=1.5), r"event.confidence: row 1 has 1.5"),
        ("event", lambda r: r.update(confidence=float("nan")), "event.confidence: row 1 has nan"),
        ("statement", lambda r: r["stance"][0].update(value=float("inf")), "statement.stance.value: row 1 has inf"),
        ("event", lambda r: r.update(status="perhaps"), "event.status: 'perhaps' is not one of asserted"),
        ("event", lambda r: r.update(type=None), "event.type: missing in row 1"),
        ("statement", lambda r: r["speaker"].update(name=None), "statement.speaker.name: missing in row 1"),
        ("event", lambda r: r.update(id="eve-1"), "ids have 24 characters"),
        ("event", lambda r: r.update(id="eve-" + "g" * 20), "'eve-g+' is no id of that kind"),
        ("event", lambda r: r.update(id="sta-" + "0" * 20), "is no id of that kind"),
        ("document", lambda r: r.update(name="a.txt"), "each needs a name of its own"),
        ("document", lambda r: r.update(name=None), "each needs a name of its own"),
        ("document", lambda r: r.update(id=document("a.txt").id), "each needs an id of its own"),
    ],
)
def test_values_that_no_noun_has_are_refused(kind: str, change: Callable[[Any], Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        check_tables(edited(kind, 1, change))


def test_an_id_twice_is_refused() -> None:
    found = tables()
    twice = pa.concat_tables([found["event"].slice(0, 1), found["event"]])
    with pytest.raises(EvidenceError, match="two rows have the same id"):
        check_tables(found | {"event": twice})


def test_rows_stand_in_the_order_of_their_documents() -> None:
    found = tables()
    turned = found["sentence"].take(pc.sort_indices(found["sentence"]["start"]))
    with pytest.raises(InputError, match="out of order"):
        check_tables(found | {"sentence": turned})


def test_tables_that_are_none_of_the_stores() -> None:
    found = tables()
    with pytest.raises(InputError, match="rumour: not a table"):
        check_tables(found | {"rumour": found["event"]})
    with pytest.raises(InputError, match="event: not a table"):
        check_tables(found | {"event": found["event"].drop_columns(["mode"])})
    with pytest.raises(InputError, match="no documents"):
        check_tables({"event": found["event"]})
    with pytest.raises(InputError, match="no documents"):
        check_tables({"document": found["document"].slice(0, 0)})


def test_an_empty_table_of_a_kind_is_fine() -> None:
    check_tables(tables() | {"event": schema_of(Event).empty_table()})


@given(st.data())
def test_quotes_stand_where_python_says_so(data: st.DataObject) -> None:
    """Spans count characters, whatever bytes these take; one that is untrue is named."""
    letters = st.text(st.sampled_from("ab é𝄞я"), max_size=12)
    said = data.draw(st.lists(letters, min_size=1, max_size=4))
    made = [document(f"{n}.txt", text) for n, text in enumerate(said)]
    held = Texts(pa.concat_tables([as_table("document", one, (one,)) for one in made]))
    place = st.tuples(st.integers(0, len(said) - 1), st.integers(-1, 13), st.integers(-1, 13), st.booleans(), letters)
    spans = data.draw(st.lists(place, max_size=8))
    quotes = [said[n][max(0, a) : max(0, b)] if true else other for n, a, b, true, other in spans]
    columns = {
        "start": pa.array([one[1] for one in spans], pa.int64()),
        "end": pa.array([one[2] for one in spans], pa.int64()), "quote": pa.array(quotes, pa.string()),
    }  # fmt: skip
    wrong = [
        place
        for place, ((n, a, b, _, _), quote) in enumerate(zip(spans, quotes, strict=True))
        if not (0 <= a < b <= len(said[n]) and said[n][a:b] == quote)
    ]
    numbers = pa.array([one[0] for one in spans], pa.int64()).to_numpy()
    assert held.one_untrue(numbers, columns) in (wrong or [None])


def test_many_quotes_are_compared_bit_by_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "AT_ONCE", 7)
    check_tables(tables())
    with pytest.raises(EvidenceError, match=r"event\.evidence: row 1"):
        check_tables(edited("event", 1, lambda r: r["evidence"].update(quote=r["evidence"]["quote"][:-1] + "?")))
