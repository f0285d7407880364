"""The views behind the sections."""

from dataclasses import replace

from fixture import large_input, synthetic_input

from multivector.brief import render
from multivector.brief.arguments import arguments_view
from multivector.brief.book import Book, make_book
from multivector.brief.events import events_view
from multivector.brief.links import links_view
from multivector.brief.matrix import matrix_view
from multivector.brief.measures import measures_view
from multivector.brief.memberships import memberships_view
from multivector.brief.moments import moments_of
from multivector.brief.sources import sources_view
from multivector.brief.statements import statements_view
from multivector.brief.strip import strip_of
from multivector.brief.text import articles_view
from multivector.brief.timeline import timeline_view
from multivector.brief.voices import discords_view
from multivector.model import Event, Good, TradeMeasure

GIVEN = synthetic_input()
BOOK = make_book(GIVEN)
JUDGEMENT = GIVEN.judgement


def test_records_are_numbered_by_kind() -> None:
    labels = [entry.label for entry in BOOK.entries.values()]
    assert labels[:4] == ["S1", "S2", "E1", "E2"]
    assert len(labels) == len(set(labels))


def test_ids_that_look_alike_get_tokens_of_their_own() -> None:
    reading = GIVEN.readings[0]
    one, other = reading.records[:2]
    twins = replace(reading, records=(replace(one, id="a b"), replace(other, id="a'b")))
    found = make_book(replace(GIVEN, readings=(twins,)))
    assert [entry.token for entry in found.entries.values()] == ["a-b", "a-b.2"]


def test_likelihood_ratios_in_words_and_discounts_once() -> None:
    view = arguments_view(JUDGEMENT, BOOK)
    blame = view.sides[1].points.shown[0]
    assert view.common == ("one outlet alone reports it (×0.5)",)
    assert blame.face == "about 3.0 times as likely under B as under A"
    assert blame.counted == "about 1.7 times as likely"
    assert blame.discounts == ("the 2nd item of one source on one occasion (×1/2)", "the text gives no day for it")
    assert [point.who for point in view.level.shown] == ["Ruritania"]


def test_statements_stand_by_state_the_observer_first() -> None:
    states = statements_view(BOOK, JUDGEMENT)
    assert [state.name for state in states] == ["Ruritania", "Syldavia", "Speakers without a state"]
    tone = states[0].voices[0].rows[0].tones[0]
    assert (tone.word, tone.value, tone.words) == ("very warm", "+0.7", ("friend", "partner"))
    assert states[1].voices[0].rows[0].unjudged == "Borduria"


def test_one_government_in_two_tones() -> None:
    found = discords_view(BOOK, JUDGEMENT).shown
    assert [(d.state, d.toward, d.warm.who, d.cold.who) for d in found] == [
        ("Ruritania", "Borduria", "Otto Brenn", "Ilsa Marek")
    ]


def test_timeline_keeps_reports_apart_and_tells_a_measure_once() -> None:
    view = timeline_view(BOOK)
    assert [moment.when for moment in view.latest] == [
        "since early 2021", "3 May 2023", "June 2023", "until 31 December 2023; no start given"
    ]  # fmt: skip
    assert [(day.day, day.counts) for day in view.reported] == [
        ("4 May 2023", "1 event, 1 trade measure and 2 statements"), ("9 May 2023", "2 events and 2 statements")
    ]  # fmt: skip


def test_strip_stays_within_its_width_and_shows_open_sides() -> None:
    strip = strip_of(moments_of(BOOK))
    assert strip is not None
    marks = [mark for lane in strip.lanes for mark in lane.marks]
    assert all(mark.x >= 0 and mark.x + mark.width <= 100 for mark in marks)
    assert sum(mark.before for mark in marks) == 1
    assert sum(mark.after for mark in marks) == 1
    assert len(strip.ticks) <= 7


def test_one_day_makes_no_strip() -> None:
    assert strip_of([moment for moment in moments_of(BOOK) if moment.when == "3 May 2023"]) is None


def test_measures_face_each_other_with_the_link_below() -> None:
    (pair,) = measures_view(BOOK, JUDGEMENT, links_view(BOOK))
    assert [(column.imposer, column.target) for column in pair.columns] == [
        ("Ruritania", "Borduria"), ("Borduria", "Ruritania")
    ]  # fmt: skip
    ban = pair.columns[0].measures.shown[0]
    assert [(good.text, good.hs) for good in ban.goods] == [("cheese", "0406"), ("apples", "0808")]
    assert (ban.title, ban.reason, ban.temporary, ban.dates) == ("Import ban", "pests", True, "No dates given")
    assert [link.by for link in pair.links.shown] == ["Dairy traders"]


def test_the_same_measure_told_often_is_one() -> None:
    given = large_input(20)
    book = make_book(given)
    pair, *_ = measures_view(book, given.judgement, links_view(book))
    ban = pair.columns[0].measures.shown[0]
    assert len(pair.columns[0].measures) == 1
    assert ban.evidence == 1 + len(ban.also) == len(book.all_of(TradeMeasure)) / 2


def test_measures_on_other_goods_are_others() -> None:
    reading = GIVEN.readings[0]
    ban = next(record for record in reading.records if isinstance(record, TradeMeasure))
    other = replace(ban, id="other", goods=(Good("wine", ("2204",)),))
    book = make_book(replace(GIVEN, readings=(replace(reading, records=(*reading.records, other)),)))
    pair, *_ = measures_view(book, JUDGEMENT, ())
    assert len(pair.columns[0].measures) == 2


def test_events_by_dyad_with_status() -> None:
    view = events_view(BOOK, JUDGEMENT)
    assert [(dyad.source, dyad.target) for dyad in view.shown] == [
        ("Ruritania", "Borduria"), ("Borduria", "Ruritania"), ("Borduria", "the Northern League"),
        ("Ruritania", ""),
    ]  # fmt: skip
    assert [row.status_words for row in view.shown[1].rows] == ["denied", "only supposed", "planned"]


def test_a_long_dyad_is_folded() -> None:
    given = large_input(60)
    view = events_view(make_book(given), given.judgement)
    n = sum(isinstance(record, Event) for reading in given.readings for record in reading.records)
    assert sum(1 + len(row.also) for dyad in view.shown for row in dyad.rows) + view.hidden == n
    assert view.hidden > 0


def test_the_same_words_in_many_documents_are_one_row() -> None:
    given = large_input(20)
    view = events_view(make_book(given), given.judgement)
    refusal = next(row for dyad in view.shown for row in dyad.rows if row.type == "REJECT")
    assert len(refusal.also) == 9
    assert refusal.evidence == 10


def test_memberships_beside_the_table() -> None:
    rows = {row.organisation: row for row in memberships_view(BOOK, GIVEN.memberships_known)}
    assert rows["Grain Union"].verdict == "agrees"
    assert rows["Northern League"].verdict == "differs"
    assert [known.words for known in rows["Grain Union"].known] == [
        "member, from 1990 to 30 June 1998", "withdrawn, from 30 June 1998"
    ]  # fmt: skip
    assert memberships_view(BOOK, ())[0].verdict == "unknown"


def test_near_copies_are_told() -> None:
    one, other = GIVEN.readings
    twin = replace(other, document=replace(other.document, cluster=one.document.id))
    sources = sources_view(make_book(replace(GIVEN, readings=(one, twin))))
    assert [source.cluster for source in sources] == [
        "one of 2 near-copies, counted once", "near-copy of 1, counted once with it"
    ]  # fmt: skip


def test_only_a_plain_web_address_becomes_a_link() -> None:
    def url(name: str) -> str:
        reading = GIVEN.readings[0]
        given = replace(GIVEN, readings=(replace(reading, document=replace(reading.document, name=name)),))
        return sources_view(make_book(given))[0].url

    assert url("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"
    assert not any(map(url, ("javascript:alert(1)", 'https://a"b', "//example.org", " https://example.org")))


def test_words_that_no_text_holds_are_told() -> None:
    one, other = GIVEN.readings
    book = make_book(replace(GIVEN, readings=(replace(one, document=other.document),)))
    assert {h.label for h in articles_view(book).missing} >= {"S1", "E1", "T1", "M1", "L1"}


def test_book_names_what_it_does_not_know_by_its_code() -> None:
    book = Book({}, (), {}, {})
    assert book.name("XYZ") == "XYZ"
    assert book.named(()) == "an unnamed actor"


def test_the_matrix_shows_marks_counts_and_weights() -> None:
    view = matrix_view(synthetic_input().judgement)
    bearings = synthetic_input().judgement.bearings
    assert view.letters == ("A", "B") and [row.marks for row in view.rows] == [one.marks for one in bearings]
    assert view.counted == tuple(f"{value:g}" for value in synthetic_input().judgement.inconsistency)
    page = render(synthetic_input())
    assert "Inconsistency, weighted" in page and "Decibans" in page
