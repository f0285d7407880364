"""The measurement of directed tone: marks, classes, and the worst."""

import json
from pathlib import Path

import pytest
from evals.directed import CLASSES, FOLDER, TRAIN, VALID, directed, fitted, five_f1, main, marked
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


def data(root: Path) -> Path:
    """A set of the same form: who slams, praises or meets whom."""
    told = {"met": 0, "praised": 1, "slammed": 3}
    names = ("Novak", "Miller", "Lang", "Weber")
    rows = [
        {"text": f"[{p}] {verb} [{q}] in Oslo.", "p": p, "q": q, "label_id": label}
        for p in names for q in names if p != q for verb, label in told.items()
    ]  # fmt: skip
    folder = root / FOLDER
    folder.mkdir(parents=True)
    (folder / TRAIN).write_text("\n".join(map(json.dumps, rows * 2)), "utf-8")
    (folder / VALID).write_text("\n".join(map(json.dumps, rows[:9])), "utf-8")
    return root


def test_the_set_is_fitted_on_by_the_users_command_and_nothing_stays(tmp_path: Path) -> None:
    shared = data(tmp_path / "shared")
    assert fitted(shared) == {"fitted": 0.6}  # the three classes that occur, of five
    assert directed(shared)["directed_rows"] == 9
    assert sorted(p.name for p in shared.rglob("*") if p.is_file()) == [TRAIN, VALID]
    assert len(CLASSES) == 5


def test_absent_data_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(tmp_path)
    assert "absent" in capsys.readouterr().out
