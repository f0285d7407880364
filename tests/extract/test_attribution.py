"""Who says what, by grammar."""

import pytest
from tests.extract.extract_builders import article_of

from multivector.extract.attribution import find_attributions


def said(text: str) -> list[tuple[str, str | None, str, str]]:
    """Cue, head of the speaker phrase, content and rule of each attribution."""
    article = article_of(text)
    tokens = article.parse.tokens
    return [
        (tokens[a.cue].text, None if a.speaker is None else tokens[a.speaker].text, text[a.start : a.end], a.rule)
        for a in find_attributions(article)
    ]


SAID = [
    # the cue before, after, inverted, inserted
    ("Ghana said that the road was shut.", ("said", "Ghana", "the road was shut", "said that")),
    ("Ghana said the road was shut.", ("said", "Ghana", "the road was shut", "said that")),
    ("The road was shut, Ghana said.", ("said", "Ghana", "The road was shut", "said that")),
    ("The road was shut, said Ghana.", ("said", "Ghana", "The road was shut", "said that")),
    ("Ghana vowed to open the road.", ("vowed", "Ghana", "to open the road", "thought")),
    ("Ghana believes that the road is shut.", ("believes", "Ghana", "the road is shut", "thought")),
    # what somebody is said to be
    ("Ghana called the plan a trap.", ("called", "Ghana", "called the plan a trap", "regard")),
    ("Ghana described the plan as a trap.", ("described", "Ghana", "described the plan as a trap", "regard")),
    (
        "Ghana described the decision as pragmatic.",
        ("described", "Ghana", "described the decision as pragmatic", "regard"),
    ),
    pytest.param(
        "The plan was described as a trap by Ghana.",
        ("described", "Ghana", "The plan was described as a trap", "regard"),
        marks=pytest.mark.xfail(strict=True, reason="the doer behind the as-phrase is lost"),
    ),
    # acts of speech
    ("Ghana condemned the closure of the road.", ("condemned", "Ghana", "the closure of the road", "act")),
    ("Ghana called for an open road.", ("called", "Ghana", "an open road", "act")),
    ("Ghana refused to open the road.", ("refused", "Ghana", "to open the road", "thought")),
    ("Ghana urged Togo to open the road.", ("urged", "Ghana", "Togo to open the road", "thought")),
    ("Ghana accused Togo of theft on Monday.", ("accused", "Ghana", "Togo of theft", "act")),
    ("Ghana pointed to the closed road.", ("pointed", "Ghana", "the closed road", "act")),
    ("Ghana told the show that the road was shut.", ("told", "Ghana", "the road was shut", "said that")),
    ("The poll shows that voters are tired.", ("shows", "poll", "voters are tired", "thought")),
    # adjectives
    ("Ghana is confident that the road is open.", ("confident", "Ghana", "the road is open", "thought")),
    ("Ghana is critical of the closed road.", ("critical", "Ghana", "the closed road", "thought")),
    ("Ghana was reluctant to open the road.", ("reluctant", "Ghana", "to open the road", "thought")),
    # nouns of speech
    ("Ghana expressed concern about the road.", ("concern", "Ghana", "the road", "noun of speech")),
    ("Togo noted Ghana's refusal to open the road.", ("refusal", "Ghana", "to open the road", "noun of speech")),
    ("Togo rejected Ghana's claim that the road leaks.", ("claim", "Ghana", "the road leaks", "noun of speech")),
    pytest.param(
        "Togo rejected Ghana's claim that the road was shut.",
        ("claim", "Ghana", "the road was shut", "noun of speech"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_attributions(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to Ghana, the road was shut.", ("Ghana", "the road was shut", "according to")),
        pytest.param(
            "The road was shut, according to Ghana.",
            ("Ghana", "The road was shut", "according to"),
        ),
    ],
)
def test_according_to_somebody(text: str, expected: tuple[str, str, str]) -> None:
    assert [s[1:] for s in said(text)] == [expected]


def test_an_inserted_cue_leaves_the_sentence_whole() -> None:
    found = [s for s in said("The road, claimed the regulator, was shut for days.") if s[3] == "aside"]
    assert found == [("claimed", "regulator", "The road, claimed the regulator, was shut for days", "aside")]


@pytest.mark.parametrize(
    "text", ["Ghana said so.", "The road was shut.", "Ghana made a claim.", "The road leads according to plan B."]
)
def test_nothing_is_reported(text: str) -> None:
    assert [s for s in said(text) if s[3] != "according to"] == []


def test_an_unsaid_speaker_is_none() -> None:
    assert [s[1] for s in said("It was described as a trap.")] == [None]


def test_attributions_come_in_order_of_their_cues() -> None:
    article = article_of("Ghana said it agreed. Togo said it paid. According to Benin, both lied.")
    cues = [a.cue for a in find_attributions(article)]
    assert cues == sorted(cues)
    assert len(cues) == 3
