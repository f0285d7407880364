import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.traced import Traced, byte_at, join, offset_map

TEXT = "Astana’s choice — «нет» 😀 ok"


def whole(text: str) -> Traced:
    at, place = [], 0
    for char in text:
        at.append(place)
        place += len(char.encode())
    return Traced(text, at)


def test_plain_text_needs_one_pair() -> None:
    assert offset_map(whole(TEXT)) == ((0, 0),)
    assert offset_map(Traced("", ())) == ()


def test_parts_and_trimming_keep_their_places() -> None:
    part = whole("  " + TEXT + " ").part(1, 12).trimmed()
    assert part.text == TEXT[:10]
    assert part.at[0] == 2
    assert whole("  ").trimmed() == Traced("", [])


def test_a_cut_and_a_join_need_a_pair_each() -> None:
    text = whole("One line.\nAnother line.")
    joined = join([text.part(0, 9), text.part(10, 23)], ["\n\n"])
    assert joined.text == "One line.\n\nAnother line."
    assert offset_map(joined) == ((0, 0), (11, 10))


@given(st.text(max_size=40), st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_every_character_leads_back_to_itself(text: str, cuts: list[int]) -> None:
    source = whole(text.encode("utf-8", "replace").decode())
    data = source.text.encode()
    ends = sorted(min(cut, len(source.text)) for cut in cuts)
    parts = [source.part(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    kept = join(parts, [" "] * (len(parts) - 1))
    offsets = offset_map(kept)
    assert [pair[0] for pair in offsets] == sorted({pair[0] for pair in offsets})
    glues = {sum(len(p.text) + 1 for p in parts[: i + 1]) - 1 for i in range(len(parts))}
    for position, char in enumerate(kept.text):
        place = byte_at(kept.text, offsets, position)
        assert position in glues or data[place:].startswith(char.encode())


def test_outside_the_text() -> None:
    for position in (-1, 3):
        with pytest.raises(IndexError, match="no character"):
            byte_at("abc", ((0, 0),), position)
    with pytest.raises(IndexError):
        byte_at("abc", (), 0)
