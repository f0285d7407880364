"""What answers what, and who says so."""

from collections.abc import Callable

from tests.conftest import Read

from multivector.model import TradeMeasure

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
