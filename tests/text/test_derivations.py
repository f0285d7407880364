"""Nouns and verbs of one root."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.derivations import relatives

RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


def plain(word: str) -> str:
    return word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("запрет", "запреща"), ("запрет", "запрещен"), ("ограничен", "ограничива"), ("ввоз", "ввоза"),
        ("приостановк", "приостанавлива"), ("поставк", "поставля"), ("снижен", "сниз"), ("закупк", "закупа"),
        ("обвинен", "обвиня"), ("уведомлен", "уведом"), ("задержан", "задержива"), ("угроз", "угрожа"),
        ("защит", "защища"), ("сокращен", "сократ"), ("повышен", "повыс"), ("обстрел", "обстрелива"),
    ],
)  # fmt: skip
def test_russian_roots_are_found_either_way(one: str, other: str) -> None:
    assert other in relatives(one, "ru", plain)
    assert one in relatives(other, "ru", plain)


@pytest.mark.parametrize(("one", "other"), [("борт", "борщ"), ("порт", "порч"), ("мост", "мощ"), ("суд", "сужден")])
def test_short_roots_keep_their_consonants(one: str, other: str) -> None:
    assert other not in relatives(one, "ru", plain)


def test_families_are_told_by_their_stems() -> None:
    assert {"decision", "decide"} - relatives("decide", "en", plain) == {"decide"}
    assert relatives("запрет", "en", plain) == frozenset() == relatives("statement", "en", plain)


@given(st.text(RUSSIAN, min_size=1, max_size=20))
def test_few_relatives_and_never_the_word_itself(stem: str) -> None:
    found = relatives(stem, "ru", plain)
    assert stem not in found and len(found) < 300
