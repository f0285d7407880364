"""What is added to the sentence model for tone: its table, and how little is lost in it."""

from functools import cache
from importlib.resources import files

import numpy as np
from tests.extras import needs_model

from multivector.extract.tone_embed import LABELS, scores
from multivector.extract.tone_weights import CUT, FILE, RANK, ToneWeights, packed, tone_weights, unpacked
from multivector.text.sentence_graph import LAYERS
from multivector.text.transformer import SHAPES, WIDTH, Layer

DRAWN = np.random.default_rng(1)
BASE: tuple[Layer, ...] = (
    {name: DRAWN.normal(size=shape, scale=0.05).astype(np.float32) for name, shape in SHAPES.items()},
)


def _added(shape: tuple[int, ...], rank: int) -> np.ndarray:
    """A change of the given rank, or of whatever rank where there is one row."""
    if len(shape) == 1:
        return DRAWN.normal(size=shape, scale=0.01)
    return DRAWN.normal(size=(shape[0], rank), scale=0.02) @ DRAWN.normal(size=(rank, shape[1]), scale=0.02)


@cache
def _tuned(rank: int) -> ToneWeights:
    layers = tuple({name: layer[name] + _added(SHAPES[name], rank) for name in SHAPES} for layer in BASE)
    head = DRAWN.normal(size=(2 * WIDTH, 3), scale=0.1)
    return ToneWeights(DRAWN.normal(size=WIDTH), layers, head, np.zeros(3), np.array([-1.0, 0.0, 1.0]))


@cache
def _table(rank: int) -> dict[str, np.ndarray]:
    return packed(_tuned(6), BASE, rank)


def test_what_was_added_comes_back_from_the_table() -> None:
    tuned, back = _tuned(6), unpacked(_table(6), BASE)
    for made, wanted in zip(back.layers, tuned.layers, strict=True):
        for name in SHAPES:
            np.testing.assert_allclose(made[name], wanted[name], atol=1e-4)
            assert made[name].dtype == np.float32
    np.testing.assert_allclose(back.head, tuned.head, atol=1e-6)


def test_what_exceeds_the_rank_is_left_out() -> None:
    table = _table(2)
    assert table["5.asked.left"].shape == (WIDTH, 2)
    assert table["5.outer.right"].shape == (2, WIDTH)
    assert {value.dtype for name, value in table.items() if name[0].isdigit()} == {np.dtype(np.float16)}


def test_the_shipped_table_is_small_and_whole() -> None:
    path = files("multivector.extract") / "data" / FILE
    with path.open("rb") as file, np.load(file) as table:
        names, ranks = set(table), {table[name].shape[1] for name in table if name.endswith(".left")}
    matrices = {f"{n}.{name}.{side}" for n in range(CUT, LAYERS) for name in ("asked", "heard", "inner", "outer")
                for side in ("left", "right")}  # fmt: skip
    assert matrices <= names
    assert ranks == {RANK}
    assert len(path.read_bytes()) < 4_000_000


@needs_model
def test_the_shipped_weights_are_read_once_and_fit_the_layers() -> None:
    weights = tone_weights()
    assert weights is tone_weights()
    assert weights.head.shape == (2 * WIDTH, len(LABELS))
    assert [{name: value.shape for name, value in layer.items()} for layer in weights.layers] == [SHAPES] * (
        LAYERS - CUT
    )


def test_the_mark_tells_the_target_and_order_does_not_matter_to_its_mean() -> None:
    weights, hidden = unpacked(_table(6), BASE), DRAWN.normal(size=(6, WIDTH)).astype(np.float32)
    assert not np.allclose(scores(weights, hidden, [1]), scores(weights, hidden, [2]), atol=1e-3)
    np.testing.assert_allclose(scores(weights, hidden, [1, 3]), scores(weights, hidden, [3, 1]), atol=1e-4)
    unmarked = ToneWeights(0 * weights.mark, weights.layers, weights.head, weights.bias, weights.lexicon)
    assert not np.allclose(scores(weights, hidden, [1]), scores(unmarked, hidden, [1]), atol=1e-3)


def test_the_lexicons_value_is_added_and_the_states_stay_as_they_were() -> None:
    weights, hidden = unpacked(_table(6), BASE), DRAWN.normal(size=(5, WIDTH)).astype(np.float32)
    before = hidden.copy()
    moved = scores(weights, hidden, [2], 0.5) - scores(weights, hidden, [2])
    np.testing.assert_allclose(moved, [-0.5, 0, 0.5], atol=1e-5)
    np.testing.assert_array_equal(hidden, before)
