"""The name and version that every record of this reader carries."""

from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from multivector.model import Origin

__all__ = ["READER", "READER_VERSION", "origin"]

READER = "multivector"
RELEASE = "0.1.0"
PARTS = ("codebook", "extract", "text", "world")  # what decides what is read: rules, words and tables
READ = (".py", ".yaml", ".csv", ".npz")  # endings of the files of rules and tables


def _contents(folder: Traversable) -> bytes:
    """The bytes of the files below a folder, in the order of their names."""
    found = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found.append(_contents(entry))
        elif entry.name.endswith(READ):
            found.append(entry.name.encode() + entry.read_bytes())
    return b"".join(found)


def _fingerprint() -> str:
    """A short hash of the reader's own rules and tables: a change in them makes stored readings be redone."""
    digest = blake2b(digest_size=4)
    for part in PARTS:
        digest.update(_contents(files("multivector") / part))
    return digest.hexdigest()


READER_VERSION = f"{RELEASE}+{_fingerprint()}"


def origin(rule: str, *whys: str | None) -> tuple[Origin, ...]:
    """The origin of a record that the given rule made.

    `whys` tell how the state of organs without an owner was found (organs.py); each stands as an origin of its own.
    """
    rules = (rule, *dict.fromkeys(f"organ:{why}" for why in whys if why))
    return tuple(Origin(READER, one, READER_VERSION) for one in rules)
