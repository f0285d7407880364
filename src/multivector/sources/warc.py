"""Web archives (WARC, ISO 28500) -> a Source for each page that they hold."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from multivector.model import content_hash
from multivector.sources.base import MAX_BYTES, Failure, Found, Known, Unchanged, nothing_known
from multivector.sources.packed import Budget
from multivector.sources.page import read_page
from multivector.sources.plain import read_plain

__all__ = ["read_warc"]

READERS = {"text/html": read_page, "application/xhtml+xml": read_page, "text/plain": read_plain}
MEND = "give the pages as .html files"


def read_warc(name: str, file: IO[bytes], known: Known = nothing_known) -> Iterator[Found]:
    """The pages of a WARC file, gzipped or not, named by their addresses; answers other than 200 are passed over.

    A page that is archived more than once keeps its address for the first time; later ones add their day.
    """
    from warcio.archiveiterator import ArchiveIterator  # late: only web archives need it
    from warcio.exceptions import ArchiveLoadFailed

    seen: set[str] = set()
    budget = Budget()
    try:
        for record in ArchiveIterator(file):
            kind = _page_kind(record)
            if kind is None:
                continue
            found = _page(record, kind, budget, known)
            if found.name in seen:
                found = replace(found, name=f"{found.name} ({_day(record)}, {len(seen)})")
            seen.add(found.name)
            yield found
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError, IndexError) as error:
        what = str(error)[:120] or type(error).__name__
        yield Failure(name, f"it is broken after {len(seen)} pages: {what}", MEND)
        return
    if not seen:
        yield Failure(name, "it holds no page", MEND)


def _page_kind(record: Any) -> str | None:
    """The type of a page that was answered with 200; None for every other record."""
    if record.rec_type != "response" or record.http_headers is None:
        return None
    if record.http_headers.get_statuscode() != "200":
        return None
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind if kind in READERS else None


def _page(record: Any, kind: str, budget: Budget, known: Known) -> Found:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "no address").strip("<> ")[:2000]
    data = record.content_stream().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Failure(address, f"it has more than {MAX_BYTES // 1_000_000} MB", "split it")
    refused = budget.refuse(address, len(data))
    if refused:
        return refused
    if known(address, content_hash(data)):
        return Unchanged(address)
    found = READERS[kind](address, data)
    if isinstance(found, Failure):
        return found
    return replace(found, hints=replace(found.hints, retrieved=found.hints.retrieved or _day(record)))


def _day(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Date") or "")[:10]
