import pytest

from multivector.text.days import first_day, full_date, iso_day, month_number


@pytest.mark.parametrize(
    "written",
    [
        "22 October 2024", "October 22, 2024", "Oct. 22, 2024", "22nd of October 2024", "Oct 22 2024", "22-Oct-2024",
        "2024-10-22", "2024/10/22", "22.10.2024", "22/10/2024", "10/22/2024", "22 октября 2024 года", "22 окт. 2024 г.",
        "22 жовтня 2024", "22 қазан 2024", "2024-10-22T14:05:00+03:00",
    ],
)  # fmt: skip
def test_full_dates(written: str) -> None:
    assert first_day(f"On {written}") == "2024-10-22"
    assert iso_day(written) == "2024-10-22"


@pytest.mark.parametrize(
    "written",
    ["03/04/2024", "31 February 2024", "October 2024", "22 October", "1.2.3", "2024", "99/99/2024", "a22 May 2024b"],
)
def test_what_is_not_one_day(written: str) -> None:
    assert first_day(written) is None


def test_spans_and_file_names() -> None:
    assert full_date("x 22 October 2024, y") == (2, 17, "2024-10-22")
    assert full_date("31 June 2024 or 1 July 2024") == (16, 27, "2024-07-01")
    assert iso_day("20241022") == "2024-10-22"
    assert iso_day("2024_10_22") == "2024-10-22"
    assert iso_day("20241322") is None


def test_months() -> None:
    assert [month_number(word) for word in ("January", "sept", "мая", "листопада", "қаңтар")] == [1, 9, 5, 11, 1]
    assert month_number("Foo") is None
