import pytest

from multivector.text.credits import credit_start, is_credit

CAPTION = "Leaders of the five states meet in Astana on Tuesday."


@pytest.mark.parametrize(
    "credit",
    [
        "/ CIA, public domain.", "(Photo: AP)", "[Image by Jane Doe]", "Photo: Jane Doe / Getty Images",
        "REUTERS/Jane Doe", "(Reuters/Jane Doe)", "Фото: пресс-служба", "© Jane Doe/AFP",
        "Sputnik/Jane Doe/Pool via REUTERS",
    ],
)  # fmt: skip
def test_credits_at_the_end_of_a_caption(credit: str) -> None:
    assert credit_start(f"{CAPTION} {credit}") == len(CAPTION)


@pytest.mark.parametrize(
    "line",
    [
        CAPTION, "He told Reuters/Ipsos pollsters so.", "The tariff rose 5% / 6% on both sides.",
        "Trade fell. Exports rose.",
        "He said “no.” Russia said yes.", "It rose. The source: a leak in the Kremlin's own walls, he said, and more.",
    ],
)  # fmt: skip
def test_sentences_are_no_credits(line: str) -> None:
    assert credit_start(line) is None
    assert not is_credit(line)


def test_whole_lines() -> None:
    for line in (
        "Photo: Jane Doe / Getty Images",
        "Image credit: AP",
        "Фото: РИА Новости",
        "Roman Doe / EPA",
        "NurPhoto via Getty",
    ):
        assert is_credit(line), line
    assert not is_credit("Photo: Russia's president greets his Kazakh guest in the Kremlin.")
    assert not is_credit("Image of Russia changes")
