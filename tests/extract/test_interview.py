"""Questions and answers: the answers are the words of whoever the lines before introduce."""

from collections.abc import Callable

from tests.conftest import Read

LEAD = "Deputy Foreign Minister Roman Vassilenko of Kazakhstan spoke to the Courier about Russia and the grain row."
TURNS = (
    "Q: Was Moscow informed in advance?",
    "A: Of course. We value our alliance with Russia.",
    "Q: Is the ban a punishment?",
    "A: We regard the Russian restrictions as unjustified.",
)


def test_answers_are_the_guests(read: Callable[..., Read]) -> None:
    turns = [s for s in read("\n\n".join((LEAD, *TURNS))).statements if s.direct]
    assert [s.speaker.name for s in turns] == ["Roman Vassilenko"] * 2
    assert turns[0].content.quote == "Of course. We value our alliance with Russia"
    assert next(t.value for t in turns[0].stance if t.actor == "RUS") > 0


def test_one_question_makes_no_interview(read: Callable[..., Read]) -> None:
    assert not [s for s in read("\n\n".join((LEAD, *TURNS[:2]))).statements if s.direct]


UNLABELLED = (
    "In an interview with this newspaper the Greek defence minister, Nikos Dendias, explains why Greece bought ships.",
    "How do you see relations with Turkey?",
    "Ankara has never withdrawn its threat of war. We do not trust the regime.",
    "Turkey has protested against your cable to Cyprus.",
    "Turkish warships harassed the vessel. We condemned that.",
    "Would you agree to a joint patrol?",
    "No. We will not share our waters.",
)


def test_questions_need_no_label(read: Callable[..., Read]) -> None:
    turns = [s for s in read("\n\n".join(UNLABELLED)).statements if s.direct]
    assert {s.speaker.name for s in turns} == {"Nikos Dendias"}
    assert [s.content.quote[:4] for s in turns] == ["Anka", "Turk", "No. "]


def test_a_report_with_rhetorical_questions_is_no_interview(read: Callable[..., Read]) -> None:
    report = (UNLABELLED[0], "What comes next?", UNLABELLED[2], "Will it help?", UNLABELLED[4])
    assert not [s for s in read("\n\n".join(report)).statements if s.direct]
    unsaid = (UNLABELLED[0].replace("In an interview with this newspaper the", "The"), *UNLABELLED[1:])
    assert not [s for s in read("\n\n".join(unsaid)).statements if s.direct]


def test_an_official_without_a_name_answers(read: Callable[..., Read]) -> None:
    lead = "Lithuania's foreign minister spoke to our correspondent in Vilnius."
    turns = [s for s in read("\n\n".join((lead, *TURNS))).statements if s.direct]
    assert [s.speaker.state for s in turns] == ["LTU"] * 2
