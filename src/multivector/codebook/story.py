"""Words by which reports of one thing are compared: empty words, words alike, denials, opposites, phases."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from multivector.codebook.base import load

__all__ = ["StoryWords", "story_words"]


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The lists of story.yaml. `alike` leads from a word to the one that stands for it, across languages (bridge.yaml).

    `turns` are steps that follow one another, `times` words for one time of several with the number of that time,
    `counterparts` the English words of the bridge, `titles` words with a capital in English that name nobody.
    """

    empty: frozenset[str]
    alike: Mapping[str, str]
    irregular: Mapping[str, str]
    denial_firm: tuple[str, ...]
    denial_of: tuple[str, ...]
    denial_plain: tuple[str, ...]
    denial_behind: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    phases: Mapping[str, tuple[str, ...]]
    turns: tuple[tuple[str, str], ...]
    times: Mapping[str, str]
    counterparts: tuple[str, ...]
    titles: frozenset[str]


@cache
def story_words() -> StoryWords:
    """The lists, read once."""
    raw = load("story.yaml")
    alike = {str(word): str(group[0]) for group in raw["alike"] for word in group}
    pairs = load("bridge.yaml")
    bridge = {str(word): alike.get(str(english), str(english)) for english, words in pairs.items() for word in words}
    return StoryWords(
        empty=frozenset(map(str, raw["empty"])),
        alike=alike | bridge,
        irregular={str(key): str(value) for key, value in raw["irregular"].items()},
        denial_firm=tuple(map(str, raw["denial"]["firm"])),
        denial_of=tuple(map(str, raw["denial"]["of"])),
        denial_plain=tuple(map(str, raw["denial"]["plain"])),
        denial_behind=tuple(map(str, raw["denial"]["behind"])),
        opposites=tuple((str(one), str(other)) for one, other in raw["opposites"]),
        phases={str(phase): tuple(map(str, words)) for phase, words in raw["phases"].items()},
        turns=tuple((str(one), str(other)) for one, other in raw["turns"]),
        times={str(word): str(time) for word, time in raw["times"].items()},
        counterparts=tuple(map(str, pairs)),
        titles=frozenset(map(str, raw["titles"])),
    )
