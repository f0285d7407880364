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
