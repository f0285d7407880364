"""The measurement of directed tone: marks, classes, and the worst."""

from evals.directed import five_f1, marked
from evals.worst import Wrong, worst


def test_marks_are_taken_out_and_their_places_kept() -> None:
    row = marked({"text": "The [Kremlin]s envoy met [Paris].", "p": "Kremlin", "q": "Paris", "label_id": 3})
    assert row is not None
    assert row.text == "The Kremlins envoy met Paris."
    assert row.text[slice(*row.first)] == "Kremlin"
    assert row.text[slice(*row.second)] == "Paris"
    assert row.label == 3


def test_other_brackets_stay_and_a_row_without_both_marks_is_none() -> None:
    row = marked({"text": "[A] said [sic] that [B] lied.", "p": "A", "q": "B", "label_id": 0})
    assert row is not None
    assert row.text == "A said [sic] that B lied."
    assert marked({"text": "[A] lied.", "p": "A", "q": "B", "label_id": 0}) is None


def test_every_class_counts_alike() -> None:
    assert five_f1([(n, n) for n in range(5)]) == 1.0
    assert five_f1([(0, 0)] * 9 + [(1, 0)]) < 0.2


def test_the_worst_come_first() -> None:
    found = [Wrong(far, "positive", "negative", str(far)) for far in (0.2, 1.9, 1.0)]
    assert [w.far for w in worst(iter(found), 2)] == [1.9, 1.0]
