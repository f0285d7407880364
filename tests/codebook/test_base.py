"""The codebook's files say nothing twice: YAML takes the last of two equal keys without a word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from multivector.codebook.base import root


def doubled(node: yaml.Node | None) -> Iterator[str]:
    """Each key that stands twice in one mapping, with its line."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        yield from (
            f"{key.value} in line {key.start_mark.line + 1}" for key, _ in node.value if keys.count(key.value) > 1
        )
        for _, value in node.value:
            yield from doubled(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from doubled(value)


@pytest.mark.parametrize("file", sorted(Path(str(root())).rglob("*.yaml")), ids=lambda file: file.name)
def test_no_key_stands_twice(file: Path) -> None:
    assert list(doubled(yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))) == []
