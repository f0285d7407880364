import pytest
from tests.story.story_builders import told, told_in_russian

from multivector.model import When
from multivector.story.claims import claims_of
from multivector.story.contradictions import contradictions
from multivector.story.timeline import timeline
from multivector.story.whole import story_of

DAY = "2025-03-04"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "when", "phase"),
    [
        ("Parliament in Chisinau ratified the treaty on 27 February.", ("2025-02-27",) * 2, "decided"),
        ("The visa rules with Oman entered into force on 1 March.", ("2025-03-01",) * 2, "in_force"),
        ("Ghana lifted the ban on Ivorian cocoa on 2 March.", ("2025-03-02",) * 2, "lifted"),
        ("Canada unveiled a list of American goods on Sunday.", ("2025-03-02",) * 2, "announced"),
        ("The presidents of Chile and Peru will meet in Lima on 20 March.", ("2025-03-20",) * 2, "planned"),
        ("A bomb killed two Kenyan officers near Mandera on Monday.", ("2025-03-03",) * 2, "done"),
    ],
)
def test_how_far_along_a_thing_was(text: str, when: tuple[str, str], phase: str) -> None:
    (moment,) = timeline([told("a", text, DAY)])
    assert (moment.when, moment.phase) == (When(*when, "day"), phase)
    assert moment.planned == (phase == "planned")


def test_what_was_only_said_is_told_apart() -> None:
    (moment,) = timeline([told("a", "Egypt wants the dam filled slowly, the minister said on Monday.", DAY)])
    assert moment.phase == "said"


def test_the_dateline_is_no_event() -> None:
    text = "NAIROBI, March 3 (Rift Wire) - Kenya closed two camps on 1 March, the ministry announced."
    assert [one.when.start for one in timeline([told("a", text, DAY)])] == ["2025-03-01"]


def test_one_thing_dated_by_two_articles_is_one_moment_with_both_sentences() -> None:
    one = told("a", "Estonia shut the bridge at Narva on 1 March.", DAY)
    other = told("b", "The bridge at Narva was shut by Estonia on 1 March, and lorries turned back.", DAY)
    (moment,) = timeline([one, other])
    assert {evidence.document for evidence in moment.evidence} == {one.document.id, other.document.id}


def test_moments_stand_in_order_of_time_whatever_the_order_of_reading() -> None:
    one = told("a", "Estonia shut the bridge at Narva on 1 March. It had opened in 1998.", DAY)
    other = told("b", "Latvia recalled its envoy on 20 February.", DAY)
    found = timeline([one, other])
    assert [m.when.start for m in found] == ["1998-01-01", "2025-02-20", "2025-03-01"]
    assert timeline([other, one]) == found
    assert timeline([]) == ()


def test_claims_that_were_drawn_before_give_the_same_timeline() -> None:
    told_before = [told(name, f"Egypt closed the dam on {day} March 2025.", DAY) for name, day in (("a", 3), ("b", 4))]
    claims = {one.document.id: claims_of(one) for one in told_before}
    assert timeline(told_before, claims) == timeline(told_before) != ()
    assert contradictions(told_before, claims) == contradictions(told_before)
    assert story_of(told_before).claims == claims


@pytest.mark.parametrize(
    ("text", "when", "phase"),
    [
        ("The ban on Omani dates is in force until 1 May.", When(None, "2025-05-01", "day"), "in_force"),
        ("The bridge to Romania is due to be completed by 2028.", When("2028-01-01", "2028-12-31", "year"), "planned"),
        (
            "Oman closed its border with Yemen on Monday and called for talks.",
            When("2025-03-03", "2025-03-03", "day"),
            "done",
        ),
        (
            "Chad's president, who met the king in Rabat on 1 March, has urged calm.",
            When("2025-03-01", "2025-03-01", "day"),
            "done",
        ),
        (
            "On 1 March, Chad's president said that the border was calm.",
            When("2025-03-01", "2025-03-01", "day"),
            "said",
        ),
        (
            "Gazprom stopped supplies to Moldova at 05:00 GMT on March 1.",
            When("2025-03-01", "2025-03-01", "day"),
            "lifted",
        ),
        (
            "On 1 March 2025 the first Gulf - Central Asia forum opened in Doha.",
            When("2025-03-01", "2025-03-01", "day"),
            "done",
        ),
    ],
)
def test_starts_ends_and_days_that_words_stand_near(text: str, when: When, phase: str) -> None:
    (moment,) = timeline([told("a", text, DAY)])
    assert (moment.when, moment.phase) == (when, phase)


def test_a_length_and_now_are_no_dates() -> None:
    text = "A court in Baku ordered the two men to be held for four months, and the mayor is now in custody too."
    assert timeline([told("a", text, DAY)]) == ()


def test_things_of_one_day_that_share_a_name_alone_are_apart() -> None:
    readings = [
        told("a", "Moldova summoned the Russian ambassador on Monday.", DAY),
        told("b", "Farmers blocked a road in Moldova on Monday.", DAY),
        told("c", "Moldova summoned Russia's ambassador to the ministry on Monday.", DAY),
    ]
    assert sorted(len(one.evidence) for one in timeline(readings)) == [1, 2]


def test_one_thing_told_in_two_languages_on_one_day_is_one_moment() -> None:
    english = told("a", "Deliveries of Russian oil to Hungary through the pipeline stopped on 3 March, MOL said.")
    russian = "Поставки российской нефти в Венгрию по нефтепроводу прекратились 3 марта, сообщила компания."
    (moment,) = [m for m in timeline([english, told_in_russian("r", russian)]) if m.phase == "lifted"]
    assert len(moment.evidence) == 2


def test_the_day_of_a_press_service_is_that_of_its_words() -> None:
    text = "Россельхознадзор с 14 марта запрещает ввоз томатов из Азербайджана, сообщила пресс-служба ведомства {}."
    found = {m.when.start: m.phase for m in timeline([told_in_russian("r", text.format("в понедельник"))])}
    assert found["2025-03-03"] == "said"
    assert found["2025-03-14"] == "in_force"


def test_before_the_end_of_a_year_is_no_rule_that_ends() -> None:
    text = "Вице-премьеры Азербайджана и России до конца года проведут заседание комиссии."
    assert [m.phase for m in timeline([told_in_russian("r", text)])] == ["planned"]
    banned = "Запрет на ввоз томатов из Азербайджана действует до конца года, сообщили в ведомстве."
    assert [m.phase for m in timeline([told_in_russian("s", banned)])] == ["in_force"]


@pytest.mark.parametrize(
    ("text", "first", "phase"),
    [
        ("Указ о пошлинах подписан 15 октября.", "2024-10-15", "decided"),
        ("Ограничения на ввоз яблок были сняты 12 октября.", "2024-10-12", "lifted"),
        ("Вчера ведомство ввело запрет на поставки сахара.", "2024-10-17", "in_force"),
        ("Запрет на ввоз сахара отменят с 1 декабря.", "2024-12-01", "lifted"),
        ("С 1 марта Казахстан введёт запрет на вывоз лука.", "2025-03-01", "in_force"),
        ("С 1 марта Казахстан запрещал вывоз лука.", "2024-03-01", "in_force"),
        ("Токаев принял участие в форуме 9 октября.", "2024-10-09", "done"),
    ],
)
def test_steps_of_a_measure_in_russian(text: str, first: str, phase: str) -> None:
    (moment,) = timeline([told_in_russian(first, text, "2024-10-18")])
    assert (moment.when.start, moment.phase) == (first, phase)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("From March 1, Peru will ban exports of onions.", "2025-03-01"),
        ("On March 1, Peru banned exports of onions, and it will review the ban.", "2024-03-01"),
    ],
)
def test_a_day_that_opens_a_clause_takes_its_year_from_what_follows(text: str, first: str) -> None:
    (moment,) = timeline([told(first, text, "2024-10-18")])
    assert moment.when.start == first
