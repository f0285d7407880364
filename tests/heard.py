"""What a run over shards told of, for tests of coding and of what takes what was coded."""

from typing import Any

from multivector.engine.stage import Hearing


class Heard:
    """What a run told of."""

    def __init__(self) -> None:
        self.size, self.weight, self.fresh, self.failures = 0, 0, list[bool](), list[str]()

    def hearing(self) -> Hearing:
        return Hearing(self._total, self._done, self.failures.append)

    def _total(self, size: int) -> None:
        self.size = size

    def _done(self, shard: Any, receipt: Any) -> None:
        self.weight += shard.weight
        self.fresh.append(receipt.fresh)
