"""From when and how long a measure holds, told in a later sentence."""

from collections.abc import Callable

import pytest
from tests.conftest import Read
from tests.extract.extract_builders import read_russian

BAN = "Russia banned imports of flowers from the Netherlands. "
ENDS = [
    (BAN + "The ban will remain in force until the end of June, the regulator said.", "2025-06-30"),
    (BAN + "It rained. These restrictions will apply until 1 March 2025.", "2025-03-01"),
    # something else that lasts, another's measure, too far, or no end at all
    (BAN + "The fair will go on until 1 March 2025.", None),
    (BAN + "Poland shut a road. The ban on Polish apples holds until 1 March 2025.", None),
    (BAN + "It rained. It snowed. It froze. The ban will apply until 1 March 2025.", None),
    (BAN + "The ban will remain in force.", None),
]


@pytest.mark.parametrize(("text", "end"), ENDS, ids=[e[0][55:95] for e in ENDS])
def test_last_day(read: Callable[..., Read], text: str, end: str | None) -> None:
    measure = next(m for m in read(text).measures if m.target == ("NLD",))
    assert measure.end == end
    assert measure.temporary is (end is not None)
    assert all(text[e.start : e.end] == e.quote for e in measure.also)


STARTS = [
    ("en", BAN + "The ban took effect on 5 November 2024.", "2024-11-05"),
    ("en", BAN + "These restrictions have applied since 5 November 2024.", "2024-11-05"),
    ("en", BAN + "The ban was debated on 5 November 2024.", None),
    ("ru", "Россия запретила ввоз цветов из Нидерландов. Ограничения действуют с 5 ноября 2024 года.", "2024-11-05"),
    ("ru", "Россия запретила ввоз цветов из Нидерландов. Запрет Польши действует с 5 ноября 2024 года.", None),
]


@pytest.mark.parametrize(("language", "text", "start"), STARTS, ids=range(len(STARTS)))
def test_first_day(read: Callable[..., Read], language: str, text: str, start: str | None) -> None:
    found = read(text) if language == "en" else Read(read_russian(text))
    assert next(m for m in found.measures if m.target == ("NLD",)).start == start
