"""Whose an organ is of which the text does not say it."""

from collections.abc import Callable

import pytest
from tests.conftest import Read
from tests.extract.extract_builders import article_of, read_russian, token_of

from multivector.extract.organs import is_organ
from multivector.extract.parties import parties
from multivector.model import Event, Statement
from multivector.pipeline import read_article

LEAD = "Hungary summoned the Ukrainian ambassador. "
BUDAPEST = [
    # the dateline's own organs, in their many kinds
    (LEAD + "The foreign ministry said that the step was final.", "ministry", "HUN", "dateline"),
    (LEAD + "Parliament approved the treaty.", "Parliament", "HUN", "dateline"),
    (LEAD + "Police detained three men.", "Police", "HUN", "dateline"),
    (LEAD + "The central bank kept its rate.", "bank", "HUN", "dateline"),
    (LEAD + "Lawmakers voted to leave the court.", "Lawmakers", "HUN", "dateline"),
    (LEAD + "The government said it would appeal.", "it", "HUN", "dateline"),
    # an owner, a place of the clause, or a speaker of another state is nearer
    (LEAD + "The Ukrainian foreign ministry said that it was sorry.", "ministry", "UKR", None),
    (LEAD + "In Kyiv, the government rejected the charge.", "government", "UKR", None),
    (LEAD + "Ukrainian President Volodymyr Zelenskiy said the government refused.", "government", "UKR", "speaker"),
    # people speak abroad
    (LEAD + "The foreign minister said in Warsaw that talks would go on.", "minister", "HUN", "dateline"),
    (LEAD + "In Warsaw, the foreign minister said that talks would go on.", "minister", "POL", None),
    # whom police deal with is at home there
    (LEAD + "Police detained three protesters.", "protesters", "HUN", None),
    # agencies and services where a word says of what; crowds are at home
    (LEAD + "The food safety agency found mould.", "agency", "HUN", "dateline"),
    (LEAD + "The news agency waited.", "agency", None, None),
    (LEAD + "Protesters gathered in the rain.", "Protesters", "HUN", "dateline"),
    (LEAD + "Tourists gathered in the rain.", "Tourists", None, None),
    # organs of nobody in particular, and a bank that is none
    (LEAD + "Other governments waited.", "governments", None, None),
    (LEAD + "The regional government waited.", "government", None, None),
    (LEAD + "The bank waited.", "bank", None, None),
]


@pytest.mark.parametrize(("text", "word", "state", "why"), BUDAPEST, ids=[f"{b[0][43:75]} {b[1]}" for b in BUDAPEST])
def test_organs_in_an_article_from_budapest(text: str, word: str, state: str | None, why: str | None) -> None:
    article = article_of(text, place="Budapest")
    found = parties(article, token_of(article, word).i)
    if state is None:
        assert "dateline" not in {p.why for p in found}
    else:
        assert [(p.code, p.why) for p in found] == [(state, why)]


UNTOLD = [
    # a dateline whose state is not spoken of gives way to who acts
    ("Ugandan soldiers killed five people. Later police denied it.", "Nairobi", "police", "UGA"),
    ("Police arrested a Ugandan.", "Nairobi", "Police", "KEN"),
    ("The foreign ministry summoned the Polish envoy.", "Minsk", "ministry", "BLR"),
    # the kind that was named in full before
    ("The Syrian government fell silent. Roads were closed. Shops shut. It rained. Later the government spoke.",
     "Beirut", "government", "SYR"),
    # a report on one country from another; not where the dateline's own state acts, nor after another's army
    ("Rwandan authorities held three Ugandan writers. Later police beat them.", "Kampala", "police", "RWA"),
    ("Uganda protested. Rwandan authorities held a writer. Later police beat them.", "Kampala", "police", "UGA"),
    ("The Russian army shelled Kharkiv. Later police counted the dead.", "Kyiv", "police", "UKR"),
    # the dateline's state is out where its own people are acted on
    ("Uganda was firm. The foreign ministry summoned the Ugandan envoy.", "Kampala", "ministry", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "word", "state"), UNTOLD, ids=[f"{u[1]} {u[2]}" for u in UNTOLD])
def test_organs_of_whom_the_article_speaks(text: str, place: str, word: str, state: str | None) -> None:
    article = article_of(text, place=place)
    found = parties(article, token_of(article, word, 2 if text.count(f" {word} ") > 1 else 1).i)
    assert [p.code for p in found] == ([state] if state else [])


def test_without_a_dateline_nothing_is_made_up() -> None:
    article = article_of("The foreign ministry said that it would answer.")
    assert parties(article, token_of(article, "ministry").i) == ()


def test_what_is_no_organ() -> None:
    article = article_of("Governments, a bank and the national bank met the officials.")
    assert [is_organ(article, token_of(article, w)) for w in ("Governments", "officials")] == [False, True]
    assert [is_organ(article, token_of(article, "bank", n)) for n in (1, 2)] == [False, True]


def test_records_say_how_the_state_was_told() -> None:
    article = article_of(LEAD + "The foreign ministry said it condemned Ukraine.", place="Budapest")
    records = read_article(article.document).records
    told = [r for r in records if "organ:dateline" in [o.rule for o in r.origin]]
    assert {type(r) for r in told} == {Event, Statement}
    assert next(r.speaker.state for r in told if isinstance(r, Statement)) == "HUN"
    assert next((r.source, r.target) for r in told if isinstance(r, Event)) == (("HUN",), ("UKR",))


OFFICES = [
    (LEAD + "A government spokesman, Ivan Petrenkov, said that it was late.", "Budapest", "HUN"),
    (LEAD + "Defence Minister Ivan Petrenkov said that it was late.", "Budapest", "HUN"),
    (LEAD + "Polish Defence Minister Ivan Petrenkov said that it was late.", "Budapest", "POL"),
    (LEAD + "A baker, Ivan Petrenkov, said that it was late.", "Budapest", None),
    ("A government spokesman, Ivan Petrenkov, said that it was late.", None, None),
]


@pytest.mark.parametrize(("text", "place", "state"), OFFICES, ids=[f"{o[0][43:70]} {o[1]}" for o in OFFICES])
def test_the_state_of_who_holds_an_office(text: str, place: str | None, state: str | None) -> None:
    document = article_of(text, place=place).document
    told = [r for r in read_article(document).records if isinstance(r, Statement)]
    assert told[-1].speaker.name == "Ivan Petrenkov"
    assert told[-1].speaker.state == state


def test_an_office_told_once_is_kept() -> None:
    text = LEAD + "Senator Ivan Petrenkov criticised the deal. He said that Ukraine would refuse."
    told = [r for r in read_article(article_of(text, place="Budapest").document).records if isinstance(r, Statement)]
    assert {r.speaker.state for r in told if r.speaker.name == "Ivan Petrenkov"} == {"HUN"}


def test_the_subject_of_a_deed_does_not_report() -> None:
    article = article_of(LEAD + "Gazprom refused to help the government.", place="Budapest")
    assert [p.code for p in parties(article, token_of(article, "government").i)] == ["HUN"]


def test_the_charge_is_the_last_organs() -> None:
    text = LEAD + "A court ordered him to leave. Moscow rejected the accusations."
    told = [r for r in read_article(article_of(text, place="Budapest").document).records if isinstance(r, Statement)]
    assert next(r.about for r in told if r.speaker.state == "RUS") == ("HUN",)


COLLEAGUES = [
    ("Kenya's Energy Ministry rejected the claims. Deputy Minister Kofi Mensah said they were false.", "KEN"),
    ("Kenya's Energy Ministry met Ugandan envoys. It rained. It froze. Deputy Minister Kofi Mensah smiled.", None),
    (
        "Kenya lodged a protest with Chad after a Chadian plane crossed the border. "
        "Deputy Minister Kofi Mensah said it was a breach.",
        "KEN",
    ),
    ("Kenya and Uganda rejected the claims. Deputy Minister Kofi Mensah said they were false.", None),
]


@pytest.mark.parametrize(("text", "state"), COLLEAGUES)
def test_a_minister_is_of_whom_acted_right_before(read: Callable[..., Read], text: str, state: str | None) -> None:
    said = [s.speaker.state for s in read(text).statements if s.speaker.name == "Kofi Mensah"]
    assert said in ([], [state])


def test_a_russian_minister_is_of_the_ministry_that_told_before() -> None:
    text = "В министерстве сельского хозяйства Кении сообщили о запрете. «Мы ждём», — сказал вице-министр Кофи Менса."
    found = [s.speaker.state for s in Read(read_russian(text)).statements if s.speaker.name == "Кофи Менса"]
    assert found == ["KEN"]
