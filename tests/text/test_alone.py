"""A sentence as a parse of its own."""

from multivector.text.base import alone
from multivector.text.english import parse_english

TEXT = "Berlin waited. Paris did not sign the treaty. Rome left."


def test_a_sentence_keeps_its_words_and_relations() -> None:
    whole = parse_english(TEXT, [(0, len(TEXT))])
    first, end = whole.bounds[1]
    own = alone(whole, 1)
    assert own.bounds == ((0, end - first),) and len(own.sentences) == 1
    assert [t.text for t in own.tokens] == ["Paris", "did", "not", "sign", "the", "treaty", "."]
    for token, before in zip(own.tokens, whole.tokens[first:end], strict=True):
        assert (token.i, token.head, token.sentence) == (before.i - first, before.head - first, 0)
        assert TEXT[token.start : token.end] == token.text
        assert token.dep == before.dep
    sign = next(t for t in own.tokens if t.text == "sign")
    assert [t.text for t in own.children(sign.i, "nsubj")] == ["Paris"]
    assert own.language == "en"
