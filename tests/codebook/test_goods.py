"""The goods codebook: its rows are sound, and phrases in the news find their headings."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.codebook.base import load_folder
from multivector.codebook.goods import LANGUAGES, Good, find_good, goods

ROWS = [row for rows in load_folder("goods") for row in rows]


def headings(words: str, language: str = "en") -> tuple[str, ...] | None:
    good = find_good(words.split(), language)
    return good.hs if good else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_row_has_a_name_headings_and_words_in_each_language(row: dict[str, object]) -> None:
    assert set(row) == {"hs", "name", "words", "words_ru"}
    codes = [row["hs"]] if isinstance(row["hs"], str) else row["hs"]
    assert isinstance(codes, list)
    assert codes == sorted(set(codes))
    for code in codes:
        assert re.fullmatch(r"\d{2}|\d{4}|\d{6}", code)
        assert 1 <= int(code[:2]) <= 97
        assert code[:2] != "77"
    for field in LANGUAGES.values():
        words = row[field]
        assert isinstance(words, list)
        assert words
        assert all(word == word.lower().strip() for word in words)


@pytest.mark.parametrize("field", LANGUAGES.values())
def test_a_word_stands_in_one_row(field: str) -> None:
    found = Counter(re.sub(r"[\s-]+", " ", word.replace("ё", "е")) for row in ROWS for word in row[field])
    assert [word for word, times in found.items() if times > 1] == []


def test_names_are_unique() -> None:
    assert max(Counter(row["name"] for row in ROWS).values()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_finds_its_own_good(language: str) -> None:
    wrong = [words for words, good in goods(language).items() if find_good(words, language) != good]
    assert wrong == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("wheat", ("1001",)),
        ("tomato", ("0702",)),
        ("pepper", ("0709",)),
        ("black pepper", ("0904",)),
        ("fresh melon", ("0807",)),
        ("flax seed", ("1204",)),
        ("lentil", ("0713",)),
        ("Russian grain", ("10",)),
        ("oil", ("27",)),
        ("crude oil", ("2709",)),
        ("Ukrainian sunflower oil", ("1512",)),
        ("liquefied natural gas", ("2711",)),
        ("tear gas", ("9306",)),
        ("iron ore", ("2601",)),
        ("arm", ("93",)),
        ("sea cucumber", ("0308",)),
        ("common high - priority item", ("84", "85", "90")),
    ],
)
def test_the_longest_phrase_that_ends_the_words_wins(words: str, expected: tuple[str, ...]) -> None:
    assert headings(words) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tinned fish", "tin fish"),
        ("dried fruit", "dry fruit"),
        ("milling machine", "mill machine"),
        ("used clothing", "use clothing"),
        ("aluminium", "aluminum"),
        ("fertiliser", "Fertilizer"),
        ("dual-use good", "dual - use good"),
        ("5G equipment", "5 G equipment"),
        ("F-16", "F-16s"),
    ],
)
def test_spellings_and_lemmatisers_make_no_difference(one: str, other: str) -> None:
    assert headings(one) is not None
    assert headings(one) == headings(other)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("пшеница", ("1001",)),
        ("твёрдый пшеница", ("1001",)),
        ("помидор", ("0702",)),
        ("семя лён", ("1204",)),
        ("минеральный удобрение", ("31",)),
        ("подсолнечный масло", ("1512",)),
        ("масло", ("0405",)),
        ("товар двойной назначение", ("84", "85", "90")),
        ("подержать одежда", ("6309",)),
        ("подержанный одежда", ("6309",)),
        ("зерновой", ("10",)),
        ("мед", ("0409",)),
    ],
)
def test_russian_lemmas_find_the_phrase_as_it_is_written(words: str, expected: tuple[str, ...]) -> None:
    assert headings(words, "ru") == expected


@pytest.mark.parametrize("words", ["think tank", "bargaining chip", "bargain chip", "greenhouse gas"])
def test_a_figure_of_speech_is_no_good(words: str) -> None:
    assert headings(words) is None
    assert headings(words.rsplit(maxsplit=1)[-1]) is not None


@pytest.mark.parametrize("words", ["", "-", "summit", "tomato summit", "US clothing plan"])
def test_other_words_name_no_good(words: str) -> None:
    assert headings(words) is None


def test_us_clothing_is_not_used_clothing() -> None:
    assert headings("US clothing") == ("61", "62")


def test_keys_are_words_and_figures_of_speech_are_left_out() -> None:
    assert goods()[("sunflower", "oil")] == Good("sunflower oil", ("1512",))
    assert ("think", "tank") not in goods()


def test_a_language_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        goods("xx")


@given(st.lists(st.text(max_size=12), max_size=6), st.sampled_from(["en", "ru"]))
def test_any_words_before_a_good_leave_a_good(words: list[str], language: str) -> None:
    head = "пшеница" if language == "ru" else "wheat"
    assert find_good([*words, head], language) == find_good([head], language)
