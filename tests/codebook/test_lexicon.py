"""The lexicon of another language: every word leads to one that the rules know."""

from pathlib import Path

import pytest
import yaml

from multivector import codebook
from multivector.codebook.acts import acts, phrases, triggers, word_classes
from multivector.codebook.agents import agent_nouns, descriptions
from multivector.codebook.base import load
from multivector.codebook.cues import cues
from multivector.codebook.lexicon import LANGUAGES, labels, lexicon, spellings
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
    found |= phrases().keys()
    for act in acts():
        found |= {w for group in (act.needs, act.noun_needs, act.bars) for _, words in group for w in words}
    found |= {w for words in word_classes().values() for w in words} | set(agent_nouns())
    table, said = descriptions(), cues()
    found |= table.state | table.organisation | table.meeting
    found |= {w for name in said.__dataclass_fields__ for w in getattr(said, name)}
    for file in ("grammar.yaml", "memberships.yaml", "tone_words.yaml"):
        found |= strings(load(file))
    found |= {w.split()[0] for w in strings(load("memberships.yaml"))}  # "belong to" by its verb
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
    assert any(w.others == ("посол~",) for w in lexicon("ru").verbs["вызвать"])


def test_labels() -> None:
    table = labels("ru")
    assert table.prepositions["против"] == "against"
    assert table.prepositions["в+Loc"] == "in" and table.prepositions["в+Acc"] == "to"
    assert table.joined["в", "отношении", ""] == "against" and table.joined["по", "отношению", "к"] == "toward"
    assert "слово" in table.sources


@pytest.mark.parametrize(("kind", "classes"), [("verbs", ("VERB", "ADJ")), ("nouns", ("NOUN", "PROPN"))])
def test_a_russian_row_of_several_words_begins_with_its_own_kind(kind: str, classes: tuple[str, ...]) -> None:
    """ "санкционный список" would be looked for at the adjective, which no list hangs on: such a row is dead."""
    from multivector.text.russian import vocabulary

    known = vocabulary()
    rows = getattr(lexicon("ru"), kind)
    dead = [
        (lemma, way.others)
        for lemma, ways in rows.items()
        for way in ways
        if way.others and not {form.pos for form in known(lemma)} & set(classes)
    ]
    assert dead == []


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_any_loader_reads_the_rows_alike(loader: type) -> None:
    for path in sorted(Path(codebook.__file__).parent.glob("data/ru/**/*.yaml")):
        assert yaml.load(path.read_text("utf-8"), loader) == yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def test_no_longer_row_begins_with_a_negation_or_an_adverb() -> None:
    dead = [lemma for lemma in lexicon("ru").verbs if lemma in ("не", "ни") or lemma.endswith("но")]
    assert dead == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_preposition_stands_under_its_first_spelling(language: str) -> None:
    table = lexicon(language)
    rows = [w for kind in (table.verbs, table.nouns, table.adjectives, table.words) for ws in kind.values() for w in ws]
    keys = {key for wording in rows for key in wording.labels} | labels(language).prepositions.keys()
    assert {key for key in keys if key.partition("+")[0] in spellings(language)} == set()
