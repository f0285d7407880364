"""Names in the sentence model's graph, and how outputs are added to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.sentence_graph import LAYERS, state, weight_names, with_outputs
from multivector.text.transformer import SHAPES


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 128:
            return value, at


def _fields(data: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at < len(data):
        key, at = _read_varint(data, at)
        assert key & 7 == 2
        size, at = _read_varint(data, at)
        found.append((key >> 3, data[at : at + size]))
        at += size
    return found


@given(st.lists(st.text(min_size=1, max_size=300), max_size=9))
def test_what_is_added_is_a_graph_with_nothing_but_the_named_outputs(names: list[str]) -> None:
    (number, graph), *rest = _fields(with_outputs(b"", names))
    assert (number, rest) == (7, [])
    assert [_fields(output) for field, output in _fields(graph) if field == 12] == [[(1, n.encode())] for n in names]


def test_the_model_itself_stands_first_unchanged() -> None:
    assert with_outputs(b"model", ["a"]).startswith(b"model")


@pytest.mark.parametrize("layer", range(LAYERS))
def test_each_layer_has_every_weight(layer: int) -> None:
    assert weight_names(layer).keys() == SHAPES.keys()


def test_no_weight_is_named_twice() -> None:
    names = [n for layer in range(LAYERS) for many in weight_names(layer).values() for n in many]
    assert len(names) == len(set(names)) == LAYERS * 16


def test_states_have_names_of_their_own() -> None:
    assert len({state(n) for n in range(LAYERS + 1)}) == LAYERS + 1
    assert state(LAYERS) == "last_hidden_state"
