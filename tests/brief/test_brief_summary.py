"""The ten lines for the terminal."""

from fixture import empty_input, synthetic_input

from multivector.brief import summary


def test_ten_lines_say_what_matters() -> None:
    lines = summary(synthetic_input())
    assert len(lines) == 10
    assert lines[0] == "Does Ruritania see Borduria's refusal as a betrayal?"
    assert lines[1] == "The evidence leans one way."
    assert lines[2] == "B likely, about 60% (50–75%): Ruritania reads the refusal as a betrayal"
    assert lines[4] == "Confidence: low. Two outlets tell it, and they point both ways."
    assert lines[6] == "Read: 2 documents of 1 known outlet, 4–9 May 2023"
    assert lines[8] == "Withheld: 1 candidate; not read: scan.pdf"


def test_empty_case() -> None:
    lines = summary(empty_input())
    assert "Found: nothing" in lines
    assert lines[1] == "It cannot be judged: no two states were found."
