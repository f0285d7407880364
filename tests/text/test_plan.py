"""A plan narrowed to the sentences that are left keeps words, tags and vectors of the rest."""

import pytest
from spacy.tokens import Doc

from multivector.text.english import parse_english
from multivector.text.english_model import english_model
from multivector.text.paragraphs import paragraphs
from multivector.text.plan import Plan, Word, narrowed, tags_of

TEXT = "Iran banned wheat. It rained. Kenya, they say, signed a deal."


def planned(text: str = TEXT) -> tuple[list[Plan], list[Doc]]:
    """One plan of the running text, with "they say" apart."""
    model = english_model()
    if not model.divisible:
        pytest.skip("the installed model is not run part by part")
    tokens = list(model.nlp.make_doc(text))
    words = [Word(t.text, t.idx, t.idx + len(t.text), bool(t.whitespace_)) for t in tokens]
    apart = [i for i, w in enumerate(words) if w.form in ("they", "say")]
    groups = [[i for i in range(len(words)) if i not in apart], apart]
    docs = [Doc(model.nlp.vocab, [words[i].form for i in g], [words[i].space for i in g]) for g in groups]
    model.tag([docs])
    return [Plan(0, words, groups)], docs


def test_tags_are_by_where_a_word_begins() -> None:
    tags = tags_of(*planned())
    assert tags[TEXT.index("banned")] == "VBD"
    assert tags[TEXT.index("say")] == "VBP"


def test_a_sentence_in_the_midst_goes() -> None:
    plans, docs = planned()
    start = TEXT.index("It rained")
    pieces, parts = narrowed(plans, docs, [(start, start + 10)])
    assert next([w.form for w in p.words] for p in pieces if p.groups) == ["Iran", "banned", "wheat", "."]
    assert [(p.words[0].start, p.words[0].end) for p in pieces if not p.groups] == [(start, start + 10)]
    assert [doc.text for doc in parts] == ["Iran banned wheat. ", "Kenya, , signed a deal.", "they say"]
    assert [t.tag_ for t in parts[0]] == [t.tag_ for t in docs[0]][:4]
    assert (parts[1].tensor == docs[0].tensor[7:]).all()
    assert [[p.words[i].form for i in g] for p in pieces for g in p.groups] == [[t.text for t in d] for d in parts]


def test_nothing_to_leave_out_leaves_all_as_it_is() -> None:
    plans, docs = planned()
    assert narrowed(plans, docs, []) == (plans, docs)
    assert narrowed(plans, docs, [(900, 910)])[0] == plans


def test_all_can_go() -> None:
    plans, docs = planned()
    pieces, parts = narrowed(plans, docs, [(0, len(TEXT))])
    assert parts == []
    assert [p.groups for p in pieces] == [[]]


def test_the_parse_without_a_sentence_has_the_others_tokens() -> None:
    start = TEXT.index("It rained")
    asked: list[int] = []

    def sift(tags: dict[int, str]) -> list[tuple[int, int]]:
        asked.extend(tags)
        return [(start, start + 10)]

    whole = parse_english(TEXT, paragraphs(TEXT))
    left = parse_english(TEXT, paragraphs(TEXT), sift=sift)  # type: ignore[arg-type]
    assert asked == [t.start for t in whole.tokens]
    kept = [t for t in whole.tokens if not start <= t.start < start + 10]
    assert [(t.start, t.text, t.tag, t.dep) for t in left.tokens] == [(t.start, t.text, t.tag, t.dep) for t in kept]
    assert [(s.start, s.end) for s in left.sentences] == [(s.start, s.end) for s in whole.sentences]
