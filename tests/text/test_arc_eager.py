"""Walking many runs of words at once gives the trees that spaCy's own parser gives, whatever stands beside them."""

import importlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from multivector.text.arc_eager import Attacher
from multivector.text.english_model import EnglishModel, installed_model

WORDS = (
    "Moscow", "the", "minister", "said", "that", "it", "had", "banned", "imports", "of", "wheat", ",", ".", "which",
    "Kazakhstan", "and", "who", "to", "in", "\"", "called", "not", "sanctions", "What", "?", "(", ")", "against", "--",
)  # fmt: skip
CROSSING = (
    "What did the ministry say it wanted to talk about with the envoys that it had met yesterday?",
    "A hearing is scheduled on the issue today, which nobody had expected, and a report was published on the ban.",
    "Who do you think the sanctions that were imposed last week were meant for?",
)
Tree = list[tuple[str, int, bool]]


@pytest.fixture(scope="module")
def model() -> EnglishModel:
    return EnglishModel(importlib.import_module(installed_model()).load())


@pytest.fixture(scope="module")
def attacher(model: EnglishModel) -> Attacher:
    pipe = model.nlp.get_pipe("parser")
    if not Attacher.fits(pipe):
        pytest.skip("the installed model has another parser")
    return Attacher(pipe)


def tagged(model: EnglishModel, texts: list[list[str]]) -> list[Doc]:
    docs = [Doc(model.nlp.vocab, words=words) for words in texts]
    model.tag([docs])
    return docs


def trees(docs: list[Doc]) -> list[Tree]:
    return [[(t.dep_, t.head.i, bool(t.is_sent_start)) for t in doc] for doc in docs]


def by_spacy(model: EnglishModel, texts: list[list[str]]) -> list[Tree]:
    pipe: Any = model.nlp.get_pipe("parser")
    docs = tagged(model, texts)
    pipe.set_annotations(docs, pipe.predict(docs))
    return trees(docs)


def by_us(model: EnglishModel, attacher: Attacher, texts: list[list[str]]) -> list[Tree]:
    docs = tagged(model, texts)
    attacher.attach(docs)
    return trees(docs)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), min_size=1, max_size=8))
def test_any_words_hang_as_spacy_hangs_them(model: EnglishModel, attacher: Attacher, texts: list[list[str]]) -> None:
    assert by_us(model, attacher, texts) == by_spacy(model, texts)


def test_words_that_hang_across_others_are_put_back(model: EnglishModel, attacher: Attacher) -> None:
    texts = [[token.text for token in model.nlp.make_doc(text)] for text in CROSSING]
    assert by_us(model, attacher, texts) == by_spacy(model, texts)


def test_more_runs_than_go_at_once(model: EnglishModel, attacher: Attacher) -> None:
    texts = [list(WORDS[n % 7 : n % 7 + 1 + n % 19]) for n in range(150)]
    assert by_us(model, attacher, texts) == by_spacy(model, texts)


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), min_size=2, max_size=9))
def test_nothing_depends_on_what_stands_beside(model: EnglishModel, attacher: Attacher, texts: list[list[str]]) -> None:
    assert by_us(model, attacher, texts * 3)[: len(texts)] == by_us(model, attacher, texts)
    assert [by_us(model, attacher, [words])[0] for words in texts] == by_us(model, attacher, texts)
