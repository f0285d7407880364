"""Bare surnames on a day."""

import pytest

from multivector.extract.surnames import _latin_surnames, _surnames, fold, of_initials, of_surname

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


def test_latin_surnames_are_those_of_the_whole_table() -> None:
    latin, whole = _latin_surnames(), _surnames()
    assert {name: codes for name, codes in whole.items() if name.isascii()} == {
        k: v for k, v in latin.items() if k.isascii()
    }
    assert of_surname("лаврова", DAY, titled=False, entity="PERSON") == "person:sergey-lavrov"


@pytest.mark.parametrize(
    ("word", "folded"), [("O'Neill", "o'neill"), ("Vučić", "vucic"), ("Мой", "мой"), ("Ёлкин", "елкин")]
)
def test_marks_fall_off_but_for_one_letter(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("С.В. Лавров", "person:sergey-lavrov"),
        ("С. Лавров", "person:sergey-lavrov"),
        ("М.В. Лавров", None),
        ("Лавров", None),
        ("С.В. Неведомский", None),
    ],
)
def test_initials_are_those_of_the_person(name: str, code: str | None) -> None:
    assert of_initials(name, "2015-05-05") == code
