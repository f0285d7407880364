from hypothesis import given
from hypothesis import strategies as st

from multivector.text.characters import normalise
from multivector.text.traced import Traced


def clean(text: str) -> str:
    return normalise(Traced(text, range(len(text)))).text


def test_line_ends_are_one() -> None:
    assert clean("a\r\nb\rc\nd\x0be\x0cf\x85g") == "a\nb\nc\nd\ne\nf\ng"


def test_what_nobody_sees_goes() -> None:
    hidden = "\ufeff\u200b\u200e\u200f\u202a\u202e\u2066\u2069\u00ad\u2060\x00\x1b\x7f\U000e0041"
    assert clean("".join(f"a{c}" for c in hidden)) == "a" * len(hidden)
    assert clean("a\u2028b\u2029c\td") == "a b c d"
    assert clean("a\ud800b") == "a\ufffdb"


def test_typography_and_letters_stay() -> None:
    text = "“Quote” ‘x’ «да» – — … № 5\u00a0% Қазақстан й é\u0301 汉字 \ufffd"
    assert clean(text) == text


@given(st.text(max_size=60))
def test_what_stays_is_in_order_and_stable(text: str) -> None:
    found = normalise(Traced(text, range(len(text))))
    assert len(found.text) == len(found.at)
    assert list(found.at) == sorted(set(found.at))
    found.text.encode()
    assert clean(found.text) == found.text
    for char, place in zip(found.text, found.at, strict=True):
        assert char == text[place] or char in "\n \ufffd"
