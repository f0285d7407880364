"""A row of a product is the same wherever it stands among how many others, or BLAS is known not to give that."""

import numpy as np
import pytest

from multivector.text.products import PARTS, full, steady, times
from multivector.text.threads import one_thread


@pytest.mark.parametrize("size", [1, 2, 5, 37, 200])
def test_a_row_does_not_depend_on_the_others(size: int) -> None:
    chance = np.random.default_rng(3)
    rows, weights = chance.normal(size=(256, 96)).astype("float32"), chance.normal(size=(96, 64)).astype("float32")
    with one_thread():
        if not steady():
            pytest.skip("products of this machine depend on how many rows they have")
        whole = times(rows, weights)
        assert all((times(rows[at : at + size], weights) == whole[at : at + size]).all() for at in (0, 3, 50))


def test_unsteady_products_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    steady.cache_clear()
    monkeypatch.setattr("multivector.text.products.times", lambda rows, weights: rows @ weights + len(rows))
    assert not steady()
    steady.cache_clear()


def test_the_columns_added_never_win() -> None:
    weights, bias = full(np.ones((3, 5)), np.full(5, -9.0))
    assert weights.shape == (3, 16)
    assert (times(np.ones((PARTS[0][1], 3), dtype="float32"), weights) + bias).argmax(axis=1).tolist() == [0, 0]
