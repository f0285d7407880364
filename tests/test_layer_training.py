"""The way back through a layer, held against differences, and the way forth against the reader's own."""

import numpy as np
import pytest
from tools.layer_training import Noise, back, forth

from multivector.text.transformer import SHAPES, WIDTH, run_layer

DRAWN = np.random.default_rng(4)
LAYER = {name: DRAWN.normal(size=shape, scale=0.05) for name, shape in SHAPES.items()}
BATCH = DRAWN.normal(size=(2, 4, WIDTH))
HUSH = np.array([[0, 0, 0, 0], [0, 0, 0, -1e9]])
QUIET = Noise(0.0, DRAWN)
STEP = 1e-5
CHOSEN = np.array([[2, 2, 0], [1, 2, 0]])


@pytest.mark.parametrize("at", [None, CHOSEN])
def test_the_way_forth_is_the_readers_and_what_fills_up_is_nothing(at: np.ndarray | None) -> None:
    made, _ = forth(LAYER, BATCH, HUSH, at, QUIET)
    rows = [range(4), range(3)] if at is None else at
    for text, pieces, wanted in zip(BATCH, (4, 3), (rows[0], rows[1]), strict=True):
        here = made[0 if pieces == 4 else 1][: len(wanted)]
        np.testing.assert_allclose(here, run_layer(LAYER, text[:pieces], list(wanted)), atol=1e-5)


@pytest.mark.parametrize("at", [None, CHOSEN])
@pytest.mark.parametrize("name", SHAPES)
def test_slopes_by_weights_are_what_small_steps_say(name: str, at: np.ndarray | None) -> None:
    made, seen = forth(LAYER, BATCH, HUSH, at, QUIET)
    pull = np.random.default_rng(5).normal(size=made.shape)
    _, slopes = back(LAYER, seen, pull)
    place = tuple(np.random.default_rng(6).integers(size) for size in SHAPES[name])
    ends = []
    for step in (STEP, -STEP):
        moved = LAYER | {name: LAYER[name].copy()}
        moved[name][place] += step
        ends.append((forth(moved, BATCH, HUSH, at, QUIET)[0] * pull).sum())
    assert slopes[name].shape == SHAPES[name]
    assert slopes[name][place] == pytest.approx((ends[0] - ends[1]) / (2 * STEP), rel=1e-3, abs=1e-4)


@pytest.mark.parametrize("at", [None, CHOSEN])
def test_slopes_by_the_input_are_what_small_steps_say(at: np.ndarray | None) -> None:
    made, seen = forth(LAYER, BATCH, HUSH, at, QUIET)
    pull = np.random.default_rng(7).normal(size=made.shape)
    slope, _ = back(LAYER, seen, pull)
    for place in [(0, 2, 5), (1, 1, 380), (1, 0, 17)]:
        ends = []
        for step in (STEP, -STEP):
            moved = BATCH.copy()
            moved[place] += step
            ends.append((forth(LAYER, moved, HUSH, at, QUIET)[0] * pull).sum())
        assert slope[place] == pytest.approx((ends[0] - ends[1]) / (2 * STEP), rel=1e-3, abs=1e-4)


def test_noise_drops_its_share_and_keeps_the_sum() -> None:
    whole = np.ones((300, 300), dtype=np.float32)
    made, kept = Noise(0.25, np.random.default_rng(8)).on(whole)
    assert (made == 0).mean() == pytest.approx(0.25, abs=0.01)
    assert made.mean() == pytest.approx(1, abs=0.02)
    assert kept is not None
    np.testing.assert_array_equal(made, kept)


def test_with_noise_the_way_back_goes_where_the_way_forth_went() -> None:
    made, seen = forth(LAYER, BATCH, HUSH, None, Noise(0.3, np.random.default_rng(9)))
    pull = np.ones(made.shape)
    slope, _ = back(LAYER, seen, pull)
    moved = BATCH.copy()
    moved[0, 1, 3] += STEP
    after, _ = forth(LAYER, moved, HUSH, None, Noise(0.3, np.random.default_rng(9)))
    assert slope[0, 1, 3] == pytest.approx((after - made).sum() / STEP, rel=1e-2, abs=1e-3)
