"""What counts as a copy (docs/decisions/2026-11-near-copies.md), on articles put together from known sentences."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.store_readings import document
from tests.text.sentence_table import ENGLISH, QUOTES, RUSSIAN

from multivector.model import Document
from multivector.text.families import families

SIZE = 10  # sentences of an agency's report
ORDERS = st.permutations(range(len(ENGLISH)))


def article(name: str, sentences: Sequence[str], language: str = "en", outlet: str = "Post") -> Document:
    made = document(name, "\n\n".join(sentences))
    return replace(made, published="2025-03-03", outlet=f"{outlet} {name}", language=language)


def joined(one: Document, other: Document) -> bool:
    return bool(families([one, other]))


def english(numbers: Sequence[int]) -> list[str]:
    return [ENGLISH[n] for n in numbers]


@given(ORDERS, st.integers(0, 5), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_report_with_up_to_half_of_its_sentences_replaced_is_a_copy(order: list[int], k: int, rng: object) -> None:
    wire, others = order[:SIZE], order[SIZE:]
    changed = list(wire)
    for place in rng.sample(range(SIZE), k):  # type: ignore[attr-defined]
        changed[place] = others[place]
    assert joined(article("wire", english(wire)), article("paper", english(changed)))


@given(ORDERS)
@settings(max_examples=40, deadline=None)
def test_a_report_that_shares_two_of_ten_sentences_is_no_copy(order: list[int]) -> None:
    wire, other = order[:SIZE], [*order[:2], *order[SIZE : SIZE + 8]]
    assert not joined(article("wire", english(wire)), article("paper", english(other)))


@given(ORDERS, st.integers(3, SIZE), st.integers(0, 6))
@settings(max_examples=40, deadline=None)
def test_a_report_cut_to_three_sentences_and_filled_up_is_a_copy(order: list[int], kept: int, own: int) -> None:
    wire = order[:SIZE]
    cut = [*wire[:2], *order[SIZE : SIZE + min(own, kept)], *wire[2:kept]]
    assert joined(article("wire", english(wire)), article("paper", english(cut)))


@given(ORDERS, st.integers(0, 2))
@settings(max_examples=40, deadline=None)
def test_a_translation_that_leaves_out_a_fifth_is_a_copy(order: list[int], out: int) -> None:
    wire = order[:SIZE]
    told = [RUSSIAN[n] for n in wire[: SIZE - out]]
    assert joined(article("wire", english(wire)), article("paper", told, "ru"))


@given(ORDERS)
@settings(max_examples=40, deadline=None)
def test_a_foreign_report_that_shares_three_of_ten_sentences_is_no_copy(order: list[int]) -> None:
    wire, other = order[:SIZE], [*order[:3], *order[SIZE : SIZE + 7]]
    assert not joined(article("wire", english(wire)), article("paper", [RUSSIAN[n] for n in other], "ru"))


@given(ORDERS)
@settings(max_examples=40, deadline=None)
def test_two_reports_that_quote_the_same_people_are_no_copies(order: list[int]) -> None:
    one = [*english(order[:4]), *QUOTES]
    other = [*english(order[4:8]), *QUOTES]
    assert not joined(article("one", one), article("other", other))
    assert joined(article("one", one), article("copy", [*english(order[:3]), *QUOTES]))


def test_a_sentence_of_another_outlets_report_with_its_name_is_no_copy() -> None:
    wire = article("wire", ENGLISH[:SIZE], outlet="Northern Wire")
    paper = article("paper", [f"Northern Wire wrote: {ENGLISH[0]}", *ENGLISH[SIZE : SIZE + 6]])
    assert not joined(wire, paper)
    assert not joined(wire, article("paper", [RUSSIAN[0], *RUSSIAN[SIZE : SIZE + 6]], "ru"))


def test_a_later_version_of_a_wire_joins_and_the_first_is_the_origin() -> None:
    wire = replace(article("a", ENGLISH[:8]), outlet="Northern Wire", title="Latvia closes a crossing")
    later = replace(
        article("b", [ENGLISH[12], ENGLISH[13], *ENGLISH[2:12]]),
        outlet="Northern Wire", title="UPDATE 1-Riga closes crossing, Minsk protests",
    )  # fmt: skip
    paper = article("c", [*ENGLISH[:4], "Northern Wire"])
    (family,) = families([later, wire, paper])
    assert (family.origin, family.reason) == (wire.id, "1 of the others name Northern Wire as their source")
