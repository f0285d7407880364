"""Documents read together give what each gives alone; a fault stays with its own document."""

from dataclasses import replace
from typing import Any

import pytest

from multivector import reading
from multivector.errors import UnreadableInput
from multivector.model import Document, Reading
from multivector.reading import (
    MOST_DOCUMENTS,
    MOST_LETTERS,
    bare_document,
    code_row,
    groups,
    read_article,
    read_together,
)

TEXTS = (
    "Russia banned imports of Kazakh wheat on 17 October 2024.\n\nThe ministry in Astana said it would answer in kind.",
    "",
    "Stocks in Hamburg ended mixed. The comet will be seen in April. A first novel by Anna Keller is on the list.",
    "“It is an unfriendly step,” Sergei Lavrov told reporters. He added that Moscow took note of it.",
    "Президент Казахстана заявил, что страна не вступит в БРИКС.",
    "The United States imposed sanctions on Iran.\n\nМосква осудила это решение, сообщил МИД России.",
    "Қазақстан Президенті бүгін Астанада кездесу өткізді, деп хабарлады баспасөз қызметі.",
    "Yes.",
)


def documents() -> list[Document]:
    made = [bare_document(f"{n}.txt", text, "2024-10-22") for n, text in enumerate(TEXTS)]
    made[4] = replace(made[4], language="ru")
    made[6] = replace(made[6], language="kk")
    return made


@pytest.mark.parametrize("sieve", [True, False])
def test_together_is_as_alone(sieve: bool) -> None:
    together = [read() for read in read_together(documents(), sieve=sieve)]
    assert together == [read_article(document, sieve=sieve) for document in documents()]
    assert sum(len(each.records) for each in together) > 4


def test_pairs_together_are_as_alone() -> None:
    text, pairs = "France and Germany urged Iran to release the crew.", [("Germany", "Iran"), None, ("France", "Iran")]
    made = [bare_document(str(n), text, None) for n in range(3)]
    found = [read() for read in read_together(made, pairs)]
    assert found == [code_row(str(n), text, None, pair) for n, pair in enumerate(pairs)]


def test_a_pair_that_is_not_there_is_told_where_it_is_asked_for() -> None:
    made = [bare_document(str(n), "France urged Iran to yield.", None) for n in range(2)]
    missing, found = read_together(made, [("Zubrovia", "Borduria"), ("France", "Iran")])
    with pytest.raises(UnreadableInput):
        missing()
    assert len(found().records) == 1


def test_a_fault_of_the_parser_stays_with_its_own_text(monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading.parse_all

    def broken(texts: Any) -> Any:
        if any("unfriendly" in given.text for given in texts):
            raise IndexError("beyond the end")
        return real(texts)

    expected = [read_article(document) for document in documents()]
    monkeypatch.setattr(reading, "parse_all", broken)
    found: list[Reading | None] = []
    for read in read_together(documents()):
        try:
            found.append(read())
        except IndexError:
            found.append(None)
    assert [n for n, each in enumerate(found) if each is None] == [3]
    assert [each for each in found if each] == [each for n, each in enumerate(expected) if n != 3]


def test_groups_hold_neither_too_many_nor_too_much() -> None:
    sizes = [1] * (MOST_DOCUMENTS + 1) + [MOST_LETTERS + 5, 3, MOST_LETTERS - 3, 1]
    made = list(groups(sizes, lambda size: size))
    assert [len(run) for run in made] == [MOST_DOCUMENTS, 1, 1, 2, 1]
    assert [size for run in made for size in run] == sizes
    assert list(groups([], len)) == []
