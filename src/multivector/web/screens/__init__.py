"""The screens, in the order of the navigation."""

from multivector.web.screen import Screen
from multivector.web.screens import case, explain, judge, read

__all__ = ["SCREENS"]

SCREENS: tuple[Screen, ...] = (case.SCREEN, *read.SCREENS, judge.SCREEN, explain.SCREEN)
