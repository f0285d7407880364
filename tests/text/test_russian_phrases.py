"""Receivers, measures, decrees, and who acts behind the verb."""

import pytest

from multivector.text.base import Token
from multivector.text.russian import parse_russian


def word(text: str, form: str) -> tuple[Token, str]:
    """The token of that form and the word on which it hangs."""
    parse = parse_russian(text, [(0, len(text))])
    token = next(t for t in parse.tokens if t.text == form)
    return token, parse.tokens[token.head].text


@pytest.mark.parametrize(
    ("text", "form", "dep", "head"),
    [
        ("Узбекистан продолжит поставки электроэнергии Афганистану.", "Афганистану", "nmod", "поставки"),
        ("Клинтон объявил о введении против Пакистана экономических санкций.", "Пакистана", "nmod", "санкций"),
        ("Москва запретила ввоз ряда товаров.", "товаров", "nmod", "ввоз"),
        ("Макрон о решении Вашингтона сожалеет.", "решении", "obj", "сожалеет"),
        ("Указом Путина запрещён ввоз турецких товаров.", "Указом", "agent", "запрещён"),
        ("Вслед за Россией обе республики признала Никарагуа.", "Никарагуа", "nsubj", "признала"),
        ("Независимость республик признала Никарагуа.", "Никарагуа", "nsubj", "признала"),
        ("Путин подписал указ о введении санкций против Польши.", "введении", "obj", "подписал"),
    ],
)
def test_the_word_hangs_where_it_is_meant(text: str, form: str, dep: str, head: str) -> None:
    token, holder = word(text, form)
    assert (token.dep, holder) == (dep, head)


@pytest.mark.parametrize(
    ("text", "form", "dep"),
    [
        ("Россия признала Абхазию.", "Россия", "nsubj"),
        ("Министр поддержал Россию.", "Министр", "nsubj"),
        ("Путин подписал указ о погоде.", "указ", "obj"),
        ("Ряд домов стоит на холме.", "домов", "nsubj"),
    ],
)
def test_what_is_plain_stays(text: str, form: str, dep: str) -> None:
    assert word(text, form)[0].dep == dep


def test_who_signs_a_decree_does_what_it_is_about() -> None:
    text = "Путин подписал указ о введении санкций против Польши."
    assert word(text, "подписал")[0].lemma == "enact"
    assert word("Путин подписал указ о погоде.", "подписал")[0].lemma == "sign"
