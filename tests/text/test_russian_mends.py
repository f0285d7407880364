"""Russian trees put right: what hangs on the wrong word, prepositions of several words, names that show no case."""

import pytest

from multivector.text.base import Parse, Token
from multivector.text.russian import parse_russian
from multivector.text.russian_names import told


def parse(text: str) -> Parse:
    return parse_russian(text, [(0, len(text))])


def word(text: str, form: str) -> tuple[Parse, Token]:
    found = parse(text)
    return found, next(t for t in found.tokens if t.text == form)


@pytest.mark.parametrize(
    ("text", "form", "dep", "case", "head"),
    [
        ("США поставляют Тайваню вооружения.", "вооружения", "obj", "", "поставляют"),
        ("Полиция задержала свыше 200 человек.", "человек", "obj", "", "задержала"),
        ("МИД РФ расценил решение Кишинёва как враждебный шаг.", "шаг", "obl", "as", "расценил"),
        ("Берлин поставки ракет Украине исключил.", "поставки", "obj", "", "исключил"),
        ("Под соглашением поставили подписи Рахмон и Жапаров.", "Рахмон", "nsubj", "", "поставили"),
        ("Суд в Тбилиси молчит.", "Тбилиси", "nmod", "in", "Суд"),
        ("Начался визит в Баку.", "Баку", "nmod", "to", "визит"),
        ("В Минске арестованы двое граждан Литвы.", "Минске", "agent", "by", "арестованы"),
        ("Вещание в Латвии запрещено.", "Латвии", "agent", "by", "запрещено"),
        ("Финляндия подала заявку в мае.", "мае", "obl", "during", "подала"),
        ("Пекин выступил в поддержку Казахстана.", "Казахстана", "obj", "", "выступил"),
        ("В посольстве выразили сожаление в связи с решением.", "решением", "obj", "", "выразили"),
    ],
)
def test_what_hangs_where(text: str, form: str, dep: str, case: str, head: str) -> None:
    found, token = word(text, form)
    assert (token.dep, token.case, found.tokens[token.head].text) == (dep, case, head)


@pytest.mark.parametrize(
    ("text", "form", "says"),
    [
        ("Бухарест не поддержал предложение.", "поддержал", "reject"),
        ("Полиция разогнала митингующих.", "митингующих", "protester"),
        ("К задержанным пустили адвокатов.", "задержанным", "detainee"),
        ("Япония отозвала лицензии.", "отозвала", "withdraw"),
        ("Таможня перестала пропускать грузы.", "перестала", "block"),
        ("Дипломатам предписано покинуть Канберру.", "предписано", "expel"),
    ],
)
def test_words_of_several_parts(text: str, form: str, says: str) -> None:
    assert word(text, form)[1].lemma == says


def test_what_hangs_on_a_verb_inside_another_goes_with_the_whole() -> None:
    found, token = word("Китай перестал пропускать литовские грузы.", "грузы")
    assert (token.dep, found.tokens[token.head].text) == ("obj", "перестал")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Юлию Мелано", "Юлию"), ("Ангелу Меркель", "Ангелу"), ("Владимиру Зеленскому", "Зеленскому"),
        ("Сергея Лаврова", "Лаврова"), ("Лавров", "Лавров"), ("С. Лавров", "Лавров"), ("Тарасу Шевченко", "Тарасу"),
    ],
)  # fmt: skip
def test_the_word_of_a_name_that_shows_its_case(name: str, form: str) -> None:
    assert told(name) == form
