from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from multivector.sources import pdf as module
from multivector.sources.base import Failure, Source
from multivector.sources.pdf import read_pdf


def make_pdf(pages: list[list[str]]) -> bytes:
    """A PDF by hand: one text line below the other in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        font = b"/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 600 800]"
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (font, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + end


def test_text_of_all_pages_and_the_place_of_each() -> None:
    data = make_pdf([["Russia banned wheat", "from Kazakhstan."], ["Talks go on."]])
    source = read_pdf("a.pdf", data)
    assert isinstance(source, Source)
    assert source.text == "Russia banned wheat\nfrom Kazakhstan.\nTalks go on."
    assert len(source.at) == len(source.text)
    assert [data[place:].split(b"\n")[1][:16] for place in sorted(set(source.at))] == [b"<< /Type /Page /"] * 2
    assert source.decoded_as == "pdf"


def test_a_scan_and_a_locked_file() -> None:
    scan = read_pdf("a.pdf", make_pdf([[""]]))
    assert isinstance(scan, Failure)
    assert "scan" in scan.reason
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf([["Text."]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    locked = read_pdf("a.pdf", out.getvalue())
    assert isinstance(locked, Failure)
    assert "password" in locked.reason


@pytest.mark.parametrize(
    "data", [b"", b" ", b"%PDF-1.4", b"\0\1\2", b"%PDF-1.4\nxref\n0 1\ntrailer <<>>\nstartxref\n9\n%%EOF"]
)
def test_damaged_files_are_refused(data: bytes) -> None:
    found = read_pdf("a.pdf", data)
    assert isinstance(found, Failure)
    assert found.reason
    assert found.mend


def test_every_cut_of_a_file_is_read_or_refused() -> None:
    data = make_pdf([["Russia banned wheat."]])
    for end in range(0, len(data), 37):
        assert isinstance(read_pdf("a.pdf", data[:end]), Source | Failure)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_pdf([["One."], ["Two."], ["Three."]])
    monkeypatch.setattr(module, "MAX_PAGES", 2)
    source = read_pdf("a.pdf", data)
    assert isinstance(source, Source)
    assert source.text == "One.\nTwo."
    assert source.notes == ("only the first 2 pages were read",)
    monkeypatch.setattr(module, "MAX_CHARS", 3)
    found = read_pdf("a.pdf", data)
    assert isinstance(found, Failure)
    assert "split it" in found.mend
