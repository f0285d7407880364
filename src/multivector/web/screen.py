"""A screen: one function from the case's state and a question to a view, shown as a page and given by the API."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from multivector.web.ask import Ask
from multivector.web.state import State

__all__ = ["Param", "Screen", "shown"]

LIVE = ("case", "judge")  # the screens that show the answer's course


@dataclass(frozen=True, slots=True)
class Param:
    """A part of the query that a screen takes."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Screen:
    """`path` may have parts in braces. `view` gives a dataclass; what the page shows is what the API gives."""

    name: str
    title: str
    path: str
    template: str
    view: Callable[[State, Ask], Any]
    says: str
    params: tuple[Param, ...] = ()
    tab: str = ""  # the screen of the navigation that it belongs to; its own name where empty

    @property
    def api(self) -> str:
        """Its path in the API."""
        return f"/api{self.path}" if self.path != "/" else "/api/case"


def shown(screen: Screen, state: State, ask: Ask) -> Any:
    """The view, made once for a state and a question; while the answer's course is still being made, its screens are
    made anew each time."""
    if screen.name in LIVE and not state.judging.course_if_ready():
        return screen.view(state, ask)
    return state.view_of((screen.name, ask), lambda: screen.view(state, ask))
