"""Bare surnames on a day."""

import pytest

from multivector.extract.surnames import of_surname

DAY = "2024-10-22"


@pytest.mark.parametrize(
    ("surname", "entity", "person"),
    [
        ("lavrov", "PERSON", "person:sergey-lavrov"),
        ("aliyev", "", "person:ilham-aliyev"),  # others of the name hold or held lower offices
        ("xi", "PERSON", "person:xi-jinping"),  # the family name stands first
        ("xi", "", None),  # a word that is no name in the parser's eyes
        ("nobody", "PERSON", None),
    ],
)
def test_whom_a_surname_means(surname: str, entity: str, person: str | None) -> None:
    assert of_surname(surname, DAY, titled=False, entity=entity) == person


def test_another_day_another_holder() -> None:
    found = [of_surname("moon", day, titled=False, entity="PERSON") for day in ("2019-03-01", "2024-10-22")]
    assert found == ["person:moon-jae-in", None]
