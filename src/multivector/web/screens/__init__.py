"""The screens, in the order of the navigation."""

from multivector.web.screen import Screen
from multivector.web.screens import case, explain, judge, network, read, timeline, worldmap

__all__ = ["SCREENS"]

SCREENS: tuple[Screen, ...] = (
    case.SCREEN, *read.SCREENS, timeline.SCREEN, network.SCREEN, worldmap.SCREEN, judge.SCREEN, explain.SCREEN,
)  # fmt: skip
