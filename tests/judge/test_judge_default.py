from judge_builders import ACTORS, document, event, mixed_readings, reading, statement

from multivector.judge import default_question, judge
from multivector.judge.describe import possessive, with_article
from multivector.model import Actor, Speaker


def test_the_pair_with_most_words_and_deeds_is_chosen() -> None:
    question = default_question(mixed_readings())
    assert (question.observer, question.subject) == ("RUS", "KAZ")
    assert question.text == "How does Russia read Kazakhstan's conduct?"
    assert [h.id for h in question.hypotheses] == ["neutrality", "distancing", "other"]
    assert question.hypotheses[1].text == "Russia reads Kazakhstan's conduct as distancing or a betrayal"


def test_what_is_given_is_kept_and_the_other_side_chosen_to_it() -> None:
    question = default_question(mixed_readings(), text="Why?", subject="RUS")
    assert (question.text, question.observer, question.subject) == ("Why?", None, "RUS")
    back = event(document(), "Astana refused", "REJECT", source=("KAZ",), target=("RUS",))
    both = (*mixed_readings(), reading(document("three.txt"), back))
    assert default_question(both, subject="RUS").observer == "KAZ"
    assert default_question(both, observer="KAZ").subject == "RUS"


def test_ties_go_to_the_earlier_code() -> None:
    doc = document()
    there = event(doc, "Moscow praised Astana", "SUPPORT")
    back = event(doc, "Astana praised Moscow", "SUPPORT", source=("KAZ",), target=("RUS",), start=800)
    assert default_question([reading(doc, there, back)]).observer == "KAZ"


def test_experts_do_not_speak_for_their_state() -> None:
    doc = document()
    expert = Actor("person:e", "person", "An Expert", (), "KAZ", "EDU", "political analyst")
    who = Speaker("An Expert", "person:e", "KAZ", None)
    rows = [
        statement(doc, f"word {i}", 0.1, who="An Expert", start=100 * i, about=("RUS",), speaker=who) for i in range(4)
    ]
    told = reading(doc, *rows, event(doc, "Moscow praised Astana", "SUPPORT", start=900), actors=(*ACTORS, expert))
    assert default_question([told]).observer == "RUS"


def test_without_two_states_there_is_a_question_that_cannot_be_judged() -> None:
    question = default_question([])
    assert (question.observer, question.subject) == (None, None)
    found = judge(question, [])
    assert not found.judged and "no two states" in (found.withheld or "")


def test_names_stand_as_english_wants_them() -> None:
    assert with_article("United States") == "the United States"
    assert with_article("Czech Republic") == "the Czech Republic"
    assert with_article("Kazakhstan") == "Kazakhstan"
    assert possessive("the United States") == "the United States'"
    named = default_question(mixed_readings(), names={"RUS": "United States"})
    assert named.hypotheses[0].text.startswith("The United States reads Kazakhstan's conduct")
