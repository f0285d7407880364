from dataclasses import replace

import pytest
from tests.story.story_builders import pairs, told, told_in_russian

from multivector.model import Mention, Reading, Sentence
from multivector.story.contradictions import contradictions

AID = "Norway will give Moldova {} kroner to buy gas for the winter, the Norwegian foreign ministry said."
VISIT = "Turkish Foreign Minister Hakan Fidan will meet his Iraqi counterpart in Baghdad on {} to discuss water."


def test_numbers_that_count_the_same_and_differ() -> None:
    one = told("a", "The Serbian army said that 41 soldiers had been wounded in the blast at the depot near Nis.")
    other = told("b", "Serbia's defence ministry put the number at 14 soldiers wounded by the blast at the Nis depot.")
    assert pairs(one, other) == {("number", "14 soldiers", "41 soldiers")}


def test_a_million_is_not_a_billion() -> None:
    one, other = told("a", AID.format("2 billion")), told("b", AID.format("2 million"))
    assert pairs(one, other) == {("number", "2 billion kroner", "2 million kroner")}


def test_the_same_digits_a_thousand_times_more_are_one_figure_told_wrongly() -> None:
    english = (
        "Serbia and Hungary have close economic ties, with bilateral trade worth ${} in 2024, experts told the paper."
    )
    russian = told_in_russian("r", "Товарооборот Сербии и Венгрии в 2024 году составил $4,8 млрд.")
    found = {kind for kind, _, _ in pairs(told("a", english.format("4.8 million")), russian)}
    assert found == {"number"}
    for other in ("3.7 million", "4.8 billion"):  # another figure may be another thing; the same is the same
        assert pairs(told(other, english.format(other)), russian) == set()


def test_one_digit_with_another_scale_may_be_of_another_thing() -> None:
    one = told("a", "Serbia and Hungary spent $5 million on a bridge over the Tisza, engineers and mayors said.")
    other = told(
        "b", "The fund of Serbia and Hungary for farmers, roads, schools and a bridge holds $5 billion by now."
    )
    assert pairs(one, other) == set()


def test_people_detained_and_the_detention_of_people_are_counted_alike() -> None:
    one = told("a", "Police in Serbia raided homes of Hungarians. About 60 people were detained, the ministry said.")
    other = told(
        "b", "Hungary protested to Serbia over the raid and the detention of 12 persons as a result of it in Subotica."
    )
    assert pairs(one, other) == {("number", "12 persons", "60 people")}


def test_numbers_of_two_years_or_of_two_things_agree() -> None:
    first = told("a", "Kazakhstan exported 9 million tonnes of grain to China in 2022, the ministry said.")
    second = told("b", "Kazakhstan exported 12 million tonnes of grain to China in 2023, the ministry said.")
    assert pairs(first, second) == set()
    trucks = told("c", "Kazakhstan sent 40 trucks and 300 wagons of grain to China, the ministry said.")
    wagons = told("d", "Kazakhstan sent 300 wagons of grain to China in addition to 40 trucks, the ministry said.")
    assert pairs(trucks, wagons) == set()


def test_rounding_is_no_contradiction() -> None:
    one = told("a", "Hungary received 4.52 billion euros from the European Union for its regions last spring.")
    other = told("b", "Hungary received 4.5 billion euros from the European Union for its regions last spring.")
    assert pairs(one, other) == set()


def test_dates_of_one_meeting_that_differ() -> None:
    assert pairs(told("a", VISIT.format("11 March")), told("b", VISIT.format("14 March"))) == {
        ("date", "11 March", "14 March")
    }
    assert pairs(told("a", VISIT.format("11 March")), told("c", VISIT.format("11 March"))) == set()


def test_the_day_of_saying_is_not_the_day_of_the_thing() -> None:
    one = told("a", "Peru will close its embassy in Minsk, Foreign Minister Elmer Schialer said on 3 March.")
    other = told("b", "Peru will close its embassy in Minsk, Foreign Minister Elmer Schialer said on 5 March.")
    assert pairs(one, other) == set()


def test_a_denial_stands_against_the_claim() -> None:
    claim = told("a", "Belarus has deployed Iranian drones at an airfield near Gomel, Lithuania's army said on Monday.")
    denial = told("b", "Belarus denied that it had deployed Iranian drones at the airfield near Gomel.")
    ((found),) = contradictions([denial, claim])
    assert found.kind == "denial"
    assert [found.one.evidence[0].document, found.other.evidence[0].document] == [claim.document.id, denial.document.id]


@pytest.mark.parametrize(
    "other",
    [
        "Belarus denied visas to three Lithuanian journalists from Gomel.",
        "Belarus denied that it had closed the airfield near Gomel to Lithuanian balloons.",
    ],
)
def test_a_denial_of_something_else_does_not(other: str) -> None:
    claim = told("a", "Belarus has deployed Iranian drones at an airfield near Gomel, Lithuania's army said on Monday.")
    assert pairs(claim, told("b", other)) == set()


def test_allowed_against_banned() -> None:
    one = told("a", "Uzbekistan bans the transit of Afghan coal through Termez, the customs committee said.")
    other = told("b", "Uzbekistan allows the transit of Afghan coal through Termez, customs officers said.")
    assert {kind for kind, *_ in pairs(one, other)} == {"opposite"}


def test_one_quotation_given_to_two_people() -> None:
    words = '"We shall not sit at a table with people who burn our bridges," {} said in Yerevan.'
    one = told("a", words.format("Foreign Minister Ararat Mirzoyan"))
    other = told("b", words.format("Defence Minister Suren Papikyan"))
    assert {kind for kind, *_ in pairs(one, other)} == {"speaker"}


def test_copies_of_one_side_are_one_contradiction_with_all_its_evidence() -> None:
    one, copy = told("a", AID.format("2 billion")), told("c", AID.format("2 billion") + " Oslo gave more in 2023.")
    found = contradictions([one, told("b", AID.format("2 million")), copy])
    assert len(found) == 1
    assert sorted((len(found[0].one.evidence), len(found[0].other.evidence))) == [1, 2]


def test_the_order_of_the_articles_changes_nothing() -> None:
    readings = [
        told("a", AID.format("2 billion")),
        told("b", AID.format("2 million")),
        told("c", VISIT.format("9 May")),
    ]
    assert contradictions(readings) == contradictions(readings[::-1])
    assert contradictions([]) == ()


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "Евросоюз выделит Молдавии 12 млрд евро на закупку газа, сообщила Еврокомиссия.",
            "Евросоюз выделит Молдавии 12 млн евро на закупку газа, сообщила Еврокомиссия.", "number",
        ),
        (
            "Запрет на ввоз армянских цветов вступает в силу 20 марта, сообщил Россельхознадзор.",
            "Запрет на ввоз армянских цветов вступает в силу 22 марта, сообщил Россельхознадзор.", "date",
        ),
    ],
)  # fmt: skip
def test_russian_articles_contradict_each_other_too(one: str, other: str, kind: str) -> None:
    readings = [_russian("a", one), _russian("b", other)]
    assert {found.kind for found in contradictions(readings)} == {kind}


def _russian(name: str, text: str) -> Reading:
    """A Russian text in which its sentence and the parties are known; no model is needed for the comparison."""
    bare = told(name, "Words.")
    document = replace(bare.document, id=name, cluster=name, text=text, language="ru")
    mentions = tuple(Mention(0, 5, code, "state", "name", code) for code in ("ARM", "RUS"))
    return Reading(document, (Sentence(0, len(text), 0),), mentions, (), ())


def test_a_deed_told_the_other_way_round_is_another_deed() -> None:
    one = told("a", "Armenia banned imports of apples from Turkey on 3 March.")
    other = told("b", "Turkey banned imports of apples from Armenia on 12 March.")
    assert pairs(one, other) == set()


def test_dates_of_two_deeds_do_not_contradict() -> None:
    one = told("a", "Thailand and Cambodia agreed on 28 July to a ceasefire along the border, the premier said.")
    other = told("b", "Thailand and Cambodia on 7 August extended the ceasefire along the border, the premier said.")
    assert pairs(one, other) == set()


def test_what_stands_behind_after_is_dated_by_nothing() -> None:
    one = told("a", "Moldova cut heating to households on 1 January after Russian gas supplies stopped.")
    other = told("b", "Russian gas supplies to Moldova stopped on 3 January, the Moldovan government said.")
    assert pairs(one, other) == set()


@pytest.mark.parametrize(("day", "found"), [("2025-03-01", 1), (None, 0)])
def test_articles_without_a_day_contradict_only_where_they_name_one_in_common(day: str | None, found: int) -> None:
    readings = [told("a", AID.format("2 billion")), told("b", AID.format("2 million"))]
    dated = [replace(r, document=replace(r.document, published=day)) for r in readings]
    assert len(contradictions(dated)) == found


def test_copies_without_a_day_contradict_each_other() -> None:
    readings = [told("a", AID.format("2 billion")), told("b", AID.format("2 million"))]
    copies = [replace(r, document=replace(r.document, published=None, cluster="one")) for r in readings]
    assert len(contradictions(copies)) == 1


BAN_RU = "Россельхознадзор с 20 февраля запрещает ввоз томатов из Турции, обнаружено 37 случаев заражения вирусом."


def test_articles_in_two_languages_contradict_each_other() -> None:
    late = "Russia's Rosselkhoznadzor is banning imports of tomatoes from Turkey from February 25, Interfax reported."
    many = "Rosselkhoznadzor said that it found 73 cases of infestation with a virus in tomatoes from Turkey."
    russian = told_in_russian("a", BAN_RU)
    assert ("date", "20 февраля", "February 25") in pairs(russian, told("b", late))
    assert ("number", "37 случаев", "73 cases") in pairs(russian, told("c", many))
    agreeing = (
        "Rosselkhoznadzor is banning imports of tomatoes from Turkey from February 20 after 37 cases of infestation."
    )
    assert pairs(russian, told("d", agreeing)) == set()


def test_one_disagreement_told_in_two_languages_is_one() -> None:
    late = told("b", "Russia is banning imports of tomatoes from Turkey from February 25, Interfax reported.")
    early = told("c", "Russia is banning imports of tomatoes from Turkey from February 20, the agency said.")
    (found,) = contradictions([told_in_russian("a", BAN_RU), late, early])
    assert {len(found.one.evidence), len(found.other.evidence)} == {1, 2}


def test_the_same_two_parties_the_other_way_round_are_another_ban_in_any_language() -> None:
    answer = told(
        "b", "Turkey's food inspectorate banned imports of seedlings from Russia on February 25, citing a virus."
    )
    assert pairs(told_in_russian("a", BAN_RU), answer) == set()


def test_russian_figures_are_read_with_their_commas_and_spaces() -> None:
    one = told_in_russian("a", "Объем поставок томатов из Турции в Россию составил 4,8 млн тонн, сообщил министр.")
    other = told("b", "Supplies of tomatoes from Turkey to Russia amounted to 4.8 million tons, the minister said.")
    third = told_in_russian("c", "Объем поставок томатов из Турции в Россию составил 1 400 тонн, сообщил министр.")
    assert pairs(one, other) == set()
    assert {one for kind, *sides in pairs(other, third) for one in sides} == {"1 400 тонн", "4.8 million tons"}


def test_two_calls_on_two_people_and_two_states_bans_are_two_things() -> None:
    one = told(
        "a", "Turkey's foreign ministry summoned Russian ambassador Alexei Yerkhov on February 20 over the raid."
    )
    other = told(
        "b", "Turkey's foreign ministry summoned Iranian ambassador Abbas Araghchi on February 26 over the raid."
    )
    assert pairs(one, other) == set()
    ban = told("c", "The Turkish ban on imports of citrus was imposed on February 20, the agency said.")
    theirs = told(
        "d", "Russia's ban on imports of citrus was imposed on February 26, the agency said, citing Turkey's farmers."
    )
    assert pairs(ban, theirs) == set()


def test_counts_of_two_stretches_of_days_agree() -> None:
    one = told("a", "Turkish airlines cancelled 40 flights to Russia between February 20 and 22, the agency said.")
    other = told("b", "Turkish airlines cancelled 900 flights to Russia in January, the agency said.")
    assert pairs(one, other) == set()


def test_a_meeting_that_is_over_and_one_that_lies_ahead_are_two() -> None:
    over = told("a", "The meeting of the two ministers in Ankara on 1 March was important.", "2025-03-04")
    ahead = told("b", "The two ministers will hold a meeting in Ankara on 20 March.", "2025-03-02")
    assert pairs(over, ahead) == set()
