"""Where something was said, and to whom."""

import pytest
from tests.extract.extract_builders import article_of, token_of

from multivector.extract.speakers import resolve_speaker
from multivector.extract.venue import venue_and_audience

PLACES = [
    ("Kenya told Uganda that the road was shut.", "told", (None, "Uganda")),
    ("Kenya told reporters that the road was shut.", "told", (None, "reporters")),
    ("Kenya said to reporters that the road was shut.", "said", (None, "reporters")),
    ("Kenya said in a statement that the road was shut.", "said", ("statement", None)),
    ("Kenya said at a press conference that the road was shut.", "said", ("press conference", None)),
    ("Kenya said in an interview with the magazine Jeune Afrique that it paid.", "said", ("Jeune Afrique", None)),
    pytest.param(
        "Kenya told the newspaper Le Monde that the road was shut.",
        "told",
        ("Le Monde", None),
        marks=pytest.mark.xfail(strict=True, reason="the paper and its name are read apart"),
    ),
    ("Kenya said that the road was shut.", "said", (None, None)),
    ("Kenya said in May that the road was shut.", "said", (None, None)),
    ("Kenya said because of rain that the road was shut.", "said", (None, None)),
]


@pytest.mark.parametrize(("text", "cue", "expected"), PLACES)
def test_venue_and_audience(text: str, cue: str, expected: tuple[str | None, str | None]) -> None:
    article = article_of(text)
    speaker = resolve_speaker(article, 0)
    assert speaker is not None
    assert venue_and_audience(article, token_of(article, cue).i, speaker) == expected


def test_both_at_once() -> None:
    article = article_of("Kenya told reporters in a telephone interview that the road was shut.")
    speaker = resolve_speaker(article, 0)
    assert speaker is not None
    assert venue_and_audience(article, 1, speaker) == ("telephone interview", "reporters")
