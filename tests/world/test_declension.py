"""Case forms of names."""

import pytest

from multivector.world.declension import decline, phrase_forms


@pytest.mark.parametrize(
    ("word", "person", "forms"),
    [
        ("Лавров", True, ("Лаврова", "Лаврову", "Лавровым", "Лаврове")),
        ("Захарова", True, ("Захаровой", "Захарову")),
        ("Цзиньпин", True, ("Цзиньпина", "Цзиньпину")),
        ("Лукашенко", True, ("Лукашенко",)),
        ("Макрон", True, ("Макрона", "Макроном")),
        ("Дмитрий", True, ("Дмитрия", "Дмитрием", "Дмитрии")),
        ("Павел", True, ("Павла", "Павлом")),
        ("Ян", True, ("Яна", "Яном")),
        ("Россия", False, ("России", "Россию", "Россией")),
        ("российский", False, ("российского", "российским", "российском")),
        ("Нидерланды", False, ("Нидерландов", "Нидерландам", "Нидерландах")),
        ("казахстанец", False, ("казахстанца", "казахстанцу")),
        ("США", False, ("США",)),
        ("Египет", False, ("Египта", "Египту", "Египтом", "Египте")),
        ("Тибет", False, ("Тибета", "Тибете")),
        ("Бангкок", False, ("Бангкока", "Бангкоком")),
        ("Ханой", False, ("Ханоя", "Ханою", "Ханоем", "Ханое")),
        ("Маврикий", False, ("Маврикия", "Маврикии")),
        ("Прая", False, ("Праи", "Прае", "Праю")),
    ],
)
def test_decline(word: str, person: bool, forms: tuple[str, ...]) -> None:
    made = {form for case in decline(word, person=person) for form in case}
    assert {word, *forms} <= made


def test_what_hangs_on_a_noun_stays() -> None:
    forms = dict(phrase_forms("Совет Безопасности ООН"))
    assert forms["Совета Безопасности ООН"] == "Совета"
    assert "Совета Безопасностью ООН" not in forms


def test_adjective_and_noun_go_together() -> None:
    forms = dict(phrase_forms("Белый дом"))
    assert forms["Белого дома"] == "дома"
    assert "Белого доме" not in forms


def test_first_name_and_surname_go_together() -> None:
    forms = dict(phrase_forms("Сергей Лавров", person=True))
    assert forms["Сергею Лаврову"] == "Лаврову"
    assert "Сергея Лавровым" not in forms
