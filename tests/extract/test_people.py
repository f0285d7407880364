"""Persons: who they are, for whom they speak, and whose names only look like a state's."""

import pytest
from tests.extract.extract_builders import article_of

from multivector.model import Actor


def person(text: str, name: str) -> Actor:
    """The one person of the text whose name ends so."""
    found = [a for a in article_of(text).actors.values() if a.kind == "person" and a.name.endswith(name)]
    assert len(found) == 1
    return found[0]


OFFICIALS = [
    # of the tables, by surname alone
    ("Zelensky thanked Norway.", "Zelensky", "UKR"),
    ("In the evening Erdogan called Tehran.", "Erdoğan", "TUR"),
    ("Lavrov said no.", "Lavrov", "RUS"),
    # introduced by role and nationality, before the name and behind it
    ("Malawian Foreign Minister Nancy Tembo arrived.", "Tembo", "MWI"),
    ("Nancy Tembo, the foreign minister of Malawi, arrived.", "Tembo", "MWI"),
    ("Malawi's foreign minister, Nancy Tembo, arrived.", "Tembo", "MWI"),
    ("Chilean ambassador Pedro Ibarra signed the letter.", "Ibarra", "CHL"),
]


@pytest.mark.parametrize(("text", "name", "state"), OFFICIALS, ids=[t[0][:40] for t in OFFICIALS])
def test_officials_stand_for_their_state(text: str, name: str, state: str) -> None:
    found = person(text, name)
    assert (found.state, found.sector) == (state, "GOV")


FIGURES = [
    ("Tikhanovskaya urged Brussels to act.", "Tikhanovskaya", "BLR", "OPP"),
    ("Hassan Nasrallah spoke.", "Nasrallah", "LBN", "REB"),
    ("Ekrem Imamoglu was held.", "Imamoglu", "TUR", "OPP"),
]


@pytest.mark.parametrize(("text", "name", "state", "sector"), FIGURES, ids=[f[1] for f in FIGURES])
def test_leaders_without_an_office_are_known_and_do_not_speak_for_their_state(
    text: str, name: str, state: str, sector: str
) -> None:
    found = article_of(text).actors
    assert [(a.state, a.sector) for a in found.values() if a.name.endswith(name)] == [(state, sector)]


PRIVATE = [
    ("Kenyan economist Mary Wanjiru warned of losses.", "Wanjiru", "KEN"),
    ("Mary Wanjiru, an analyst at a Kenyan bank, warned of losses.", "Wanjiru", "KEN"),
    ("Kenyan journalist Mary Wanjiru was held.", "Wanjiru", "KEN"),
    ("Former Kenyan minister Mary Wanjiru warned of losses.", "Wanjiru", "KEN"),
    ("Mary Wanjiru, a former foreign minister of Kenya, warned of losses.", "Wanjiru", "KEN"),
]


@pytest.mark.parametrize(("text", "name", "state"), PRIVATE, ids=range(len(PRIVATE)))
def test_experts_and_former_officials_do_not_speak_for_a_state(text: str, name: str, state: str) -> None:
    found = person(text, name)
    assert found.state == state
    assert found.sector != "GOV"


def test_a_full_name_is_taken_up_by_the_surname() -> None:
    article = article_of("Kenyan economist Mary Wanjiru warned of losses. Rain helped. Wanjiru praised Uganda.")
    spots = [article.parse.text[m.start : m.end] for m in article.mentions if m.actor == "person:mary-wanjiru"]
    assert spots == ["Mary Wanjiru", "Wanjiru"]


def test_the_role_is_kept_in_the_text_s_words() -> None:
    assert person("Malawian Foreign Minister Nancy Tembo arrived.", "Tembo").role == "Foreign Minister"


def test_two_people_of_one_surname_stay_apart() -> None:
    article = article_of(
        "Malawian minister Nancy Tembo arrived. Zambian trade minister Grace Tembo stayed. Grace Tembo praised Ghana."
    )
    people = {a.name: a.state for a in article.actors.values() if a.kind == "person"}
    assert people == {"Nancy Tembo": "MWI", "Grace Tembo": "ZMB"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Michael Jordan flew home.", "JOR"),
        ("The crowd cheered Bobby Chad.", "TCD"),
        pytest.param(
            "A judge fined Paris Hilton.", "FRA", marks=pytest.mark.xfail(strict=True, reason="first names are kept")
        ),
    ],
)
def test_a_person_s_name_is_no_state(text: str, state: str) -> None:
    assert state not in {m.actor for m in article_of(text).mentions}


@pytest.mark.parametrize(
    "text",
    [
        "The Energy Ministry said no.",
        "Officials at Harvard University said no.",
        "In October the Green Party said no.",
        "The Gulf of Tonkin is deep.",
    ],
)
def test_institutions_months_and_places_are_no_persons(text: str) -> None:
    assert not [a for a in article_of(text).actors.values() if a.kind == "person"]


def test_every_person_s_mention_has_an_actor() -> None:
    article = article_of("Lavrov met Malawian minister Nancy Tembo. Tembo thanked Lavrov and Zelensky.")
    assert all(m.actor in article.actors for m in article.mentions if m.kind == "person")
