"""A lake: a folder of parts with a manifest that says which of them are the finished output of which input.

    _manifest.json   {input, stage, version, complete, files: [{file, shard, rows, made, failed}]}

Parts are added under names of their own; the manifest is replaced last, in one step, so a reader that follows it sees
the last finished run, whole, also while another run adds to the folder. A folder without a manifest, such as the tables
of an export, is read as it stands.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from multivector.engine.parts import publish
from multivector.engine.stage import Receipt, Stage
from multivector.errors import InputError, MissingInput, StoreError
from multivector.sources.places import is_local, system_of

__all__ = ["MANIFEST", "Content", "begin", "content_of", "finish", "parts_of"]

MANIFEST = "_manifest.json"


@dataclass(frozen=True, slots=True)
class Content:
    """What a finished lake is: its input, the stage that made it with its version, and the receipts of its parts."""

    given: str
    stage: str
    version: str
    receipts: tuple[Receipt, ...]


def content_of(folder: str) -> Content:
    """What the last finished run left; raises MissingInput where there is no lake, or none that is finished."""
    told = _manifest(folder)
    if told is None or not told["complete"]:
        why = "no lake of `multivector code`" if told is None else "the run that fills it has not finished"
        raise MissingInput(f"{folder}: {why}; run `multivector code INPUT -o {folder}`")
    try:
        receipts = tuple(Receipt(**one, fresh=False) for one in told["files"])
    except TypeError as error:
        raise InputError(f"{folder}/{MANIFEST}: not a lake's manifest ({error!r}); delete it and run again") from error
    return Content(told["input"], told["stage"], told["version"], receipts)


def begin(folder: str, given: str) -> None:
    """Take the folder for the output of this input; raises InputError where it is another input's."""
    told = _manifest(folder)
    if told is not None and told["input"] != given:
        raise InputError(
            f"{folder} holds what was coded from {told['input']}; choose another folder, "
            f"or delete its {MANIFEST} where the input has only moved"
        )
    if told is None:
        others = _names(folder) - _listed(folder)
        if others:
            raise InputError(f"{folder}: holds {min(others)} and more, but no lake; choose an empty folder")
        _write(folder, {"input": given, "complete": False, "files": []})


def finish(folder: str, given: str, stage: Stage, receipts: Sequence[Receipt]) -> None:
    """Make these parts the folder's content; parts of an earlier content are removed after.

    Raises StoreError where a part is not there, whatever an engine has reported.
    """
    there = _listed(folder)
    missing = [receipt.file for receipt in receipts if receipt.file not in there]
    if missing:
        raise StoreError(f"{folder}: {len(missing)} parts were reported and are not there; run the command again")
    files = [{key: value for key, value in asdict(receipt).items() if key != "fresh"} for receipt in receipts]
    told = {"input": given, "stage": stage.name, "version": stage.version, "complete": True, "files": files}
    _write(folder, told)
    system, root = system_of(folder)
    for name in sorted(there - {receipt.file for receipt in receipts}):
        system.rm_file(f"{root}/{name}")


def parts_of(folder: str) -> tuple[str, ...]:
    """The paths or URLs of the Parquet files that are the folder's content, those of a manifest in its order.

    Raises MissingInput where there are none, or none yet.
    """
    system, root = system_of(folder)
    told = _manifest(folder)
    if told is not None:
        found = [f"{root.rstrip('/')}/{one['file']}" for one in told["files"]]
        why = "the run that fills it has not finished; run it again to go on"
    else:
        paths = system.find(root) if system.exists(root) else []
        found = sorted(p for p in paths if p.endswith(".parquet") and not p.rsplit("/", 1)[-1].startswith(("_", ".")))
        why = "no Parquet file there"
    if not found:
        raise MissingInput(f"{folder}: {why}")
    return tuple(path if is_local(system) else str(system.unstrip_protocol(path)) for path in found)


def _listed(folder: str) -> set[str]:
    """The names in the folder that are parts, or were left half written by a process that is gone."""
    return {name for name in _names(folder) if name.startswith(("part-", "_"))} - {MANIFEST}


def _names(folder: str) -> set[str]:
    system, root = system_of(folder)
    paths = system.ls(root, detail=False, refresh=True) if system.exists(root) else []
    return {str(path).rstrip("/").rsplit("/", 1)[-1] for path in paths}


def _manifest(folder: str) -> dict[str, Any] | None:
    system, root = system_of(folder)
    path = f"{root.rstrip('/')}/{MANIFEST}"
    if not system.exists(path):
        return None
    try:
        told: dict[str, Any] = json.loads(system.cat_file(path))
        blank = {"stage": "", "version": "", "complete": False}
        return blank | told | {"input": told["input"], "files": [{**one, "file": one["file"]} for one in told["files"]]}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder}/{MANIFEST}: not a lake's manifest ({error!r}); delete it and run again") from error


def _write(folder: str, told: dict[str, Any]) -> None:
    publish(f"{folder.rstrip('/')}/{MANIFEST}", (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
