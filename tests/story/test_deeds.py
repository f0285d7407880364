"""One act told in many sentences is one deed; what went before and has no day is none."""

from tests.story.story_builders import told

from multivector.story.chains import tit_for_tat
from multivector.story.deeds import deeds_of
from multivector.story.same import groups

FIRST = "Peru banned imports of Bolivian grapes from 2 March. The ban on Bolivian grapes answers nothing, Lima said."
AGAIN = "Peru's ban on grapes from Bolivia took effect on 2 March, traders said."
ANSWER = "Bolivia banned imports of Peruvian onions on 5 March. Traders called it retaliation."
BEFORE = "Officials met in Lima to talk about the road to the coast. " * 14 + "Peru threatened Bolivia with sanctions."


def test_an_act_told_in_two_articles_and_twice_in_one_is_one_deed() -> None:
    readings = [told("a", FIRST, "2025-03-01"), told("b", AGAIN, "2025-03-03")]
    (deed,) = deeds_of(readings, groups(readings))
    assert (deed.by, deed.against, deed.day, deed.dated) == ("PER", ("BOL",), "2025-03-02", True)
    assert deed.what.startswith("import ban on")
    assert len(deed.tellings) > 2


def test_two_acts_of_one_sort_on_two_days_are_two() -> None:
    readings = [
        told("a", FIRST, "2025-03-01"),
        told("b", "Peru banned imports of Bolivian soy on 9 March.", "2025-03-09"),
    ]
    assert [deed.day for deed in deeds_of(readings, groups(readings))] == ["2025-03-02", "2025-03-09"]


def test_what_has_no_day_counts_at_the_head_of_an_article_alone() -> None:
    assert deeds_of([told("a", BEFORE, "2025-03-01")], ()) == ()
    (deed,) = deeds_of([told("a", "Peru threatened Bolivia with sanctions. " + BEFORE[:200], "2025-03-01")], ())
    assert (deed.day, deed.dated) == ("2025-03-01", False)


def test_each_act_answers_each_earlier_one_once() -> None:
    readings = [told("a", FIRST, "2025-03-01"), told("b", AGAIN, "2025-03-03"), told("c", ANSWER, "2025-03-05")]
    found, again = (
        tit_for_tat(some, groups(some), deeds_of(some, groups(some))) for some in (readings, readings[::-1])
    )
    (answer,) = [one for one in found if one.deed.by == "BOL"]
    assert (answer.earlier.by, answer.days) == ("PER", 3)
    assert found == again


def test_the_claim_of_a_third_state_is_no_deed() -> None:
    text = "Peru's army attacked Bolivian troops on 2 March, Chilean President Gabriel Boric said."
    assert deeds_of([told("a", text, "2025-03-04")], ()) == ()
    own = "Peru's army attacked Bolivian troops on 2 March, Bolivian President Luis Arce said."
    assert [deed.by for deed in deeds_of([told("a", own, "2025-03-04")], ())] == ["PER"]


def test_an_observer_counts_who_speaks_of_the_two_or_of_causes() -> None:
    text = (
        "Peru banned imports of Bolivian grapes on 2 March. Economist Ana Roca said the rains in Brazil were heavy. "
        "Analyst Luis Vega said that Peru wanted to punish Bolivia for the road tax."
    )
    (deed,) = deeds_of([told("a", text, "2025-03-02")], ())
    assert [view.who for view in deed.reasons if not view.own] == ["Luis Vega"]


def test_an_act_of_a_past_month_is_not_of_the_day_of_report() -> None:
    assert deeds_of([told("a", "Peru banned Bolivian trucks in January.", "2025-03-02")], ()) == ()
