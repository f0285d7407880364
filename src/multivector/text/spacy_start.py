"""Loading a spaCy model without what reading does not need.

`import spacy` brings its command line in (a fifth of the time), and each part of a model looks anew through the entry
points of all that is installed. Afterwards everything is as spaCy leaves it for whoever asks for it.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load_model"]

COMMANDS = ("spacy.cli", "spacy.cli.info")
UNUSED = ["senter"]  # cuts sentences where there is no parser


def load_model(package: str) -> "Language":
    """The model of that package; raises ImportError where it is not installed."""
    with _without_commands():
        module = importlib.import_module(package)
    with _remembered_entry_points():
        loaded: Language = module.load(exclude=UNUSED)
    return loaded


@contextmanager
def _without_commands() -> Iterator[None]:
    """Stand-ins for spaCy's commands while it is imported for the first time."""
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in COMMANDS}
    stand_ins[COMMANDS[0]].__path__ = []
    stand_ins[COMMANDS[1]].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, made in stand_ins.items():
            if sys.modules.get(name) is made:
                del sys.modules[name]
        vars(sys.modules.get("spacy") or made).pop("cli", None)


def _info(*given: Any, **named: Any) -> Any:
    """spacy.info, brought in when it is called."""
    return importlib.import_module("spacy.cli.info").info(*given, **named)


class _Remembered:
    """Entry points that are looked through once for each group."""

    def __init__(self, every: Any) -> None:
        self._every = every
        self._groups: dict[str, Any] = {}

    def select(self, *, group: str) -> Any:
        if group not in self._groups:
            self._groups[group] = self._every.select(group=group)
        return self._groups[group]


@contextmanager
def _remembered_entry_points() -> Iterator[None]:
    """What is installed is looked through once while a model's parts are looked up, not once for each."""
    catalogue: Any = importlib.import_module("catalogue")
    every = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(every, "select"):
        catalogue.AVAILABLE_ENTRY_POINTS = _Remembered(every)
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = every
