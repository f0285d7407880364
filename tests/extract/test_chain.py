"""Through whose mouths a statement came."""

from collections.abc import Callable

from tests.conftest import Read


def of(read: Callable[..., Read], text: str, words: str) -> tuple[str, tuple[str, ...]]:
    found = [s for s in read(text).statements if words in s.content.quote]
    inner = min(found, key=lambda s: len(s.content.quote))
    return inner.speaker.name, inner.via


def test_who_tells_of_the_speaker_stands_in_the_chain(read: Callable[..., Read]) -> None:
    speaker, via = of(read, "Kommersant reported that Lavrov had said that Armenia was free to go.", "free to go")
    assert speaker == "Sergey Lavrov"
    assert via[-1:] == ("Kommersant",)


def test_the_quoted_one_speaks_not_the_agency(read: Callable[..., Read]) -> None:
    speaker, via = of(read, "Interfax quoted Lavrov as saying that the talks had failed.", "talks had failed")
    assert speaker == "Sergey Lavrov"
    assert via[-1:] == ("Interfax",)


def test_passive_quoting(read: Callable[..., Read]) -> None:
    speaker, via = of(read, "Lavrov was quoted by Interfax as saying that the talks had failed.", "talks had failed")
    assert speaker == "Sergey Lavrov"
    assert via[-1:] == ("Interfax",)


def test_a_plain_statement_has_no_teller(read: Callable[..., Read]) -> None:
    assert of(read, "Lavrov said that the talks had failed.", "talks had failed") == ("Sergey Lavrov", ())


def test_what_a_quoted_speaker_was_told_is_a_statement_of_who_told_it(read: Callable[..., Read]) -> None:
    text = '"Lavrov told me that Armenia was free to go," Macron said.'
    assert of(read, text, "free to go") == ("Sergey Lavrov", ("Emmanuel Macron",))


def test_what_a_quoted_speaker_told_others_is_one_statement(read: Callable[..., Read]) -> None:
    found = read('"I told Lavrov that Armenia was free to go," Macron said.').statements
    assert [s.speaker.name for s in found] == ["Emmanuel Macron"]
    assert "RUS" in found[0].about
