"""Why a weighed reading came out so: the features that spoke most for it."""

from collections.abc import Mapping

__all__ = ["strongest"]


def strongest(gain: Mapping[str, float], most: int) -> tuple[str, ...]:
    """The names of at most so many features with a gain above 0, strongest first, equals by name."""
    return tuple(sorted((n for n in gain if gain[n] > 0), key=lambda n: (-gain[n], n))[:most])
