"""Subjects and objects of verbs and nouns, whatever the construction."""

from collections.abc import Callable

import pytest
from tests.conftest import Read
from tests.extract.extract_builders import article_of, token_of, words_of

from multivector.extract.arguments import arguments, core
from multivector.extract.subjects import is_passive, subject

VERBS = [
    # actives and passives
    ("Peru banned figs.", "banned", {"subj": ["Peru"], "obj": ["figs"]}),
    ("Figs were banned by Peru.", "banned", {"subj": ["Peru"], "obj": ["Figs"]}),
    ("Peru on Friday fired two shells at Chile.", "fired", {"subj": ["Peru"], "on": []}),
    ("Figs were banned.", "banned", {"subj": [], "obj": ["Figs"]}),
    # control
    ("Kenya urged Uganda to ban figs.", "ban", {"subj": ["Uganda"], "obj": ["figs"]}),
    ("Kenya promised Uganda to ban figs.", "ban", {"subj": ["Kenya"], "obj": ["figs"]}),
    ("Kenya wants to ban figs.", "ban", {"subj": ["Kenya"], "obj": ["figs"]}),
    ("Uganda was urged to ban figs.", "ban", {"subj": ["Uganda"], "obj": ["figs"]}),
    ("Kenya announced plans to ban figs.", "ban", {"subj": ["Kenya"], "obj": ["figs"]}),
    ("Kenya's plans to ban figs failed.", "ban", {"subj": ["Kenya"], "obj": ["figs"]}),
    ("Kenya left after banning figs.", "banning", {"subj": ["Kenya"], "obj": ["figs"]}),
    # relative clauses, full and reduced
    ("Kenya, which banned figs, met Uganda.", "banned", {"obj": ["figs"]}),
    ("The figs that Kenya banned rotted.", "banned", {"subj": ["Kenya"], "obj": ["figs"]}),
    ("The ban Kenya imposed on figs failed.", "imposed", {"subj": ["Kenya"], "obj": ["ban"], "on": ["figs"]}),
    ("The figs banned by Kenya rotted.", "banned", {"subj": ["Kenya"], "obj": ["figs"]}),
    # what the parser reads as other phrases
    ("Kenya gave the Ugandan envoy two days to leave.", "gave", {"subj": ["Kenya"], "obj": ["days"]}),
    ("Kenya gave Uganda two ships last week.", "gave", {"subj": ["Kenya"], "obj": ["ships"]}),
    ("Kenya declared Uganda's envoy persona non grata.", "declared", {"subj": ["Kenya"], "persona": ["envoy"]}),
    # coordination
    (
        "Kosovo's minister said the offices were illegal and accused Belgrade of running parallel institutions.",
        "accused",
        {"subj": ["minister"], "obj": ["Belgrade"]},
    ),
    ("The minister said the soldiers were innocent and demanded their release.", "demanded", {"subj": ["soldiers"]}),
    ("Kenya met Uganda and banned figs.", "banned", {"subj": ["Kenya"], "obj": ["figs"]}),
    ("Kenya condemned and sanctioned Uganda.", "condemned", {"subj": ["Kenya"], "obj": ["Uganda"]}),
    # where parsers lose the subject
    ("In August Kazakhstan banned figs.", "banned", {"subj": ["Kazakhstan"], "obj": ["figs"]}),
    ("Kenya waited before Lavrov called for talks.", "called", {"subj": ["Lavrov"], "for": ["talks"]}),
]


@pytest.mark.parametrize(("text", "verb", "expected"), VERBS, ids=[t[0] for t in VERBS])
def test_arguments_of_verbs(text: str, verb: str, expected: dict[str, list[str]]) -> None:
    article = article_of(text)
    given = arguments(article.parse, token_of(article, verb).i)
    assert {label: words_of(article, given.get(label, ())) for label in expected} == expected


PREPOSITIONS = [
    ("Kenya imposed tariffs on Uganda.", "imposed", "on", ["Uganda"]),
    ("Kenya shared data with Uganda.", "shared", "with", ["Uganda"]),
    ("Kenya's tariffs on Uganda rose.", "tariffs", "on", ["Uganda"]),
    ("A visit by Kenya to Uganda failed.", "visit", "to", ["Uganda"]),
    ("A visit by Kenya to Uganda failed.", "visit", "subj", ["Kenya"]),
    ("Kenya's tariffs on Uganda rose.", "tariffs", "subj", ["Kenya"]),
    ("The tariffs imposed by Kenya on Uganda rose.", "tariffs", "subj", ["Kenya"]),
    ("Kenyan tariffs rose.", "tariffs", "nation", ["Kenyan"]),
    ("Kenya will sign if Uganda pays.", "sign", "if", ["pays"]),
]


@pytest.mark.parametrize(("text", "word", "label", "heads"), PREPOSITIONS, ids=[f"{t[0]} {t[2]}" for t in PREPOSITIONS])
def test_prepositions_and_arguments_of_nouns(text: str, word: str, label: str, heads: list[str]) -> None:
    article = article_of(text)
    assert words_of(article, arguments(article.parse, token_of(article, word).i).get(label, ())) == heads


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Kenya imposed a series of tariffs.", "series", "tariffs"),
        ("Kenya imposed a new package of sanctions.", "package", "sanctions"),
        ("Kenya imposed a tax.", "tax", "tax"),
        ("A wave of a number of attacks came.", "wave", "attacks"),
    ],
)
def test_the_noun_that_is_meant(text: str, word: str, meant: str) -> None:
    article = article_of(text)
    assert words_of(article, [core(article.parse, token_of(article, word).i)]) == [meant]


@pytest.mark.parametrize(
    ("text", "word", "passive"),
    [
        ("Figs were banned.", "banned", True),
        ("Figs banned by Peru rotted.", "banned", True),
        ("Figs were seized and burned.", "burned", True),
        ("Peru has banned figs.", "banned", False),
        ("Peru banned figs.", "banned", False),
    ],
)
def test_passives(text: str, word: str, passive: bool) -> None:
    article = article_of(text)
    assert is_passive(article.parse, token_of(article, word)) is passive


def test_no_subject_is_better_than_a_wrong_one() -> None:
    article = article_of("Ban figs now.")
    assert subject(article.parse, token_of(article, "Ban").i) is None


def test_whom_an_act_spares_is_no_party(read: Callable[..., Read]) -> None:
    spared = read("Kazakhstan banned exports of fuel, except for deliveries to Kyrgyzstan.").events
    assert all("KGZ" not in e.target for e in spared)
    aimed = read("Kazakhstan banned exports of fuel to Kyrgyzstan.").events
    assert [e.target for e in aimed if e.type == "SANCTION"] == [("KGZ",)]
