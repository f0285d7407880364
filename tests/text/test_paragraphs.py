import itertools

from hypothesis import given
from hypothesis import strategies as st

from multivector.text.paragraphs import paragraphs


def test_blank_lines_part_paragraphs() -> None:
    text = "One.\n\nTwo\nlines.\n \n\n Three. "
    assert [text[a:b] for a, b in paragraphs(text)] == ["One.", "Two\nlines.", "Three."]
    assert paragraphs("") == paragraphs(" \n\n ") == ()


@given(st.text(alphabet="ab.\n \u00a0", max_size=60))
def test_spans_hold_all_visible_text_in_order(text: str) -> None:
    spans = paragraphs(text)
    assert "".join(c for a, b in spans for c in text[a:b] if not c.isspace()) == "".join(text.split())
    assert all(a < b and text[a:b] == text[a:b].strip() and "\n\n" not in text[a:b] for a, b in spans)
    assert all(one[1] < two[0] for one, two in itertools.pairwise(spans))
