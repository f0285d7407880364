"""Loading a spaCy model without what reading does not need.

`import spacy` brings its command line in (a fifth of the time); each part of a model looks anew through the entry
points and registered functions of all that is installed; and a tokenizer with all exceptions of the language is made
first, though the model brings its own. Afterwards everything is as spaCy leaves it for whoever asks for it.
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
SECOND = (
    "pydantic.v1"  # an older library of schemas, taken along where it is there; neither spaCy nor its models use it
)
UNUSED = ["senter"]  # cuts sentences where there is no parser
BARE = "multivector.without_exceptions.v1"


def load_model(package: str) -> "Language":
    """The model of that package; raises ImportError where it is not installed."""
    with _without_commands():
        module = importlib.import_module(package)
    _register_bare()
    with _remembered_entry_points(), _remembered_functions():
        loaded: Language = module.load(exclude=UNUSED, config={"nlp": {"tokenizer": {"@tokenizers": BARE}}})
    return loaded


def _register_bare() -> None:
    """A tokenizer that knows nothing yet; the model's own rules are loaded into it."""
    from spacy.util import registry

    tokenizer = importlib.import_module("spacy.tokenizer").Tokenizer
    if not registry.has("tokenizers", BARE):
        registry.tokenizers.register(BARE, func=lambda: lambda nlp: tokenizer(nlp.vocab))


@contextmanager
def _without_commands() -> Iterator[None]:
    """Stand-ins for spaCy's commands, and no second library of schemas, while it is imported for the first time."""
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in COMMANDS}
    stand_ins[COMMANDS[0]].__path__ = []
    stand_ins[COMMANDS[1]].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    absent = SECOND not in sys.modules
    if absent:
        sys.modules[SECOND] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if absent:
            del sys.modules[SECOND]
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


@contextmanager
def _remembered_functions() -> Iterator[None]:
    """What is registered under a name is gathered anew only where something has been registered since: each of a
    model's hundred packed parts asks for it."""
    catalogue: Any = importlib.import_module("catalogue")
    gather = catalogue.Registry.get_all
    known: dict[Any, dict[str, Any]] = {}

    def get_all(self: Any) -> dict[str, Any]:
        key = (self.namespace, self.entry_points, len(catalogue.REGISTRY))
        if key not in known:
            known[key] = gather(self)
        return dict(known[key])

    catalogue.Registry.get_all = get_all
    try:
        yield
    finally:
        catalogue.Registry.get_all = gather
