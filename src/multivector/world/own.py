"""Actors that a user brings along: a table of their own beside the shipped ones."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from multivector.errors import MissingInput, UnreadableInput
from multivector.model import Actor, ActorKind
from multivector.world.names import Name
from multivector.world.table import cell_list

__all__ = ["COLUMNS", "NONE", "Own", "read_own"]

COLUMNS = ("code", "name", "kind", "state", "sector", "aliases", "demonyms", "places")
KINDS = ("state", "organisation", "body")
MOST_ROWS = 100_000
STATE = re.compile("[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Own:
    """Names and actors by code; two are equal where their files were."""

    digest: str
    names: tuple[Name, ...] = field(default=(), compare=False)
    actors: tuple[Actor, ...] = field(default=(), compare=False)


NONE = Own("")


def read_own(path: Path) -> Own:
    """The actors of a CSV file with a row for each: code, name, and as far as wanted kind (state, organisation or
    body), state, sector, aliases, demonyms and places, several in a cell joined by "|".

    Raises MissingInput where there is no such file and UnreadableInput where a row cannot be used, with its line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingInput(f"{path}: no such file of actors; give a CSV file with the columns code and name") from error
    try:
        table = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        rows = [(table.line_num, row) for row in table]
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableInput(f"{path}: not a CSV file in UTF-8 ({error}); save it as one") from error
    if len(rows) > MOST_ROWS:
        raise UnreadableInput(f"{path}: {len(rows)} actors; at most {MOST_ROWS} can be read")
    found = [_entry(path, line, row) for line, row in rows]
    names = tuple(name for _, some in found for name in some)
    return Own(hashlib.sha256(data).hexdigest()[:16], names, tuple(actor for actor, _ in found))


def _entry(path: Path, line: int, row: dict[str, str | None]) -> tuple[Actor, list[Name]]:
    cells = {key: (row.get(key) or "").strip() for key in COLUMNS}
    code, name, kind = cells["code"], cells["name"], cells["kind"] or "state"
    fault = _fault(code, name, kind)
    if fault is not None:
        raise UnreadableInput(f"{path}, line {line}: {fault}")
    state = code if kind == "state" else cells["state"] or None
    aliases = cell_list(cells["aliases"])
    actor = Actor(code, cast("ActorKind", kind), name, (name, *aliases), state, cells["sector"] or None)
    return actor, list(_names(actor, aliases, cells))


def _fault(code: str, name: str, kind: str) -> str | None:
    """What is wrong with a row; None where it can be used."""
    if not code or not name:
        return "each actor needs a code and a name"
    if kind not in KINDS:
        return f"its kind is {kind!r}; it must be one of {', '.join(KINDS)}"
    if kind == "state" and not STATE.fullmatch(code):
        return f"a state's code has three capital letters, not {code!r}"
    return None


def _names(actor: Actor, aliases: tuple[str, ...], cells: dict[str, str]) -> Iterator[Name]:
    ways = (
        ("name", (actor.name, *aliases)),
        ("demonym", cell_list(cells["demonyms"])),
        ("city", cell_list(cells["places"])),
    )
    for via, phrases in ways:
        for phrase in phrases:
            yield Name(phrase, actor.code, actor.kind, via, actor.state, actor.sector, phrase.rsplit(maxsplit=1)[-1])
