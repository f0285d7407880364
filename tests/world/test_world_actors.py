import re

import pytest

from multivector.world.actors import actor, actors, display_names, group_members, is_state
from multivector.world.successions import named_forms, successor
from multivector.world.table import rows


@pytest.mark.parametrize(
    ("code", "kind", "state"),
    [
        ("KAZ", "state", "KAZ"),
        ("BRICS", "organisation", None),
        ("body:rosselkhoznadzor", "body", "RUS"),
        ("WEST", "group", None),
        ("person:sergey-lavrov", "person", "RUS"),
    ],
)
def test_known_actors_have_kind_and_state(code: str, kind: str, state: str | None) -> None:
    known = actor(code)
    assert known is not None
    assert (known.code, known.kind, known.state) == (code, kind, state)
    assert is_state(code) == (kind == "state")


def test_an_unknown_code_is_none() -> None:
    assert actor("XXX") is None
    assert not is_state("XXX")
    assert group_members("XXX") == group_members("KAZ") == ()


def test_every_actor_is_under_its_own_code_with_a_name() -> None:
    assert [code for code, a in actors().items() if a.code != code or not a.name] == []
    assert display_names() == {code: a.name for code, a in actors().items()}
    assert display_names()["KAZ"] == "Kazakhstan"


def test_every_state_of_an_actor_is_known() -> None:
    assert [a.code for a in actors().values() if a.state is not None and a.state not in actors()] == []


def test_states_have_three_letters_and_bodies_and_persons_a_prefix() -> None:
    # The EU is an organisation; the states' table holds codes of three letters, as ISO 3166 does.
    shapes = {"state": r"[A-Z]{3}", "body": r"body:[a-z0-9-]+", "person": r"person:[a-z0-9-]+"}
    wrong = [a.code for a in actors().values() if a.kind in shapes and not re.fullmatch(shapes[a.kind], a.code)]
    assert wrong == []


def test_193_present_states_are_members_of_the_un() -> None:
    present = [row["code"] for row in rows("states") if row["un_member"] and not row["to"]]
    assert len(present) == len(set(present)) == 193


def test_the_west_is_states_and_not_russia() -> None:
    assert {"USA", "DEU", "GBR"} <= set(group_members("WEST"))
    assert "RUS" not in group_members("WEST")
    assert set(group_members("CENTRALASIA")) == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


@pytest.mark.parametrize(
    ("code", "now"), [("G8", "G7"), ("CST", "CSTO"), ("CSCE", "OSCE"), ("UNSC", "UN"), ("BRICS", "BRICS"), ("X", "X")]
)
def test_former_names_act_under_the_present_one(code: str, now: str) -> None:
    assert successor(code) == now


def test_no_succession_leads_to_another() -> None:
    assert [row["code"] for row in rows("successions") if successor(row["successor"]) != row["successor"]] == []


@pytest.mark.parametrize(
    ("code", "forms"),
    [("G8", ("G8", "G7")), ("G7", ("G7", "G8")), ("BRICS", ("BRICS",)), ("UN", ("UN", "UNSC", "UNGA"))],
)
def test_the_forms_of_a_name_begin_with_itself(code: str, forms: tuple[str, ...]) -> None:
    assert named_forms(code) == forms


@pytest.mark.parametrize("code", [row["code"] for row in rows("successions")])
def test_the_forms_of_a_former_name_hold_both(code: str) -> None:
    forms = named_forms(code)
    assert forms[0] == code and successor(code) in forms
    assert len(forms) == len(set(forms))
