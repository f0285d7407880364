"""Who is for or against whom in a whole Russian article."""

from dataclasses import replace

import pytest

from multivector.codebook.attitudes import CLASSES
from multivector.extract.regard_article import kinds_of, pooled
from multivector.extract.regard_sights import CROWD, lines, sights
from multivector.model import Document, Regard, document_id
from multivector.reading import bare_document, parsed_russian, regards_of
from multivector.tones import attitude_between, attitude_features

AGAINST = "Москва осудила Киев за обстрел города. Россия обвинила Украину в срыве переговоров."
FOR = "Минск поддержал Москву. Беларусь высоко ценит помощь России и назвала её надёжным союзником."


def russian(text: str) -> Document:
    return replace(bare_document("text", text, None), language="ru", id=document_id("text", text))


def signs(text: str) -> dict[tuple[str, str], Regard]:
    return {(r.source, r.target): r for r in regards_of(russian(text))}


def test_praise_and_blame_have_their_direction_and_their_sentences() -> None:
    found = signs(f"{AGAINST}\n\n{FOR}")
    against, praise = found["RUS", "UKR"], found["BLR", "RUS"]
    assert against.sign == "neg" and -1 <= against.value < 0 < praise.value <= 1 and praise.sign == "pos"
    text = f"{AGAINST}\n\n{FOR}"
    for regard in found.values():
        assert regard.evidence and regard.reasons
        assert all(text[e.start : e.end] == e.quote for e in regard.evidence)
    assert {e.quote for e in against.evidence} <= {"Москва осудила Киев за обстрел города.", AGAINST.split(". ")[1]}


def test_what_two_sentences_show_counts_more_than_one() -> None:
    once, twice = signs("Москва осудила Киев."), signs("Москва осудила Киев. Россия обвинила Украину во лжи.")
    assert twice["RUS", "UKR"].value <= once["RUS", "UKR"].value < 0


def test_actors_that_only_meet_have_no_regard() -> None:
    assert signs("Самолёт вылетел из Грузии в Индию через Казахстан.") == {}
    assert signs("") == signs("В Женеве идёт дождь.") == {}


def test_other_languages_have_none_and_russian_paragraphs_are_found_among_them() -> None:
    english = "Moscow condemned Kyiv for the shelling of the town, officials in the capital said on Monday."
    assert regards_of(bare_document("text", english, None)) == ()
    mixed = replace(russian(f"{english}\n\n{AGAINST}"), language="en")
    assert {(r.source, r.target) for r in regards_of(mixed)} >= {("RUS", "UKR")}


def test_the_same_text_gives_the_same_regards_in_order() -> None:
    one, other = regards_of(russian(f"{FOR} {AGAINST}")), regards_of(russian(f"{FOR} {AGAINST}"))
    assert one == other
    assert list(one) == sorted(one, key=lambda r: (r.source, r.target))


def test_each_pair_is_seen_from_both_sides_and_names_are_no_words() -> None:
    found = parsed_russian(russian("Москва осудила Киев, а Минск поддержал Москву."))
    assert found is not None
    parse, reading = found
    seen = list(sights(lines(parse, reading.mentions)))
    pairs = [(s.source, s.target) for s in seen]
    assert {(b, a) for a, b in pairs} == set(pairs) and len(pairs) == 6
    forth = next(s for s in seen if (s.source, s.target) == ("RUS", "UKR"))
    assert "order:>" in forth.features
    assert not any(name.split(":")[-1] in ("minsk", "минск") for name in forth.features)
    whole = pooled(reading, kinds_of(reading), [forth, forth])
    assert whole["kind:state state"] == 1.0
    assert whole["order:>"] == pytest.approx(2**0.5)


def test_a_list_of_names_shows_nothing() -> None:
    codes = [f"A{n}" for n in range(CROWD + 1)]
    found = parsed_russian(russian("Россия, Украина, Грузия и Индия участвуют в форуме."))
    assert found is not None
    parse, reading = found
    (line,) = lines(parse, reading.mentions)
    assert set(line.actors) == {"RUS", "UKR", "GEO", "IND"}
    many = [replace(m, actor=codes[n]) for n, m in enumerate(reading.mentions)]
    assert len(lines(parse, many[:2])) == 1 and lines(parse, many[:1]) == []


SENTENCES = [
    ("Иванов резко раскритиковал Петрова за ложь.", "Иванов", "Петрова", "ill of q by p"),
    ("Петров был раскритикован Ивановым.", "Петров", "Ивановым", "ill of p by q"),
]


@pytest.mark.parametrize(("text", "first", "second", "expected"), SENTENCES)
def test_a_bare_sentence_is_read_by_the_same_table(text: str, first: str, second: str, expected: str) -> None:
    places = [(text.index(name), text.index(name) + len(name)) for name in (first, second)]
    assert CLASSES[attitude_between(text, *places).label] == expected
    forth, back = attitude_features(text, *places)
    assert "order:>" in forth and "order:<" in back
