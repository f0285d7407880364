from dataclasses import replace

from tests.store.store_readings import document
from tests.story.story_builders import told

from multivector.model import Document
from multivector.story.chains import tit_for_tat
from multivector.story.deeds import deeds_of
from multivector.story.record import discords, speaker_record
from multivector.story.register import register
from multivector.story.same import groups
from multivector.world.outlets import KINDS, names_of, outlet_of, outlets, owner_of
from multivector.world.table import rows

SHARP = 'Foreign Minister Sergey Lavrov said on Monday: "Armenia has betrayed its allies, which is disgraceful."'
MILD = 'Kremlin spokesman Dmitry Peskov said on Tuesday: "Armenia is a friendly country and our close ally."'
BAN = "Peru banned imports of onions from Bolivia on 1 March, citing pests."
ANSWER = (
    "Bolivia banned imports of Peruvian grapes on 4 March. Bolivia's minister said the ban was an answer to Peru's ban."
)


def source(name: str, outlet: str | None, cluster: str | None = None) -> Document:
    made = replace(document(name, f"Words of {name}."), outlet=outlet)
    return replace(made, cluster=cluster or made.id)


def test_a_record_by_date_and_a_government_of_two_minds() -> None:
    readings = [told("b", MILD, "2025-03-04"), told("a", SHARP, "2025-03-03"), told("c", SHARP, "2025-03-03")]
    found = speaker_record(readings, groups(readings), "RUS", "ARM")
    assert [(one.speaker, one.day) for one in found] == [
        ("Sergey Lavrov", "2025-03-03"), ("Dmitry Peskov", "2025-03-04"),
    ]  # fmt: skip
    assert len(found[0].evidence) == 2
    (pair,) = discords(found)
    assert (pair.about, pair.milder.speaker, pair.sharper.speaker) == ("ARM", "Dmitry Peskov", "Sergey Lavrov")
    assert [one.speaker for one in speaker_record(readings, groups(readings), "peskov")] == ["Dmitry Peskov"]
    assert speaker_record(readings, (), "KAZ") == ()


def test_one_person_is_not_in_discord_with_oneself() -> None:
    readings = [told("a", SHARP, "2025-03-03"), told("b", MILD.replace("Kremlin spokesman Dmitry Peskov",
                "Foreign Minister Sergey Lavrov"), "2025-03-04")]  # fmt: skip
    assert discords(speaker_record(readings, (), "RUS")) == ()


def test_who_was_hit_hits_back_and_somebody_says_so() -> None:
    readings = [told("a", BAN, "2025-03-02"), told("b", ANSWER, "2025-03-05")]
    found = tit_for_tat(readings, groups(readings), deeds_of(readings, groups(readings)))
    assert ("BOL", "PER") in {(one.deed.by, one.earlier.by) for one in found}
    answer = next(one for one in found if one.deed.by == "BOL" and one.earlier.by == "PER")
    assert answer.days == 3
    assert answer.deed.evidence.quote in ANSWER


def test_independence_is_counted_by_text_and_by_owner() -> None:
    wire = source("1", "TASS")
    documents = [wire, source("2", "Evening Paper", wire.id), source("3", "RIA Novosti"), source("4", "Reuters")]
    found = register(documents, {"Reuters": "A"})
    assert (found.articles, found.texts, found.voices) == (4, 3, 2)
    rows_by = {row.outlet: row for row in found.rows}
    assert (rows_by["Reuters"].reliability, rows_by["Reuters"].basis) == ("A", "the case")
    assert (rows_by["TASS"].kind, rows_by["TASS"].basis) == ("state media", "shipped table")
    assert (rows_by["Evening Paper"].kind, rows_by["Evening Paper"].originals) == ("unknown", 0)
    assert "nobody rated" in rows_by["Evening Paper"].basis
    assert register([source("5", "Ministry of Trade of Graustark")], {}).rows[0].kind == "official"


def test_an_outlet_under_two_names_is_one_row_with_the_letter_of_either() -> None:
    rows_by = {row.outlet: row for row in register([source("1", "TASS"), source("2", "ТАСС")], {"ТАСС": "E"}).rows}
    assert (rows_by["TASS"].articles, rows_by["TASS"].reliability, rows_by["TASS"].basis) == (2, "E", "the case")


def test_outlets_are_met_without_their_spaces_and_by_their_services() -> None:
    radio = outlet_of("RFE/RL")
    assert radio is not None and radio == outlet_of("RadioFreeEurope/RadioLiberty") == outlet_of(
        "RFE/RL's Kazakh Service"
    )
    assert {"tass", "тасс"} <= {*names_of("TASS")} and names_of("Some Post") == ("Some Post",) and names_of(None) == ()
    assert outlet_of("Mo") is None and outlet_of("The People's Service") is None


def test_outlets_are_known_by_name_alias_and_domain() -> None:
    assert outlet_of("ТАСС") == outlet_of("tass.com") == outlet_of("www.TASS.ru") == outlet_of("TASS")
    assert outlet_of("edition.bbc.co.uk") == outlet_of("BBC")
    assert outlet_of("a.b.example.org") is outlet_of(None) is outlet_of("") is None
    assert owner_of("RT") == owner_of("Sputnik") != owner_of("Evening Paper") == "Evening Paper"


def test_every_outlet_of_the_table_has_a_kind_and_a_source() -> None:
    for row in rows("outlets"):
        assert row["kind"] in KINDS
        assert row["reliability"] in ("", "A", "B", "C", "D", "E", "F")
        assert row["source"].startswith("https://")
    names = [name for name, outlet in outlets().items() if name == outlet.name.casefold()]
    assert len(names) == len(rows("outlets")) >= 60
