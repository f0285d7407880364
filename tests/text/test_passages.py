"""The language of each paragraph."""

from multivector.text.paragraphs import paragraphs
from multivector.text.passages import by_language, paragraph_language

RUSSIAN = "Глава казахстанского государства встретился в столице с послами нескольких европейских стран."
KAZAKH = "Мемлекет басшысы Астанада бірқатар елдің елшілерімен кездесіп, ынтымақтастық мәселелерін талқылады."
ENGLISH = "The president received the ambassadors of several European countries in the capital on Friday."


def test_each_paragraph_has_its_language() -> None:
    text = "\n\n".join((RUSSIAN, KAZAKH, ENGLISH))
    found = by_language(text, paragraphs(text), "ru")
    assert {language: [text[a:b] for a, b in spans] for language, spans in found.items()} == {
        "ru": [RUSSIAN], "kk": [KAZAKH], "en": [ENGLISH],
    }  # fmt: skip


def test_a_short_paragraph_is_in_the_documents_language() -> None:
    assert paragraph_language("Токаев: нет", "ru") == "ru"
    assert paragraph_language("Oui.", "en") == "en"


def test_a_few_words_in_cyrillic_are_not_english() -> None:
    assert paragraph_language("Анкара отказалась от саммита.", "en") == "ru"
    assert paragraph_language("«Да».", "en") == "en"  # too few letters to tell


def test_a_name_in_its_own_spelling_does_not_make_a_paragraph_kazakh() -> None:
    assert paragraph_language("По словам Қасым-Жомарта Тоқаева, республика дорожит дружбой с соседями.", "ru") == "ru"


def test_a_russian_paragraph_in_an_english_text() -> None:
    assert paragraph_language(RUSSIAN, "en") == "ru"
    assert paragraph_language(ENGLISH, "en") == "en"
