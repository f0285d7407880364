"""The sentence model's layers as fitted for tone, and their head; tools/fit_tone.py writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from multivector.text.sentence_graph import LAYERS
from multivector.text.sentence_model import base_layers
from multivector.text.transformer import SHAPES, Layer

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["CUT", "FILE", "RANK", "ToneWeights", "packed", "tone_weights", "unpacked"]

FILE = "tone_layers.npz"
CUT = 0  # layers that stand as they come; those above are fitted
RANK = 48  # of what the fit adds to a matrix, the rest being left out (Hu et al. 2021, "LoRA", but after the fit)
HEAD = ("mark", "head", "bias", "lexicon")


@dataclass(frozen=True, slots=True, eq=False)
class ToneWeights:
    """What is added to the target's pieces at the cut, the layers above it, and the head.

    The head weighs the mean of the target's pieces, the mark of beginning and the lexicon's value for three labels.
    """

    mark: "ndarray[Any, Any]"
    layers: tuple[Layer, ...]
    head: "ndarray[Any, Any]"
    bias: "ndarray[Any, Any]"
    lexicon: "ndarray[Any, Any]"


@cache
def tone_weights() -> ToneWeights:
    """The weights as shipped; raises MissingInput where the extra `multivector[embed]` is not installed."""
    import numpy as np

    base = base_layers(CUT)
    with (files("multivector.extract") / "data" / FILE).open("rb") as file, np.load(file) as table:
        return unpacked(dict(table), base)


def packed(tuned: ToneWeights, base: Sequence[Layer], rank: int = RANK) -> dict[str, "ndarray[Any, Any]"]:
    """The weights as a table: for each matrix what was added to it, as two of the given rank, in half precision."""
    import numpy as np

    made = {name: np.asarray(getattr(tuned, name), dtype=np.float32) for name in HEAD}
    for number, (layer, before) in enumerate(zip(tuned.layers, base, strict=True), LAYERS - len(base)):
        for name in SHAPES:
            added = layer[name] - before[name]
            if added.ndim == 1:
                made[f"{number}.{name}"] = added.astype(np.float16)
                continue
            left, sizes, right = np.linalg.svd(added.astype(np.float64), full_matrices=False)
            roots = np.sqrt(sizes[:rank])
            made[f"{number}.{name}.left"] = (left[:, :rank] * roots).astype(np.float16)
            made[f"{number}.{name}.right"] = (right[:rank] * roots[:, None]).astype(np.float16)
    return made


def unpacked(table: Mapping[str, "ndarray[Any, Any]"], base: Sequence[Layer]) -> ToneWeights:
    """The weights of such a table, on the layers as they come."""
    layers = tuple(
        {name: before[name] + _added(table, f"{number}.{name}") for name in SHAPES}
        for number, before in enumerate(base, LAYERS - len(base))
    )
    return ToneWeights(table["mark"], layers, table["head"], table["bias"], table["lexicon"])


def _added(table: Mapping[str, "ndarray[Any, Any]"], name: str) -> "ndarray[Any, Any]":
    import numpy as np

    if name in table:
        return np.asarray(table[name].astype(np.float32))
    return np.asarray(table[f"{name}.left"].astype(np.float32) @ table[f"{name}.right"].astype(np.float32))
