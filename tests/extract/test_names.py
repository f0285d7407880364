"""Known names in a text: whole words, the longest, and none that only say whom somebody is for."""

from itertools import pairwise

import pytest

from multivector.extract.names import _Finder, find_names, fixed_names
from multivector.world.own import Own


def named(text: str) -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.name.actor) for h in find_names(text)]


FOUND = [
    # the longest of overlapping names
    ("Papua New Guinea sent a note to Guinea-Bissau.", [("Papua New Guinea", "PNG"), ("Guinea-Bissau", "GNB")]),
    ("North Korea and South Korea", [("North Korea", "PRK"), ("South Korea", "KOR")]),
    ("Nigeria and Niger", [("Nigeria", "NGA"), ("Niger", "NER")]),
    # possessives, straight and curly, and compounds
    ("Chad's envoy met Peru’s.", [("Chad", "TCD"), ("Peru", "PER")]),
    ("the Netherlands' ports", [("Netherlands", "NLD")]),
    ("an Iran-Iraq commission", [("Iran", "IRN"), ("Iraq", "IRQ")]),
    ("a Norwegian-led mission", [("Norwegian", "NOR")]),
    # all capitals, from four letters on; a line break or a hard space inside a name
    ("IRAN WARNS KUWAIT", [("IRAN", "IRN"), ("KUWAIT", "KWT")]),
    ("South\nKorea", [("South\nKorea", "KOR")]),
    ("Saudi\u00a0Arabia", [("Saudi\u00a0Arabia", "SAU")]),
    # what a state ruled is not that state; an organ that a state has too is its own
    ("riots in the former French colony of Chad", [("Chad", "TCD")]),
    ("the Security Council and Pakistan's Security Council", [("Security Council", "UN"), ("Pakistan", "PAK")]),
    # capitals and metonyms stand for their state
    ("Ankara told the Kremlin", [("Ankara", "TUR"), ("Kremlin", "RUS")]),
]


HOMES = [
    ("Kurdish rebels fled.", "Kurdish", "TUR"),
    ("Baghdad met Kurdish rebels.", "Kurdish", "IRQ"),
    ("Turkish jets hit Kurdish rebels in northern Iraq.", "Kurdish", "IRQ"),
    ("Hutu rebels left Burundi.", "Hutu", "BDI"),
    ("Militias fought in Tripoli, the Lebanese port.", "Tripoli", "LBN"),
    ("Militias fought in Tripoli.", "Tripoli", "LBY"),
    ("Yoruba chiefs met.", "Yoruba", "NGA"),
]


@pytest.mark.parametrize(("text", "word", "state"), HOMES, ids=[t[0][:30] for t in HOMES])
def test_what_several_states_have_is_that_of_the_one_named(text: str, word: str, state: str) -> None:
    assert dict(named(text))[word] == state


@pytest.mark.parametrize(("text", "names"), FOUND, ids=[t[0][:30] for t in FOUND])
def test_finds_names(text: str, names: list[tuple[str, str]]) -> None:
    assert named(text)[:2] == names


NONE = [
    "a pro-Russian rally",
    "anti-Iranian slogans",
    "an ex-Soviet republic",
    "a Russian-style law",
    "Iranian-made drones",
    "non-Chinese goods",
    "Iranology",  # no whole word
    "Perun and Omanis2x",
    "the turkey and the chad",  # case-sensitive
    "WE TOLD us CHAS",
    "the South China Sea",  # protected phrases
    "under the Paris Agreement",
    "Georgia Tech won the game",
    "a jar of Brazil nuts",
]


@pytest.mark.parametrize("text", NONE)
def test_finds_no_name_where_none_is_meant(text: str) -> None:
    assert named(text) == []


def test_a_state_joined_to_capitals_by_a_hyphen_is_found() -> None:
    assert named("US-Iran talks resumed") == [("US", "USA"), ("Iran", "IRN")]


def test_hits_are_in_text_order_and_do_not_overlap() -> None:
    hits = find_names(
        "The Czech Republic, New Zealand, the Republic of Korea, China and Hong Kong met in New Delhi. " * 5
    )
    assert len(hits) >= 30
    assert all(one.end <= other.start for one, other in pairwise(hits))


def test_the_parser_is_given_names_of_several_words_and_unknown_ones() -> None:
    hits = find_names("Iran, Saudi Arabia and the US met.")
    fixed = fixed_names(hits)
    assert [f.form for f in fixed] == ["Arabia", "States"]
    assert all(any((f.start, f.end) == (h.start, h.end) for h in hits) for f in fixed)


def test_an_empty_text_has_no_names() -> None:
    assert find_names("") == ()


def test_what_was_agreed_in_a_city_bears_its_name() -> None:
    assert [h.name.actor for h in find_names("Poland will quit the Ottawa Convention, Ottawa said.")] == ["POL", "CAN"]
    assert not find_names("The Minsk agreements and the Budapest Memorandum are dead.")
    assert not find_names("Оттавская конвенция и минские соглашения", "ru")


def test_the_first_texts_give_what_the_automaton_gives() -> None:
    text = "MOSCOW: Vladimir Putin met Xi Jinping of China; the EU, KAZAKHSTAN and U.S. officials in New York watched."
    finder = _Finder("en", Own(""))
    cold = sorted((start, end, name.actor) for start, end, name in finder.spans(text))
    finder.spans(text)
    warm = sorted((start, end, name.actor) for start, end, name in finder.spans(text))
    assert cold == warm
    assert len(cold) > 6


def test_money_is_no_word_of_its_state() -> None:
    assert not find_names("It lent 500 million U.S. dollars, 12 Swiss francs and 3 Russian roubles.")
    assert [h.name.actor for h in find_names("U.S. dollar holders met Swiss bankers.")] == ["CHE"]
    assert [h.name.actor for h in find_names("U.S. companies met, Israel pounds Gaza.")] == ["USA", "ISR", "PSE"]
