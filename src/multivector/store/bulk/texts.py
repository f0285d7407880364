"""The texts of many documents side by side, and whether quotations stand in them where they say."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from multivector.errors import InputError
from multivector.store.bulk.buffers import LONG, buffers, each_once, views
from multivector.store.bulk.named import keys_of
from multivector.store.kinds import OWNER

__all__ = ["Texts"]

AT_ONCE = 200_000  # bytes of quotations that are compared in one step: what it takes fits the processor's cache
CONTINUED = -64  # bytes of UTF-8 below it, as signed numbers, go on with a character


class Texts:
    """The texts of a table of documents; spans are in characters, as everywhere."""

    def __init__(self, documents: pa.Table) -> None:
        self._ids = documents["id"].combine_chunks()
        names = documents["name"].combine_chunks()
        self.names = keys_of(names)  # a number for each, in order
        alike = (self.names[1:] == self.names[:-1]).any()
        if names.null_count or (alike and pc.count_distinct(names).as_py() != len(names)):
            raise InputError("document: each needs a name of its own")
        if not each_once(self._ids):
            raise InputError("document: each needs an id of its own")
        if not documents[OWNER].equals(documents["id"]):
            raise InputError(f"document: {OWNER} is the document's own id")
        text = documents["text"].combine_chunks()
        if text.null_count:
            raise InputError("document: each needs a text")
        self._bytes, starts = buffers(text)
        # Bytes that go on with a character: so many before a byte are bytes and no characters.
        inner = np.flatnonzero(self._bytes.view(np.int8) < CONTINUED)
        self._before = inner - np.arange(len(inner))  # for each, the characters that begin before it
        self._first = starts - np.searchsorted(inner, starts)
        self._lengths = np.diff(self._first)

    def places(self, ids: Any) -> pa.Array:
        """For each id the number of its document in the table; null where it is none of them."""
        ids = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
        if ids.equals(self._ids):  # sentences: every document has some
            return pa.array(np.arange(len(ids), dtype=np.int32))
        return pc.index_in(ids, value_set=self._ids)

    def first_outside(self, documents: Any, start: Any, end: Any) -> int | None:
        """The first span of so many that is empty or not within its document's text; None where all are."""
        outside = (start < 0) | (end <= start) | (end > self._lengths[documents])
        return int(np.argmax(outside)) if outside.any() else None

    def one_untrue(self, documents: Any, found: Mapping[str, pa.Array]) -> int | None:
        """A place of which the document's text does not say the quote at start:end; None where all do.

        An empty quote, and a span that is not within the text, says nothing.
        """
        if not len(documents):
            return None
        start, end = (np.asarray(found[name]) for name in ("start", "end"))
        lengths = self._lengths[documents]
        outside = (start < 0) | (end <= start) | (end > lengths)
        quotes, offsets = buffers(found["quote"])
        low, high = (self._byte(self._first[documents] + np.clip(at, 0, lengths)) for at in (start, end))
        wrong = outside | ((high - low) != np.diff(offsets))
        if not wrong.any():
            wrong = self._differ(low, quotes, offsets)
        return int(np.argmax(wrong)) if wrong.any() else None

    def _byte(self, character: Any) -> Any:
        """The byte at which the character of that number, over all texts, begins."""
        if not len(self._before):
            return character
        return character + np.searchsorted(self._before, character, side="right")

    def _differ(self, low: Any, quotes: Any, offsets: Any) -> Any:
        """Which quotes are not the bytes that follow `low`: long ones all at once, and singly where that fails."""
        starts, lengths = offsets[:-1], np.diff(offsets)
        long, wrong = lengths > LONG, np.zeros(len(low), dtype=bool)
        told, said = ((at[long], lengths[long]) for at in (low, starts))
        same = not long.any() or views(self._bytes, *told).equals(views(quotes, *said))
        rest = np.flatnonzero(~long) if same else np.arange(len(low))
        cuts = np.searchsorted(np.cumsum(lengths[rest]), np.arange(AT_ONCE, lengths[rest].sum(), AT_ONCE))
        for some in np.split(rest, cuts):
            count = lengths[some]
            within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
            text, quote = (np.repeat(at[some], count) + within for at in (low, starts))
            untrue = self._bytes[text] != quotes[quote]
            wrong[np.repeat(some, count)[untrue]] = True
        return wrong
