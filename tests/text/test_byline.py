import pytest

from multivector.text.byline import Byline, read_byline, read_dateline, without_datelines
from multivector.text.paragraphs import paragraphs

DAY = "2024-10-22"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("By Peter Baunov in Astana October 22, 2024", Byline("Peter Baunov", "Astana", DAY)),
        ("By Jane Doe, Moscow, 22 Oct 2024", Byline("Jane Doe", "Moscow", DAY)),
        ("By JANE DOE and JOHN SMITH", Byline("Jane Doe and John Smith")),
        ("By Jane Doe for bne IntelliNews", Byline("Jane Doe", outlet="bne IntelliNews")),
        ("By Jane Doe, Staff Writer", Byline("Jane Doe")),
        ("By Reuters Staff", Byline(outlet="Reuters")),
        ("Автор: Иван Иванов", Byline("Иван Иванов")),
        ("22 October 2024, 14:05", Byline(published=DAY)),
        ("14:05, 22 октября 2024", Byline(published=DAY)),
        ("Tuesday, October 22, 2024 at 5:12 p.m. EDT", Byline(published=DAY)),
        ("Published: 2024-10-22T14:05:00+03:00", Byline(published=DAY)),
        ("Published 22 October 2024 | Updated 23 October 2024", Byline(published=DAY)),
        ("Updated: 22 October 2024", Byline(published=DAY)),
        ("The Astana Times, 22 October 2024", Byline(published=DAY, outlet="The Astana Times")),
        ("MOSCOW, 22 October 2024", Byline(None, "Moscow", DAY)),
        ("Jane Doe · October 22, 2024 · 5 min read", Byline("Jane Doe", published=DAY)),
    ],
)
def test_bylines(line: str, said: Byline) -> None:
    assert read_byline(line) == said


@pytest.mark.parametrize(
    "line",
    [
        "", "By Monday the talks had ended", "By Vladimir Putin’s order the gas stopped", "October", "Reuters",
        "Kazakhstan joined the WTO on November 30, 2015", "By the end of October 22, 2024 was forgotten", "Sanctions",
        "In Kazan on October 22, 2024 leaders met", "By Jane Doe " + "and more " * 20 + "October 22, 2024",
    ],
)  # fmt: skip
def test_what_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("MOSCOW, Oct 22 (Reuters) - ", Byline(None, "Moscow", DAY, "Reuters")),
        ("ASTANA. KAZINFORM - ", Byline(None, "Astana", None, "KAZINFORM")),
        ("MOSCOW, October 22. /TASS/. ", Byline(None, "Moscow", DAY, "TASS")),
        ("МОСКВА, 22 окт - РИА Новости. ", Byline(None, "Москва", DAY, "РИА Новости")),
        ("ASTANA (AP) — ", Byline(None, "Astana", None, "AP")),
        ("BEIJING, Oct. 22 (Xinhua) -- ", Byline(None, "Beijing", DAY, "Xinhua")),
        ("Astana, 22 October 2024 – ", Byline(None, "Astana", DAY)),
        ("WASHINGTON, D.C., Oct 22 (Reuters) - ", Byline(None, "Washington", DAY, "Reuters")),
        ("(Reuters) - ", Byline(outlet="Reuters")),
        ("ASTANA – ", Byline(None, "Astana")),
        ("KYIV, Ukraine — ", Byline(None, "Kyiv")),
    ],
)
def test_datelines(head: str, said: Byline) -> None:
    assert read_dateline(head + "Russia said it was ready.", "2024") == (len(head), said)


@pytest.mark.parametrize(
    "text",
    [
        "Kazan, Russia – Leaders met.", "EAEU (Eurasian Economic Union) — the bloc", "Moscow - Russia's",
        "UN – The body", "EXCLUSIVE — Russia", "Russia said on Oct 22 (Reuters) - that", "ASTANA – ",
    ],
)  # fmt: skip
def test_what_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


def test_a_day_without_a_year_stays_unknown() -> None:
    found = read_dateline("MOSCOW, Oct 22 (Reuters) - Russia said.")
    assert found is not None
    assert found[1] == Byline(None, "Moscow", None, "Reuters")


@pytest.mark.parametrize(
    "line",
    [
        "Published: October 24, 2024 | by Aliya Karimova, The Steppe Review",
        "Politics | October 24, 2024 | 12:34 | 345 views",
        "Опубликовано: 24.10.2024 14:05 Просмотры: 1233",
        "October 24, 2024 in Economy",
    ],
)
def test_a_day_among_sections_and_counters(line: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.published == "2024-10-24"


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("KAZAN, 24 October (own correspondent). Leaders met.", "Kazan"),
        ("ASTANA, Oct 24 (Central Wire) - No.", "Astana"),
    ],
)
def test_datelines_of_any_source(head: str, place: str) -> None:
    found = read_dateline(head, "2024")
    assert found is not None
    assert (found[1].place, found[1].published) == (place, "2024-10-24")


def test_paragraphs_begin_behind_their_dateline() -> None:
    text = "MOSCOW, Oct 22 (Reuters) - Russia banned fish.\n\nASTANA - a city.\n\nIt said so - on Monday."
    spans = paragraphs(text)
    kept = without_datelines(text, spans)
    assert [text[start:end] for start, end in kept] == [
        "Russia banned fish.",
        "ASTANA - a city.",
        "It said so - on Monday.",
    ]
    assert [end for _, end in kept] == [end for _, end in spans]


def test_a_dateline_of_place_day_and_agency_between_strokes() -> None:
    found = read_dateline("Baku/14.07.25/Turan: Azerbaijan has banned imports of dairy products.")
    assert found is not None
    assert found[1] == Byline(None, "Baku", "2025-07-14", "Turan")


def test_an_agency_that_nobody_lists_stands_behind_the_dateline() -> None:
    head = "БАКУ, 30 июн - Агентство Север. "
    found = read_dateline(head + "Сотрудники полиции пришли с обысками.", "2025")
    assert found == (len(head), Byline(place="Баку", published="2025-06-30", outlet="Агентство Север"))
    found = read_dateline("Москва. 11 июля. ВЕСТНИК - Ведомство запретило ввоз.", "2025")
    assert found is not None
    assert (found[1].place, found[1].outlet) == ("Москва", "ВЕСТНИК")


def test_a_sentence_behind_a_dateline_is_no_agency() -> None:
    found = read_dateline("БАКУ, 30 июн - Президент встретился с послом. Они говорили о торговле.", "2025")
    assert found is not None
    assert found[1].outlet is None
