"""Words hung too high by a projective parser go back under the word that their relation names."""

from multivector.text.lifted import lowered


def put_back(heads: list[int], labels: list[str]) -> tuple[list[int], list[str]]:
    lowered(heads, labels)
    return heads, labels


def test_a_lifted_word_goes_to_the_first_word_below_with_the_relation() -> None:
    # "hearing is scheduled on issue": "on" hangs on "scheduled", and was lifted from "hearing", its subject
    assert put_back([2, 2, 2, 2, 3], ["nsubjpass", "auxpass", "ROOT", "prep||nsubjpass", "pobj"]) == (
        [2, 2, 2, 0, 3], ["nsubjpass", "auxpass", "ROOT", "prep", "pobj"],
    )  # fmt: skip


def test_the_nearest_level_is_searched_first() -> None:
    heads, labels = put_back([1, 4, 1, 2, 4, 4], ["det", "dobj", "prep", "dobj", "ROOT", "relcl||dobj"])
    assert (heads[5], labels[5]) == (1, "relcl")


def test_without_such_a_word_it_stays() -> None:
    assert put_back([1, 1, 1], ["nsubj", "ROOT", "prep||dobj"]) == ([1, 1, 1], ["nsubj", "ROOT", "prep"])


def test_other_relations_are_left_alone() -> None:
    assert put_back([1, 1], ["nsubj", "ROOT"]) == ([1, 1], ["nsubj", "ROOT"])
