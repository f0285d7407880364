"""Multivector reads what states say and do to one another, and weighs what it means.

    import multivector as mv

    case = mv.open("examples/kazakhstan-brics")
    case.statements.arrow()
    case.judge()

The command line (`multivector --help`) is the other front door; both walk `multivector.pipeline`. What `__all__` names
is the public surface; everything else may change.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from multivector.errors import InputError, MultivectorError

if TYPE_CHECKING:
    from multivector.model import Figure, Judgement, Question
    from multivector.notebook import Case, Figures, Table

__all__ = [
    "Case", "Figure", "Figures", "InputError", "Judgement", "MultivectorError", "Question", "Table", "__version__",
    "open",
]  # fmt: skip

__version__ = "0.1.0"

LATE = {
    "Case": "notebook", "Figures": "notebook", "Table": "notebook",
    "Figure": "model", "Judgement": "model", "Question": "model",
}  # fmt: skip


def open(path: str | Path, *, read: bool = True) -> "Case":
    """The case in a folder: one with `sources/`, or any folder of articles. New articles are read, if `read`.

    Raises InputError (MissingInput) where there is no such folder.
    """
    from multivector.notebook import open_case  # late: `import multivector` stays quick

    return open_case(path, read=read)


def __getattr__(name: str) -> Any:
    """The classes of the public surface, imported when first asked for."""
    if name in LATE:
        return getattr(import_module(f"multivector.{LATE[name]}"), name)
    raise AttributeError(f"module 'multivector' has no attribute {name!r}")
