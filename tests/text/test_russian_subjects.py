"""Russian phrases as subjects."""

import pytest

from multivector.text.russian_subjects import as_subject


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("внешнеполитическом ведомстве", "внешнеполитическое ведомство"),
        ("российским Минфином", "российский Минфин"),
        ("Правительством", "Правительство"),
        ("Белому дому", "Белый дом"),
        ("Президенты", "Президенты"),
        ("МИД", "МИД"),
    ],
)
def test_a_phrase_stands_in_the_nominative(words: str, subject: str) -> None:
    assert " ".join(as_subject(words.split())) == subject
