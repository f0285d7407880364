"""The sentence model's pieces, and what is said where it is missing."""

import importlib.util

import pytest
from tests.extras import needs_model

from multivector.coding import stage_with
from multivector.errors import MissingInput
from multivector.text import sentence_model


@needs_model
def test_each_piece_has_a_vector_and_its_place() -> None:
    text = "Kazakhstan abstained."
    pieces = sentence_model.embed(text)
    assert pieces.vectors.shape == (len(pieces.spans), 384)
    assert pieces.spans[0][0] == 0
    assert pieces.spans[-2][1] == len(text)
    assert pieces.spans[-1] == (0, 0)  # the mark of the end


def test_without_the_extra_the_error_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence_model._tokenizer.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, package=None: None)
    assert not sentence_model.is_installed()
    with pytest.raises(MissingInput, match=r"multivector\[embed\]"):
        sentence_model.embed("text")
    with pytest.raises(MissingInput, match=r"multivector\[embed\]"):
        stage_with(tone="embed")
