"""The year of a dateline that has none."""

import pytest

from multivector.text.years import day_of_year

LINE = "BUDAPEST, Oct 14 (Reuters) -"
TOLD = [
    # an address, a notice, the file's path
    ((LINE, "https://www.reuters.com/world/2024/10/14/talks/"), "a.txt", None, "", "2024-10-14"),
    ((LINE, "© 2023 Reuters. All rights reserved."), "a.txt", None, "", "2023-10-14"),
    ((LINE,), "wire/2022/a.txt", None, "", "2022-10-14"),
    # two years told: neither
    ((LINE, "© 2023-2024 Reuters"), "a.txt", None, "", None),
    # the day of retrieval is not before it
    ((LINE,), "a.txt", "2024-11-02", "", "2024-10-14"),
    ((LINE,), "a.txt", "2024-01-02", "", "2023-10-14"),
    # the weekday of the lead decides between the last year named and the next
    (
        (LINE,),
        "a.txt",
        None,
        "The ministry said on Tuesday that talks had begun. They broke off in 2024.",
        "2025-10-14",
    ),
    ((LINE,), "a.txt", None, "The ministry said on Monday that talks had begun. They broke off in 2024.", None),
    ((LINE,), "a.txt", None, "The ministry said on Friday that talks had begun in 2024.", None),
    ((LINE,), "a.txt", None, "The ministry said on Tuesday that talks had begun.", None),
    # other forms
    (("MOSCOW, February 6. /TASS/.", "© 2024 TASS"), "a.txt", None, "", "2024-02-06"),
    (("MOSCOW, February 29. /TASS/.", "© 2023 TASS"), "a.txt", None, "", None),
    (("29 ИЮН, 16:20", "© 2023 ТАСС"), "a.txt", None, "", "2023-06-29"),
    # a dateline with its year, and a line that is none
    (("BUDAPEST, Oct 14, 2021 (Reuters) -", "© 2024 Reuters"), "a.txt", None, "", None),
    (("Share", "© 2024 Reuters"), "a.txt", None, "", None),
]


@pytest.mark.parametrize(("removed", "name", "retrieved", "text", "day"), TOLD)
def test_day(removed: tuple[str, ...], name: str, retrieved: str | None, text: str, day: str | None) -> None:
    assert day_of_year(removed, name=name, retrieved=retrieved, text=text) == day
