from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.story.story_builders import rejection, told, told_in_russian

from multivector.model import Reading, Review
from multivector.story.same import groups
from multivector.story.whole import attached, drawn_here, story_of

SIGNED = "Kenya and Somalia signed a defence agreement in Nairobi on {}, the Kenyan foreign ministry said."
QUOTE = '"Kazakhstan remains our closest ally and friend," Kremlin spokesman Dmitry Peskov {} on Monday.'


def kinds(readings: list[Reading]) -> dict[str, int]:
    """How many groups of each kind."""
    found: dict[str, int] = {}
    for group in groups(readings):
        found[group.kind] = found.get(group.kind, 0) + 1
    return found


def test_one_event_in_two_articles_is_one_with_both_pieces_of_evidence() -> None:
    one, other = told("a", SIGNED.format("3 March")), told("b", "In Nairobi " + SIGNED.format("3 March"))
    events = [group for group in groups([one, other]) if group.kind == "event"]
    assert len(events) == 1
    assert len(events[0].records) == 2


def test_another_day_or_another_month_is_another_event() -> None:
    one, other = told("a", SIGNED.format("3 March")), told("b", SIGNED.format("1 March"))
    assert "event" not in kinds([one, other])
    later = told("c", SIGNED.format("3 March"), "2025-06-04")
    assert "event" not in kinds([one, later])


def test_one_event_in_two_languages_by_its_people_or_goods() -> None:
    met = told("a", "Kazakh President Kassym-Jomart Tokayev met Vladimir Putin in Kazan.")
    assert kinds([met, told_in_russian("b", "Путин встретился с Токаевым в Казани.")])["event"] == 1
    assert "event" not in kinds([met, told_in_russian("b", "Путин встретился с Токаевым в Казани.", "2025-03-14")])
    ban = told("a", "Russia's agricultural watchdog banned imports of tomatoes and wheat from Kazakhstan.")
    assert kinds([ban, told_in_russian("b", "Россельхознадзор запретил ввоз томатов из Казахстана.")])["event"] == 1
    assert "event" not in kinds([ban, told_in_russian("b", "Россельхознадзор запретил ввоз рыбы из Казахстана.")])


def test_one_statement_with_drifting_words_keeps_the_differences() -> None:
    one, other = told("a", QUOTE.format("said")), told("b", QUOTE.format("told reporters").replace(" and friend", ""))
    (group,) = [group for group in groups([one, other]) if group.kind == "statement"]
    assert group.differences == (
        "words: Kazakhstan remains our closest ally | Kazakhstan remains our closest ally and friend",
    )


def test_two_statements_of_one_speaker_stay_two() -> None:
    one = told("a", QUOTE.format("said"))
    other = told("b", '"Nothing is planned with Washington this week," Kremlin spokesman Dmitry Peskov said on Monday.')
    assert kinds([one, other]) == {}


def test_a_person_splits_a_merge_and_undoes_it() -> None:
    readings = [told("a", QUOTE.format("said")), told("b", QUOTE.format("told reporters"))]
    story = story_of(readings)
    (link,) = [one for one in story.links if one.link == "same_event"]
    split = rejection(link)
    assert not [one for one in story_of(readings, [split]).links if one.link == "same_event"]
    undo = Review("rev-2", link.id, "undo", "ann", "2025-03-06T00:00:00+00:00", "my mistake", undoes="rev-1")
    assert story_of(readings, [split, undo]) == story


def test_a_split_holds_when_an_earlier_article_comes_in() -> None:
    one, other = told("a", QUOTE.format("said")), told("b", QUOTE.format("told reporters"))
    (link,) = [link for link in story_of([one, other]).links if link.link == "same_event"]
    first = told("c", QUOTE.format("added"), "2025-03-03")
    story = story_of([one, other, first], [rejection(link)])
    (group,) = [group for group in story.groups if group.kind == "statement"]
    assert len(group.records) == 2


def test_links_stand_in_the_reading_that_has_their_words() -> None:
    readings = [told("a", QUOTE.format("said")), told("b", QUOTE.format("told reporters"))]
    story = story_of(readings)
    found = attached(readings, story)
    for reading in found:
        for record in reading.records:
            assert reading.document.text[record.evidence.start : record.evidence.end] == record.evidence.quote
    drawn = [r for reading in found for r in reading.records if getattr(r, "link", "") and drawn_here(r)]  # type: ignore[arg-type]
    assert tuple(drawn) == story.links
    assert attached(readings[:1], story_of(readings[:1])) == tuple(readings[:1])


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_reading_changes_nothing(order: list[int]) -> None:
    texts = [SIGNED.format("3 March"), QUOTE.format("said"), SIGNED.format("3 March") + " More.", QUOTE.format("added")]
    readings = [told(f"n{i}", text) for i, text in enumerate(texts)]
    assert story_of([readings[i] for i in order]) == story_of(readings)


def test_a_telling_of_another_cluster_reads_as_independent() -> None:
    one = told("a", QUOTE.format("said"))
    other = told("b", QUOTE.format("said"))
    copied = replace(other, document=replace(other.document, cluster=one.document.id))
    assert len(groups([one, copied])) == len(groups([one, other])) == 1
