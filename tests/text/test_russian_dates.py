"""Russian words of time on Thursday, 24 October 2024."""

import pytest

from multivector.text.dates import find_dates

TODAY = "2024-10-24"


@pytest.mark.parametrize(
    ("text", "start", "end", "bound"),
    [
        ("Об этом он заявил в прошлую среду.", "2024-10-23", "2024-10-23", "at"),
        ("С 17 октября запрещён ввоз томатов.", "2024-10-17", None, "since"),
        ("С начала 2022 года экспорт вырос.", "2022-01-01", None, "since"),
        ("На минувшей неделе прошли переговоры.", "2024-10-14", "2024-10-20", "at"),
        ("В 2014 году его избрали.", "2014-01-01", "2014-12-31", "at"),
        ("Запрет действует до конца года.", "2024-12-31", "2024-12-31", "until"),
        ("С 1 по 5 ноября работы не будет.", "2024-11-01", "2024-11-05", "during"),
        ("В октябре прошлого года", "2023-10-01", "2023-10-31", "at"),
        ("В первой половине 2024 года", "2024-01-01", "2024-06-30", "at"),
        ("Три дня назад", "2024-10-21", "2024-10-21", "at"),
        ("За последние два года", "2022-10-24", "2024-10-24", "during"),
        ("Пошлина введена на шесть месяцев.", "2024-10-24", "2025-04-24", "for"),
        ("В 1990-х годах", "1990-01-01", "1999-12-31", "at"),
        ("Осенью 2023 года", "2023-09-01", "2023-11-30", "at"),
        ("Визит состоится в пятницу.", "2024-10-25", "2024-10-25", "at"),
        ("В мае", "2024-05-01", "2024-05-31", "at"),
        ("Указ от 03.04.2024", "2024-04-03", "2024-04-03", "at"),
        ("На следующей неделе", "2024-10-28", "2024-11-03", "at"),
    ],
)
def test_dates(text: str, start: str, end: str | None, bound: str) -> None:
    (found,) = find_dates(text, TODAY, "ru")
    assert (found.when.start, found.when.end, found.bound) == (start, end, bound)


@pytest.mark.parametrize("text", ["в среднем за год", "мая", "17 стран", "среди соседей"])
def test_no_dates(text: str) -> None:
    assert find_dates(text, TODAY, "ru") == []


def test_relative_words_need_a_day_of_publication() -> None:
    assert find_dates("Вчера и в прошлом году", None, "ru") == []


def test_a_language_without_a_grammar_has_none() -> None:
    assert find_dates("22 октября 2024", TODAY, "kk") == []
