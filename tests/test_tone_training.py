"""Fine-tuning for tone on toy rows: the batches, the slopes, the steps, and that the mark is learnt."""

from collections.abc import Sequence

import numpy as np
import pytest
from tools import tone_training
from tools.layer_training import Noise
from tools.tone_training import (
    Row,
    Settings,
    aim_of,
    batch_of,
    drawn_batches,
    fit,
    layer_rates,
    mean_of,
    slopes,
    start,
)

from multivector.extract.tone_embed import MOST, scores
from multivector.text.transformer import SHAPES, WIDTH

DRAWN = np.random.default_rng(2)
LAYER = {name: DRAWN.normal(size=shape, scale=0.05).astype(np.float32) for name, shape in SHAPES.items()}
LAYER |= {name: np.ones(WIDTH, dtype=np.float32) for name in ("heard_scale", "outer_scale")}
KINDS = DRAWN.normal(size=(3, WIDTH))  # what a piece says: ill, nothing, good
QUICK = Settings(epochs=8, rate=1e-3, head_rate=1e-2, batch=8, dropped=0.0)
QUIET = Noise(0.0, np.random.default_rng(0))


def _row(number: int) -> Row:
    """Two names, each followed by what is said of it; which of the two is meant only the mark can tell."""
    said = [number % 3, number // 3 % 3]
    noise = np.random.default_rng(number).normal(size=(5 + number % 2, WIDTH), scale=0.1)
    noise[2] += KINDS[said[0]]
    noise[4] += KINDS[said[1]]
    which = number // 9 % 2
    return Row(noise.astype(np.float16), [2 + 2 * which], 0.0, said[which], f"article {number}")


ROWS = [_row(number) for number in range(36)]


def _right(rows: Sequence[Row], settings: Settings) -> float:
    *_, (_, weights) = fit(rows, [LAYER], settings)
    found = [int(np.argmax(scores(weights, row.hidden.astype(np.float32), row.target))) for row in rows]
    return sum(f == row.label for f, row in zip(found, rows, strict=True)) / len(rows)


def test_the_fit_learns_what_is_said_of_the_target() -> None:
    assert _right(ROWS, QUICK) > 0.9


def test_losses_fall_and_the_layers_given_stay_as_they_were() -> None:
    before = {name: value.copy() for name, value in LAYER.items()}
    losses = [loss for loss, _ in fit(ROWS, [LAYER], QUICK)]
    assert losses[-1] < losses[0] / 2
    assert all(np.array_equal(LAYER[name], before[name]) for name in LAYER)


def test_the_same_rows_give_the_same_weights_and_another_seed_others() -> None:
    short = Settings(epochs=1, batch=8)
    made = [list(fit(ROWS, [LAYER], short))[-1][1] for _ in range(2)]
    other = list(fit(ROWS, [LAYER], Settings(epochs=1, batch=8, seed=2)))[-1][1]
    np.testing.assert_array_equal(made[0].layers[0]["asked"], made[1].layers[0]["asked"])
    assert not np.array_equal(made[0].mark, other.mark)


def test_the_mean_of_fits_is_that_of_each_of_their_weights() -> None:
    one, two = (start([LAYER, LAYER], np.random.default_rng(seed)) for seed in (1, 2))
    two.layers[1]["asked"][:] += 1
    mean = mean_of([one, two])
    np.testing.assert_allclose(mean.mark, (one.mark + two.mark) / 2)
    np.testing.assert_allclose(mean.layers[1]["asked"], LAYER["asked"] + 0.5, atol=1e-6)
    np.testing.assert_array_equal(mean.layers[0]["asked"], LAYER["asked"])
    assert mean.layers[0]["asked"].dtype == mean.head.dtype == np.float32


@pytest.mark.parametrize("smooth", [0.0, 0.3])
@pytest.mark.parametrize("name", ["mark", "head", "bias", "lexicon"])
def test_slopes_of_head_and_mark_are_what_small_steps_say(name: str, smooth: float) -> None:
    weights = start([LAYER, LAYER], np.random.default_rng(3))
    batch = batch_of([Row(r.hidden, r.target, 0.3, r.label, "") for r in ROWS[:4]])
    aim = aim_of(ROWS, Settings(smooth=smooth))
    _, found = slopes(weights, batch, aim, QUIET)
    value = getattr(weights, name)
    place = (7,) if name == "mark" else (1,) if value.ndim == 1 else (5, 2)
    ends = []
    for step in (0.01, -0.01):
        value[place] += step
        ends.append(slopes(weights, batch, aim, QUIET)[0] / 4)
        value[place] -= step
    assert found[-1][name][place] == pytest.approx((ends[0] - ends[1]) / 0.02, rel=0.05, abs=2e-4)


def test_rare_labels_are_worth_more_and_a_little_of_each_is_spread() -> None:
    rows = [ROWS[0], *[row for row in ROWS if row.label == 1][:4]]
    aim = aim_of(rows, Settings(balance=1.0, smooth=0.3))
    assert aim.worth[0] == pytest.approx(4 * aim.worth[1])
    np.testing.assert_allclose(aim.wanted, [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]], atol=1e-6)
    np.testing.assert_array_equal(aim_of(rows, Settings(smooth=0.0)).wanted, np.eye(3))


def test_lower_layers_learn_more_slowly() -> None:
    assert layer_rates(Settings(rate=1.0, falling=0.5), 3) == [0.25, 0.5, 1.0]
    weights = start([LAYER, LAYER], np.random.default_rng(6))
    _, found = slopes(weights, batch_of(ROWS[:4]), aim_of(ROWS, QUICK), QUIET)
    tone_training.Steps(weights, Settings(rate=0.01, falling=0.1)).step(found, 1.0)
    low, high = (np.abs(layer["inner_bias"] - LAYER["inner_bias"]).max() for layer in weights.layers)
    assert 0 < low <= 0.0011 < high


def test_a_batch_is_filled_up_and_reads_the_target_and_the_beginning() -> None:
    long = Row(np.ones((20, WIDTH), dtype=np.float16), list(range(3, 15)), 0.5, 2, "")
    batch = batch_of([long, ROWS[0]])
    assert batch.hidden.shape == (2, 20, WIDTH)
    assert (batch.hush[1] == 0).sum() == len(ROWS[0].hidden)
    assert batch.at[0].tolist() == [*range(3, 3 + MOST), 0]
    np.testing.assert_allclose(batch.shares.sum(axis=1), 1)
    assert batch.marks[0].sum() == 12
    assert batch.labels.tolist() == [2, ROWS[0].label]


def test_each_row_is_drawn_once() -> None:
    batches = list(drawn_batches(ROWS, 8, np.random.default_rng(4)))
    assert [len(b.labels) for b in batches].count(8) == 4
    assert sorted(label for b in batches for label in b.labels) == sorted(row.label for row in ROWS)


def test_a_step_is_held_to_its_rate() -> None:
    weights = start([LAYER], np.random.default_rng(5))
    before = weights.layers[0]["asked_bias"].copy()
    steps = tone_training.Steps(weights, Settings(rate=0.01))
    _, found = slopes(weights, batch_of(ROWS[:4]), aim_of(ROWS, QUICK), QUIET)
    steps.step(found, 0.5)
    moved = np.abs(weights.layers[0]["asked_bias"] - before)
    assert 0 < moved.max() <= 0.0051
