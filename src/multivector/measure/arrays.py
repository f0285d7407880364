"""Small helpers on numpy arrays."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "ratio"]

Floats = NDArray[np.float64]


def ratio(above: Floats, below: Floats, least: float = 0.0) -> Floats:
    """above / below, NaN where below is not greater than `least`; no warning."""
    return np.asarray(np.divide(above, below, out=np.full(np.shape(below), np.nan), where=below > least))
