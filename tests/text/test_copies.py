import random

from hypothesis import given
from hypothesis import strategies as st

from multivector.text.copies import CONTAINMENT, MIN_SHINGLES, clusters, containment

SENTENCE = "the ministry said on tuesday that russia would ban wheat and tomatoes from kazakhstan until new talks end"
WORDS = SENTENCE.split()


def made(seed: int, length: int = 60) -> str:
    return " ".join(random.Random(seed).choices(WORDS + [f"w{seed}x{i}" for i in range(80)], k=length))


def test_an_edited_copy_joins_and_others_stay_apart() -> None:
    one = made(1)
    edited = made(2, 20) + " " + one[len(one) // 3 :].upper()
    found = clusters({"b": one, "c": made(3), "a": edited, "d": edited + " " + made(4)})
    assert found == {"b": "b", "c": "c", "a": "b", "d": "b"}


def test_the_first_in_the_order_given_names_the_cluster() -> None:
    text = made(1)
    assert clusters({"z": text, "a": text}) == {"z": "z", "a": "z"}
    assert clusters({}) == {}


def test_short_texts_must_be_equal() -> None:
    texts = {1: "Russia bans wheat", 2: "russia bans WHEAT.", 3: "Russia bans wheat imports", 4: "", 5: ""}
    assert clusters(texts) == {1: 1, 2: 1, 3: 3, 4: 4, 5: 5}


def test_containment_is_of_the_shorter_in_the_longer() -> None:
    short, long = "one two three four", "zero one two three five six seven"
    assert containment(short, long) == containment(long, short) == 0.5
    assert containment("", long) == 0.0


TEXTS = st.lists(st.lists(st.sampled_from("abcdefg"), min_size=0, max_size=30).map(" ".join), max_size=7)


@given(TEXTS)
def test_the_index_finds_what_comparing_all_pairs_finds(texts: list[str]) -> None:
    parent = list(range(len(texts)))
    sizes = [len({tuple(t.split()[i : i + 3]) for i in range(max(1, len(t.split()) - 2))} - {()}) for t in texts]
    for i in range(len(texts)):
        for j in range(i):
            share, small = containment(texts[i], texts[j]), min(sizes[i], sizes[j])
            alike = share >= CONTAINMENT if small >= MIN_SHINGLES else share == 1.0 and sizes[i] == sizes[j]
            if alike:
                low, high = sorted((parent[i], parent[j]))
                parent = [low if p == high else p for p in parent]
    assert list(clusters(dict(enumerate(texts))).values()) == parent


def test_a_sequence_in_very_many_texts_still_joins_them() -> None:
    agency = made(1)
    texts = {i: f"{agency} {made(i + 10, 20)}" for i in range(60)} | {99: made(5)}
    found = clusters(texts)
    assert {found[i] for i in range(60)} == {0}
    assert found[99] == 99


def test_common_phrases_alone_join_nothing() -> None:
    phrase = "the foreign ministry said in a statement on tuesday"
    texts = {i: f"{phrase} {made(i + 10, 80)}" for i in range(80)}
    assert len(set(clusters(texts).values())) == 80
