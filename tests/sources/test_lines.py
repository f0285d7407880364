import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.model import content_hash
from multivector.sources import lines as module
from multivector.sources.base import Failure, Source
from multivector.sources.lines import read_lines


def read(data: bytes) -> list[Source | Failure]:
    return list(read_lines("a.jsonl", BytesIO(data)))


def test_one_article_a_line() -> None:
    rows = [
        {"id": "n1", "text": "First.", "title": "T", "published": "2024-10-22", "outlet": "O", "language": "en"},
        {"body": "Second."},
        {"url": "https://example.org/3", "content": "Third.", "source": ["no", 1]},
        {"id": 4, "text": " ", "content": "Fourth."},
    ]
    data = b"\xef\xbb\xbf" + b"\r\n".join(json.dumps(row).encode() for row in rows) + b"\n\n"
    found = read(data)
    assert all(isinstance(entry, Source) for entry in found)
    assert [entry.name for entry in found] == ["n1", "a.jsonl:2", "https://example.org/3", "4"]
    first, second, third, _ = (entry for entry in found if isinstance(entry, Source))
    assert (first.text, first.hints.title, first.hints.published) == ("First.", "T", "2024-10-22")
    assert second.data_hash == content_hash(json.dumps(rows[1]).encode())
    assert third.hints.outlet == "example.org"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'{"title": "x"}', "no text"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b"[" * 100_000, "nesting"),
        (b'{"a": ' + b"1" * 5000 + b"}", "numbers"),
    ],
)
def test_a_bad_line_names_its_place_and_the_rest_is_read(line: bytes, reason: str) -> None:
    bad, good = read(line + b'\n{"text": "Good."}')
    assert isinstance(bad, Failure)
    assert bad.name == "a.jsonl:1"
    assert reason in bad.reason
    assert isinstance(good, Source)
    assert good.text == "Good."


def test_long_lines_and_empty_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 100)
    data = b'{"text": "' + b"a" * 500 + b'"}\n{"text": "Good."}\n'
    bad, good = read(data)
    assert isinstance(bad, Failure)
    assert isinstance(good, Source)
    assert data[good.at[0] :].startswith(b"Good.")
    assert "empty" in str(read(b"\n\n"))
    assert "UTF-16" in str(read(b"\xff\xfe{\0"))


@given(st.text(min_size=1).filter(str.strip), st.booleans(), st.text(max_size=5))
def test_positions_lead_to_the_character_or_its_escape(text: str, ascii_only: bool, before: str) -> None:
    row = json.dumps({"x": before, "text": text}, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    data = b'{"text": "one"}\n' + row + b"\n"
    source = read(data)[1]
    if not isinstance(source, Source):
        return
    assert source.text == text
    for char, place in zip(source.text, source.at, strict=True):
        found = data[place : place + 12]
        assert found.startswith((char.encode("utf-8", "surrogatepass"), b"\\"))
