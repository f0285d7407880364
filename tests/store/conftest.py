"""Cases for the store's tests."""

from pathlib import Path

import pytest
from multivector.store import Store
from readings import READER, reading


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """The store of an empty case."""
    return Store.open(tmp_path)


@pytest.fixture
def filled(store: Store) -> Store:
    """The store of a case with two documents."""
    with store.writer(READER) as writer:
        writer.add(reading("b.txt"))
        writer.add(reading("a.txt"))
    return store
