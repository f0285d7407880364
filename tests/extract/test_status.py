"""Asserted, denied, planned or hypothetical."""

import pytest
from tests.extract.extract_builders import article_of, token_of

from multivector.extract.status import is_negated, is_unwilling, status_of

STATUS = [
    # facts
    ("Chad attacked Niger.", "attacked", "asserted"),
    ("Chad managed to attack Niger.", "attack", "asserted"),
    ("Niger, if small, was attacked by Chad.", "attacked", "asserted"),
    ("Togo denounced Chad's attack on Niger.", "attack", "asserted"),
    ("Togo did not forget Chad's attack on Niger.", "attack", "asserted"),
    # denials
    ("Chad did not attack Niger.", "attack", "denied"),
    ("Chad didn't attack Niger.", "attack", "denied"),
    ("Chad never attacked Niger.", "attacked", "denied"),
    ("Chad failed to attack Niger.", "attack", "denied"),
    ("Chad refused to attack Niger.", "attack", "denied"),
    ("Chad left without attacking Niger.", "attacking", "denied"),
    ("No soldier attacked Niger.", "attacked", "denied"),
    ("Chad denied that it attacked Niger.", "attacked", "denied"),
    ("Those who say Chad attacked Niger are mistaken.", "attacked", "denied"),
    ("Reports that Chad attacked Niger are false.", "attacked", "denied"),
    ("Claims that Chad attacked Niger were dismissed by Togo.", "attacked", "denied"),
    ("Togo dismissed reports that Chad attacked Niger.", "attacked", "denied"),
    ('Togo dismissed as "absurd" reports that Chad attacked Niger.', "attacked", "denied"),
    ("Chad was kept from attacking Niger.", "attacking", "denied"),
    # plans
    ("Chad will attack Niger.", "attack", "planned"),
    ("Chad is going to attack Niger.", "attack", "planned"),
    ("Chad plans to attack Niger.", "attack", "planned"),
    ("Chad decided to attack Niger.", "attack", "planned"),
    ("Chad said it would attack Niger.", "attack", "planned"),
    ("Chad's minister is expected to visit Niger.", "visit", "planned"),
    ("Chad announced an upcoming attack on Niger.", "attack", "planned"),
    # what may be
    ("Chad may attack Niger.", "attack", "hypothetical"),
    ("Chad would attack Niger.", "attack", "hypothetical"),
    ("If Chad attacks Niger, Togo will help.", "attacks", "hypothetical"),
    ("Togo will help unless Chad attacks Niger.", "attacks", "hypothetical"),
    ("Togo asked whether Chad attacked Niger.", "attacked", "hypothetical"),
    ("Did Chad attack Niger?", "attack", "hypothetical"),
    ("Chad threatened to attack Niger.", "attack", "hypothetical"),
    ("Nothing prevents Chad from attacking Niger.", "attacking", "hypothetical"),
    ("Togo saw the move as the start of Chad's withdrawal from the pact.", "withdrawal", "hypothetical"),
    ("Chad wants to attack Niger.", "attack", "hypothetical"),
    ("Togo fears an attack on Niger.", "attack", "hypothetical"),
    ("The risk of an attack on Niger grew.", "attack", "hypothetical"),
    ("The delay should not be seen as an attack on Niger.", "attack", "denied"),
    ("Chad said it would attack Niger if Togo left.", "attack", "hypothetical"),
    ("A Chadian attack on Niger could lead to war.", "attack", "hypothetical"),
    ("Any attack on Niger would be met with force.", "attack", "hypothetical"),
    # ... but of one that is known, or that has done something, a guess about what follows is no doubt
    ("The Chadian attack on Niger could lead to war.", "attack", "asserted"),
    ("A Chadian attack on Niger may have killed ten.", "attack", "asserted"),
    ("A Chadian attack on Niger killed ten.", "attack", "asserted"),
]


@pytest.mark.parametrize(("text", "word", "status"), STATUS, ids=[t[0] for t in STATUS])
def test_the_status_of_an_act(text: str, word: str, status: str) -> None:
    article = article_of(text)
    assert status_of(article.parse, token_of(article, word).i) == status


NEGATED = [
    ("Chad did not sign.", "sign", True),
    ("No plans exist.", "plans", True),
    ("Neither side signed.", "signed", True),
    ("Nobody signed.", "signed", True),
    ("Chad neither paid nor signed.", "signed", True),
    pytest.param(
        "Chad signed, not Niger.",
        "signed",
        False,
        marks=pytest.mark.xfail(strict=True, reason="the not of a contrast counts for the verb"),
    ),
    ("Chad signed.", "signed", False),
]


@pytest.mark.parametrize(("text", "word", "negated"), NEGATED)
def test_negations(text: str, word: str, negated: bool) -> None:
    article = article_of(text)
    assert is_negated(article.parse, token_of(article, word).i) is negated


UNWILLING = [
    ("Chad will not join the union.", "join", True),
    ("Chad has no plans to join the union.", "join", True),
    ("Chad decided not to join the union.", "join", True),
    ("Chad is not going to join the union.", "join", True),
    ("Chad did not join the union.", "join", False),
    ("Chad will join the union.", "join", False),
    ("Chad has plans to join the union.", "join", False),
]


@pytest.mark.parametrize(("text", "word", "unwilling"), UNWILLING, ids=[t[0] for t in UNWILLING])
def test_refusals(text: str, word: str, unwilling: bool) -> None:
    article = article_of(text)
    assert is_unwilling(article.parse, token_of(article, word).i) is unwilling
