"""A case made ready before its first page is asked for: what every screen needs is there, and so is the index."""

import gc
from contextlib import suppress

from multivector.errors import InputError
from multivector.web.ask import Ask
from multivector.web.desk import Desk
from multivector.web.screen import shown
from multivector.web.screens import SCREENS

__all__ = ["warm"]


def warm(desk: Desk) -> None:
    """Make the first view of each screen, and that of the actors and articles in question.

    What was read stays until the articles change, and is as large as the case: it is taken out of what Python's
    collector of cycles walks through, which else stops a page for as long as a second in a case of 50,000 records.
    """
    state = desk.state()
    question = state.dossier.question
    by_name = {screen.name: screen for screen in SCREENS}
    sides = [code for code in (question.observer, question.subject) if code]
    asks = [
        *((name, Ask({}, {})) for name in by_name if name not in ("article", "actor", "explain")),
        *(("actor", Ask({"code": code}, {})) for code in sides),
        *(("search", Ask({}, {"q": state.name(code)})) for code in sides[:1]),
    ]
    for name, ask in asks:
        with suppress(InputError):  # a side that neither tables nor articles know has no page
            shown(by_name[name], state, ask)
    for record in list(state.records)[:1]:
        state.view.record(record)
    _ = state.base.resting
    gc.collect()
    gc.freeze()
