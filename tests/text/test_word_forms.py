import pytest

from multivector.text.english_model import english_model
from multivector.text.word_forms import is_common, possible_lemmas


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("imposed", "impose"), ("said", "say"), ("Met", "meet"), ("countries", "country"), ("bans", "ban"),
        ("signing", "sign"), ("is", "be"), ("n't", "not"), ("men", "man"), ("worse", "bad"), ("Sanctions", "sanction"),
        ("unknownword", "unknownword"),
    ],
)  # fmt: skip
def test_a_words_lemmas_are_among_those_possible(word: str, lemma: str) -> None:
    assert lemma in possible_lemmas(word)


def test_no_lemma_that_the_parse_gives_is_missed() -> None:
    nlp = english_model().nlp
    text = (
        "The ministers' talks were held after Kazakhstan had imposed and then lifted bans; nobody's been seeing them "
        "leave, and the bigger states dealt harshly with those who weren't signing what they'd sworn to have written."
    )
    doc = nlp.make_doc(text)
    ours = english_model().parse([doc])[0]
    missed = [
        (t.text, f.lemma) for t, f in zip(doc, ours, strict=True) if f.lemma.lower() not in possible_lemmas(t.text)
    ]
    assert not missed


def test_common_words_are_told_from_names() -> None:
    assert is_common("prices") and is_common("heavy")
    assert not is_common("nurtleu")
