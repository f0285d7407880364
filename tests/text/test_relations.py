"""Prepositions folded into their nouns, on trees that are written by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.text.morphology import Form
from multivector.text.relations import Tree, relation

DEPS = (
    "ROOT",
    "nsubj",
    "dobj",
    "prep",
    "pobj",
    "pcomp",
    "agent",
    "dative",
    "conj",
    "mark",
    "advmod",
    "amod",
    "poss",
    "nmod",
)
TAGS = ("NN", "NNP", "VBD", "VBG", "IN", "RB", "JJ", "TO")


def tree(*rows: tuple[str, str, str, int]) -> Tree:
    """A tree of (word, relation, tag, head)."""
    words, deps, tags, heads = zip(*rows, strict=True)
    below: list[list[int]] = [[] for _ in rows]
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(i)
    verbs = {"VBD": "VERB", "VBG": "VERB", "JJ": "ADJ", "RB": "ADV"}
    forms = [Form(verbs.get(tag, "NOUN"), word.lower()) for word, tag in zip(words, tags, strict=True)]
    return Tree(words, deps, tags, heads, below, forms)


def test_a_noun_behind_a_preposition_hangs_on_what_the_preposition_hangs_on() -> None:
    spoke = tree(
        ("He", "nsubj", "PRP", 1), ("spoke", "ROOT", "VBD", 1), ("in", "prep", "IN", 1), ("Ankara", "pobj", "NNP", 2)
    )
    assert relation(spoke, 3) == ("obl", "in", 1)
    assert relation(spoke, 2) == ("case", "", 3)
    assert relation(spoke, 0) == ("nsubj", "", 1)
    assert relation(spoke, 1) == ("root", "", 1)
    talks = tree(("talks", "ROOT", "NNS", 0), ("with", "prep", "IN", 0), ("Iran", "pobj", "NNP", 1))
    assert relation(talks, 2) == ("nmod", "with", 0)


def test_prepositions_of_two_words_are_one_case() -> None:
    out = tree(
        ("left", "ROOT", "VBD", 0), ("out", "prep", "IN", 0), ("of", "prep", "IN", 1), ("NATO", "pobj", "NNP", 2)
    )
    assert relation(out, 3) == ("obl", "out of", 0)
    because = tree(
        ("fell", "ROOT", "VBD", 0), ("because", "prep", "IN", 0), ("of", "pcomp", "IN", 1), ("war", "pobj", "NN", 1)
    )
    assert relation(because, 3) == ("obl", "because of", 0)
    assert relation(because, 2) == ("case", "", 3)


def test_agents_clauses_and_lost_conjuncts() -> None:
    agent = tree(("hit", "ROOT", "VBN", 0), ("by", "agent", "IN", 0), ("rebels", "pobj", "NNS", 1))
    assert relation(agent, 2) == ("agent", "by", 0)
    clause = tree(("accused", "ROOT", "VBD", 0), ("of", "prep", "IN", 0), ("hiding", "pcomp", "VBG", 1))
    assert relation(clause, 2) == ("pcl", "of", 0)
    two = tree(
        ("met", "ROOT", "VBD", 0), ("with", "prep", "IN", 0), ("Iran", "pobj", "NNP", 1), ("Iraq", "pobj", "NNP", 1)
    )
    assert relation(two, 3) == ("conj", "", 2)
    lone = tree(("In", "ROOT", "IN", 0), ("Ankara", "pobj", "NNP", 0))
    assert relation(lone, 1) == ("root", "in", 1)


@pytest.mark.parametrize(
    ("clear", "ours"),
    [("dobj", "obj"), ("nmod", "compound"), ("parataxis", "ccomp"), ("quantmod", "advmod"), ("amod",) * 2],
)
def test_other_relations_have_names_of_ours(clear: str, ours: str) -> None:
    assert relation(tree(("saw", "ROOT", "VBD", 0), ("it", clear, "NN", 0)), 1) == (ours, "", 0)


@given(st.lists(st.tuples(st.sampled_from(DEPS), st.sampled_from(TAGS), st.integers(0, 9)), min_size=1, max_size=10))
def test_whatever_a_parser_makes_every_word_has_a_relation(rows: list[tuple[str, str, int]]) -> None:
    given_ = tree(*((f"w{i}", dep, tag, head % len(rows)) for i, (dep, tag, head) in enumerate(rows)))
    for i in range(len(rows)):
        name, case, head = relation(given_, i)
        assert name and case == case.lower()
        assert 0 <= head < len(rows)
