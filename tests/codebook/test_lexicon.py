"""The lexicon of another language: every word leads to one that the rules know."""

import pytest

from multivector.codebook.acts import acts, triggers, word_classes
from multivector.codebook.agents import agent_nouns, descriptions
from multivector.codebook.base import load
from multivector.codebook.cues import cues
from multivector.codebook.lexicon import LANGUAGES, labels, lexicon
from multivector.codebook.stance import stance_lexicon


def strings(value: object) -> set[str]:
    if isinstance(value, dict):
        return {s for v in value.values() for s in strings(v)}
    if isinstance(value, list):
        return {s for v in value for s in strings(v)}
    return {value} if isinstance(value, str) else set()


@pytest.fixture(scope="module")
def known() -> set[str]:
    found: set[str] = set()
    for kind in ("verb", "noun", "adjective"):
        for head, ways in triggers(kind).items():  # type: ignore[arg-type]
            found |= {head, *(word for way in ways for word in way.others)}
    for act in acts():
        found |= {w for group in (act.needs, act.noun_needs, act.bars) for _, words in group for w in words}
    found |= {w for words in word_classes().values() for w in words} | set(agent_nouns())
    table, said = descriptions(), cues()
    found |= table.state | table.organisation | table.meeting
    found |= {w for name in said.__dataclass_fields__ for w in getattr(said, name)}
    for file in ("grammar.yaml", "memberships.yaml", "tone_words.yaml"):
        found |= strings(load(file))
    return found | {w for entry in stance_lexicon() for w in entry.lemmas}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_leads_to_one_that_the_rules_know(language: str, known: set[str]) -> None:
    table = lexicon(language)
    said = {w.says for kind in (table.verbs, table.nouns, table.adjectives) for ways in kind.values() for w in ways}
    assert sorted(said - known) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_longer_wordings_come_first(language: str) -> None:
    for ways in lexicon(language).verbs.values():
        lengths = [len(w.others) + len(w.needed) for w in ways]
        assert lengths == sorted(lengths, reverse=True)


def test_a_wording_with_its_companions_and_labels() -> None:
    (first, *_) = lexicon("ru").verbs["угрожать"]
    assert first.says == "threaten" and dict(first.labels) == {"dat": "obj", "ins": "with"}
    assert any(w.needed == ("из",) and w.labels["из"] == "obj" for w in lexicon("ru").verbs["выйти"])
    assert any(w.others == ("посол?",) for w in lexicon("ru").verbs["вызвать"])


def test_labels() -> None:
    table = labels("ru")
    assert table.prepositions["против"] == "against"
    assert table.prepositions["в+Loc"] == "in" and table.prepositions["в+Acc"] == "to"
    assert table.joined["в", "отношении", ""] == "against" and table.joined["по", "отношению", "к"] == "toward"
    assert "слово" in table.sources
