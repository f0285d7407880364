"""What articles tell together, as the commands print it: two articles on one quarrel and a copy of the first."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Told

Run = Callable[..., Told]


def test_the_timeline_is_in_order_and_names_the_articles(told: Run, quarrel: Path) -> None:
    done = told("timeline", quarrel)
    assert done.code == 0, done.err
    days = [line[:10] for line in done.out.split("\n\n", maxsplit=1)[0].splitlines()]
    assert days and days == sorted(days)
    assert "one.txt" in done.out and "cheese" in done.out
    moments = json.loads(told("timeline", quarrel, "--json").out)["moments"]
    assert all(one["phase"] != "said" for one in moments)
    more = json.loads(told("timeline", quarrel, "--said", "--json").out)["moments"]
    assert len(more) >= len(moments)


def test_numbers_that_cannot_both_be_so_stand_side_by_side(told: Run, quarrel: Path) -> None:
    done = told("contradictions", quarrel)
    assert done.code == 0, done.err
    assert done.out.splitlines()[-1] == "2 contradictions"  # the other is that Minsk denies the ban
    found = json.loads(told("contradictions", quarrel, "--json").out)
    (one,) = (each for each in found if each["kind"] == "number")
    sides = [{evidence["document"] for evidence in side["evidence"]} for side in (one["one"], one["other"])]
    assert sorted(sides, key=sorted) == [{"copy.txt"}, {"one.txt"}]
    assert "At least 12 people" in done.out and "At least 13 people" in done.out


def test_a_copy_is_no_further_voice(told: Run, quarrel: Path) -> None:
    found = json.loads(told("sources", quarrel, "--json").out)
    assert (found["articles"], found["texts"]) == (3, 2)
    (family,) = found["families"]
    assert {family["origin"], *(copy["document"] for copy in family["copies"])} == {"one.txt", "copy.txt"}
    (copy,) = family["copies"]
    assert copy["changes"] == [["12", "13"]] or copy["changes"] == [["13", "12"]]
    assert "12 -> 13" in (out := told("sources", quarrel).out) or "13 -> 12" in out


def test_all_that_a_state_said_of_another_by_date(told: Run, quarrel: Path) -> None:
    said = json.loads(told("record", "LTU", quarrel, "--about", "BLR", "--json").out)["said"]
    assert said and [one["day"] for one in said] == sorted(one["day"] for one in said)
    assert any("threat" in one["words"] for one in said)
    shown = told("record", "LTU", quarrel, "--about", "BLR").out
    assert "threat" in shown
    assert told("record", "PER", quarrel).out == ""


def test_without_a_question_nothing_is_judged_and_that_is_no_fault(told: Run, quarrel: Path) -> None:
    done = told("judge", quarrel)
    assert done.code == 0, done.err
    assert "cannot be judged" in done.out.lower() or "%" in done.out
