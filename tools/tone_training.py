"""Fine-tuning of the sentence model's layers for tone toward a marked word: batches, the head, the steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from multivector.extract.tone_embed import LABELS, MOST
from multivector.extract.tone_weights import HEAD, ToneWeights
from multivector.text.transformer import WIDTH, Layer
from tools.layer_training import Array, Gradients, Noise, back, forth

FILLED = -1e9  # added to the attention to what only fills a text up
SPREAD = 6.0  # pieces by which texts of one batch may differ in length, so that batches vary


@dataclass(frozen=True, slots=True)
class Settings:
    """How the fit goes; chosen on texts kept back from the training part (docs/decisions, two readers of tone)."""

    epochs: int = 3
    rate: float = 1e-4  # of the last layer's learning
    falling: float = 0.8  # what share of a layer's rate the one below it has (Howard and Ruder 2018)
    smooth: float = 0.0  # share of a label that is spread over all (Szegedy et al. 2016)
    head_rate: float = 1e-3
    decay: float = 0.01  # of matrices, a step, as a share of the rate
    dropped: float = 0.1
    batch: int = 32
    balance: float = 0.5  # 1 weighs all labels alike, 0 all rows
    warm: float = 0.1  # of the steps in which the rate rises
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A text as it stands at the cut, its target's pieces, the lexicon's value, the label's number, its article."""

    hidden: Array
    target: list[int]
    lexicon: float
    label: int
    article: str


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Rows side by side: texts, what fills them up, the targets' marks, which pieces are read and their shares."""

    hidden: Array
    hush: Array
    marks: Array
    at: Array
    shares: Array
    lexicon: Array
    labels: Array


@dataclass(frozen=True, slots=True, eq=False)
class Aim:
    """What is wanted of the scores: each label's worth, and for each label the shares that all labels should have."""

    worth: Array
    wanted: Array


def aim_of(rows: Sequence[Row], settings: Settings) -> Aim:
    """Rare labels are worth more, by the balance; of each label a little is spread over all."""
    counts = np.bincount([row.label for row in rows], minlength=len(LABELS))
    worth = (len(rows) / len(LABELS) / np.maximum(counts, 1)) ** settings.balance
    spread = np.full((len(LABELS), len(LABELS)), settings.smooth / len(LABELS), dtype=np.float32)
    return Aim(worth, spread + (1 - settings.smooth) * np.eye(len(LABELS), dtype=np.float32))


def batch_of(rows: Sequence[Row]) -> Batch:
    """The rows, filled up to the longest; the last piece read of each is the mark of beginning."""
    count, pieces = len(rows), max(len(row.hidden) for row in rows)
    hidden = np.zeros((count, pieces, WIDTH), dtype=np.float32)
    hush, marks = np.full((count, pieces), FILLED, dtype=np.float32), np.zeros((count, pieces), dtype=np.float32)
    most = min(MOST, max(len(row.target) for row in rows)) + 1
    at, shares = np.zeros((count, most), dtype=np.int64), np.zeros((count, most), dtype=np.float32)
    for n, row in enumerate(rows):
        hidden[n, : len(row.hidden)], hush[n, : len(row.hidden)], marks[n, row.target] = row.hidden, 0, 1
        read = row.target[:MOST]
        at[n, : len(read)], shares[n, : len(read)] = read, 1 / len(read)
    lexicon = np.array([row.lexicon for row in rows], dtype=np.float32)
    return Batch(hidden, hush, marks, at, shares, lexicon, np.array([row.label for row in rows]))


def start(base: Sequence[Layer], drawn: np.random.Generator) -> ToneWeights:
    """The layers as they come, with a head and a mark drawn small; the lexicon speaks plainly at first."""
    return ToneWeights(
        head=drawn.normal(size=(2 * WIDTH, len(LABELS)), scale=0.01).astype(np.float32),
        mark=drawn.normal(size=WIDTH, scale=0.05).astype(np.float32),
        layers=tuple({name: value.copy() for name, value in layer.items()} for layer in base),
        bias=np.zeros(len(LABELS), dtype=np.float32),
        lexicon=np.array([-1, 0, 1], dtype=np.float32),
    )


def slopes(weights: ToneWeights, batch: Batch, aim: Aim, noise: Noise) -> tuple[float, list[Gradients]]:
    """The batch's loss (cross-entropy, each row by its label's worth) and its slopes by layer, the head's last."""
    hidden, seen = batch.hidden + batch.marks[:, :, None] * weights.mark, []
    for number, layer in enumerate(weights.layers, 1):
        at = batch.at if number == len(weights.layers) else None
        hidden, memory = forth(layer, hidden, batch.hush, at, noise)
        seen.append(memory)
    read, kept = noise.on(np.concatenate([(batch.shares[:, None] @ hidden)[:, 0], hidden[:, -1]], axis=1))
    loss, by_score = _loss(read @ weights.head + weights.bias + batch.lexicon[:, None] * weights.lexicon, batch, aim)
    made = {"head": read.T @ by_score, "bias": by_score.sum(axis=0), "lexicon": batch.lexicon @ by_score}
    by_read = by_score @ weights.head.T if kept is None else by_score @ weights.head.T * kept
    slope = batch.shares[:, :, None] * by_read[:, None, :WIDTH]
    slope[:, -1] += by_read[:, WIDTH:]
    found: list[Gradients] = []
    for layer, memory in zip(weights.layers[::-1], seen[::-1], strict=True):
        slope, gradients = back(layer, memory, slope)
        found.insert(0, gradients)
    return loss, [*found, made | {"mark": (slope * batch.marks[:, :, None]).sum(axis=(0, 1))}]


def _loss(found: Array, batch: Batch, aim: Aim) -> tuple[float, Array]:
    """The loss summed over the batch, and the slope of its mean by the scores."""
    grown = np.exp(found - found.max(axis=1, keepdims=True))
    shares = grown / grown.sum(axis=1, keepdims=True)
    own, right = aim.worth[batch.labels], aim.wanted[batch.labels]
    loss = -(own * (right * np.log(shares + 1e-9)).sum(axis=1)).sum()
    return float(loss), ((shares - right) * own[:, None] / len(own)).astype(np.float32)


class Steps:
    """Adam with decay apart from the slopes (Loshchilov and Hutter 2019), changing the weights where they lie."""

    def __init__(self, weights: ToneWeights, settings: Settings) -> None:
        """Weights and settings; nothing is changed before the first step."""
        head = {name: getattr(weights, name) for name in HEAD}
        self.settings, self.trees, self.done = settings, [*map(dict, weights.layers), head], 0
        self.means = [{name: np.zeros_like(value) for name, value in tree.items()} for tree in self.trees]
        self.squares = [{name: np.zeros_like(value) for name, value in tree.items()} for tree in self.trees]

    def step(self, found: Sequence[Gradients], share: float) -> None:
        """One step down the slopes, held to a length of 1, at this share of the full rate."""
        self.done += 1
        length = float(np.sqrt(sum(float((g * g).sum()) for tree in found for g in tree.values())))
        held = np.float32(min(1.0, 1.0 / (length + 1e-6)))
        rates = [*layer_rates(self.settings, len(self.trees) - 1), self.settings.head_rate]
        for number, (tree, full) in enumerate(zip(self.trees, rates, strict=True)):
            rate = share * full
            for name, value in tree.items():
                self._moved(number, name, value, found[number][name] * held, rate)

    def _moved(self, number: int, name: str, value: Array, slope: Array, rate: float) -> None:
        mean, square = self.means[number][name], self.squares[number][name]
        mean += np.float32(0.1) * (slope - mean)
        square += np.float32(0.02) * (slope * slope - square)
        if value.ndim == 2:
            value *= np.float32(1 - rate * self.settings.decay)
        size = np.sqrt(square / np.float32(1 - 0.98**self.done)) + np.float32(1e-8)
        value -= np.float32(rate / (1 - 0.9**self.done)) * mean / size


def layer_rates(settings: Settings, layers: int) -> list[float]:
    """The full rate of each layer, the lowest first."""
    return [settings.rate * settings.falling ** (layers - 1 - number) for number in range(layers)]


def fit(
    rows: Sequence[Row], base: Sequence[Layer], settings: Settings, begun: ToneWeights | None = None
) -> Iterator[tuple[float, ToneWeights]]:
    """The mean loss and the weights after each epoch, from the layers as they come or from what was begun.

    What was begun is changed where it lies. The same rows give the same weights on one machine.
    """
    drawn = np.random.default_rng(settings.seed)
    weights = begun or start(base, drawn)
    aim = aim_of(rows, settings)
    steps, noise = Steps(weights, settings), Noise(settings.dropped, drawn)
    total = settings.epochs * -(-len(rows) // settings.batch)
    for _ in range(settings.epochs):
        loss = 0.0
        for batch in drawn_batches(rows, settings.batch, drawn):
            here, found = slopes(weights, batch, aim, noise)
            loss += here
            done = steps.done + 1
            steps.step(found, min(1.0, done / (settings.warm * total)) * max(0.02, 1 - done / total))
        yield loss / len(rows), weights


def mean_of(fitted: Sequence[ToneWeights]) -> ToneWeights:
    """The mean of several fits' weights, which lie in one valley since all begin with the same layers.

    Wortsman et al. 2022, "Model soups": it reads as well as the mean of their answers, at the cost of one.
    """
    head = {name: np.mean([getattr(one, name) for one in fitted], axis=0) for name in HEAD}
    stacks = zip(*(one.layers for one in fitted), strict=True)
    layers = tuple({name: np.mean([layer[name] for layer in stack], axis=0) for name in stack[0]} for stack in stacks)
    return ToneWeights(layers=layers, **head)


def drawn_batches(rows: Sequence[Row], size: int, drawn: np.random.Generator) -> Iterator[Batch]:
    """All rows once, in batches of about one length, in an order drawn."""
    lengths = np.array([len(row.hidden) for row in rows]) + drawn.random(len(rows)) * SPREAD
    order = np.argsort(lengths, kind="stable")
    parts: list[Any] = [order[n : n + size] for n in range(0, len(order), size)]
    for number in drawn.permutation(len(parts)):
        yield batch_of([rows[n] for n in parts[number]])
