"""Reading the codebook's YAML files."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from multivector.errors import CodebookError
from multivector.kept import kept

__all__ = ["languages", "load", "load_folder", "root"]

SORT = "words-1"  # what _Words makes of a file


class _Words(yaml.CSafeLoader):
    """YAML in which "on", "off", "yes" and "no" are the words that they are; only true and false are truth values."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def root() -> Traversable:
    """The folder of the codebook's files."""
    return files("multivector.codebook").joinpath("data")


def languages() -> tuple[str, ...]:
    """The languages besides English that have a folder with a labels.yaml (docs/languages.md)."""
    return tuple(sorted(one.name for one in root().iterdir() if one.joinpath("labels.yaml").is_file()))


@cache
def load(*names: str) -> Any:
    """The parsed content of `codebook/data/NAMES...`, e.g. load("acts", "sanction.yaml").

    Raises CodebookError, naming file and line, where the YAML is wrong.
    """
    path = root().joinpath(*names)
    try:
        content = path.read_bytes()
        return kept(content, lambda: yaml.load(content.decode("utf-8"), Loader=_Words), SORT)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CodebookError(f"{'/'.join(names)}: {error}") from error


@cache
def load_folder(*names: str) -> tuple[Any, ...]:
    """The parsed content of every .yaml file of a folder of the codebook, in the order of the file names."""
    folder = root().joinpath(*names)
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return tuple(load(*names, file) for file in found)
