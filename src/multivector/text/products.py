"""Products of rows with weights in which no row depends on the others, so that texts can be read many at once."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["full", "steady", "times"]

COLUMNS = 16  # BLAS makes so many columns at once, and what is left over in another way
SHAPES = ((96, 288), (96, 64), (64, 384), (64, 1024), (64, 80))  # inputs and columns of the models' layers
PARTS = ((0, 2), (1, 4), (3, 8), (5, 40), (17, 120), (60, 299))


def times(rows: "ndarray[Any, Any]", weights: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """The rows times the weights; a row alone gives what it would give among others (BLAS has another way for it)."""
    import numpy as np

    found: ndarray[Any, Any] = rows @ weights if len(rows) != 1 else (np.repeat(rows, 2, axis=0) @ weights)[:1]
    return found


def full(weights: "ndarray[Any, Any]", bias: "ndarray[Any, Any]") -> "tuple[ndarray[Any, Any], ndarray[Any, Any]]":
    """Weights of scores (inputs, columns) and their bias with as many columns as COLUMNS asks for; those added lose
    against any other."""
    import numpy as np

    more = -weights.shape[1] % COLUMNS
    wide = np.pad(weights, ((0, 0), (0, more))).astype("float32")
    return np.ascontiguousarray(wide), np.pad(bias, (0, more), constant_values=-np.inf).astype("float32")


@cache
def steady() -> bool:
    """True where the BLAS in use gives a row the same bits wherever it stands among how many others.

    Its kernels differ by machine; where they do not, texts must be multiplied one by one.
    """
    import numpy as np

    chance = np.random.default_rng(0)
    for inputs, columns in SHAPES:
        weights = chance.standard_normal((inputs, columns)).astype("float32")
        rows = chance.standard_normal((PARTS[-1][-1] + 1, inputs)).astype("float32")
        whole = times(rows, weights)
        if any((times(rows[start:end], weights) != whole[start:end]).any() for start, end in PARTS):
            return False
    return True
