"""People's decisions: kept, applied, superseded, undone."""

from pathlib import Path

import pytest
from store_readings import document, empty_store, event, filled_store, measure, reading, statement

from multivector.errors import CaseError
from multivector.model import Link, Origin, Record, Review, ReviewAct, Statement, TradeMeasure
from multivector.model.review import in_force
from multivector.store import Store
from multivector.store.reviews import append, apply, load

store = pytest.fixture(empty_store)
filled = pytest.fixture(filled_store)

DOC = document()
EVENT = event(DOC)


def review(number: int, act: ReviewAct, record: str = EVENT.id, **rest: str | None) -> Review:
    """A review written on that day of January."""
    return Review(f"rev-{number}", record, act, "ann", f"2025-01-{number:02}T10:00:00Z", "because", **rest)


def correction(number: int, field: str, value: str | None, record: str = EVENT.id) -> Review:
    """A correction of one field."""
    return review(number, "correct", record, field=field, value=value)


def only(reviews: list[Review], record: Record = EVENT) -> Record:
    """That record after the reviews."""
    (found,) = apply([record], reviews)
    return found


def test_what_is_written_is_read(tmp_path: Path) -> None:
    rows = [review(1, "reject"), correction(2, "status", "denied"), review(3, "undo", undoes="rev-1")]
    assert load(tmp_path) == ()
    for row in rows:
        append(tmp_path, row)
    assert load(tmp_path) == tuple(rows)


def test_a_row_that_stands_twice_after_a_merge_counts_once(tmp_path: Path) -> None:
    append(tmp_path, review(1, "accept"))
    path = tmp_path / "reviews.jsonl"
    path.write_bytes(path.read_bytes() * 2 + b"\n  \n")
    assert load(tmp_path) == (review(1, "accept"),)


def test_a_missing_line_end_is_mended_by_the_next_row(tmp_path: Path) -> None:
    append(tmp_path, review(1, "accept"))
    path = tmp_path / "reviews.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().rstrip(b"\n"))
    append(tmp_path, review(2, "accept"))
    assert len(load(tmp_path)) == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{torn", "reviews.jsonl:2: not a review: .*mend it or take it out"),
        (b"[1]", "reviews.jsonl:2: not a review: Review: needs its fields"),
        (b"\xff\xfe", "reviews.jsonl:2: not a review"),
        (b"<<<<<<< HEAD", "reviews.jsonl:2: .*after a merge, keep both"),
        (b'{"id": "x"}', "reviews.jsonl:2: not a review: Review: missing field 'act'"),
        (
            b'{"id": "x", "record": "r", "act": "undo", "who": "a", "when": "w", "why": ""}',
            "reviews.jsonl:2: review x is to undo but has no 'undoes'",
        ),
        (
            b'{"id": "rev-1", "record": "r", "act": "accept", "who": "a", "when": "w", "why": ""}',
            "reviews.jsonl:2: a second review has the id rev-1",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: bytes, message: str) -> None:
    append(tmp_path, review(1, "accept"))
    with (tmp_path / "reviews.jsonl").open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(CaseError, match=message):
        load(tmp_path)


def test_an_incomplete_review_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no 'field'"):
        append(tmp_path, review(1, "correct"))
    assert not (tmp_path / "reviews.jsonl").exists()


def test_no_reviews_change_nothing() -> None:
    records = reading().records
    assert apply(records, []) == records


def test_accepting_and_rating_keep_the_record_as_it_is() -> None:
    assert only([review(1, "accept"), review(2, "rate", field="reliability", value="B")]) == EVENT


def test_the_rejected_leave_and_links_that_rest_on_them() -> None:
    kept = apply(reading().records, [review(1, "reject")])
    assert {type(record) for record in kept} == {type(r) for r in reading().records} - {Link, type(EVENT)}


def test_a_later_accept_brings_a_record_back() -> None:
    assert only([review(1, "reject"), review(2, "accept")]) == EVENT


def test_undo_restores_and_undoing_the_undo_rejects_again() -> None:
    reviews = [review(1, "reject"), review(2, "undo", undoes="rev-1"), review(3, "undo", undoes="rev-2")]
    assert apply([EVENT], reviews[:1]) == ()
    assert apply([EVENT], reviews[:2]) == (EVENT,)
    assert apply([EVENT], reviews) == ()


def test_undos_in_a_circle_end() -> None:
    reviews = [review(1, "reject"), review(2, "undo", undoes="rev-3"), review(3, "undo", undoes="rev-2")]
    assert [row.id for row in in_force(reviews)] == ["rev-1"]


def test_the_order_of_the_file_does_not_matter() -> None:
    reviews = [correction(1, "status", "denied"), correction(2, "status", "planned"), review(3, "undo", undoes="rev-2")]
    assert only(reviews) == only(reviews[::-1])
    assert only(reviews).status == "denied"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("record", "field", "value", "expected"),
    [
        (EVENT, "status", "planned", "planned"),
        (EVENT, "confidence", "0.25", 0.25),
        (EVENT, "target", '["GRA", "LON"]', ("GRA", "LON")),
        (EVENT, "mode", None, None),
        (EVENT, "attributed_to", "123", "123"),
        (measure(DOC), "temporary", "false", False),
    ],
)
def test_a_correction_sets_a_field(record: Record, field: str, value: str | None, expected: object) -> None:
    fixed = only([correction(1, field, value, record.id)], record)
    assert getattr(fixed, field) == expected
    assert fixed.origin[:-1] == record.origin
    assert fixed.origin[-1] == Origin("review", "rev-1", "2025-01-01T10:00:00Z")
    assert fixed.id == record.id


def test_a_dotted_path_leads_inside_and_tones_go_by_actor() -> None:
    said = statement(DOC)
    reviews = [
        correction(1, "stance.GRA.value", "-0.9", said.id), correction(2, "speaker.state", "RUR", said.id),
        correction(3, "said_on.end", "1938-05-02", said.id), correction(4, "stance.1.words", '["calm"]', said.id),
    ]  # fmt: skip
    fixed = only(reviews, said)
    assert isinstance(fixed, Statement)
    assert (fixed.stance[0].value, fixed.speaker.state) == (-0.9, "RUR")
    assert fixed.said_on and fixed.said_on.end == "1938-05-02"
    assert fixed.stance[1].words == ("calm",)
    assert len(fixed.origin) == len(said.origin) + 4


def test_applying_twice_is_applying_once() -> None:
    reviews = [correction(1, "status", "denied")]
    assert apply(apply([EVENT], reviews), reviews) == apply([EVENT], reviews)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "eve-1"), ("evidence.start", "0"), ("also", "[]"), ("origin", "[]"), ("status", "perhaps"),
        ("status", None), ("nothing", "x"), ("date.hour", "x"), ("goods.7.text", "x"), ("confidence", "high"),
        ("status.part", "x"), ("goods.text", "x"),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_made_is_named(field: str, value: str | None) -> None:
    with pytest.raises(CaseError, match=r"review rev-1 cannot set .*undo it"):
        apply([EVENT], [correction(1, field, value)])


def test_reviews_of_records_that_are_gone_do_nothing() -> None:
    assert apply([EVENT], [correction(1, "status", "denied", "eve-gone"), review(2, "reject", "eve-gone")]) == (EVENT,)


def test_a_view_shows_the_records_as_people_left_them_and_survives_a_new_reading(filled: Store) -> None:
    gone, fixed = filled.view().records("event")[0].id, filled.view().records("trade_measure")[0].id
    append(filled.case, review(1, "reject", gone))
    append(filled.case, correction(2, "end", "1939-01-31", fixed))
    for version in ("reader-1", "reader-2"):
        with filled.writer(version) as writer:
            writer.add(reading("a.txt"))
        view = filled.view()
        found = view.record(fixed)
        assert gone not in {record.id for record in view.records()}
        assert isinstance(found, TradeMeasure)
        assert found.end == "1939-01-31"
        assert gone in {record.id for record in filled.view(reviewed=False).records()}
    append(filled.case, review(3, "undo", gone, undoes="rev-1"))
    assert filled.view().record(gone).id == gone
