"""`multivector judge`, `review`, `forecast` on the example: rate, see the judgement move, undo, and it is back."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.conftest import EXAMPLE

from multivector.cli.main import main
from multivector.errors import CaseError, InputError


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("judge") / "case"
    shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
    assert run("read", case).exit_code == 0
    return case


def judged(case: Path, *more: str) -> dict[str, object]:
    done = run("judge", case, "--json", *more)
    assert done.exit_code == 0, done.output
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_the_answer_the_matrix_and_what_to_watch_for(example: Path) -> None:
    text = run("judge", example).output
    for part in ("Does Moscow see", "Confidence is", "Lavrov", "inconsistency", "What would change it", "To watch for"):
        assert part in text
    whole = judged(example)
    assert {"judgement", "indicators", "sensitivity", "raters", "replay", "forecasts"} == set(whole)
    record = whole["sensitivity"][0]["record"]  # type: ignore[index]
    laid_open = run("judge", example, "--explain", record).output
    assert record in laid_open and "decibans" in laid_open and "×0.8" in laid_open
    assert json.loads(run("judge", example, "--explain", record, "--json").stdout)["record"] == record
    with pytest.raises(InputError, match="no item"):
        run("judge", example, "--explain", "nothing")


def test_a_replay_ends_where_the_judgement_is(example: Path) -> None:
    steps = json.loads(run("judge", example, "--replay", "--json").stdout)
    assert steps[-1]["posterior"] == judged(example)["judgement"]["posterior"]  # type: ignore[index]
    assert [step["day"] for step in steps] == sorted(step["day"] for step in steps)
    early = judged(example, "--as-of", steps[0]["day"])
    assert early["judgement"]["posterior"] == steps[0]["posterior"]  # type: ignore[index]


def test_rate_judge_undo(example: Path) -> None:
    before = judged(example)["judgement"]
    record = judged(example)["sensitivity"][0]["record"]  # type: ignore[index]
    made = json.loads(
        run(
            "review", example, "rate", record, "--set", "reliability=F6", "--who", "Anna", "--why", "unsure", "--json"
        ).stdout
    )
    assert made["who"] == "Anna" and made["when"] and made["why"] == "unsure"
    after = judged(example)
    assert after["judgement"] != before
    assert after["raters"]["raters"][0]["who"] == "Anna"  # type: ignore[index]
    assert run("review", example, "undo", made["id"], "--why", "mistake").exit_code == 0
    assert judged(example)["judgement"] == before
    with pytest.raises(CaseError):
        run("review", example, "rate", record, "--set", "reliability=Z", "--why", "x")
    with pytest.raises(InputError, match="no article or outlet"):
        run("review", example, "retract", "none.txt", "--why", "x")


def test_add_a_sentence_see_it_count_take_it_back(example: Path) -> None:
    before = judged(example)["judgement"]
    kind = "observer_event_SANCTION=Russia recalled its ambassador"
    row = ["review", example, "add", "Interfax, 21 October", "--set", kind, "--set", "day=2024-10-21", "--who", "Anna"]
    made = json.loads(run(*row, "--why", "missing", "--json").stdout)
    assert json.loads(made["value"])["source"] == "Interfax, 21 October"
    opened = json.loads(run("judge", example, "--explain", made["id"], "--json").stdout)
    assert opened["said"] == "Russia recalled its ambassador" and "Anna" in opened["reason"]
    assert judged(example)["judgement"] != before
    assert run("review", example, "undo", made["id"], "--why", "mistake").exit_code == 0
    assert judged(example)["judgement"] == before
    article = "2024-10-17-import-bans.txt"
    with pytest.raises(CaseError, match="does not stand there"):
        run("review", example, "add", article, "--set", kind, "--why", "x")
    with pytest.raises(CaseError, match="names its kind"):
        run("review", example, "add", "Interfax", "--set", "SANCTION=words", "--why", "x")


def test_a_case_without_forecasts_says_so(example: Path) -> None:
    assert "cannot be judged, 0 resolved forecasts" in run("forecast", example).output
    assert json.loads(run("forecast", example, "--json").stdout)["forecasts"] == []
