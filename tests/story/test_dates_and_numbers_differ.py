"""Two reports that differ in a date or a number, and two that tell of two things: each rule with a near miss."""

import pytest
from tests.story.story_builders import pairs, told, told_in_russian

from multivector.model import Reading

STOPPED = (
    "Oman stopped deliveries of gas to Yemen through the desert pipeline on {}, the energy ministry in Muscat said."
)
STATION = "Drones {} the pumping station at Marib in Yemen on {}, the interior ministry of Oman said."
CARRIES = "The Hadramaut pipeline has a capacity of {} tonnes a year and can cover the whole demand of Oman and Yemen."
BOUGHT = "Oman bought {} tonnes of crude from Yemen through a pipeline in 2024, much of its demand."


def kinds(*readings: Reading) -> set[str]:
    return {kind for kind, _, _ in pairs(*readings)}


@pytest.mark.parametrize("day", ["3 March", "2 March", "28 February"])
def test_one_halt_on_two_days_near_each_other(day: str) -> None:
    assert "date" in kinds(told("a", STOPPED.format("1 March")), told("b", STOPPED.format(day)))


def test_a_halt_and_the_resumption_are_two_steps() -> None:
    resumed = (
        "Oman resumed deliveries of gas to Yemen through the desert pipeline on 3 March, the energy ministry said."
    )
    assert kinds(told("a", STOPPED.format("1 March")), told("b", resumed)) == set()


def test_a_second_strike_is_another_one() -> None:
    first = told("a", STATION.format("struck", "20 February"))
    assert kinds(first, told("b", STATION.format("again struck", "1 March"))) == set()
    assert kinds(first, told("c", STATION.format("struck", "22 February"))) == {"date"}


def test_the_earliest_day_for_a_thing_is_no_date_of_it() -> None:
    one = told("a", "Deliveries of gas from Oman to Yemen will resume not before 5 March, the ministry in Muscat said.")
    other = told("b", "Deliveries of gas from Oman to Yemen resumed on 6 March, the energy ministry in Muscat said.")
    assert kinds(one, other) == set()


def test_a_year_told_wrongly_is_seen_although_it_lies_far_apart() -> None:
    text = "Oman and Yemen have a contract on the transit of gas that is in force until 31 December {}, Muscat said."
    assert kinds(told("a", text.format(2029)), told("b", text.format(2030))) == {"date"}
    assert kinds(told("a", text.format(2029)), told("b", text.format(2029))) == set()


def test_what_a_document_says_was_announced_on_the_other_day_is_no_second_date() -> None:
    one = told("a", STOPPED.format("1 March"))
    text = f"Oman announced on 1 March that it was worried about Yemen. {STOPPED.format('2 March')}"
    assert kinds(one, told("b", text)) == {"date"}


def test_amounts_in_one_unit_of_two_things_agree() -> None:
    assert kinds(told("a", CARRIES.format("14 million")), told("b", BOUGHT.format("5 million"))) == set()
    assert kinds(told("a", CARRIES.format("14 million")), told("b", CARRIES.format("40 million"))) == {"number"}


def test_a_day_in_two_languages() -> None:
    english = told(
        "a", "Oil supplies to Hungary resumed on March 2, the company MOL said in Budapest, at lower volumes."
    )
    russian = "Поставки нефти в Венгрию возобновились {} в тестовом режиме, сообщил министр в Будапеште."
    assert kinds(english, told_in_russian("r", russian.format("1 марта"))) == {"date"}
    assert kinds(english, told_in_russian("s", russian.format("2 марта"))) == set()


def test_a_denial_in_the_other_language() -> None:
    russian = told_in_russian("r", "Венгрия прекратит поставки электричества на Украину с 1 апреля, сообщил источник.")
    denied = "The government of Hungary denied that it would stop supplying electricity to Ukraine."
    assert kinds(russian, told("a", denied)) == {"denial"}
    assert (
        kinds(russian, told("b", "The government of Hungary denied that it would stop buying gas from Russia."))
        == set()
    )


def test_acts_of_two_doers_in_two_languages_are_two_acts() -> None:
    english = told("a", "Azerbaijan summoned the Russian envoy on March 1 to protest over the raid in Yekaterinburg.")
    russian = told_in_russian("r", "Россия 3 марта вызвала посла Азербайджана и заявила ему протест из-за обысков.")
    assert kinds(english, russian) == set()


def test_a_denial_of_another_thing_between_the_same_parties_is_none() -> None:
    halt = told("a", "Deliveries of oil to Hungary stopped on Monday after Ukrainian drones hit a station, MOL said.")
    denied = "The government of Hungary denied that it would stop supplying electricity to Ukraine."
    assert kinds(halt, told("b", denied)) == set()


def test_tomorrow_in_a_saying_is_no_date() -> None:
    saying = "Whoever shoots at the pipeline today will freeze first tomorrow, the deputy from Oman said of Yemen."
    assert kinds(told("a", saying, "2025-03-04"), told("b", saying, "2025-03-05")) == set()
