"""The limits on packed input: how much may come out of a small file before it is taken for a bomb."""

from dataclasses import dataclass

from multivector.sources.base import MAX_FILES, Failure

__all__ = ["MAX_NESTED", "Budget"]

MAX_UNPACKED = 4_000_000_000  # bytes out of one archive: a decade of an outlet's text
MAX_RATIO = 200  # text packs to a third, a page of one repeated letter to a thousandth
FREE = 1_000_000  # bytes that any member may have, however well they pack
MAX_NESTED = 2  # archives inside archives: a year's folder of days
MEND = "unpack it yourself and give the folder"


@dataclass(slots=True)
class Budget:
    """What an archive may still give; archives inside it draw on the same budget."""

    left: int = MAX_UNPACKED
    files: int = MAX_FILES
    nested: int = MAX_NESTED

    def refuse(self, name: str, size: int, packed: int | None = None) -> Failure | None:
        """Why a member of that size is not unpacked, None where it may be; it is then counted."""
        if packed is not None and size > FREE and size > MAX_RATIO * max(packed, 1):
            return Failure(name, f"it unpacks to {size / max(packed, 1):.0f} times its size", MEND)
        if size > self.left:
            return Failure(name, f"the archive unpacks to more than {MAX_UNPACKED / 1e9:.0f} GB", MEND)
        if self.files < 1:
            return Failure(name, f"the archive has more than {MAX_FILES:,} files", MEND)
        self.left -= size
        self.files -= 1
        return None
