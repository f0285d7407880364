"""The encoder in blocks gives what thinc's own layers give, text by text."""

import importlib
from typing import Any

import numpy as np
import pytest

from multivector.text.convolution import BLOCK, Encoder
from multivector.text.english_model import installed_model
from multivector.text.products import steady
from multivector.text.threads import one_thread
from multivector.text.vectors import Vectors

CLOSE = 1e-4  # vectors are about 1 long in each direction


@pytest.fixture(scope="module")
def tok2vec() -> Any:
    return importlib.import_module(installed_model()).load().get_pipe("tok2vec").model


@pytest.fixture(scope="module")
def node(tok2vec: Any) -> Any:
    return tok2vec.layers[1]


def texts(node: Any, *lengths: int) -> list[Any]:
    chance = np.random.default_rng(7)
    return [chance.normal(size=(n, node.get_dim("nO"))).astype("float32") for n in lengths]


@pytest.fixture(scope="module")
def encoder(node: Any) -> Encoder:
    if not Encoder.fits(node):
        pytest.skip("the installed model has another encoder")
    return Encoder(node)


@pytest.mark.parametrize("lengths", [(1,), (5, 1, 30), (BLOCK,), (BLOCK + 1, 2 * BLOCK + 3), (3,) * 90])
def test_rows_are_those_of_thincs_layers(node: Any, encoder: Encoder, lengths: tuple[int, ...]) -> None:
    given = texts(node, *lengths)
    for ours, theirs in zip(encoder(given), node.predict(given), strict=True):
        assert ours.shape == theirs.shape
        assert np.abs(ours - theirs).max() < CLOSE


def test_a_text_does_not_see_its_neighbours(node: Any, encoder: Encoder) -> None:
    first, second, third = texts(node, 12, 7, 20)
    alone = encoder([second])[0]
    assert np.abs(encoder([first, second, third])[1] - alone).max() < CLOSE


def test_nothing_gives_nothing(node: Any, encoder: Encoder) -> None:
    assert encoder([]) == []
    assert [len(rows) for rows in encoder(texts(node, 0, 2))] == [0, 2]


@pytest.mark.parametrize("before", [[(9,)], [(1,), (40, 3), ()], [(BLOCK, 2 * BLOCK + 1), (7,)]])
def test_a_groups_rows_are_to_the_last_bit_those_of_it_alone(
    node: Any, encoder: Encoder, before: list[tuple[int, ...]]
) -> None:
    groups = [list(sizes) for sizes in (*before, (12, 1, 30), (6, 50))]
    rows = texts(node, *(n for sizes in groups for n in sizes))
    with one_thread():
        if not steady():
            pytest.skip("products of this machine depend on how many rows they have")
        together = encoder(rows, [len(sizes) for sizes in groups])
        at = 0
        for sizes in groups:
            alone = encoder(rows[at : at + len(sizes)])
            for ours, theirs in zip(together[at : at + len(sizes)], alone, strict=True):
                assert (ours == theirs).all()
            at += len(sizes)


def test_another_kind_of_layer_is_left_as_it_is(tok2vec: Any) -> None:
    embedding = tok2vec.layers[0]
    assert not any(Encoder.fits(part) for part in embedding.walk() if part.attrs.get("pad") is not None)
    assert not Vectors.fits(type(tok2vec)("two", lambda *given: given, layers=[embedding, embedding]))
