"""The graded lexicon: well-formed rows, one value a phrase, lemmas as the tagger has them, routine words left out."""

from collections import Counter, defaultdict
from importlib.resources import files

import pytest
import yaml

from multivector.codebook.base import load_folder
from multivector.codebook.stance import SIDES, stance_lexicon
from multivector.extract.stance import stance_hits
from multivector.text.english import parse_english
from multivector.text.english_model import english_model

FIELDS = {"value", "words", "pos", "fixed", "falls_on", "turns", "why", "source"}
PARTS = {"NOUN", "VERB", "ADJ", "ADV", None}
FOLDER = files("multivector.codebook").joinpath("data", "stance")
FILES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".yaml"))
DIPLOMATIC = {"diplomatic_formulas.yaml", "relations.yaml", "condemnation.yaml", "cooperation.yaml"}
# What states do every day says nothing of how they stand to each other.
ROUTINE = [
    "participate",
    "attend",
    "expect",
    "meet",
    "discuss",
    "engage",
    "prevent",
    "membership",
    "visit",
    "say",
    "vote",
]

# A phrase of the lexicon in a sentence, inflected, and the words that are to be found there.
SAMPLES = [
    ("They took note of the decision.", "took note of"),
    ("Paris deeply regrets the vote.", "deeply regrets"),
    ("Moscow called for clarification from Astana.", "called for clarification"),
    ("The two are friends and allies.", "friends and allies"),
    ("Serbia is a brotherly nation.", "brotherly nation"),
    ("Minsk was guilty of failing to address it.", "was guilty of"),
    ("Minsk kept failing to address the matter.", "failing to address"),
    ("It was an unfriendly step by Vilnius.", "unfriendly step"),
    ("The talks were fruitful.", "fruitful"),
    ("Tehran reserves the right to answer.", "reserves the right"),
    ("Their so-called republic held a vote.", "so-called"),
    ("They see the direct benefits of the union.", "direct benefits"),
    ("It is in the interests of all of us.", "in the interests of all"),
    ("There is no hostility towards Russia.", "no hostility towards"),
    ("We treat this choice with respect.", "treat this choice with respect"),
    ("They spoke of good-neighbourly relations.", "good-neighbourly relations"),
    ("Ankara's actions violated international law.", "violated international law"),
    ("Such acts can't be tolerated.", "can't be tolerated"),
]


@pytest.mark.parametrize("name", FILES)
def test_rows_are_well_formed(name: str) -> None:
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("#"), "a header says what the file holds"
    assert "Source" in text.split("\n- ")[0], "a header names its sources"
    for row in yaml.safe_load(text):
        assert set(row) <= FIELDS
        assert -1 <= row["value"] <= 1
        assert row.get("pos") in PARTS
        assert row.get("falls_on", "both") in SIDES
        assert row["words"] and all(isinstance(words, str) and words == words.lower() for words in row["words"])


def test_no_phrase_has_two_values_or_stands_twice() -> None:
    listed = Counter(
        (" ".join(words.split()), row.get("pos"))
        for rows in load_folder("stance")
        for row in rows
        for words in row["words"]
    )
    assert [phrase for phrase, count in listed.items() if count > 1] == []


def test_signs_agree_across_parts_of_speech() -> None:
    signs: dict[tuple[str, ...], set[bool]] = defaultdict(set)
    for entry in stance_lexicon():
        if entry.value:
            signs[entry.lemmas].add(entry.value > 0)
    assert [lemmas for lemmas, found in signs.items() if len(found) > 1] == []


def test_size() -> None:
    assert len(stance_lexicon()) >= 2500
    diplomatic = [
        words for n in DIPLOMATIC for row in yaml.safe_load(FOLDER.joinpath(n).read_text()) for words in row["words"]
    ]
    assert len(diplomatic) >= 600


@pytest.mark.parametrize("word", ROUTINE)
def test_routine_diplomacy_is_neutral(word: str) -> None:
    assert not [e for e in stance_lexicon() if e.lemmas == (word,)]


def test_phrases_are_cut_as_the_tokenizer_cuts() -> None:
    cut = english_model().nlp.tokenizer
    wrong = [
        e.lemmas
        for e in stance_lexicon()
        if tuple(t.text for t in cut(" ".join(e.lemmas).replace("*", "x")))
        != tuple(word.replace("*", "x") for word in e.lemmas)
    ]
    assert wrong == []


def test_a_wildcard_stands_inside_a_phrase() -> None:
    assert not [e.lemmas for e in stance_lexicon() if "*" in (e.lemmas[0], e.lemmas[-1])]


@pytest.mark.parametrize(("text", "words"), SAMPLES)
def test_inflected_phrases_are_found(text: str, words: str) -> None:
    parse = parse_english(text, [(0, len(text))])
    assert words in [hit.words for hit in stance_hits(parse, range(len(parse.tokens)))]
