"""What looks like a contradiction and is none, beside the same with a real one."""

import pytest
from tests.story.story_builders import pairs, told, told_in_russian

from multivector.story.quantities import quantities

AGREE = {
    "a part of a year": (
        "Serbia sold 4.1 million tonnes of maize to Hungary in January-September.",
        "Serbia sold 5.6 million tonnes of maize to Hungary in 2024.",
    ),
    "a bound": (
        "More than 30 countries are taking part in the forum in Belgrade, Serbia said.",
        "Serbia said 36 countries are taking part in the forum in Belgrade.",
    ),
    "another flow": (
        "Serbia's exports to Hungary amounted to $2.8 billion, the bank said.",
        "Serbia's imports from Hungary amounted to $3.2 billion, the bank said.",
    ),
    "another place": (
        "Inspectors in Novi Sad turned back 14 trucks with Hungarian onions.",
        "Inspectors in Subotica turned back 9 trucks with Hungarian onions.",
    ),
    "a forecast and what came of it": (
        "Serbia expects to harvest 7 million tonnes of maize this year, Hungary's mission said.",
        "Serbia has harvested 9 million tonnes of maize this year, Hungary's mission said.",
    ),
    "leaders among all who came": (
        "Representatives of 36 countries arrived in Belgrade for the forum of Serbia.",
        "Heads of 22 countries arrived in Belgrade for the forum of Serbia.",
    ),
    "another party": (
        "Serbia sent 150 troops to the exercise in Greece.",
        "Hungary sent 400 troops to the exercise in Greece.",
    ),
    "a toll that rose": (
        "Five people were killed by the blast in Serbia near Hungary's border.",
        "The toll of the blast in Serbia near Hungary's border has risen to eight people killed.",
    ),
    "not for a time": (
        "Serbia will resume deliveries of oil to Hungary in April, the ministry said.",
        "Serbia will not resume deliveries of oil to Hungary for five days, the ministry said.",
    ),
}
AGREE |= {
    "what could be so": (
        "Serbia could ban imports of Hungarian grain if talks fail, an analyst said.",
        "Serbia has not banned imports of Hungarian grain, the ministry said.",
    ),
    "two sorts of goods": (
        "Apple prices in Serbia rose by 3% after the ban of Hungary, the bureau said.",
        "Coal prices in Serbia rose by 11% after the ban of Hungary, the bureau said.",
    ),
    "two laws": (
        "Serbia's President Vucic signed the law on water on October 10.",
        "Serbia's President Vucic signed the law on gambling on October 14.",
    ),
    "two short quotes": (
        '"We will defend our farmers," Serbian President Aleksandar Vucic said.',
        '"We will defend our interests," Hungarian Prime Minister Viktor Orban said.',
    ),
}
DIFFER = {
    "number": (
        "Representatives of 36 countries arrived in Belgrade for the forum of Serbia and Hungary.",
        "Representatives of 32 countries arrived in Belgrade for the forum of Hungary and Serbia.",
    ),
    "denial": (
        "Hungary has applied to join the fund of Serbia, a source in Vienna said.",
        "Hungary has not applied to join the fund of Serbia, government spokesman Zoltan Kovacs said.",
    ),
    "opposite": (
        "The ban of Serbia on Hungarian lentils remains in force, the ministry said.",
        "Serbia has lifted the ban on lentils from Hungary, an official said.",
    ),
}


@pytest.mark.parametrize("why", AGREE)
def test_what_counts_or_tells_two_things_is_no_contradiction(why: str) -> None:
    one, other = AGREE[why]
    assert pairs(told("a", one), told("b", other)) == set()


@pytest.mark.parametrize("kind", DIFFER)
def test_one_thing_told_in_two_ways(kind: str) -> None:
    one, other = DIFFER[kind]
    assert {found for found, _, _ in pairs(told("a", one), told("b", other))} == {kind}


def test_how_long_a_ban_lasts_may_differ() -> None:
    one = told("a", "Serbia will ban imports of Hungarian wheat for six months, Minister Martinovic said.")
    other = told(
        "b", "Minister Martinovic of Serbia said the ban on wheat imports from Hungary would last four months."
    )
    assert pairs(one, other) == {("number", "for six months", "last four months")}
    again = told(
        "c", "The ban of Serbia on imports of Hungarian wheat, Minister Martinovic said, will run for four months."
    )
    assert ("number", "for four months", "for six months") in pairs(one, again)


def test_russian_negation_stands_against_the_claim() -> None:
    one = told_in_russian("a", "Венгрия подала заявку на вступление в фонд Сербии, заявил источник.")
    other = told_in_russian("b", "Венгрия не подавала заявку на вступление в фонд Сербии, сообщил министр.")
    assert {kind for kind, _, _ in pairs(one, other)} == {"denial"}


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("Serbia is considering leaving the Danube Commission.", "Reports that {} are false, the ministry said."),
        (
            "Serbia will join the fund of Hungary as a partner.",
            "Serbia refused to join the fund of Hungary as a partner.",
        ),
    ],
)
def test_a_denial_may_stand_behind_and_a_refusal_is_one(claim: str, denial: str) -> None:
    other = told("b", denial.format(claim.rstrip(".")))
    assert {kind for kind, _, _ in pairs(told("a", claim), other)} == {"denial"}


def test_what_there_is_not_stands_first_in_russian() -> None:
    one = told_in_russian("a", "Сербия запретила ввоз венгерских яиц.")
    other = told_in_russian("b", "Запрета на ввоз венгерских яиц нет, заявили в Минсельхозе Сербии.")
    assert {kind for kind, _, _ in pairs(one, other)} == {"denial"}


def test_bounds_of_numbers() -> None:
    found = [q.bound for q in quantities("over 30 ships, about 5 planes, up to 9 trains and 12 cars", 0, ())]
    assert found == ["least", "about", "most", ""]
