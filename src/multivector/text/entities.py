"""Names of persons, organisations and the like: spaCy's own name finder, decoded for a whole batch at once.

The finder walks a text word by word; what it does at a word depends on the walk only where a name is open. So all words
are scored in one multiplication as if none were open, and only the few words inside names are looked at one by one.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from multivector.text.products import full, times
from multivector.text.vectors import Vectors

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.tokens import Doc

__all__ = ["NameFinder", "is_greedy"]

PIECES = 2  # of a hidden unit, in the models as they come
FEATURES = 3  # the word, the first word of the open name, the word before


def is_greedy(pipe: Any) -> bool:
    """True for a trained pipe that walks a text by spaCy's transition model, one best move at each word."""
    model = pipe.model
    known = model.name == "parser_model" and model.has_ref("lower") and model.has_ref("upper")
    return bool(known and not model.attrs.get("unseen_classes") and pipe.cfg.get("beam_width", 1) == 1)


class _Scored(NamedTuple):
    """What every word of a batch brings to a state, and which words end a document or a sentence."""

    parts: "ndarray[Any, Any]"  # words, features, pieces x hidden units
    last: list[bool]


class NameFinder:
    """Guaranteed: the same names as the pipe's own walk gives over documents without preset names."""

    def __init__(self, pipe: Any) -> None:
        import numpy as np

        model = pipe.model
        (tok2vec, _, linear), lower, upper = model.layers[0].layers, model.get_ref("lower"), model.get_ref("upper")
        self._vectors = Vectors(tok2vec)
        self._inner = (np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b"))
        weights = lower.get_param("W")  # features, units, pieces, inputs
        self._parts = np.ascontiguousarray(weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[-1]).T)
        missing = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(FEATURES, -1)
        self._bias = lower.get_param("b").T.ravel()
        self._alone = missing[1] + missing[2] + self._bias
        self._weights, self._scores_bias = upper.get_param("W"), upper.get_param("b")
        moves = [pipe.moves.get_class_name(n) for n in range(pipe.moves.n_moves)]
        self._label = [name[2:] for name in moves]
        self._opens = np.array([n for n, name in enumerate(moves) if name.startswith("B-")])
        self._unit = {n for n, name in enumerate(moves) if name.startswith("U-")}
        self._outside = moves.index("O")
        never = [n for n, name in enumerate(moves) if name[:2] in ("I-", "L-", "M") or name in ("U-", "B-")]
        bias = self._scores_bias.copy()
        bias[never] = -np.inf
        self._free = full(self._weights.T, bias)  # where no name is open
        inside = {name: n for n, name in enumerate(moves)}
        self._go_on = {label: (inside[f"I-{label}"], inside[f"L-{label}"]) for label in self._label if label}

    @staticmethod
    def fits(pipe: Any) -> bool:
        """True for a pipe of the kind that can be decoded so."""
        if not is_greedy(pipe):
            return False
        lower, head = pipe.model.get_ref("lower"), pipe.model.layers[0].layers
        plain = [layer.name for layer in head[1:]] == ["list2array", "linear"] and Vectors.fits(head[0])
        return bool(plain and lower.get_dim("nF") == FEATURES and lower.get_dim("nP") == PIECES)

    def labels(self, groups: Sequence[Sequence["Doc"]]) -> list[list[str]]:
        """The type of the name that each word is part of, "" for none, document by document; none is empty.

        A group's names do not depend on other groups.
        """
        import numpy as np

        docs = [doc for group in groups for doc in group]
        inner = times(np.concatenate(self._vectors(groups)), self._inner[0])
        inner += self._inner[1]
        parts = times(inner, self._parts).reshape(len(inner), FEATURES, -1)
        scored = _Scored(parts, _ends(docs))
        scores = times(_best(parts[:, 0] + self._alone), self._free[0])
        scores += self._free[1]
        scores[np.flatnonzero(scored.last)[:, None], self._opens] = -np.inf
        flat = self._walk(scored, scores.argmax(axis=1))
        found, at = [], 0
        for doc in docs:
            found.append(flat[at : at + len(doc)])
            at += len(doc)
        return found

    def _walk(self, scored: _Scored, best: "ndarray[Any, Any]") -> list[str]:
        """Labels of all words, given the best move at each where no name is open."""
        found = [""] * len(best)
        free_from = 0
        for start in (best != self._outside).nonzero()[0].tolist():
            if start < free_from:
                continue
            move = int(best[start])
            label = self._label[move]
            end = start + 1 if move in self._unit else self._end(scored, start, label)
            found[start:end] = [label] * (end - start)
            free_from = end
        return found

    def _end(self, scored: _Scored, start: int, label: str) -> int:
        """One past the last word of the name that opens at `start`."""
        rows = list(self._go_on[label])
        weights, bias = self._weights[rows], self._scores_bias[rows]
        at = start + 1
        while not scored.last[at]:
            parts = scored.parts
            go_on, close = weights @ _best(parts[at, 0] + parts[start, 1] + parts[at - 1, 2] + self._bias) + bias
            if close > go_on or (close == go_on and rows[1] < rows[0]):
                break
            at += 1
        return at + 1


def _best(pieces: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """The better of each hidden unit's two pieces."""
    import numpy as np

    half = pieces.shape[-1] // PIECES
    found: ndarray[Any, Any] = np.maximum(pieces[..., :half], pieces[..., half:])
    return found


def _ends(docs: Sequence["Doc"]) -> list[bool]:
    """For each word whether no name may run on behind it: the last of a document or of a sentence."""
    from spacy.attrs import SENT_START  # late: only when a text is parsed

    found: list[bool] = []
    for doc in docs:
        starts = doc.to_array([SENT_START])
        found += (starts[1:] == 1).ravel().tolist() if len(doc) else []
        found += [True] if len(doc) else []
    return found
