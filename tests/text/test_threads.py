"""One thread inside, as many as before outside."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from threadpoolctl import threadpool_info

from multivector.pipeline import code_row
from multivector.text.russian import parse_russian, word_vector
from multivector.text.threads import one_thread

PLACES = ("Kazakhstan", "Poland", "Moldova", "Armenia", "Georgia", "Latvia")


def threads() -> list[int]:
    """Of numpy's own library; another test may have brought in others that read nothing."""
    np.ones((2, 2)) @ np.ones((2, 2))
    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas" and "numpy" in pool["filepath"]]
    assert pools
    return [pool["num_threads"] for pool in pools]


def test_numpy_multiplies_on_one_thread_inside_and_as_before_outside() -> None:
    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before


def test_articles_read_in_several_threads_are_read_as_in_one() -> None:
    before = threads()
    texts = [f"Russia banned imports of wheat from {name} on {n} May 2024." for n, name in enumerate(PLACES, 1)]
    expected = [code_row(str(n), text, None).records for n, text in enumerate(texts)]
    with ThreadPoolExecutor(len(texts)) as pool:
        found = list(pool.map(lambda given: code_row(str(given[0]), given[1], None).records, enumerate(texts)))
    assert found == expected
    assert threads() == before


def test_parsing_russian_leaves_the_threads_as_they_were() -> None:
    before = threads()
    text = "Министр прибудет в Анкару в четверг."
    assert parse_russian(text, [(0, len(text))]).tokens
    assert threads() == before


def test_a_known_word_has_a_vector_and_an_unknown_one_none() -> None:
    vector = word_vector("осудить")
    assert vector is not None and vector.shape == (300,)
    assert word_vector("ъъъзз") is None
