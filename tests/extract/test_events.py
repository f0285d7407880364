"""Who did what to whom, through the constructions in which news says it."""

from collections.abc import Callable

import pytest
from tests.conftest import Read

from multivector.model import Event
from multivector.pipeline import code_row

TOLD = [
    # actives, passives, light verbs
    ("Canada sanctioned Iran.", ("CAN", "IRN", "SANCTION", "asserted")),
    ("Iran was sanctioned by Canada.", ("CAN", "IRN", "SANCTION", "asserted")),
    ("The European Union imposed a new package of sanctions on Belarus.", ("EU", "BLR", "SANCTION", "asserted")),
    ("Japan lodged a protest with China.", ("JPN", "CHN", "ACCUSE", "asserted")),
    # coordination of actors and of verbs
    ("Poland, Estonia and Latvia backed Ukraine.", ("POL+EST+LVA", "UKR", "SUPPORT", "asserted")),
    ("Turkey condemned and sanctioned Israel.", ("TUR", "ISR", "SANCTION", "asserted")),
    # metonyms, roles, possessives, officials
    ("Beijing threatened Washington with tariffs.", ("CHN", "USA", "THREATEN", "asserted")),
    ("Serbia's president praised Hungary.", ("SRB", "HUN", "SUPPORT", "asserted")),
    ("Moldovan police detained a Russian journalist.", ("MDA", "RUS", "COERCE", "asserted")),
    # nominal events with doer and done-to
    ("Analysts discussed Russia's invasion of Ukraine.", ("RUS", "UKR", "ASSAULT", "asserted")),
    ("The ban on importing Polish apples introduced by Russia hurt farmers.", ("RUS", "POL", "SANCTION", "asserted")),
    ("Paris warned Ankara against drilling in Cypriot waters.", ("FRA", "TUR", "THREATEN", "asserted")),
    ("Chad received drones from Turkey.", ("TUR", "TCD", "AID", "asserted")),
    ("Ecuador declared Mexico's ambassador persona non grata.", ("ECU", "MEX", "SANCTION", "asserted")),
    ("Iranian and American envoys held talks in Muscat.", ("IRN+USA", "", "CONSULT", "asserted")),
    # operators: ends, refusals, demands, accusations
    ("The United States lifted sanctions on Syria.", ("USA", "SYR", "CONCEDE", "asserted")),
    ("Iran refused to meet Israel.", ("IRN", "ISR", "REJECT", "asserted")),
    ("Norway has no plans to join the European Union.", ("NOR", "EU", "REJECT", "asserted")),
    ("Norway decided not to join the European Union.", ("NOR", "EU", "REJECT", "asserted")),
    ("France urged Mali to release the prisoners.", ("FRA", "MLI", "REQUEST", "asserted")),
    ("Egypt accused Ethiopia of violating the treaty.", ("EGY", "ETH", "ACCUSE", "asserted")),
    ("Zambia accused Rwanda of helping Uganda.", ("ZMB", "RWA", "ACCUSE", "asserted")),
    ("The withdrawal of French troops from Niger was completed.", ("FRA", "NER", "RETREAT", "asserted")),
    ("Britain's exit from the European Union took effect.", ("GBR", "EU", "SANCTION", "asserted")),
    ("The EU launched talks on visas with Armenia.", ("EU", "ARM", "CONSULT", "asserted")),
    ("Canada lifted most of its sanctions on Syria.", ("CAN", "SYR", "CONCEDE", "asserted")),
    ("Kenya ordered troops to take part in exercises.", ("KEN", "", "MOBILIZE", "asserted")),
    ("Berlin summoned the Iranian charge d'affaires.", ("DEU", "IRN", "ACCUSE", "asserted")),
    ("Pakistan carried out air strikes on hideouts inside Iran.", ("PAK", "IRN", "ASSAULT", "asserted")),
    ("China imposed duties on brandy imported from Japan.", ("CHN", "JPN", "SANCTION", "asserted")),
    ("Mexico paused relations with Peru.", ("MEX", "PER", "SANCTION", "asserted")),
    ("Canada blacklisted Turkish firms for supplying drones to Iran.", ("TUR", "IRN", "AID", "asserted")),
    # what is to come
    ("Xi Jinping will visit Serbia next week.", ("CHN", "SRB", "AGREE", "planned")),
    ("Germany may impose sanctions on Georgia.", ("DEU", "GEO", "SANCTION", "hypothetical")),
    ("Finland did not close its border with Russia.", ("FIN", "RUS", "SANCTION", "denied")),
]


@pytest.mark.parametrize(("text", "event"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_reads_who_did_what_to_whom(read: Callable[..., Read], text: str, event: tuple[str, str, str, str]) -> None:
    assert event in read(text).told()


def test_a_threatened_sanction_is_no_sanction(read: Callable[..., Read]) -> None:
    told = read("The United States threatened to impose sanctions on Georgia.").told()
    assert ("USA", "GEO", "THREATEN", "asserted") in told
    assert not any(kind == "SANCTION" and status == "asserted" for _, _, kind, status in told)


@pytest.mark.parametrize("text", ["Drones struck a depot in Kyiv.", "Missiles hit a school in Erbil."])
def test_what_strikes_from_afar_is_not_at_home_where_it_strikes(read: Callable[..., Read], text: str) -> None:
    assert {(source, kind) for source, _, kind, _ in read(text).told()} == {("", "ASSAULT")}


def test_what_two_discuss_by_phone_is_not_whom_they_call(read: Callable[..., Read]) -> None:
    told = read("The presidents of Chad and Mali discussed the situation in Libya by phone.").told()
    assert [target for _, target, kind, _ in told if kind == "CONSULT"] == [""]


def test_no_event_takes_an_actor_from_another_clause(read: Callable[..., Read]) -> None:
    told = read("While Italy watched, Russia attacked Ukraine.").told()
    assert all("ITA" not in (source, target) for source, target, _, _ in told)


@pytest.mark.parametrize(
    "text", ["The Azerbaijani ban was imposed on 14 July.", "The Azerbaijani embargo took effect."]
)
def test_a_ban_is_not_on_those_whose_it_is(read: Callable[..., Read], text: str) -> None:
    assert all("AZE" not in target for _, target, _, _ in read(text).told())


def test_several_tellings_are_one_event_with_several_pieces_of_evidence(read: Callable[..., Read]) -> None:
    found = read("Canada sanctioned Iran. Canada's sanctions on Iran came on Monday.").events
    sanctions = [e for e in found if e.type == "SANCTION"]
    assert len(sanctions) == 1
    assert len(sanctions[0].also) == 1


def test_an_organ_acts_for_its_organisation(read: Callable[..., Read]) -> None:
    assert any(e.source == ("EU",) for e in read("The European Commission criticised Hungary.").events)


def test_every_event_carries_its_words_and_its_rule(read: Callable[..., Read]) -> None:
    found = read("Canada sanctioned Iran.")
    text = found.reading.document.text
    for event in found.events:
        assert text[event.evidence.start : event.evidence.end] == event.evidence.quote
        assert event.origin[0].rule.startswith("event:")


def test_two_modes_of_one_deed_in_one_sentence_have_ids_of_their_own(read: Callable[..., Read]) -> None:
    found = read("Islamic State has targeted and killed members of the Yazidi religion, one of the oldest in Iraq.")
    assert len({event.id for event in found.events}) == len(found.events)


def test_each_of_coordinated_verbs_has_its_own_day(read: Callable[..., Read]) -> None:
    text = "Kenya joined the African Union in February 2019 and sent humanitarian aid to Chad in September 2021."
    days = {e.type: e.date.start[:7] for e in read(text).events if e.date and e.date.start}
    assert (days["SUPPORT"], days["AID"]) == ("2019-02", "2021-09")


def test_the_one_accused_is_the_doer(read: Callable[..., Read]) -> None:
    told = read("Zambia accused Rwanda of arming Uganda.").told()
    assert not any(source == "ZMB" and kind == "AID" for source, _, kind, _ in told)


def test_what_is_lifted_is_not_imposed_again(read: Callable[..., Read]) -> None:
    assert [kind for _, _, kind, _ in read("Canada lifted its sanctions on Syria.").told()] == ["CONCEDE"]


def test_what_is_told_aside_has_no_day_from_the_verb_above(read: Callable[..., Read]) -> None:
    text = "Canada, which had threatened Syria with sanctions, lifted the embargo on Syria in February 2021."
    days = {e.type: e.date for e in read(text).events}
    assert days["THREATEN"] is None
    assert days["CONCEDE"] is not None


DAYS = [
    ("ECOWAS, which lifted its sanctions on Niger in February, criticised Mali.", ("ACCUSE", None)),
    ("Nigeria rejected a request from Niger, although Mali accused Benin last year.", ("REJECT", None)),
    ("Mali suspended the treaty with Niger that they signed in 1960.", ("SANCTION", None)),
    ("Niger expelled an envoy of France in March, and American soldiers are due to leave Niger.", ("AGREE", None)),
    ("In March, Chad expelled French diplomats, and Libya criticised Niger.", ("ACCUSE", "2024-03-01")),
    ("Ukraine accused Russia of invading Georgia in 2008.", ("ACCUSE", None)),
    ("Germany and France agreed to hold talks in June.", ("AGREE", "2025-06-01")),
    ("Colombia agreed to accept migrants of the United States late Sunday.", ("AGREE", "2024-10-20")),
]


@pytest.mark.parametrize(("text", "day"), DAYS, ids=[d[0][:40] for d in DAYS])
def test_a_day_belongs_to_the_clause_that_tells_it(
    read: Callable[..., Read], text: str, day: tuple[str, str | None]
) -> None:
    found = {(e.type, e.date.start if e.date else None) for e in read(text).events}
    assert day in found


def test_a_second_verb_with_its_own_tense_is_not_planned(read: Callable[..., Read]) -> None:
    events = read("India said it would cut staff of Pakistan's embassy and had expelled Pakistan's envoy.").events
    assert {e.status for e in events if e.mode == "expel"} == {"asserted"}


def test_a_body_is_not_of_the_state_that_it_acts_on(read: Callable[..., Read]) -> None:
    for text in ("The ministry summoned the Turkish ambassador.", "Police arrested a Russian tourist."):
        assert not read(text).events


def test_a_town_where_a_summit_is_held_is_no_party(read: Callable[..., Read]) -> None:
    (event,) = read("ECOWAS holds a summit in Abuja.").events
    assert (event.source, event.target) == (("ECOWAS",), ())


def test_a_topic_of_talks_is_no_party(read: Callable[..., Read]) -> None:
    (event,) = read("Sergey Lavrov discussed Syria with Hakan Fidan.").events
    assert (event.source, event.target) == (("RUS",), ("TUR",))


def test_ruling_something_out_is_no_verdict(read: Callable[..., Read]) -> None:
    (event,) = read("Nigeria has so far ruled out the use of force against Niger.").events
    assert event.type == "REJECT"


FACTS = [
    # a warning of what has happened is no threat, one of what will be is
    ("Chad warned that rebels had killed soldiers of Mali.", "THREATEN", False),
    ("Iran warned that it would strike Israel.", "THREATEN", True),
    # an answer that only says how a deed is meant
    ("China raised its tariffs on U.S. goods, hitting back at Washington's duties.", "THREATEN", False),
    ("Iran will hit back at Israel.", "THREATEN", True),
    # put on hold
    ("The EU put its countermeasures on U.S. goods on hold.", "CONCEDE", True),
    ("The EU put its countermeasures on U.S. goods on hold.", "SANCTION", False),
    # "welcomed the mediation" is no consent to be mediated
    ("France welcomed the mediation by Qatar.", "AGREE", False),
    ("Khartoum agreed to mediation by Ethiopia.", "AGREE", True),
    ("A delegate of Chad, speaking on behalf of Mali, thanked Qatar.", "SUPPORT", True),
    ("Honduras called an emergency meeting of the Rio Group.", "REQUEST", False),
    # duties are raised, topics are raised
    ("Canada raised its duties in May.", "CONSULT", False),
    ("Canada raised the issue with Mexico.", "CONSULT", True),
]


@pytest.mark.parametrize(("text", "kind", "told"), FACTS, ids=[f"{f[1]}-{f[0][:30]}" for f in FACTS])
def test_what_is_told_and_what_is_not(read: Callable[..., Read], text: str, kind: str, *, told: bool) -> None:
    assert (kind in {e.type for e in read(text).events}) == told


def test_whom_the_invader_of_the_country_invaded(read: Callable[..., Read]) -> None:
    found = read("Georgia held a vote. This is the same Russia that invaded the country in 2008.").events
    assert ("ASSAULT", ("RUS",), ("GEO",)) in {(e.type, e.source, e.target) for e in found}


def test_foreign_troops_are_not_at_home(read: Callable[..., Read]) -> None:
    found = read("Chad urged all foreign forces to leave.").events
    assert {(e.type, e.source, e.target) for e in found} == {("REQUEST", ("TCD",), ())}


def test_the_country_that_acts_is_the_one_that_acted(read: Callable[..., Read]) -> None:
    found = read("Canada imposed tariffs on U.S. cars. The country expelled Chinese diplomats.").events
    assert ("SANCTION", ("CAN",), ("CHN",)) in {(e.type, e.source, e.target) for e in found}


def test_a_topic_told_to_reporters_is_no_party(read: Callable[..., Read]) -> None:
    assert not [e for e in read("Luis Arce spoke to reporters about the treaty with Chile.").events if e.target]
    (event,) = read("Emmanuel Macron spoke about the war with Volodymyr Zelensky.").events
    assert (event.source, event.target) == (("FRA",), ("UKR",))


def test_who_wants_to_thank_has_thanked(read: Callable[..., Read]) -> None:
    (event,) = read('"I want to thank our Russian partners," Nikol Pashinyan of Armenia said.').events
    assert (event.type, event.source, event.target, event.status) == ("SUPPORT", ("ARM",), ("RUS",), "asserted")
    assert read("Armenia wants to thank Russia.").events[0].status == "hypothetical"


ONE_DEALING = [
    ("Peru has established ties with and opened an embassy in Baku.", "SUPPORT", 1),
    ("Polish envoys held a meeting with President Obama at a lunch hosted by the ambassador of Poland.", "CONSULT", 1),
    ("Peru praised Chile. Bolivia praised the vote.", "SUPPORT", 2),
]


@pytest.mark.parametrize(("text", "kind", "number"), ONE_DEALING)
def test_an_act_told_with_its_doer_alone_is_part_of_the_fuller_one(
    read: Callable[..., Read], text: str, kind: str, number: int
) -> None:
    assert len([e for e in read(text, None).events if e.type == kind]) == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Berlin praised trade between Kazakhstan and Russia on Monday.", "between Kazakhstan and Russia"),
        ("France condemned Iran, Syria and Yemen on Monday.", "France condemned Iran, Syria and Yemen"),
        ("France condemned Iran and opened talks with Peru.", "France condemned Iran"),
    ],
)
def test_what_is_told_does_not_break_off_inside_a_list_of_names(text: str, words: str) -> None:
    found = [r.evidence.quote for r in code_row("t", text, "2024-10-22").records if isinstance(r, Event)]
    assert any(quote.endswith(words) for quote in found), found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Putin met Tokayev. The two presidents praised trade between Kazakhstan and Russia, and left.",
         "The two presidents praised trade between Kazakhstan and Russia"),
        (
            "Several senior Russian officials accused Poland of delays.",
            "Several senior Russian officials accused Poland",
        ),
    ],
)  # fmt: skip
def test_evidence_breaks_off_neither_names_nor_nouns(read: Callable[..., Read], text: str, quote: str) -> None:
    assert any(quote in event.evidence.quote for event in read(text).events)
