import re
from collections import defaultdict

import pytest

from multivector.model import Office
from multivector.world.actors import actors
from multivector.world.offices import (
    LEADING,
    TABLES,
    covers,
    figure_sectors,
    holder_at,
    is_figure_of,
    office_at,
    offices_of,
    persons,
)
from multivector.world.table import rows

DAY = "2024-10-22"
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
SAMPLED = [f"{year}-{month:02d}-15" for year in range(1992, 2026) for month in (1, 4, 7, 10)]
COLLECTIVE = {"BIH"}  # the presidency has three members
# Two at once in fact: a rival or interim government, or an acting president while the elected one was suspended.
TOLERATED = {
    ("KGZ", "person:kurmanbek-bakiyev", "person:roza-otunbayeva"),  # April 2010
    ("LBY", "person:muammar-gaddafi", "person:mustafa-abdul-jalil"),  # civil war of 2011
    ("ROU", "person:crin-antonescu", "person:traian-basescu"),  # suspension of 2012
    ("BRA", "person:dilma-rousseff", "person:michel-temer"),  # impeachment of 2016
    ("KOR", "person:hwang-kyo-ahn", "person:park-geun-hye"),  # impeachment of 2016-17
    ("KOR", "person:choi-sang-mok", "person:yoon-suk-yeol"),  # impeachment of 2024-25
}


def term(start: str | None, end: str | None) -> Office:
    return Office("person:x", "KAZ", "foreign_minister", "Minister", start, end, "made up")


@pytest.mark.parametrize(
    ("person", "day", "office"),
    [
        ("person:sergey-lavrov", DAY, "foreign_minister"),
        ("person:sergey-lavrov", "2003-01-01", None),
        ("person:mukhtar-tleuberdi", DAY, None),
        ("person:mukhtar-tleuberdi", "2020-06-01", "foreign_minister"),
        ("person:dmitry-medvedev", "2010-06-01", "head_of_state"),
        ("person:dmitry-medvedev", "2015-06-01", "head_of_government"),
        ("person:sergei-shoigu", "2022-02-24", "defence_minister"),
        ("person:sergei-shoigu", DAY, "security_council_secretary"),
        ("person:sergei-shoigu", None, "security_council_secretary"),
        ("person:nobody", DAY, None),
        ("person:nobody", None, None),
    ],
)
def test_a_person_holds_the_office_of_the_day(person: str, day: str | None, office: str | None) -> None:
    held = office_at(person, day)
    assert (held.office if held else None) == office


@pytest.mark.parametrize(
    ("state", "office", "day", "person"),
    [
        ("RUS", "foreign_minister", DAY, "person:sergey-lavrov"),
        ("KAZ", "foreign_minister", DAY, "person:murat-nurtleu"),
        ("KAZ", "foreign_minister", "2020-06-01", "person:mukhtar-tleuberdi"),
        ("RUS", "defence_minister", DAY, "person:andrei-belousov"),
        ("RUS", "head_of_state", "2010-06-01", "person:dmitry-medvedev"),
        ("RUS", "no_such_office", DAY, None),
        ("XXX", "head_of_state", None, None),
    ],
)
def test_an_office_has_its_holder_of_the_day(state: str, office: str, day: str, person: str | None) -> None:
    held = holder_at(state, office, day)
    assert (held.person if held else None) == person


def test_of_two_terms_that_meet_on_a_day_the_later_one_counts() -> None:
    held = holder_at("KAZ", "foreign_minister", "2023-04-03")
    assert held is not None and held.person == "person:murat-nurtleu"


@pytest.mark.parametrize(
    ("start", "end", "day", "holds"),
    [
        ("2024-05-12", None, "2024-05-12", True),
        ("2024-05-12", None, "2024-05-11", False),
        (None, "2024-05-12", "2024-05-12", True),
        (None, "2024-05-12", "2024-05-13", False),
        (None, None, "1900-01-01", True),
        ("2016", "2019-09", "2016-01-01", True),
        ("2016", "2019-09", "2015-12-31", False),
        ("2016", "2019-09", "2019-09-30", True),
        ("2016", "2019-09", "2019-10-01", False),
        ("2025-04", "2025", "2025-12-31", True),
        ("2025-04", "2025", "2025-03-31", False),
        ("2025-04", "2025", "2026-01-01", False),
    ],
)
def test_a_year_or_month_covers_all_of_it(start: str | None, end: str | None, day: str, holds: bool) -> None:
    assert covers(term(start, end), day) is holds


def test_terms_are_in_order_of_their_start() -> None:
    for person in persons():
        starts = [t.start or "" for t in offices_of(person)]
        assert starts == sorted(starts) and (starts or person in figure_sectors())


def test_dates_are_iso_and_ordered() -> None:
    terms = [t for person in persons() for t in offices_of(person)]
    assert [t for t in terms for day in (t.start, t.end) if day is not None and not ISO.fullmatch(day)] == []
    # To the coarser of the two precisions: a term may begin in "2025-04" and end in "2025".
    wrong = [t for t in terms if t.start and t.end and t.start[: len(t.end)] > t.end[: len(t.start)]]
    assert wrong == []


def test_no_term_stands_twice() -> None:
    seen = [(r["person"], r["state"], r["office"], r["start"]) for table in TABLES for r in rows(table)]
    assert len(seen) == len(set(seen))


def test_leading_offices_are_in_use_and_every_person_is_an_actor() -> None:
    assert set(LEADING) <= {r["office"] for table in TABLES for r in rows(table)}
    assert set(persons()) <= set(actors())


def _in_its_first_or_last_year(term: Office, day: str) -> bool:
    """Two rows that are known by year alone share the year of their handover."""
    return day[:4] in [edge for edge in (term.start, term.end) if edge and len(edge) == len("1999")]


def test_no_state_has_two_heads_on_a_day() -> None:
    terms = [t for person in persons() for t in offices_of(person) if t.office == "head_of_state"]
    found = set()
    for day in SAMPLED:
        heads = defaultdict(set)
        for held in (t for t in terms if covers(t, day) and not _in_its_first_or_last_year(t, day)):
            heads[held.state].add(held.person)
        found |= {(s, *sorted(people)) for s, people in heads.items() if len(people) > 1 and s not in COLLECTIVE}
    assert found == TOLERATED


def test_figures_are_known_in_their_years() -> None:
    assert is_figure_of("person:alexei-navalny", "2021-01-17") and not is_figure_of(
        "person:alexei-navalny", "2025-01-01"
    )
    assert is_figure_of("person:alexei-navalny", None) and not is_figure_of("person:sergey-lavrov", None)
    assert figure_sectors()["person:hassan-nasrallah"] == "REB"
