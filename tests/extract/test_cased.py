"""What is said, where complements stand in any order and a sentence points back to the one before."""

import pytest
from tests.extract.test_russian import statements


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Си Цзиньпин поздравил Беларусь со вступлением в организацию.", "Беларусь со вступлением в организацию"),
        ("Токаев поблагодарил за приглашение на торжества.", "за приглашение на торжества"),
        ("Официальный Минск существование заговора отрицает.", "существование заговора"),
        ("ОДКБ направит войска. Об этом сообщил премьер Армении Никол Пашинян.", "ОДКБ направит войска"),
        (
            "Майя Санду заявила, что впереди у республики долгая и трудная дорога.",
            "впереди у республики долгая и трудная дорога",
        ),
    ],
)
def test_whole_contents(text: str, content: str) -> None:
    assert [s[3] for s in statements(text)] == [content]


def test_what_goes_on_from_the_cue_is_no_part_of_the_clause() -> None:
    found = statements("Олаф Шольц заверил, что Германия поможет Киеву, и подтвердил передачу танков.")
    assert [(s[0], s[3]) for s in found] == [
        ("Olaf Scholz", "Германия поможет Киеву"),
        ("Olaf Scholz", "передачу танков"),
    ]


@pytest.mark.parametrize("text", ["Россия и Иран договорились построить станцию.", "Войска России атаковали Киев."])
def test_deeds_are_no_statements(text: str) -> None:
    assert statements(text) == []


def test_a_message_is_its_authors_word() -> None:
    (found,) = statements("В сообщении Министерства торговли КНР отмечается, что ставки вырастут.")
    assert found[1] == "CHN"
