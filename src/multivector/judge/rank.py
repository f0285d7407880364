"""Who speaks for a state, and how high they stand."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from multivector.model import Actor, Speaker

__all__ = ["Rank", "rank_of"]

Rank = Literal["head", "minister", "spokesperson", "official"]

# In the order of the search. A deputy and the holder of any other post count as "official".
ORDER = ("outside", "spokesperson", "deputy", "head", "minister", "office")
RANKS: dict[str, Rank | None] = {
    "outside": None, "spokesperson": "spokesperson", "deputy": "official", "head": "head", "minister": "minister",
    "office": "official",
}  # fmt: skip
OFFICIAL_KINDS = ("state", "body")  # "Moscow said", "Rosselkhoznadzor said"
STATE_SECTORS = ("GOV", "MIL", "SPY", "COP", "JUD", "LEG")  # PLOVER sectors that are arms of a state


def rank_of(speaker: Speaker, actors: Mapping[str, Actor]) -> Rank | None:
    """The speaker's rank within the state named in `speaker.state`; None for one who does not speak for a state.

    The role as the text gives it comes first, then the role, kind and sector of the coded actor. A person whose role
    names no public office, or none at all, does not speak for the state.
    """
    actor = actors.get(speaker.actor or "")
    for role in (speaker.role, actor.role if actor else None):
        found = _rank_of_role(role or "")
        if found is not None:
            return RANKS[found]
    itself = speaker.actor is not None and speaker.actor == speaker.state
    return "official" if itself or (actor is not None and _is_arm(actor)) else None


def _is_arm(actor: Actor) -> bool:
    """Whether an actor is a state or body itself, or is coded with a sector that is an arm of one."""
    return actor.kind in OFFICIAL_KINDS or (actor.sector or "").split(":")[0] in STATE_SECTORS


def _rank_of_role(role: str) -> str | None:
    text = role.casefold()
    return next((name for name, pattern in _patterns() if pattern.search(text)), None)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = yaml.load(files(__package__).joinpath("ranks.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple((name, re.compile("|".join(rf"\b{re.escape(word)}" for word in table[name]))) for name in ORDER)
