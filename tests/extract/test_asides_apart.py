"""What an apposition says is said of its noun alone: no day for the verb, no refusal of a standing."""

from collections.abc import Callable

from tests.conftest import Read

TEXT = "Serbia, a candidate for membership in the European Union since 2012, refused to join sanctions against Russia."


def test_the_day_of_an_apposition_is_not_the_verbs(read: Callable[..., Read]) -> None:
    assert all(event.date is None for event in read(TEXT).events)


def test_a_standing_beside_a_refusal_stands(read: Callable[..., Read]) -> None:
    (standing,) = read(TEXT).memberships
    assert (standing.state, standing.organisation, standing.status) == ("SRB", "EU", "applicant")
    assert standing.date is not None
    assert standing.date.start == "2012-01-01"


def test_a_stretch_of_time_says_nothing(read: Callable[..., Read]) -> None:
    text = (
        "Vucic said that Moscow had offered an extension only until the end of the year, which he said suggested that "
        "Russia was worried."
    )
    assert all("end of the year" not in s.speaker.name for s in read(text).statements)


def test_who_owns_a_promise_has_a_name(read: Callable[..., Read]) -> None:
    spoken = read("Belgrade would stick to its promise not to supply weapons to Kyiv.").statements
    assert [s.speaker.name for s in spoken] == ["Serbia"]


def test_a_role_ends_with_its_noun(read: Callable[..., Read]) -> None:
    text = '"This is a warning," said Vuk Vuksanovic, a researcher at the Belgrade Centre for Security Policy.'
    assert [s.speaker.role for s in read(text).statements] == ["researcher"]


def test_the_cue_of_according_to(read: Callable[..., Read]) -> None:
    assert [s.cue for s in read("According to Lavrov, Serbia is a friend.").statements] == ["according to"]


def test_the_end_of_a_stretch_of_time_ends_nothing(read: Callable[..., Read]) -> None:
    text = "Kazakhstan banned imports of wheat from Russia until the end of the year to protect its own farmers."
    assert [(e.type, e.source, e.target) for e in read(text).events] == [("SANCTION", ("KAZ",), ("RUS",))]


def test_what_a_clauses_own_subject_has_is_not_the_speakers(read: Callable[..., Read]) -> None:
    text = "Kazakh officials have repeatedly said that Kazakhstan values its alliance with Russia."
    assert [(e.type, e.source, e.target) for e in read(text).events] == [("SUPPORT", ("KAZ",), ("RUS",))]


def test_it_behind_a_second_verb_of_speech_is_the_one_who_speaks(read: Callable[..., Read]) -> None:
    text = "The defence ministry of Colombia rejected threats by the United States and said it would not negotiate."
    assert all("USA" not in e.source for e in read(text).events)


def test_who_will_not_join_a_force_has_not_shunned_its_organisation(read: Callable[..., Read]) -> None:
    assert read("Nigeria declined to join an ECOWAS force for Niger.").memberships == []
    assert [m.status for m in read("Kazakhstan declined to join BRICS.").memberships] == ["declined"]
