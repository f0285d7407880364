"""Fitting the tone reader: rows read once, articles kept whole, a table of the same bytes."""

import json
from pathlib import Path

import numpy as np
import pytest
from evals.tone import own_rows
from tests.extras import needs_model
from tools import fit_tone
from tools.fit_tone import (
    TARGET,
    Asked,
    article_of,
    asked_of,
    diplomatic,
    from_new,
    go_on,
    is_held,
    kept_or_made,
    main,
    mean_table,
    measured,
    read,
    table_of,
    write,
)

from multivector.extract.tone_weights import CUT, RANK, tone_weights
from multivector.text.sentence_model import base_layers

LINES = [
    {"id": "allsides_7_3_1_Ann_0_3", "text": "Ann lied to Bob.", "start": 0, "end": 3, "label": "neg"},
    {"id": "allsides_7_3_1_Bob_12_15", "text": "Ann lied to Bob.", "start": 12, "end": 15, "label": "neu"},
]


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)) + "\n", "utf-8")
    return path


@needs_model
def test_rows_have_their_target_and_are_read_from_the_states_kept(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = tmp_path / "states.npz"
    first = read(given, states)
    monkeypatch.setattr(fit_tone, "embed", None)  # the second time nothing is embedded
    second = read(given, states)
    assert [row.target for row in first] == [[1], [4]]
    assert [row.label for row in first] == [0, 1]
    for one, two in zip(first, second, strict=True):
        np.testing.assert_array_equal(one.hidden, two.hidden)
        assert (one.target, one.lexicon, one.article) == (two.target, two.lexicon, two.article)


@needs_model
def test_only_half_a_of_the_diplomatic_sentences_is_fitted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = own_rows()[:2]
    monkeypatch.setattr(fit_tone, "own_rows", lambda: rows)
    assert {row["half"] for row in rows} == {"a", "b"}
    assert [row.article for row in diplomatic()] == [str(row["id"]) for row in rows if row["half"] == "a"]


@needs_model
def test_going_on_starts_from_the_shipped_table_and_writes_nothing_itself(
    given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, before = read(given), TARGET.read_bytes()
    monkeypatch.setattr(fit_tone, "diplomatic", lambda: rows[:1])
    ((loss, weights),) = go_on(rows, base_layers(CUT), 1)
    assert loss > 0
    shipped = tone_weights()
    moved = np.abs(weights.layers[0]["asked"] - shipped.layers[0]["asked"]).max()
    assert 0 < moved < 1e-3
    assert TARGET.read_bytes() == before


def test_an_articles_rows_stay_together_and_about_a_fifth_is_kept_back() -> None:
    assert {article_of(line["id"]) for line in LINES} == {"allsides_7_3"}
    held = [is_held(f"polusa_v1_{number}") for number in range(5000)]
    assert 0.18 < sum(held) / len(held) < 0.22


def test_the_same_table_gives_the_same_bytes_in_whatever_order(tmp_path: Path) -> None:
    table = {"a": np.arange(3, dtype=np.float16), "b": np.ones((2, 2), dtype=np.float32)}
    write(table, tmp_path / "one" / "table.npz")
    write(dict(reversed(table.items())), tmp_path / "two" / "table.npz")
    assert (tmp_path / "one" / "table.npz").read_bytes() == (tmp_path / "two" / "table.npz").read_bytes()


def test_with_nothing_kept_back_nothing_is_measured() -> None:
    assert measured({}, (), ()) == ""


def test_seeds_follow_on_the_one_given() -> None:
    given, states, asked = asked_of(["rows.jsonl", "--seed", "4", "--seeds", "3", "--held", "--kept", "here"])
    assert (given, states, list(asked.seeds)) == (Path("rows.jsonl"), None, [4, 5, 6])
    assert asked.file_of(5) == Path("here/news-held-5.npz")
    assert list(asked_of(["rows.jsonl"])[2].seeds) == [1]


def test_without_a_folder_no_table_is_kept_and_each_run_has_files_of_its_own() -> None:
    assert Asked().file_of(1) is None
    files = {Asked(kept=Path("x"), onward=o, held=h).file_of(1) for o in (False, True) for h in (False, True)}
    assert len(files) == 4


def test_no_seed_at_all_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        asked_of(["rows.jsonl", "--seeds", "0"])
    assert "--seeds must be 1 or more" in capsys.readouterr().err


def test_a_table_kept_is_not_made_again(tmp_path: Path) -> None:
    made = []

    def make() -> dict[str, np.ndarray]:
        made.append(1)
        return {"bias": np.arange(3.0)}

    for _ in range(2):
        np.testing.assert_array_equal(kept_or_made(tmp_path / "kept" / "news-1.npz", make)["bias"], np.arange(3.0))
    assert len(made) == 1
    kept_or_made(None, make)
    assert len(made) == 2


@needs_model
def test_the_mean_of_two_seeds_lies_between_them_and_one_alone_stays_as_it_is(given: Path) -> None:
    rows, base = read(given), base_layers(CUT)
    one, two = (table_of(from_new(rows, base, seed), base, ()) for seed in (1, 2))
    assert mean_table([one], base) is one
    mean = mean_table([one, two], base)
    np.testing.assert_allclose(mean["head"], (one["head"] + two["head"]) / 2, atol=1e-7)
    assert mean["5.inner.left"].shape[1] == RANK
    assert {name: value.shape for name, value in mean.items()} == {name: value.shape for name, value in one.items()}


@needs_model
def test_a_run_of_two_seeds_writes_their_mean_once_and_the_same_again(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit_tone, "TARGET", tmp_path / "made.npz")
    asked = Asked(seeds=(1, 2), kept=tmp_path)
    main(given, None, asked)
    first = (tmp_path / "made.npz").read_bytes()
    main(given, None, asked)
    assert (tmp_path / "made.npz").read_bytes() == first
    assert sorted(path.name for path in tmp_path.glob("news-*")) == ["news-1.npz", "news-2.npz"]


@needs_model
def test_what_is_measured_on_articles_kept_back_is_written_nowhere(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fit_tone, "TARGET", tmp_path / "made.npz")
    monkeypatch.setattr(fit_tone, "is_held", lambda article: False)
    main(given, None, Asked(held=True))
    assert "mean of 1" in capsys.readouterr().out
    assert not (tmp_path / "made.npz").exists()
