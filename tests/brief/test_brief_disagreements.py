"""Both sides of a contradiction, and the phases of dated things, on the page."""

from dataclasses import replace

from fixture import synthetic_input
from page_reader import read_page

from multivector.brief import BriefInput, render
from multivector.brief.book import make_book
from multivector.brief.moments import moments_of
from multivector.model import Evidence, Link, Origin, When
from multivector.model.story import Contradiction, Moment, Side

HOSTILE = "36 <script>alert(1)</script> & more"


def evidence(given: BriefInput, n: int) -> Evidence:
    """The first sentence of the n-th article."""
    document = given.readings[n].document
    return Evidence(document.id, 0, 20, document.text[:20])


def with_story(said: str = "36 dead") -> BriefInput:
    """The synthetic input with a contradiction and three moments."""
    given = synthetic_input()
    one, other = evidence(given, 0), evidence(given, -1)
    record = given.readings[0].records[0].id
    against = Contradiction(
        "con-1", "number", "dead", Side(said, (one, other, one, other), (record,)), Side("43", (other,))
    )
    day = When("2024-10-20", "2024-10-20", "day")
    moments = tuple(
        Moment(f"mom-{phase}", day, phase, f"It was {phase}.", (one,), (record,), (), phase == "in_force")
        for phase in ("decided", "in_force", "done")
    )
    return replace(given, contradictions=(against,), moments=moments)


def test_both_sides_stand_with_their_sentences() -> None:
    html = render(with_story())
    page = read_page(html)
    assert page.torn == []
    assert 'id="disagreements"' in html
    assert "36 dead" in html
    assert "43" in html
    assert "and 1 more sentence" in html
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)


def test_there_is_no_section_where_nothing_disagrees() -> None:
    assert 'id="disagreements"' not in render(synthetic_input())


def test_phases_stand_in_the_timeline_and_what_only_happened_does_not() -> None:
    html = render(with_story())
    assert "<b>decided</b>" in html
    assert "<b>in force</b>" in html
    assert "lay ahead when told" in html
    assert "It was done." not in html


def test_hostile_words_are_escaped() -> None:
    assert "<script>alert" not in render(with_story(HOSTILE))


def test_links_between_articles_are_no_rows_of_the_page() -> None:
    given = synthetic_input()
    first = given.readings[0]
    one, other = (record.id for record in first.records[:2])
    words = evidence(given, 0)
    link = Link("lin-x", words, (Origin("story", "contradicts:date", "1"),), 0.8, "contradicts", one, other, None)
    more = replace(given, readings=(replace(first, records=(*first.records, link)), *given.readings[1:]))
    assert "lin-x" not in make_book(more).entries
    assert render(more) == render(given)


def test_what_retells_another_record_of_the_same_day_is_one_moment_with_it() -> None:
    given = synthetic_input()
    first = given.readings[0]
    one, other = (record.id for record in first.records[:2])
    link = Link(
        "lin-x", evidence(given, 0), (Origin("story", "same:statement", "1"),), 0.8, "same_event", one, other, None
    )
    told = replace(given, readings=(replace(first, records=(*first.records, link)), *given.readings[1:]))
    before, after = moments_of(make_book(given)), moments_of(make_book(told))
    assert len(after) == len(before) - 1
    assert sum(moment.n for moment in after) == sum(moment.n for moment in before)
