"""The model run part by part says what spaCy's own pipeline says, word by word."""

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from multivector.text import embedding, english_model, morphology
from multivector.text.embedding import Remembered
from multivector.text.english_model import EnglishModel, installed_model

TEXTS = (
    "The Kazakh foreign minister, Murat Nurtleu, told Reuters on Monday that there were 3.5 million reasons to wait.",
    "Let's go. They're gonna get there, aren't they? C'mon, y'all have gotta see it; nothin' ain't what it was.",
    "Michael Jordan of the University of Almaty met Angela Merkel and Recep Tayyip Erdogan in New York City last week.",
    "“It is not ours,” said Smith. There is no such thing as a free lunch, the Bank of England warned in May 2024.",
    "SHARES FELL IN LONDON",
    "Yes.",
    "The ministry, which had been asked, declined to comment and the others' replies were being awaited.",
)
Row = tuple[str, str, str, int, str, str, str]


def words_of(nlp: Language) -> list[Doc]:
    made = [nlp.make_doc(text) for text in TEXTS]
    return [Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]) for doc in made]


@pytest.fixture(scope="module")
def plain() -> Language:
    """spaCy's pipeline as it comes."""
    loaded: Language = importlib.import_module(installed_model()).load()
    return loaded


@pytest.fixture(scope="module")
def model() -> EnglishModel:
    return EnglishModel(importlib.import_module(installed_model()).load())


def by_spacy(nlp: Language) -> list[list[Row]]:
    docs = nlp.pipe(words_of(nlp))
    return [[(t.text, t.tag_, t.dep_, t.head.i, t.pos_, t.lemma_, t.ent_type_) for t in doc] for doc in docs]


def by_parts(model: EnglishModel) -> list[list[Row]]:
    docs = words_of(model.nlp)
    forms, labels = model.parse(docs), model.names([docs])
    return [
        [
            (t.text, t.tag_, t.dep_, t.head.i, form.pos, form.lemma, label)
            for t, form, label in zip(doc, own, names, strict=True)
        ]
        for doc, own, names in zip(docs, forms, labels, strict=True)
    ]


def test_the_parts_say_what_the_whole_pipeline_says(plain: Language, model: EnglishModel) -> None:
    expected = by_spacy(plain)
    assert {label for doc in expected for *_, label in doc} > {"", "PERSON", "GPE", "ORG"}
    assert by_parts(model) == expected


def test_what_is_remembered_changes_nothing(model: EnglishModel) -> None:
    assert by_parts(model) == by_parts(model)


@pytest.mark.parametrize(("module", "limit"), [(embedding, "MOST_WORDS"), (morphology, "MOST_FORMS")])
def test_a_full_memory_starts_afresh(
    module: Any, limit: str, model: EnglishModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = by_parts(model)
    monkeypatch.setattr(module, limit, 3)
    assert by_parts(model) == expected


def test_small_batches_and_large_ones_agree(model: EnglishModel, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = by_parts(model)
    monkeypatch.setattr(english_model, "BATCH", 5)
    assert by_parts(model) == expected


def test_empty_documents_have_no_words(model: EnglishModel) -> None:
    docs = [Doc(model.nlp.vocab, []), *words_of(model.nlp)[:1], Doc(model.nlp.vocab, [])]
    assert [len(forms) for forms in model.parse(docs)] == [len(doc) for doc in docs]
    assert [len(labels) for labels in model.names([docs])] == [len(doc) for doc in docs]
    assert model.parse([]) == model.names([]) == []


def test_a_model_that_finds_no_names_gives_none(plain: Language) -> None:
    bare = importlib.import_module(installed_model()).load(exclude=["ner"])
    docs = words_of(bare)
    assert all(label == "" for labels in EnglishModel(bare).names([docs]) for label in labels)


def test_a_name_finder_of_another_kind_is_run_as_it_is(model: EnglishModel, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = words_of(model.nlp)
    model.parse(docs)
    expected = model.names([docs])
    monkeypatch.setattr(model, "_finder", None)
    assert model.names([docs]) == expected


def test_a_words_row_is_computed_once() -> None:
    import numpy as np
    from spacy.vocab import Vocab

    asked: list[list[str]] = []

    def layer(docs: Any) -> list[Any]:
        asked.append([t.text for doc in docs for t in doc])
        return [np.array([[float(len(t.text))] for t in doc]).reshape(-1, 1) for doc in docs]

    memory, vocab = Remembered(layer), Vocab()
    assert [rows.tolist() for rows in memory([Doc(vocab, ["a", "bc", "a"]), Doc(vocab, [])])] == [[[1], [2], [1]], []]
    assert [rows.tolist() for rows in memory([Doc(vocab, ["bc", "def"])])] == [[[2], [3]]]
    assert asked == [["a", "bc"], ["def"]]


def test_nothing_but_empty_documents_is_left_to_the_layer() -> None:
    from spacy.vocab import Vocab

    seen: list[int] = []

    def layer(docs: Any) -> Iterator[Any]:
        seen.append(len(docs))
        return iter(docs)

    assert len(Remembered(layer)([Doc(Vocab(), [])])) == 1
    assert seen == [1]
