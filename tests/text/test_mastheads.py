import pytest

from multivector.text.days import numeric_date, without_clock
from multivector.text.furniture import is_furniture, strip_furniture
from multivector.text.mastheads import day_in_numbers, is_address, is_hour, is_section, read_masthead
from multivector.text.traced import Traced

BODY = (
    "The two ministers met in Baku on Tuesday and agreed to reopen the consulate within a month, officials said.",
    "Neither side gave details of the talks, which went on for three hours behind closed doors in the capital.",
)


def strip(*lines: str):
    return strip_furniture([Traced(line, range(len(line))) for line in lines])


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Медуза", "Медуза"), ("Reuters", "Reuters"), ("https://tass.ru/politika/1", "TASS"), ("Caliber.Az",
        "Caliber.Az"),
        ("Фонтанка.ру", "Фонтанка.ру"), ("Nordic Monitor Weekly", "Nordic Monitor Weekly"),
        ("Turan news agency (Baku)", "Turan news agency"), ("www.example-paper.com/a/b", "example-paper.com"),
        ("Ministry of Foreign Affairs of the Republic of Armenia",
        "Ministry of Foreign Affairs of the Republic of Armenia"),
        ("Посольство Республики Казахстан в Латвии", "Посольство Республики Казахстан в Латвии"),
    ],
)  # fmt: skip
def test_a_line_that_names_the_page_gives_its_outlet(line: str, outlet: str) -> None:
    assert read_masthead(line) == (outlet, True)


@pytest.mark.parametrize(
    "line",
    [
        "Azerbaijan closes news agency", "Ministry of Defence says 12 drones were shot down.", "Baku hits back",
        "Russian media react to the ban", "Кремль ответил Баку", "“Reuters”",
        "Ministry of foreign affairs summons envoy", "",
    ],
)  # fmt: skip
def test_headlines_and_sentences_name_no_outlet(line: str) -> None:
    assert read_masthead(line) == (None, False)


def test_sections_are_known_alone_and_in_a_row() -> None:
    assert (
        is_section("OPINION")
        and is_section("News|Conflict")
        and is_section("3 min")
        and is_section("Политика › Мнение")
    )
    assert not is_section("Politics of the pipeline") and not is_section("") and not is_section("News | Baku")
    assert is_address("https://example.org/x") and not is_address("See https://example.org/x")


def test_a_day_in_numbers_needs_somebody_who_tells_its_order() -> None:
    assert day_in_numbers("09/10/2025", "Euronews", "en") == "2025-10-09"
    assert day_in_numbers("09/10/2025", "The New York Times", "en") == "2025-09-10"
    assert day_in_numbers("Issued on: 01/07/2025 - 19:44", "France 24", "en") == "2025-07-01"
    assert day_in_numbers("09/10/2025", "Some Post", "en") is None
    assert day_in_numbers("09/10/2025", None, "ru") == "2025-10-09"
    assert day_in_numbers("31/31/2025", None, "ru") is None
    assert day_in_numbers("Talks on 09/10/2025 in Baku", "Euronews", "en") is None
    assert numeric_date("3-4-2024") == (3, 4, 2024) and numeric_date("Baku, 3.4.2024") is None
    assert without_clock("Updated: 1/2/2024, 10:30 (UTC+04:00)") == "1/2/2024"


def test_a_day_and_an_hour_are_no_headline() -> None:
    assert (
        is_hour("29 ИЮН, 16:20")
        and is_hour("June 29 at 4:20 pm")
        and not is_hour("June 29")
        and not is_hour("16:20 talks")
    )
    found = strip("ТАСС", "https://tass.ru/politika/1", "29 ИЮН, 16:20", "", "Министры встретились в Баку", "",
                  "Стороны договорились о встрече в Москве, сообщили в ведомстве.",
                  "Подробностей переговоров они не дали.")  # fmt: skip
    assert (found.title, found.byline.outlet) == ("Министры встретились в Баку", "ТАСС")


def test_the_head_of_a_page_is_told_from_its_headline() -> None:
    found = strip("Euronews", "LIVE", "09/10/2025", "Ministers meet in Baku", "", *BODY)
    assert (found.byline.outlet, found.byline.published, found.title) == (
        "Euronews",
        "2025-10-09",
        "Ministers meet in Baku",
    )
    assert [line.text for line in found.lines if line.text] == list(BODY)
    assert found.removed[:3] == ("Euronews", "LIVE", "09/10/2025")


def test_a_page_with_its_zone_in_brackets_is_dated() -> None:
    found = strip("Azertac", "12 July 2025 14:05 (UTC+04:00)", "Ministers meet in Baku", "", *BODY)
    assert (found.byline.outlet, found.byline.published) == ("Azertac", "2025-07-12")


def test_an_outlet_with_its_day_is_no_place() -> None:
    found = strip(
        "Министры встретились в Баку", "Коммерсантъ, 02.07.2025, 00:31", "", "Стороны договорились о встрече. " * 4
    )
    assert (found.byline.outlet, found.byline.place, found.byline.published) == ("Коммерсантъ", None, "2025-07-02")


def test_a_short_text_keeps_its_lines() -> None:
    found = strip("Reuters", "Baku closed the consulate on Tuesday.")
    assert [line.text for line in found.lines] == ["Reuters", "Baku closed the consulate on Tuesday."]


@pytest.mark.parametrize(
    "line",
    [
        "We are facing unprecedented challenges. Support our work today from as little as $2.", "#baku #sputnik",
        "Join ST's Telegram channel and get the latest breaking news delivered to you.", "👍 1.2K 🔥 345",
        "• This article was amended on 6 July 2025. An earlier version gave another month.", "Переслано из «Ural Mash»",
        "This interview has been edited for length and clarity.",
        "Увидели опечатку? Выделите фрагмент и нажмите Ctrl+Enter",
        "ДАННОЕ СООБЩЕНИЕ (МАТЕРИАЛ) СОЗДАНО И (ИЛИ) РАСПРОСТРАНЕНО ИНОСТРАННЫМ АГЕНТОМ",
        "With reporting by Turan and AFP",
        'RFE/RL has been declared an "undesirable organization" by the Russian government.',
        "The views and opinions expressed by guest columnists do not reflect those of the editors.",
        "Issued on: 01/07/2025 - 19:44", "Подпишись на наш канал @kanal",
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Russia will support Kazakhstan's bid, the minister said.", "Independent media in Belarus face new laws.",
        "The group was declared an extremist organisation by a court in Minsk.",
        "This article of the treaty bans transit.",
        "Join us, Lukashenko told the summit.", "Our readers in Moscow know the place, the editor told a court.",
        "The EU will support independent media and free press in Georgia with 8 million euros.",
        "Support for our work is growing, the envoy told reporters.", "The ministry published 12 names on 3 May.",
        "Материал создан при поддержке фонда, говорится в докладе.",
    ],
)  # fmt: skip
def test_sentences_of_the_article_are_not(line: str) -> None:
    assert not is_furniture(line)
