import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.sources.base import Failure
from multivector.sources.decode import Decoded, decode

RUSSIAN = "Министерство иностранных дел России заявило, что уважает решение Казахстана.\n"
ENGLISH = "The ministry said it “respects” the decision — and Kazakhstan’s choice.\n"


def read(data: bytes, **more: str) -> Decoded:
    found = decode("a.txt", data, **more)  # type: ignore[arg-type]
    assert isinstance(found, Decoded), found
    return found


def refused(data: bytes) -> Failure:
    found = decode("a.txt", data)
    assert isinstance(found, Failure)
    assert found.name == "a.txt"
    assert found.reason
    assert found.mend
    return found


@pytest.mark.parametrize(
    ("encoding", "mark", "said"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("cp1251", b"", "cp1251"),
    ],
)
def test_encodings(encoding: str, mark: bytes, said: str) -> None:
    data = mark + RUSSIAN.encode(encoding)
    found = read(data)
    assert (found.text, found.encoding, found.notes) == (RUSSIAN, said, ())
    for char, place in zip(found.text, found.at, strict=True):
        assert data[place:].startswith(char.encode(encoding))


def test_windows_quotation_marks_in_an_ascii_file_survive() -> None:
    found = read(ENGLISH.encode("cp1252"))
    assert (found.text, found.encoding) == (ENGLISH, "cp1252")
    assert read(("The café said no. " * 20).encode("cp1252")).text == "The café said no. " * 20


def test_a_few_broken_bytes_are_replaced_and_noted() -> None:
    data = (RUSSIAN * 5).encode()
    cut = len(RUSSIAN.encode())  # between two characters
    broken = data[:cut] + b"\xff" + data[cut:]
    found = read(broken)
    assert found.text.count("\ufffd") == 1
    assert found.text.replace("\ufffd", "") == RUSSIAN * 5
    assert found.notes == ("1 bytes are not UTF-8 and stand as U+FFFD",)
    assert [broken[p] for c, p in zip(found.text, found.at, strict=True) if c == "\ufffd"] == [0xFF]
    assert "\ufffd" in read(b"An ordinary sentence of plain English text. " * 9 + b"\xff\xfe").text


def test_a_declared_encoding_is_taken_at_its_word_only_when_known() -> None:
    data = ("Chişinău, 22 octombrie: Președinția a declarat. " * 3).replace("ș", "ş").replace("ț", "ţ").encode("cp1250")
    assert read(data, declared="windows-1250").encoding == "cp1250"
    assert read(RUSSIAN.encode("koi8-r"), declared="KOI8-R").text == RUSSIAN
    assert read(ENGLISH.encode("cp1252"), declared="utf-7").encoding == "cp1252"
    assert read(ENGLISH.encode("cp1252"), declared="no-such").encoding == "cp1252"


@pytest.mark.parametrize("data", [b"", b"  \n\t ", codecs.BOM_UTF8 + b"\n"])
def test_empty(data: bytes) -> None:
    assert "empty" in refused(data).reason


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x00\x00abc", b"text\0text", bytes(range(1, 9)) * 9 + b"plain words here"]
)
def test_binary(data: bytes) -> None:
    assert "binary" in refused(data).reason


@pytest.mark.parametrize(
    "data", ["今日は良い天気ですね".encode("shift_jis") * 9, RUSSIAN.encode("koi8-r"), b"\xff\xfea"]
)
def test_unknown_encodings_are_not_guessed(data: bytes) -> None:
    assert "encoding" in refused(data).reason


def test_too_long() -> None:
    assert "limit is 2,000,000" in refused(b"a" * 2_000_001).reason


@given(st.binary(max_size=300))
def test_any_bytes_give_text_with_positions_or_a_reason(data: bytes) -> None:
    found = decode("x", data)
    if isinstance(found, Decoded):
        assert len(found.text) == len(found.at)
        assert list(found.at) == sorted(set(found.at))
        found.text.encode()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_positions_are_exact(text: str) -> None:
    data = text.encode()
    found = decode("x", data)
    if isinstance(found, Decoded):
        for char, place in zip(found.text, found.at, strict=True):
            assert data[place : place + len(char.encode())].decode() == char
