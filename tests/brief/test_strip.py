"""The strip of the timeline: everything within its width, nothing lost, nothing on top of another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.brief.book import Cite
from multivector.brief.moments import LANES, Moment
from multivector.brief.strip import TRACKS, strip_of

DAY = date(2024, 3, 1).toordinal()
CITE = Cite("words", False, "label", None, None, "")
NEAR = st.integers(DAY - 2000, DAY + 2000)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A moment with a first or a last day or both, reported on some day or on none."""
    first, last = draw(st.none() | NEAR), draw(st.none() | NEAR)
    if first is None and last is None:
        first = last = draw(NEAR)
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)
    kind = draw(st.sampled_from([kind for kind, _ in LANES]))
    iso = date.fromordinal(first or last or DAY).isoformat()
    return Moment(kind, first, last, draw(st.booleans()), "", iso, draw(st.none() | NEAR), "A", "did", "B", "", CITE)


def made(first: int | None, last: int | None, reported: int | None = None) -> Moment:
    return Moment("event", first, last, True, "then", "2024-03-01", reported, "A", "did", "B", "", CITE)


@given(st.lists(moments(), max_size=30))
def test_all_marks_and_ticks_stand_within_the_width_and_count_every_record(given_: list[Moment]) -> None:
    strip = strip_of(given_)
    if strip is None:
        return
    marks = [mark for lane in strip.lanes for mark in lane.marks]
    assert all(mark.x >= 0 and mark.width >= 0 and mark.x + mark.width <= 100 for mark in marks)
    assert all(0 <= tick.x <= 100 for tick in strip.ticks)
    assert sum(mark.n for mark in marks) == sum(moment.n for moment in given_)
    assert all(0 < mark.y < strip.height for mark in marks)
    assert [lane.y for lane in strip.lanes] == sorted(lane.y for lane in strip.lanes)
    assert strip_of(given_) == strip


@given(st.lists(moments(), min_size=1, max_size=12))
def test_dots_of_one_row_do_not_touch_where_there_is_room(given_: list[Moment]) -> None:
    strip = strip_of(given_)
    for lane in strip.lanes if strip else ():
        rows: dict[float, list[float]] = {}
        for mark in lane.marks:
            rows.setdefault(mark.y, []).append(mark.x)
        for places in list(rows.values())[: TRACKS - 1]:
            assert len(set(places)) == len(places)


def test_an_open_side_reaches_to_the_day_of_the_report_and_not_out_of_the_picture() -> None:
    strip = strip_of([made(DAY, None, DAY + 300), made(DAY + 10, DAY + 10)])
    assert strip is not None
    bar, dot = sorted(strip.lanes[0].marks, key=lambda mark: -mark.width)
    assert bar.after and not bar.before
    assert bar.x + bar.width == pytest.approx(97)
    assert dot.x < 10


def test_moments_of_one_day_make_no_strip() -> None:
    assert strip_of([]) is None
    assert strip_of([made(DAY, DAY), made(DAY, DAY)]) is None
    assert strip_of([made(DAY, None, None)]) is None
