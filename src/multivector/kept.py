"""What is worked out from the package's own files and kept between runs: parsed tables and compiled templates.

It lies in a folder of the user's own (XDG_CACHE_HOME, else ~/.cache) under the hash of what it was made from, so that
it is never stale; it can be deleted at any time. Where the folder cannot be used everything is worked out anew.
"""

import json
import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

__all__ = ["ENV", "compiled_templates", "folder", "kept"]

ENV = "MULTIVECTOR_CACHE"  # another folder; "" for none
PRIVATE = 0o700


@cache
def folder() -> Path | None:
    """The folder, made where it was not there; None where it cannot be written or somebody else could write in it."""
    given = os.environ.get(ENV)
    if given == "":
        return None
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        found = Path(given) if given else home / "multivector"
        found.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        own = found.stat()
    except (OSError, RuntimeError):  # no home
        return None
    alone = own.st_uid == os.getuid() and not own.st_mode & 0o022 if hasattr(os, "getuid") else True
    return found if alone and os.access(found, os.W_OK) else None


def kept(source: bytes, make: Callable[[], Any], sort: str) -> Any:
    """What `make` gives for these bytes, taken from the folder where an earlier run left it there as JSON.

    `sort` names the way it is made; change it with the way. What JSON does not give back as it was is not kept.
    """
    place = folder()
    if place is None:
        return make()
    path = place / f"{sort}-{sha256(source).hexdigest()[:32]}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        made = make()
        _keep(path, made)
        return made


def compiled_templates() -> "BytecodeCache | None":
    """Where Jinja keeps templates that it has compiled, as Python keeps modules; None where there is no folder."""
    from jinja2 import FileSystemBytecodeCache  # late: few commands write a page

    place = folder()
    return FileSystemBytecodeCache(str(place), "template-%s.cache") if place is not None else None


def _keep(path: Path, made: Any) -> None:
    try:
        text = json.dumps(made, ensure_ascii=True)
        if not _is_same(json.loads(text), made):
            return
        with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="ascii") as file:
            file.write(text)
        os.replace(file.name, path)
    except (OSError, TypeError, ValueError, RecursionError):
        return


def _is_same(back: Any, made: Any) -> bool:
    """True where both are equal down to the types: no number for a truth value, no list for a tuple."""
    if type(back) is not type(made):
        return False
    if isinstance(back, dict):
        return list(back) == list(made) and all(_is_same(back[key], made[key]) for key in back)
    if isinstance(back, list):
        return len(back) == len(made) and all(map(_is_same, back, made))
    return bool(back == made)
