"""Word files, messages, tables and web archives."""

import gzip
import io
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from docx import Document

from multivector.sources import Failure, Source, Unchanged, read_sources
from multivector.sources.docx import read_docx
from multivector.sources.mail import read_mail
from multivector.sources.positions import own_positions

PAGE = (
    "<html lang='en'><head><title>Grain talks</title></head><body><article><h1>Grain talks</h1><p>{}</p></article>"
    "</body></html>"
)
STORY = "Ruritania and Graustark opened talks on grain on Monday, the foreign ministry said in a statement. " * 4


def word(text: tuple[str, ...]) -> bytes:
    document = Document()
    document.core_properties.title = "Grain talks"
    for part in text:
        document.add_paragraph(part)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Wheat", "36 countries"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file() -> None:
    found = read_docx("a.docx", word(("The minister spoke.", "He said no.")))
    assert isinstance(found, Source)
    assert found.text == "The minister spoke.\n\nHe said no.\n\nWheat\t36 countries"
    assert found.hints.title == "Grain talks"
    assert len(found.at) == len(found.text)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"plain text", word(())[:400]])
def test_a_word_file_that_is_none(data: bytes) -> None:
    found = read_docx("a.docx", data)
    assert isinstance(found, Failure)
    assert found.mend


def test_a_message_without_what_it_repeats() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Press Office <press@mfa.example>", "On the ban"
    message["Date"] = "Tue, 22 Oct 2024 10:00:00 +0300"
    message.set_content(
        "We regret the decision.\n> You wrote that\n> it stands.\nThe talks go on.\n-- \nPress Office\n"
    )
    found = read_mail("a.eml", message.as_bytes())
    assert isinstance(found, Source)
    assert found.text == "We regret the decision.\nThe talks go on.\n"
    assert (found.hints.title, found.hints.published) == ("On the ban", "2024-10-22")
    assert (found.hints.author, found.hints.outlet) == ("Press Office", "mfa.example")


def test_a_message_that_is_a_page_and_one_that_is_nothing() -> None:
    message = EmailMessage()
    message.set_content(PAGE.format(STORY), subtype="html")
    found = read_mail("a.eml", message.as_bytes())
    assert isinstance(found, Source)
    assert "opened talks" in found.text
    assert isinstance(read_mail("b.eml", b""), Failure)
    assert isinstance(read_mail("c.eml", b"Subject: nothing\n\n"), Failure)


def test_tables_of_articles(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        'id;text;date\nn1;"One; article.";2024-10-22\n;Two.;\nn3;;2024-01-01\n', encoding="utf-8"
    )
    pq.write_table(pa.table({"url": ["http://x/1"], "text": ["Drei."], "outlet": ["Post"]}), tmp_path / "b.parquet")
    found = list(read_sources(tmp_path))
    assert [one.name for one in found] == ["n1", "a.csv:2", "a.csv:3", "http://x/1"]
    first, last = found[0], found[3]
    assert isinstance(first, Source)
    assert isinstance(last, Source)
    assert (first.text, first.hints.published) == ("One; article.", "2024-10-22")
    assert last.hints.outlet == "Post"
    assert isinstance(found[2], Failure)


@pytest.mark.parametrize(("name", "data"), [("a.csv", b""), ("a.csv", b"id,text\n"), ("a.parquet", b"PAR1 no")])
def test_tables_that_are_none(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = read_sources(tmp_path)
    assert isinstance(found, Failure)


def archived(pages: list[tuple[str, str, str, bytes]]) -> bytes:
    out = b""
    for address, status, kind, body in pages:
        payload = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-10-23T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + payload + b"\r\n\r\n")
    return out


def test_a_web_archive(tmp_path: Path) -> None:
    page = PAGE.format(STORY).encode()
    pages = [
        ("http://post.example/1", "200 OK", "text/html; charset=utf-8", page),
        ("http://post.example/2", "404 Not Found", "text/html", page),
        ("http://post.example/1", "200 OK", "text/html", page.replace(b"Monday", b"Tuesday")),
        ("http://post.example/a.png", "200 OK", "image/png", b"\x89PNG"),
    ]
    (tmp_path / "a.warc.gz").write_bytes(archived(pages))
    found = list(read_sources(tmp_path))
    assert [one.name for one in found] == ["http://post.example/1", "http://post.example/1 (2024-10-23, 1)"]
    first = found[0]
    assert isinstance(first, Source)
    assert (first.hints.retrieved, first.hints.title) == ("2024-10-23", "Grain talks")
    (tmp_path / "a.warc.gz").write_bytes(b"no archive")
    assert all(isinstance(one, Failure) for one in read_sources(tmp_path))


def test_what_is_known_is_not_decoded_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Words.")
    (tmp_path / "b.jsonl").write_text('{"id": "x", "text": "Words."}\n', encoding="utf-8")
    (tmp_path / "c.csv").write_text("id,text\ny,Words.\n", encoding="utf-8")
    first = [one for one in read_sources(tmp_path) if isinstance(one, Source)]
    known = {(one.name, one.data_hash) for one in first}
    assert len(known) == 3
    again = list(read_sources(tmp_path, lambda name, digest: (name, digest) in known))
    assert again == [Unchanged("a.txt"), Unchanged("x"), Unchanged("y")]


def test_positions_in_a_text_of_its_own() -> None:
    text = "aйa€a😀a"
    assert [text.encode()[at:].decode()[0] for at in own_positions(text)] == list(text)
