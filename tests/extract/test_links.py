"""What answers what, and who says so."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.conftest import Read

from multivector.model import TradeMeasure
from multivector.pipeline import bare_document, read_article

TEXT = (
    "Russia banned imports of fish from Norway on Monday. "
    "Traders saw the move as a response to a ban on Russian crabs imposed by Norway in May."
)


def test_a_link_is_somebodys_claim(read: Callable[..., Read]) -> None:
    found = read(TEXT)
    (link,) = found.links
    by_id = {r.id: r for r in found.reading.records}
    one, other = by_id[link.from_], by_id[link.to]
    assert isinstance(one, TradeMeasure)
    assert isinstance(other, TradeMeasure)
    assert (one.imposer, other.imposer) == ("RUS", "NOR")
    assert link.attributed_to == "Traders"


def test_in_response_to(read: Callable[..., Read]) -> None:
    text = "In response to the sanctions imposed by Canada, Russia expelled a Canadian diplomat."
    assert [link.link for link in read(text).links] == ["response_to"]


def test_no_answer_no_link(read: Callable[..., Read]) -> None:
    assert not read("Russia banned fish from Norway. Norway banned crabs from Russia.").links


def ends(found: Read) -> set[tuple[str, str]]:
    """(who answers, whom) of each link."""
    by_id = {r.id: r for r in found.reading.records}
    doer = {r.id: r.imposer if isinstance(r, TradeMeasure) else r.source[0] for r in [*found.measures, *found.events]}
    return {(doer[link.from_], doer[link.to]) for link in found.links if {link.from_, link.to} <= by_id.keys()}


@pytest.mark.parametrize(
    "answer",
    [
        "In response, Norway banned imports of Russian crabs.",
        "Norway retaliated by banning imports of Russian crabs.",
        "In retaliation Norway banned imports of Russian crabs.",
    ],
)  # fmt: skip
def test_an_answer_that_leaves_out_to_what_answers_the_act_before(read: Callable[..., Read], answer: str) -> None:
    assert ends(read(f"Russia banned imports of fish from Norway on Monday. {answer}")) == {("NOR", "RUS")}


def test_an_answer_needs_an_act_between_the_same_two(read: Callable[..., Read]) -> None:
    text = "Russia banned imports of fish from Chile on Monday. In response, Norway banned imports of Russian crabs."
    assert not read(text).links
    assert not read("In response, Norway banned imports of Russian crabs.").links


@pytest.mark.parametrize(
    "text",
    [
        "Армения в ответ на российские ограничения запретила молочную продукцию трёх российских заводов.",
        "Россия запретила ввоз армянских цветов. В ответ Армения запретила ввоз российских саженцев.",
    ],
)
def test_russian_answers_point_from_the_answer_to_what_it_answers(text: str) -> None:
    document = replace(bare_document("test", text, "2024-10-22"), language="ru")
    assert ends(Read(read_article(document))) == {("ARM", "RUS")}
