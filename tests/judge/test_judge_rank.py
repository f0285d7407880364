import pytest

from multivector.judge.rank import rank_of
from multivector.model import Actor, Speaker


@pytest.mark.parametrize(
    ("role", "rank"),
    [
        ("Russian President", "head"),
        ("Prime Minister", "head"),
        ("Press Secretary of the President", "spokesperson"),
        ("Foreign Ministry spokeswoman", "spokesperson"),
        ("Russian Foreign Minister", "minister"),
        ("US Secretary of State", "minister"),
        ("Deputy Foreign Minister", "official"),
        ("Deputy Prime Minister", "official"),
        ("presidential adviser", "official"),
        ("ambassador to Kazakhstan", "official"),
        ("State Duma deputy", "official"),
        ("пресс-секретарь президента", "spokesperson"),
        ("министр иностранных дел", "minister"),
        ("former president", None),
        ("Kazakh political observer", None),
        ("head of the Russian Grain Union", None),
        ("opposition leader", None),
        ("farmer", None),
        ("resident of Omsk", None),
        ("экс-министр", None),
    ],
)
def test_the_rank_is_read_from_the_role(role: str, rank: str | None) -> None:
    assert rank_of(Speaker("Somebody", None, "RUS", role), {}) == rank


def test_bodies_states_and_coded_officials_speak_for_the_state() -> None:
    body = Actor("body:x", "body", "Rosselkhoznadzor", (), "RUS")
    person = Actor("person:x", "person", "X", (), "RUS", "GOV")
    scholar = Actor("person:y", "person", "Y", (), "RUS", "EDU")
    actors = {actor.code: actor for actor in (body, person, scholar)}
    assert rank_of(Speaker("Rosselkhoznadzor", "body:x", "RUS", None), actors) == "official"
    assert rank_of(Speaker("Moscow", "RUS", "RUS", None), {}) == "official"
    assert rank_of(Speaker("X", "person:x", "RUS", None), actors) == "official"
    assert rank_of(Speaker("Y", "person:y", "RUS", None), actors) is None
    assert rank_of(Speaker("Z", None, "RUS", None), actors) is None


def test_the_office_table_helps_where_the_text_gives_no_role() -> None:
    lavrov = Actor("person:l", "person", "Sergey Lavrov", (), "RUS", "GOV", "Minister of Foreign Affairs")
    assert rank_of(Speaker("Lavrov", "person:l", "RUS", None), {"person:l": lavrov}) == "minister"
