"""Where the actors of a network stand: springs and repulsion (Fruchterman and Reingold 1991), the same every time."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["placed"]

Places = npt.NDArray[np.float64]
STEPS = 220
MARGIN = 0.09  # of the unit square
GAP = 0.105  # no two actors stand nearer to each other than this, so that names can be read


def placed(names: Sequence[str], weights: Mapping[tuple[str, str], float]) -> dict[str, tuple[float, float]]:
    """A place in the unit square for each name; `weights` pull the two ends of a tie together.

    Starts from a circle in the order of the names, so that nothing is left to chance.
    """
    n = len(names)
    if n == 0:
        return {}
    if n == 1:
        return {names[0]: (0.5, 0.5)}
    number = {name: i for i, name in enumerate(names)}
    pull = np.zeros((n, n))
    for (one, other), weight in weights.items():
        if one in number and other in number:
            pull[number[one], number[other]] += weight
            pull[number[other], number[one]] += weight
    angle = 2 * np.pi * np.arange(n) / n
    at = np.column_stack([0.5 + 0.4 * np.cos(angle), 0.5 + 0.4 * np.sin(angle)])
    ideal = 0.9 / np.sqrt(n)
    for step in range(STEPS):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        force = ideal**2 / distance**2 - pull * distance / ideal
        moved = (apart / distance[:, :, None] * force[:, :, None]).sum(axis=1) - (at - 0.5) * 0.6
        length = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
        at = at + moved / length * np.minimum(length, 0.06 * (1 - step / STEPS))
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, _spread(_fitted(at)), strict=True)}


def _fitted(
    at: Places,
) -> Places:
    """The places stretched over the square."""
    low, high = at.min(axis=0), at.max(axis=0)
    fitted: Places = MARGIN + (at - low) / np.maximum(high - low, 1e-9) * (1 - 2 * MARGIN)
    return fitted


def _spread(
    at: Places,
) -> Places:
    """The places pushed apart where they are too near."""
    for _ in range(60):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-6)
        lacking = np.clip(GAP - distance, 0, None)
        np.fill_diagonal(lacking, 0)
        if not lacking.any():
            break
        at = np.clip(at + (apart / distance[:, :, None] * lacking[:, :, None]).sum(axis=1) / 2, MARGIN, 1 - MARGIN)
    return at
