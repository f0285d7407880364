"""Whose "we" it is outside quotations: whose statement the text is, or whoever spoke last."""

from dataclasses import replace

import pytest

from multivector.extract.titled import titled_issuer
from multivector.model import Event, Statement, document_id
from multivector.pipeline import code_row, read_article

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def read(text: str, title: str | None = None, language: str = "ru") -> tuple[list[Told], list[tuple[str | None, str]]]:
    """The events and the statements (state, words) of a text."""
    blank = code_row("text", "None.", "2024-10-24").document
    records = read_article(replace(blank, text=text, title=title, language=language, id=document_id("t", text))).records
    events = [(e.type, e.source, e.target) for e in records if isinstance(e, Event)]
    return events, [(s.speaker.state, s.content.quote) for s in records if isinstance(s, Statement)]


@pytest.mark.parametrize(
    ("title", "text", "event"),
    [
        ("Заявление МИД Японии", "Осуждаем удары Мали по Чаду.", ("ACCUSE", ("JPN",), ("MLI",))),
        (
            "О ситуации в Мали: из брифинга представителя МИД Чада",
            "Предупреждаем Киев: ответ будет.",
            ("THREATEN", ("TCD",), ("UKR",)),
        ),
        (
            None,
            "МИД Чада распространил заявление.\n\nТребуем от Мали прекратить обстрелы.",
            ("REQUEST", ("TCD",), ("MLI",)),
        ),
        (
            None,
            "Заявление МИД Чада\n\nМали обвинила нашу страну в шантаже. Считаем такие заявления безответственными.",
            ("ACCUSE", ("TCD",), ("MLI",)),
        ),
        (
            "Брифинг представителя МИД Чада",
            "Лагос обвинил Мали в обмане. Японской стороне направлена нота протеста.",
            ("ACCUSE", ("TCD",), ("JPN",)),
        ),
        (
            None,
            "Мария Захарова высказалась о решении. «Это ошибка», — сказала она. Предупреждаем Токио о последствиях.",
            ("THREATEN", ("RUS",), ("JPN",)),
        ),
    ],
)
def test_who_we_are(title: str | None, text: str, event: Told) -> None:
    assert event in read(text, title)[0]


def test_statements_are_the_issuers() -> None:
    told = read("Осуждаем удары Мали по Чаду.", "Заявление МИД Японии")[1]
    assert told == [("JPN", "удары Мали по Чаду")]


def test_english() -> None:
    text = "Statement of the Ministry of Foreign Affairs of Iran\n\nWe condemn the Malian strikes on Chad."
    events, said = read(text, language="en")
    assert ("ACCUSE", ("IRN",), ("MLI",)) in events
    assert ("IRN", "the Malian strikes on Chad") in said


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("МИД Японии о заявлении Мали", "Киев молчит. Осуждаем удары."),  # nobody's own text
        (None, "Лавров прибыл в Мали. Напомним, что Чад осудил удары."),  # the narrator's "we"
        ("Заявление МИД Японии", "Чад сообщил о потерях."),  # no "we" at all
    ],
)
def test_nobody_is_we(title: str | None, text: str) -> None:
    events, said = read(text, title)
    assert all(source not in (("JPN",), ("RUS",)) for kind, source, _ in events if kind != "CONSULT")
    assert all(state not in ("JPN", "RUS") for state, _ in said)


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("Press briefing by the Foreign Ministry of Iran on Chad", "IRN"),
        ("Iranian Foreign Ministry statement on Chad", "IRN"),
        ("Комментарий МИД Белоруссии", "BLR"),
        ("Statement on the situation in Chad", None),
        ("Chad waits for a statement", None),
        ("Мали и Чад подписали договор", None),
        ("", None),
    ],
)
def test_titles(title: str, state: str | None) -> None:
    found = titled_issuer(title, "ru" if "К" in title or "М" in title else "en")
    assert (found.state if found else None) == state
