"""Nouns that stand for actors: agents with their sector, and descriptions of states and organisations."""

from dataclasses import dataclass
from functools import cache, lru_cache

from multivector.codebook.base import load

__all__ = ["AgentNoun", "Descriptions", "agent_key", "agent_nouns", "descriptions"]

MOST_WORDS = 50_000  # remembered with the agent noun that they are


@dataclass(frozen=True, slots=True)
class AgentNoun:
    """What a common noun says about an actor: PLOVER sector, and whether it acts for its state."""

    sector: str
    official: bool


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Nouns and adjectives by which a text means a state or organisation without naming it."""

    state: frozenset[str]
    organisation: frozenset[str]
    meeting: frozenset[str]
    regions: dict[str, tuple[str, ...]]
    neighbours: dict[str, dict[str, str]]
    ruler_nouns: frozenset[str]
    rulers: dict[str, str]  # state -> its former ruler


@cache
def agent_nouns() -> dict[str, AgentNoun]:
    """Lemma -> what it says; the first listing of a lemma holds."""
    found: dict[str, AgentNoun] = {}
    for row in load("agents.yaml"):
        for noun in row["nouns"]:
            found.setdefault(noun, AgentNoun(row["sector"], row["official"]))
    return found


@lru_cache(MOST_WORDS)
def agent_key(lemma: str, word: str) -> str | None:
    """The agent noun that a word is, None for none; capitalised plurals ("Rebels said") keep their s as lemmas."""
    for form in (lemma.lower(), word.lower().rstrip("."), word.lower().removesuffix("s")):
        if form in agent_nouns():
            return form
    return None


@cache
def descriptions() -> Descriptions:
    """The tables of descriptions.yaml."""
    table = load("descriptions.yaml")
    former = table["former_rulers"]
    rulers = {state: ruler for ruler, states in former.items() if ruler != "nouns" for state in states}
    return Descriptions(
        frozenset(table["state"]),
        frozenset(table["organisation"]),
        frozenset(table["meeting"]),
        {k: tuple(v) for k, v in table["regions"].items()},
        table["neighbours"],
        frozenset(former["nouns"]),
        rulers,
    )
