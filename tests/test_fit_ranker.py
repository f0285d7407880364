"""Fitting the ranking of marked pairs, on toy features."""

import json
from pathlib import Path

import pytest
from tools import fit_ranker
from tools.fit_ranker import (
    KEPT_BACK,
    SENTENCES,
    balanced,
    curve,
    figures,
    fit,
    names,
    parts,
    predict,
    sentences,
    write,
)

from multivector.codebook.ranking import ROOTS

ROWS = [{f"act:ST:{root}": 2.0, f"source:word:{root.lower()}{i % 2}": 1.0} for root in ROOTS for i in range(4)]
TRUTH = [root for root in ROOTS for _ in range(4)]


def test_shared_kinds_and_features_that_are_not_rare_get_a_column() -> None:
    shared, own = names([*ROWS, {"way:class:talks": 1.0}])
    assert shared == {"act:ST": 0}
    assert "act:ST:AID" in own
    assert "way:class:talks" not in own


def test_the_fit_reads_what_it_was_fitted_on_and_new_words_by_the_shared_weight() -> None:
    model = fit(ROWS, TRUTH)
    assert predict(model, ROWS) == TRUTH
    assert predict(model, [{"act:ST:YIELD": 2.0, "source:word:unheard": 1.0}]) == ["YIELD"]


def test_fitting_twice_writes_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    assert write(fit(ROWS, TRUTH), one) == write(fit(ROWS, TRUTH), two)
    assert one.read_bytes() == two.read_bytes()
    assert one.read_text("utf-8").splitlines()[0] == ",".join(["feature", "shared", *ROOTS])


def test_sentences_of_one_governing_word_stand_in_one_part() -> None:
    rows = [{"source:word:ban": 1.0, "x": 1.0}, {"source:word:ban": 1.0, "y": 1.0}]
    first, second = parts(rows)
    assert first == second


def test_figures_count_each_root_alike() -> None:
    assert figures(list(ROOTS), list(ROOTS))["macro_f1"] == 1.0
    assert figures(["AID"] * 15, list(ROOTS))["AID"] == 0.125


def test_no_sentence_that_is_kept_back_is_fitted_on() -> None:
    rows = sentences()
    kept = "".join((SENTENCES / name).read_text("utf-8") for name in KEPT_BACK)
    assert len(rows) > 3000
    assert {row["root"] for row, _ in rows} == set(ROOTS)
    assert not [row for row, _ in rows if f'"{row["text"]}"' in kept]
    assert all(row["source"] in row["text"] or row["target"] in row["text"] for row, _ in rows)


def test_sentences_like_the_agencies_count_more() -> None:
    (_, short), (_, long) = balanced([({"root": "AID"}, "aid"), ({"root": "AID"}, "wire")])
    assert long == pytest.approx(3 * short)


def test_more_sentences_of_a_root_do_not_make_it_likelier() -> None:
    rows = [({"root": root}, "check") for root in ("AID", "YIELD")] + [({"root": "AID"}, "bulletin")] * 4
    counts = {root: sum(c for row, c in balanced(rows) if row["root"] == root) for root in ("AID", "YIELD")}
    assert counts == {"AID": pytest.approx(3.0), "YIELD": pytest.approx(3.0)}


def test_a_sentence_that_counts_more_pulls_more() -> None:
    asked = {"x": 1.0, "act:ST:ASSAULT": 0.0}
    rows, roots = [*ROWS, asked, asked], [*TRUTH, "AID", "YIELD"]
    toward = [fit(rows, roots, [*[1.0] * len(ROWS), *pull]) for pull in ([3.0, 1.0], [1.0, 3.0])]
    assert [predict(model, [asked]) for model in toward] == [["AID"], ["YIELD"]]


def test_the_curve_tells_each_file_kept_back_and_what_is_taken_for_what(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in KEPT_BACK:
        row = {"text": "A B", "source": "A", "target": "B", "root": "REJECT"}
        (tmp_path / name).write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(fit_ranker, "SENTENCES", tmp_path)
    monkeypatch.setattr(fit_ranker, "pair_features", lambda text, pair: {"act:ST:AID": 2.0})
    curve(ROWS * 8, TRUTH * 8, [1.0] * len(ROWS) * 8)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["60", "120", "240", "480"]
    assert "'held_wire': 0.0" in lines[3]
    assert lines[4] == "  5 REJECT read as AID"
