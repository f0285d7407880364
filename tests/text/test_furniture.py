from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.byline import Byline
from multivector.text.furniture import Stripped, is_furniture, strip_furniture
from multivector.text.phrases import EXACT
from multivector.text.traced import Traced

BODY = (
    "The president said on Wednesday that the country would not join the bloc for now.",
    "Russia respects the decision and expects the guest to attend, the ministry said in a statement.",
)
FURNITURE = (
    "Dismiss", "Share", "READ MORE", "Read more »", "Advertisement", "Subscribe to our newsletter",
    "Follow us on Telegram", "We use cookies to improve your experience. By clicking Accept you agree.",
    "Photo: Jane Doe / Getty Images", "© 2024 Example Media Ltd.", "Copyright 2024 Example. All rights reserved.",
    "All rights reserved.", "1.2K shares", "12 comments", "5 min read", "Read more: Kazakhstan wins its case",
    "Tags: Russia, BRICS", "Share on Facebook", "Sign up for our weekly newsletter", "Listen to this article (4 min)",
    "Home > World > Asia", "Page 3 of 9", "- 12 -", "Читайте также", "Читайте также: Как Казахстан ответил",
    "Поделиться", "Подписывайтесь на наш канал в Telegram", "Реклама", "Фото: пресс-служба", "Все права защищены.",
    "Нашли ошибку? Выделите её мышкой", "• Share", "***", "(Reporting by Jane Doe; Editing by John Smith)",
    "This website uses cookies.", "Click here to read it in Russian",
)  # fmt: skip
TEXT = (
    "Home affairs dominate.", "Share prices fell in Moscow.", "More than 100 people came.",
    "Image matters to Kazakhstan", "Follow-up talks are due",
    "Photo: Russia's president greets his guest from Kazakhstan in the Kremlin.", "In 2024",
    "Copyright holders in Kazakhstan protest", "Read more books, he said.", "Print media in Russia", "2024",
    "Subscribe, he told them, to nothing.", "Tensions over growing trade battle", "По теме выступил министр.",
    "Related parties were sanctioned, the ministry said.", "Comments by Lavrov", "Live fire drills began",
)  # fmt: skip


def strip(*lines: str, title: str | None = None, published: str | None = None) -> Stripped:
    traced = [Traced(line, range(len(line))) for line in lines]
    return strip_furniture(traced, title=title, published=published)


def kept(found: Stripped) -> list[str]:
    return [line.text for line in found.lines if line.text]


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_of_web_pages_go(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", TEXT)
def test_lines_of_articles_stay(line: str) -> None:
    assert not is_furniture(line)


def test_a_repeated_title_is_kept_once_as_title() -> None:
    found = strip("Might it join?", "", "Might it join?", *BODY)
    assert (found.title, kept(found), found.removed) == ("Might it join?", list(BODY), ("Might it join?",))


@pytest.mark.parametrize("second", [("", BODY[0]), (BODY[0],), ("By Jane Doe", "", BODY[0])])
def test_a_headline_is_the_title(second: tuple[str, ...]) -> None:
    found = strip("Kazakhstan declines to join the bloc", *second, "", BODY[1])
    assert found.title == "Kazakhstan declines to join the bloc"
    assert kept(found) == list(BODY)


def test_the_title_that_the_file_gives_wins() -> None:
    found = strip("Declining the bloc’s offer", *BODY, title="Declining the bloc's offer | Example Times")
    assert found.title == "Declining the bloc's offer | Example Times"
    found = strip("Declining the bloc", *BODY, title="Declining the bloc | Example Times")
    assert (found.title, kept(found)) == ("Declining the bloc", list(BODY))


def test_what_is_no_headline_stays() -> None:
    for first in (BODY[0], "“We will not join”", "and so it goes on", "One", "He added:"):
        assert kept(strip(first, "", *BODY))[0] == first
    assert kept(strip("Russia bans wheat")) == ["Russia bans wheat"]
    assert strip("Russia bans wheat").title is None


def test_bylines_and_datelines_are_taken() -> None:
    found = strip(
        "A title of some words", "By Jane Doe", "22 October 2024, 14:05", "", f"ASTANA (AP) — {BODY[0]}", BODY[1]
    )
    assert found.byline == Byline("Jane Doe", "Astana", "2024-10-22", "AP")
    assert kept(found) == list(BODY)
    assert found.removed == ("By Jane Doe", "22 October 2024, 14:05", "ASTANA (AP) —")
    assert strip(f"MOSCOW, Oct 22 (Reuters) - {BODY[0]}", published="2023-01-01").byline.published == "2023-10-22"
    assert strip(*BODY, "By Jane Doe in Astana").byline == Byline("Jane Doe", "Astana")


def test_an_acronym_is_no_place() -> None:
    found = strip("BRICS — Russia wants it larger, and says so.", "The BRICS countries met.")
    assert found.byline == Byline()
    assert kept(found)[0].startswith("BRICS — ")


def test_related_articles_at_the_foot() -> None:
    found = strip(*BODY, "", "Related articles", "Kazakhstan wins its case", "Why does it matter?")
    assert kept(found) == list(BODY)
    found = strip(*BODY, "", "Related articles", BODY[0] + " Again.")
    assert BODY[0] + " Again." in kept(found)


def test_a_caption_loses_its_credit_only() -> None:
    found = strip("The backyard has no interest in joining. / CIA, public domain.", *BODY)
    assert kept(found)[0] == "The backyard has no interest in joining."
    assert found.removed == ("/ CIA, public domain.",)


def test_a_wrapped_word_is_no_furniture() -> None:
    found = strip("The two ministers told reporters that they wanted to see", "more", *BODY)
    assert "more" in kept(found)


BODY_WORDS = (
    "russia kazakhstan talks trade ban wheat share more read photo home live comments related subscribe"
    " advertisement follow said the of in on by and from moscow astana october 22 2024 minister cookies copyright watch"
    " editing reporting"
)
WORDS = st.sampled_from(BODY_WORDS.split())
SENTENCE = st.lists(WORDS, min_size=6, max_size=25).map(lambda words: "The " + " ".join(words) + " was seen.")


JUNK = st.sampled_from((*FURNITURE, *EXACT, ""))


@given(st.lists(SENTENCE, min_size=1, max_size=6), st.lists(JUNK, max_size=12), st.randoms())
def test_no_sentence_of_the_body_is_lost(body: list[str], junk: list[str], random: Random) -> None:
    lines = list(body)
    for line in junk:
        lines.insert(random.randint(0, len(lines)), line)
    found = strip(*lines)
    assert kept(found) == body
    assert sorted(found.removed) == sorted(line for line in junk if line)
