"""One script a word."""

from hypothesis import given
from hypothesis import strategies as st

from multivector.text.scripts import latin, unified


@given(st.text(alphabet="аеёқPocСABтн -x", max_size=60))
def test_the_length_stays(text: str) -> None:
    assert len(unified(text)) == len(text)


def test_lookalikes_inside_a_cyrillic_word() -> None:
    assert unified("Pоссия и BRICS") == "Россия и BRICS"


def test_kazakh_spelling_of_a_name() -> None:
    assert unified("Тоқаев") == "Токаев"


def test_latin_letters() -> None:
    assert latin("Абишев") == "abishev"
    assert latin("Щукин") == "shchukin"
