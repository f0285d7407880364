"""Claims, moments and contradictions of sentences that no parser has seen: spans, order, and letters that mislead."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.store_readings import document

from multivector.model import Reading, Sentence
from multivector.story.claims import claims_of
from multivector.story.contradictions import contradictions
from multivector.story.near import day_number, days_apart
from multivector.story.timeline import timeline

SAYINGS = [
    "At least 12 people were killed at the border crossing near Sarpi.",
    "At least 19 people were killed at the border crossing near Sarpi.",
    "The ban on wheat entered into force on 1 March 2024.",
    "The ban on wheat entered into force on 8 March 2024.",
    "The ministry denied that the pipeline to Turan was closed.",
    "The pipeline to Turan was closed on Monday.",
    "Exports of gas rose by 5 percent to $3.2 billion.",
    "Exports of gas rose by 15 percent to $3.2 billion.",
    "Запрет на ввоз пшеницы вступил в силу 5 марта 2024 года.",
    "Погибли 7 человек, ещё 20 тысяч жителей эвакуированы.",
    "Six soldiers and twelve thousand farmers took part.",
    "The two sides will meet again next week.",
]


def reading(name: str, sentences: list[str], published: str | None = "2024-03-10") -> Reading:
    """A reading with these sentences alone: no actors, no records. All articles are of one cluster, and so related."""
    text = " ".join(sentences)
    found, at = [], 0
    for n, words in enumerate(sentences):
        found.append(Sentence(at, at + len(words), n))
        at += len(words) + 1
    made = replace(document(name, text), published=published)
    return Reading(replace(made, cluster="doc-first"), tuple(found), (), (), ())


ARTICLES = st.lists(st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=4, unique=True), min_size=1, max_size=4)


@settings(max_examples=40)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_neither_claims_nor_moments_nor_contradictions_depend_on_the_order(
    articles: list[list[str]], chance: Any
) -> None:
    readings = [reading(f"{n}.txt", sentences) for n, sentences in enumerate(articles)]
    mixed = list(readings)
    chance.shuffle(mixed)
    assert timeline(mixed) == timeline(readings)
    assert contradictions(mixed) == contradictions(readings)


@settings(max_examples=40)
@given(ARTICLES)
def test_all_that_is_told_stands_in_its_article(articles: list[list[str]]) -> None:
    readings = {one.document.id: one for one in (reading(f"{n}.txt", words) for n, words in enumerate(articles))}
    for one in readings.values():
        for claim in claims_of(one):
            for quantity in claim.quantities:
                assert quantity.text.split()[0] in one.document.text[quantity.start : quantity.end]
    moments = timeline(list(readings.values()))
    evidence = [e for moment in moments for e in moment.evidence]
    for found in contradictions(list(readings.values())):
        assert found.one.evidence[0].document != found.other.evidence[0].document
        evidence += [*found.one.evidence, *found.other.evidence]
    for one in evidence:
        assert readings[one.document].document.text[one.start : one.end] == one.quote
    days = [moment.when.start or moment.when.end for moment in moments]
    assert days == sorted(days, key=lambda day: day or "")


def test_an_article_contradicts_neither_itself_nor_its_like() -> None:
    assert contradictions([reading("a.txt", SAYINGS)]) == ()
    assert contradictions([reading("a.txt", SAYINGS[:1]), reading("b.txt", SAYINGS[:1])]) == ()


@pytest.mark.parametrize(
    ("one", "other", "kind"), [(0, 1, "number"), (2, 3, "date"), (6, 7, "number")], ids=["killed", "day", "share"]
)
def test_what_differs_in_like_sentences_is_told(one: int, other: int, kind: str) -> None:
    found = contradictions([reading("a.txt", [SAYINGS[one]]), reading("b.txt", [SAYINGS[other]])])
    assert [each.kind for each in found] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "At least ſix people and ſixteen cars were seen.", "SİX people, fıve dogs and 5 mıllıon birds.",
        "5 thou\u017fand troop\u017f, ten \u212ailograms", "About 1,2,3 and 1.2.3 and 99999999999999999999 things.",
        f"{'9' * 500} people were there.", "٣ people and ３ dogs and ² cats", "$ 5 and €, and 5 %", "- 5- 5 -",
        "5 млн. 5 \u1c82 тысяч \u1c83олдат", "\u2028 12 \u2029 people \u0000",
    ],
)  # fmt: skip
def test_letters_and_numbers_that_mislead_break_nothing(words: str) -> None:
    one, other = reading("a.txt", [words]), reading("b.txt", [SAYINGS[0], words])
    for claim in claims_of(one):
        assert all(quantity.value >= 0 for quantity in claim.quantities)
    timeline([one, other])
    contradictions([one, other])


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=3))
def test_no_text_breaks_what_is_told_together(sentences: list[str]) -> None:
    readings = [reading("a.txt", sentences), reading("b.txt", [*sentences, SAYINGS[0]], None)]
    timeline(readings)
    contradictions(readings)


@given(st.none() | st.dates().map(str), st.none() | st.dates().map(str))
def test_days_apart_is_symmetric_and_unknown_days_are_near(one: str | None, other: str | None) -> None:
    assert days_apart(one, other) == days_apart(other, one) >= 0
    assert days_apart(one, one) == 0
    if one and other:
        assert days_apart(one, other) == abs(day_number(one) - day_number(other))
