"""Any text is read: whatever stands in it, a reading comes back whose every word stands where it says."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Read

from multivector.model.codec import from_plain, to_plain
from multivector.store.check import check_reading

SENTENCES = [
    "Russia banned imports of Kazakh wheat on Monday, citing pests.",
    "“We will not join,” Foreign Minister Sergey Lavrov said in Ankara.",
    "According to the ministry, Armenia froze its participation in the CSTO.",
    "China's envoy, who declined to be named, called the U.S. move a mistake.",
    "Россия ввела запрет на ввоз пшеницы из Казахстана, сообщил Россельхознадзор.",
    "«Мы не вступим», — заявил Лавров.",
    "Kazakhstan has no plans to apply for BRICS membership in the first half of 2024.",
    "At least ſix people were killed, police said; Q: Why? A: Nobody knows.",
    "In response, Astana recalled its ambassador from Minsk and expelled two diplomats.",
]
HOSTILE = [
    "\u202e", "\u200b", "\u2028", "\u0000", "\ud800", "\ufeff", "İ", "ß", "ﬁ", "🇷🇺", "👩‍👩‍👧", "e\u0301" * 9, "(" * 9,
    "\"'“”‘’«»", "- - - - -", "....", "?!?!", "A" * 300, "a." * 60, "«" * 40, "“" * 40, "<b>", "&lt;", "\t\t", "1" * 80,
    "-1e400", "%s%n", "Mr. Mr. Mr.", "said said said", "that that that that", "and, and, and,", "Russia's's's",
    "of the of the of the", "не не",
]  # fmt: skip
PIECES = st.sampled_from(SENTENCES) | st.sampled_from(HOSTILE) | st.text(max_size=12)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", "\n\n", ""])), max_size=7).map(
    lambda rows: "".join(piece + gap for piece, gap in rows)
)


@settings(max_examples=15)
@given(TEXTS, st.sampled_from([None, "2024-10-22", "2024", "soon"]))
def test_every_text_is_read_and_every_span_holds_its_words(
    read: Callable[..., Read], text: str, published: str | None
) -> None:
    reading = read(text, published).reading
    check_reading(reading)
    for record in reading.records:
        assert from_plain(type(record), to_plain(record)) == record
    for sentence in reading.sentences:
        assert reading.document.text[sentence.start : sentence.end].strip()
    assert len({record.id for record in reading.records}) == len(reading.records)


@pytest.mark.parametrize("piece", HOSTILE)
def test_what_stands_between_sentences_costs_no_sentence(read: Callable[..., Read], piece: str) -> None:
    found = read(f"{SENTENCES[0]}\n\n{piece}\n\n{SENTENCES[8]}")
    assert ("RUS", "import_ban") in {(m.imposer, m.measure) for m in found.measures}
    assert "KAZ" in {code for event in found.events for code in event.source}


@settings(max_examples=15)
@given(st.sampled_from(SENTENCES), st.integers(0, 60), st.sampled_from(HOSTILE))
def test_a_piece_in_the_midst_of_a_sentence_breaks_nothing(
    read: Callable[..., Read], sentence: str, at: int, piece: str
) -> None:
    check_reading(read(sentence[:at] + piece + sentence[at:]).reading)


def test_the_same_text_twice_is_the_same_reading(read: Callable[..., Read]) -> None:
    text = "\n\n".join(SENTENCES)
    assert read(text).reading == read(text).reading
