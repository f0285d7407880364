"""The screens, in the order of the navigation."""

from multivector.web.screen import Screen
from multivector.web.screens import (
    actors,
    case,
    decisions,
    explain,
    judge,
    network,
    read,
    search,
    sources,
    timeline,
    worldmap,
)

__all__ = ["SCREENS"]

SCREENS: tuple[Screen, ...] = (
    case.SCREEN, *read.SCREENS, timeline.SCREEN, *actors.SCREENS, network.SCREEN, worldmap.SCREEN, judge.SCREEN,
    sources.SCREEN, decisions.SCREEN, search.SCREEN, explain.SCREEN,
)  # fmt: skip
