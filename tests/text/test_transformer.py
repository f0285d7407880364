"""The layers in numpy: the graph's own output, chosen rows, the norm and the error function."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extras import needs_model

from multivector.text import sentence_model
from multivector.text.transformer import INNER, SHAPES, WIDTH, gelu, normed, run_layer

TEXT = "The minister met the delegation in Astana on Tuesday and praised no one."


def _layer(seed: int = 0) -> dict[str, np.ndarray]:
    drawn = np.random.default_rng(seed)
    return {name: drawn.normal(size=shape, scale=0.05).astype(np.float32) for name, shape in SHAPES.items()}


@needs_model
@pytest.mark.parametrize("first", [0, 3, 5])
def test_the_layers_in_numpy_say_what_the_graph_says(first: int) -> None:
    hidden = sentence_model.embed(TEXT, first).vectors
    for layer in sentence_model.base_layers(first):
        hidden = run_layer(layer, hidden)
    np.testing.assert_allclose(hidden, sentence_model.embed(TEXT).vectors, atol=1e-4)


def test_chosen_rows_are_those_of_the_whole() -> None:
    hidden = np.random.default_rng(1).normal(size=(7, WIDTH)).astype(np.float32)
    whole, some = run_layer(_layer(), hidden), run_layer(_layer(), hidden, [2, 0])
    np.testing.assert_allclose(some, whole[[2, 0]], atol=1e-5)
    assert whole.dtype == np.float32


def test_the_order_of_the_other_pieces_is_nothing_to_a_layer() -> None:
    hidden = np.random.default_rng(2).normal(size=(6, WIDTH)).astype(np.float32)
    turned = hidden[[0, 5, 4, 3, 2, 1]]
    np.testing.assert_allclose(run_layer(_layer(), hidden, [0]), run_layer(_layer(), turned, [0]), atol=1e-5)


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=20))
def test_gelu_is_x_times_the_share_of_the_normal_distribution_below_x(numbers: list[float]) -> None:
    wanted = [x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in numbers]
    np.testing.assert_allclose(gelu(np.array(numbers, dtype=np.float32)), wanted, atol=2e-5)


def test_a_normed_row_has_mean_nought_and_variance_one_before_it_is_scaled() -> None:
    rows = np.random.default_rng(3).normal(3, 9, size=(4, WIDTH))
    made = normed(rows, np.full(WIDTH, 2.0), np.full(WIDTH, 1.0))
    np.testing.assert_allclose(made.mean(axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(made.std(axis=1), 2, atol=1e-6)


def test_the_shapes_are_minilms() -> None:
    assert sum(math.prod(shape) for shape in SHAPES.values()) == 12 * WIDTH**2 + 9 * WIDTH + INNER
