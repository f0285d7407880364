"""Names of persons, organisations and the like: spaCy's own name finder, decoded for a whole batch at once.

The finder walks a text word by word; what it does at a word depends on the walk only where a name is open. So all words
are scored in one multiplication as if none were open, and only the few words inside names are looked at one by one.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

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
    """What every word of a batch brings to a state (padding first), and which words end a document or a sentence."""

    parts: "ndarray[Any, Any]"  # words + 1, features, hidden units, pieces
    last: list[bool]


class NameFinder:
    """Guaranteed: the same names as the pipe's own walk gives over documents without preset names."""

    def __init__(self, pipe: Any) -> None:
        model = pipe.model
        self._vectors, self._lower, upper = model.layers[0], model.get_ref("lower"), model.get_ref("upper")
        self._weights, self._scores_bias = upper.get_param("W"), upper.get_param("b")
        self._bias = self._lower.get_param("b")
        moves = [pipe.moves.get_class_name(n) for n in range(pipe.moves.n_moves)]
        self._label = [name[2:] for name in moves]
        self._opens = [n for n, name in enumerate(moves) if name.startswith("B-")]
        self._unit = {n for n, name in enumerate(moves) if name.startswith("U-")}
        self._outside = moves.index("O")
        self._never = [n for n, name in enumerate(moves) if name[:2] in ("I-", "L-", "U-", "B-") and not name[2:]]
        self._never += [n for n, name in enumerate(moves) if name[:2] in ("I-", "L-", "M")]
        inside = {name: n for n, name in enumerate(moves)}
        self._go_on = {label: (inside[f"I-{label}"], inside[f"L-{label}"]) for label in self._label if label}

    @staticmethod
    def fits(pipe: Any) -> bool:
        """True for a pipe of the kind that can be decoded so."""
        return is_greedy(pipe) and pipe.model.get_ref("lower").get_dim("nF") == FEATURES

    def labels(self, docs: Sequence["Doc"]) -> list[list[str]]:
        """The type of the name that each word is part of, "" for none, document by document."""
        import numpy as np

        parts = self._lower.predict(self._vectors.predict(docs))
        scored = _Scored(parts, _ends(docs))
        alone = parts[1:, 0] + (parts[0, 1] + parts[0, 2] + self._bias)
        free = np.maximum(alone[..., 0], alone[..., 1]) if alone.shape[-1] == PIECES else alone.max(axis=-1)
        scores = free @ self._weights.T + self._scores_bias
        scores[:, self._never] = -np.inf
        scores[np.ix_(scored.last, self._opens)] = -np.inf
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
            hidden = (parts[at + 1, 0] + parts[start + 1, 1] + parts[at, 2] + self._bias).max(axis=-1)
            go_on, close = weights @ hidden + bias
            if close > go_on or (close == go_on and rows[1] < rows[0]):
                break
            at += 1
        return at + 1


def _ends(docs: Sequence["Doc"]) -> list[bool]:
    """For each word whether no name may run on behind it: the last of a document or of a sentence."""
    from spacy.attrs import SENT_START  # late: only when a text is parsed

    found: list[bool] = []
    for doc in docs:
        starts = doc.to_array([SENT_START])
        found += (starts[1:] == 1).ravel().tolist() if len(doc) else []
        found += [True] if len(doc) else []
    return found
