"""Which word hangs on which: spaCy's own parser, with many runs of words taken a step further at once.

The parser walks each run of words with a stack and a buffer, and a small network scores the moves at every step. spaCy
looks after the network's sums one by one; here the runs in work, a new one for each that ends, are scored together.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from multivector.text.arc_eager_moves import FEATURES, Board, allowed
from multivector.text.entities import is_greedy
from multivector.text.lifted import LIFTED, lowered
from multivector.text.products import full, steady, times

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.tokens import Doc

__all__ = ["LANES", "Attacher"]

LANES = 64  # runs in work at most: what they look at stays in the processor's cache
MOST = 256  # runs whose table of words is held at once
ROOT = "ROOT"
PIECES = 2  # of a hidden unit, in the models as they come


class Attacher:
    """Guaranteed: the same heads and relations as the pipe's own walk gives over documents without preset ones."""

    def __init__(self, pipe: Any) -> None:
        import numpy as np
        from thinc.api import NumpyOps

        model = pipe.model
        self._ops = NumpyOps(use_blis=True)  # a row's sums do not depend on the others
        linear, lower, upper = model.layers[0].layers[-1], model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")  # features, units, pieces, inputs
        self._inner = (_columns(linear.get_param("W").T), linear.get_param("b"))
        self._outer = _columns(weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[-1]).T)
        self._missing = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(FEATURES, -1)
        self._bias = lower.get_param("b").T.ravel()
        self._scores, bias = full(upper.get_param("W").T, upper.get_param("b"))
        self._moves = [pipe.moves.get_class_name(n) for n in range(pipe.moves.n_moves)]
        self._labels = [move[2:] for move in self._moves]
        may = allowed(self._moves)
        self._chances = np.pad(may, ((0, 0), (0, len(bias) - may.shape[1]))) + bias  # by choice: a move's bias, or -inf
        self._places = np.arange(FEATURES)[:, None]

    @staticmethod
    def fits(pipe: Any) -> bool:
        """True for a pipe of the kind that can be walked so."""
        if not is_greedy(pipe) or pipe.cfg.get("learn_tokens"):
            return False
        model = pipe.model
        lower, head = model.get_ref("lower"), [layer.name for layer in model.layers[0].layers]
        plain = head == ["tok2vec-listener", "list2array", "linear"]
        return bool(plain and lower.get_dim("nF") == FEATURES and lower.get_dim("nP") == PIECES)

    def attach(self, docs: Sequence["Doc"]) -> None:
        """Give each word its head and relation; the documents are not empty and have their vectors."""
        for start in range(0, len(docs), MOST):
            self._attach(docs[start : start + MOST])

    def _attach(self, docs: Sequence["Doc"]) -> None:
        docs = sorted(docs, key=len, reverse=True)  # the longest first, so that none is left to go on alone
        board = Board(self._moves, [len(doc) for doc in docs])
        self._walk(board, self._table(docs))
        heads, moves = board.head.tolist(), board.move.tolist()
        at = 1
        for doc in docs:
            own = range(at, at + len(doc))
            labels = [self._labels[moves[i]] if heads[i] else ROOT for i in own]
            _write(doc, [(heads[i] or i) - at for i in own], labels)
            at += len(doc)

    def _table(self, docs: Sequence["Doc"]) -> "ndarray[Any, Any]":
        """What each word brings to a state in each of its places; first what a missing one brings."""
        import numpy as np

        table = np.empty((sum(map(len, docs)) + 1, self._outer.shape[1]), dtype="float32")
        table[0] = self._missing.ravel()
        at = 1
        for run in [docs] if steady() else [[doc] for doc in docs]:
            inner = times(np.concatenate([doc.tensor for doc in run]), self._inner[0])
            inner += self._inner[1]
            table[at : at + len(inner)] = times(inner, self._outer)
            at += len(inner)
        return table.reshape(-1, len(self._bias))

    def _walk(self, board: Board, table: "ndarray[Any, Any]") -> None:
        import numpy as np

        room = np.empty(FEATURES * LANES * len(self._bias), dtype="float32")
        begun = min(LANES, len(board.tops))
        tops, nexts = np.array(board.tops[:begun]), np.array(board.nexts[:begun])
        while len(tops):
            seen = board.seen(tops, nexts)
            board.make(self._best(table, room, seen, board.choices(seen)), seen, tops, nexts)
            going = board.unended(tops, nexts)
            if not going.all():
                more = begun + len(tops) - int(going.sum())
                tops = np.concatenate([tops[going], np.array(board.tops[begun:more], dtype="int64")])
                nexts = np.concatenate([nexts[going], np.array(board.nexts[begun:more], dtype="int64")])
                begun = more

    def _best(
        self,
        table: "ndarray[Any, Any]",
        room: "ndarray[Any, Any]",
        seen: "ndarray[Any, Any]",
        choices: "ndarray[Any, Any]",
    ) -> "ndarray[Any, Any]":
        """The best move that is allowed for each run; `room` is for what the words seen bring."""
        import numpy as np

        places = seen * FEATURES
        places += self._places
        brought = room[: places.size * table.shape[1]].reshape(*places.shape, -1)
        hidden = table.take(places, axis=0, out=brought, mode="clip").sum(axis=0)
        hidden += self._bias
        half = hidden.shape[1] // PIECES
        product = times if steady() else self._ops.gemm
        scores = product(np.maximum(hidden[:, :half], hidden[:, half:]), self._scores)
        scores += self._chances[choices]
        best: ndarray[Any, Any] = scores.argmax(axis=1)
        return best


def _columns(weights: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    import numpy as np

    return np.ascontiguousarray(weights, dtype="float32")


def _write(doc: "Doc", heads: list[int], labels: list[str]) -> None:
    import numpy as np
    from spacy.attrs import DEP, HEAD  # late: only when a text is parsed

    if any(LIFTED in label for label in labels):
        lowered(heads, labels)

    strings = doc.vocab.strings
    rows = [((head - i) % (1 << 64), strings[label]) for i, (head, label) in enumerate(zip(heads, labels, strict=True))]
    doc.from_array([HEAD, DEP], np.array(rows, dtype="uint64"))  # type: ignore[arg-type]
