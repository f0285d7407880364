from dataclasses import replace

import pytest
from tests.store.store_readings import document

from multivector.model import Document
from multivector.text import families as module
from multivector.text.anchors import anchors, skeleton
from multivector.text.families import Change, changes, families, together
from multivector.text.translations import Dated, spun_pairs, translation_pairs

AGENCY = (
    "RIGA, March 3 (Northern Wire) - Latvia will close its border crossing at Terehova from March 10, Interior "
    "Minister Rihards Kozlovskis said on Monday. The decision follows 112 attempts to cross the frontier last "
    "week. Kozlovskis told reporters in Riga that the army had sent 300 soldiers to Rezekne. Belarus called the "
    "step hostile, and its foreign ministry summoned the Latvian envoy in Minsk. Lithuania and Poland said that "
    "they would keep 2 of 6 roads open."
)
RUSSIAN = (
    "РИГА, 3 марта. Латвия закроет пограничный пункт Терехова с 10 марта, сообщил в понедельник министр "
    "внутренних дел Рихард Козловскис. Решение последовало за 112 попытками пересечь границу на прошлой неделе. "
    "По словам Козловскиса в Риге, армия направила 300 солдат в Резекне. В Белоруссии назвали шаг враждебным, а "
    "МИД вызвал посланника Латвии в Минске. Литва и Польша сообщили, что оставят открытыми 2 из 6 дорог."
)
SPUN = (
    "RIGA, March 3 - Latvia is to shut the checkpoint at Terehova as of March 10, Interior Minister Rihards "
    "Kozlovskis announced Monday. It was decided after 112 people tried to get over the frontier within a week. "
    "Reporters in Riga heard from Kozlovskis that 300 soldiers were moved by the army to Rezekne. Belarus spoke "
    "of a hostile step and its foreign ministry called in the Latvian envoy to Minsk. Lithuania and Poland would "
    "leave 2 of the 6 roads open, they said."
)
OTHER = (
    "MINSK, March 3 - The foreign ministry of Belarus protested on Monday against the closure of Terehova and 4 "
    "further roads. Minsk says that Riga breaks the agreement of 1998. Alyaksandr Lukashenka told miners in "
    "Salihorsk that trade with Latvia had fallen by 40% and that lorries would go through Pskov."
)


def told(name: str, text: str, day: str = "2025-03-03", outlet: str = "Post", language: str = "en") -> Document:
    return replace(document(name, text), published=day, outlet=outlet, language=language)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Papoyan", "Папояна"), ("Mirziyoyev", "Мирзиёева"), ("Galushchenko", "Галущенко"), ("Lavrov", "Лавровым"),
     ("Zakharova", "Захаровой"), ("Cambodia", "Камбоджей"), ("Kozlovskis", "Козловскиса"),
     ("Bruce", "Брюс"), ("Israel", "Израилем")],
)  # fmt: skip
def test_names_meet_across_scripts(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_numbers_and_names_are_anchors() -> None:
    found = anchors("He met Lavrov. Some 1,400 shops and 15 billion cubic metres, 8.6 million.")
    assert found == ["~lvrv", "#1400", "#15e9", "#8.6e6"]
    assert anchors("Там 1400 магазинов, 15 млрд кубометров, 270 000 человек") == ["#1400", "#15e9", "#270000"]


def test_a_translation_joins_and_another_report_does_not() -> None:
    texts = [Dated(AGENCY, "en", "2025-03-03"), Dated(RUSSIAN, "ru", "2025-03-03"), Dated(OTHER, "en", "2025-03-03")]
    assert translation_pairs(texts) == [(0, 1)]
    assert translation_pairs([texts[0], Dated(RUSSIAN, "ru", "2025-03-20")]) == []


def test_a_spun_text_joins_and_another_report_does_not() -> None:
    texts = [Dated(text, "en", "2025-03-03") for text in (AGENCY, SPUN, OTHER)]
    assert spun_pairs(texts) == [(0, 1)]


def test_a_family_has_its_origin_and_says_why() -> None:
    wire = told("wire", AGENCY, outlet="Northern Wire")
    paper = told("paper", AGENCY.replace("(Northern Wire) - ", "- ") + " More tomorrow.", "2025-03-04")
    russian = told("russian", RUSSIAN, language="ru")
    other = told("other", OTHER)
    (family,) = families([paper, other, russian, wire])
    assert family.origin == wire.id
    assert dict(zip(family.members, family.ways, strict=True)) == {
        wire.id: "origin", paper.id: "copy", russian.id: "translation",
    }  # fmt: skip
    assert "own outlet" in family.reason
    assert together([wire, other]) == {wire.id: wire.id, other.id: other.id}


def test_a_credited_outlet_is_the_origin_even_where_it_is_read_later() -> None:
    early = told("early", AGENCY, "2025-03-03", "Morning Post")
    wire = told("wire", AGENCY.replace("(Northern Wire) - ", ""), "2025-03-04", "Northern Wire")
    (family,) = families([early, wire])
    assert (family.origin, family.reason) == (wire.id, "1 of the others name Northern Wire as their source")


def test_of_a_large_family_each_outlet_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    copies = [told(f"{n}", AGENCY + f" Edition {n}.", outlet=f"Post {n % 3}") for n in range(60)]
    asked: list[str | None] = []
    real = module._names

    def counted(head: str, outlet: str | None) -> bool:
        asked.append(outlet)
        return real(head, outlet)

    monkeypatch.setattr(module, "_names", counted)
    (family,) = families([*copies, told("wire", AGENCY, outlet="Northern Wire")])
    assert family.reason == "60 of the others name Northern Wire as their source"
    assert len(asked) <= len(copies) * 4 + 4


def test_the_order_of_the_documents_changes_nothing() -> None:
    group = [told(f"{n}", AGENCY + f" Edition {n}.", f"2025-03-0{n}") for n in range(3, 7)]
    assert families(group) == families(group[::-1])


def test_what_a_copy_changed() -> None:
    assert changes("some 1,400 shops burned down", "some 1,200 shops burned") == (
        Change("1,400", "1,200"), Change("down", ""),
    )  # fmt: skip
    assert changes("same", "same") == ()


def test_a_paper_that_credits_an_agency_beside_itself_is_no_origin() -> None:
    wire = told(
        "wire",
        AGENCY.replace("(Northern Wire) - ", "- ") + " It was the second such meeting of the year.",
        outlet="Vesti 24",
    )
    paper = replace(
        told("paper", AGENCY.replace("(Northern Wire) - ", "- ")), outlet="Our Post", removed=("By AFP and Our Post",)
    )
    (family,) = families([paper, wire])
    assert family.origin == wire.id


def test_a_shortened_translation_is_known_by_its_credit() -> None:
    told_of = [*range(101, 117)]
    retold = [*range(101, 110), *range(301, 308)]
    english = Dated(", then ".join(f"{n} of them" for n in told_of), "en", "2025-03-03")
    russian = Dated(", затем ".join(f"{n} из них" for n in retold), "ru", "2025-03-03")
    assert translation_pairs([english, russian]) == []
    assert translation_pairs([english, russian], lambda one, other: True) == [(0, 1)]


def test_a_translation_cut_to_a_few_lines_is_known_by_its_credit_and_more_facts() -> None:
    english = Dated(", then ".join(f"{n} of them" for n in range(101, 141)), "en", "2025-03-03")
    cut = Dated(", затем ".join(f"{n} из них" for n in (*range(101, 112), 301, 302)), "ru", "2025-03-03")
    less = Dated(", затем ".join(f"{n} из них" for n in (*range(101, 108), *range(301, 309))), "ru", "2025-03-03")
    assert translation_pairs([english, cut]) == []
    assert translation_pairs([english, cut], lambda one, other: True) == [(0, 1)]
    assert translation_pairs([english, less], lambda one, other: True) == []


@pytest.mark.parametrize("byline", ["By AMP and The Daily Post", "AMP/The Daily Post"])
def test_a_byline_shared_with_an_agency_that_nobody_lists_is_no_sign_of_an_origin(byline: str) -> None:
    text = AGENCY.replace("(Northern Wire) - ", "- ")
    fuller = told("fuller", text + " It was the second such meeting of the year.", outlet="Canal News")
    paper = replace(told("paper", text), outlet="The Daily Post", removed=(byline,))
    (family,) = families([paper, fuller])
    assert family.origin == fuller.id
