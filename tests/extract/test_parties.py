"""Who a phrase stands for."""

import pytest
from tests.extract.extract_builders import article_of, codes, token_of

from multivector.extract.inside import within
from multivector.extract.parties import parties

OWN = [
    # names and what stands for a name
    ("Moscow closed the road.", "Moscow", ["RUS"]),
    ("The Kremlin closed the road.", "Kremlin", ["RUS"]),
    ("Brussels closed the road.", "Brussels", ["EU"]),
    ("Chile, Peru and Bolivia closed the road.", "Chile", ["CHL", "PER", "BOL"]),
    # agents and whose they are
    ("Russian troops closed the road.", "troops", ["RUS"]),
    ("Peru's envoy closed the road.", "envoy", ["PER"]),
    ("The government of Chad closed the road.", "government", ["TCD"]),
    ("Police in Serbia closed the road.", "Police", ["SRB"]),
    ("Serbian and Croatian diplomats met.", "diplomats", ["SRB", "HRV"]),
    ("Either Chile or Peru closed the road.", "Chile", ["CHL", "PER"]),
    ("Libyan leader Muammar Gaddafi and Bulgarian President Todor Zhivkov today signed.", "leader", ["LBY", "BGR"]),
    ("Karachi police closed the road.", "police", ["PAK"]),
    ("White House security officials closed the road.", "officials", ["USA"]),
    ("Norwegian-led forces closed the road.", "forces", ["NOR"]),
    ("U.S.-led troops closed the road.", "troops", ["USA"]),
    ("Peru thanked its biggest investor, China.", "investor", ["CHN"]),
    ("Peru thanked its main trading partner, the UAE.", "partner", ["ARE"]),
    # whose they are by what they strike, or by the only state told of before
    ("Gunmen attacked a convoy in northern Mozambique, killing six Rwandan soldiers.", "Gunmen", ["MOZ"]),
    ("Azeri guards fired on an Armenian village, wounding a farmer.", "farmer", ["ARM"]),
    ("A bomb exploded in Nigeria. Troops arrested nine people.", "Troops", ["NGA"]),
    ("Polish guards beat two migrants.", "migrants", []),
    # who stands to whom: the pronoun tells the other side
    ("Italy urged its Spanish partners to wait.", "partners", ["ESP"]),
    ("Italy urged Egypt's partners to wait.", "partners", ["EGY"]),
    # the body before the word for such bodies, whoever leads it
    ("Osama bin Laden's al-Qaeda network closed the road.", "network", ["body:al-qaeda"]),
    # an organ that a state has too
    ("The Security Council closed the road.", "Council", ["UN"]),
    ("Pakistan's Security Council closed the road.", "Council", ["PAK"]),
    # harm from afar tells no home
    ("Hackers defaced Swedish pages.", "Hackers", []),
    # phrases that are no actors
    ("The Peruvian desert closed the road.", "desert", []),
    ("Heavy snow closed the road.", "snow", []),
]


@pytest.mark.parametrize(("text", "word", "who"), OWN, ids=[f"{t[0][:30]} {t[1]}" for t in OWN])
def test_a_phrase_stands_for_its_actors(text: str, word: str, who: list[str]) -> None:
    article = article_of(text)
    assert codes(parties(article, token_of(article, word).i)) == who


SERVICES = [
    ("Armenia sold brandy, said the customs service in Tbilisi.", "service", ["GEO"]),
    ("The Chadian army commander left.", "commander", ["TCD"]),
]


@pytest.mark.parametrize(("text", "word", "who"), SERVICES)
def test_what_an_organ_is_for_is_no_owner(text: str, word: str, who: list[str]) -> None:
    article = article_of(text)
    assert codes(parties(article, token_of(article, word).i)) == who


WITHIN = [
    ("Ghana praised the talks with Togo.", "talks", ["TGO"]),
    ("Ghana praised the decision of Togo.", "decision", ["TGO"]),
    ("Ghana praised Togo's decision on Benin.", "decision", ["TGO"]),
    ("Ghana shot down a plane carrying UN inspectors.", "plane", ["UN"]),
    ("Ghana shot down a plane leaving Togo.", "plane", []),
    ("Ghana closed the newspaper Avvenire.", "newspaper", []),
    ("Ghana praised the rules.", "rules", []),
]


@pytest.mark.parametrize(("text", "word", "who"), WITHIN, ids=[t[0] for t in WITHIN])
def test_a_thing_leads_to_the_actor_inside_its_phrase(text: str, word: str, who: list[str]) -> None:
    article = article_of(text)
    assert codes(within(article, token_of(article, word).i)) == who


def test_those_already_taken_are_passed_over() -> None:
    article = article_of("Ghana praised Togo's decision on Benin.")
    assert codes(within(article, token_of(article, "decision").i, without=frozenset({"TGO"}))) == ["BEN"]


def test_sectors_tell_soldiers_from_diplomats() -> None:
    article = article_of("Russian troops left and Russian diplomats stayed.")
    found = [parties(article, token_of(article, word).i)[0].actor for word in ("troops", "diplomats")]
    assert found == ["RUS:MIL", "RUS:GOV"]


@pytest.mark.parametrize(("noun", "official"), [("soldiers", True), ("farmers", False), ("ministers", True)])
def test_only_officials_act_for_their_state(noun: str, official: bool) -> None:
    article = article_of(f"Dutch {noun} blocked the port.")
    assert [p.official for p in parties(article, token_of(article, noun).i)] == [official]


@pytest.mark.parametrize(
    ("group", "official"), [("Hamas", False), ("Boko Haram", False), ("UNITA", False), ("Rosselkhoznadzor", True)]
)
def test_armed_groups_and_parties_do_not_act_for_their_state(group: str, official: bool) -> None:
    article = article_of(f"On Monday {group} closed the road.")
    assert [p.official for p in parties(article, token_of(article, group.rsplit(maxsplit=1)[-1]).i)] == [official]


@pytest.mark.parametrize(("leaders", "official"), [("Yoruba leaders", False), ("Nigerian leaders", True)])
def test_a_people_s_leaders_are_no_government(leaders: str, official: bool) -> None:
    article = article_of(f"On Monday {leaders} closed the road.")
    assert [(p.code, p.official) for p in parties(article, token_of(article, "leaders").i)] == [("NGA", official)]


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    article = article_of("Kenya, which borders Uganda, closed the road.")
    assert codes(parties(article, token_of(article, "which").i)) == ["KEN"]
