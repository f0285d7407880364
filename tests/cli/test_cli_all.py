"""Every command alike: its help, what it says to input that cannot be used, and its JSON."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Told

from multivector.cli.main import main

Run = Callable[..., Told]


def commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that lead to it."""
    for name, command in group.commands.items():
        yield (*before, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*before, name))


ALL = dict(commands(main))
NAMES = [" ".join(words) for words in ALL]


@pytest.mark.parametrize("name", NAMES)
def test_help_has_an_example_of_the_command_itself(told: Run, name: str) -> None:
    done = told(*name.split(), "--help")
    assert (done.code, done.err) == (0, "")
    examples = done.out.partition("Example")[2]
    assert f"multivector {name}" in examples


@pytest.mark.parametrize("name", NAMES)
def test_every_option_says_what_it_is_for(name: str) -> None:
    command = ALL[tuple(name.split())]
    for option in command.params:
        if isinstance(option, click.Option):
            chosen = isinstance(option.type, click.Choice | click.IntRange)
            assert option.help or chosen or option.metavar, f"{name} {option.name}"


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_option_is_no_traceback(told: Run, name: str) -> None:
    done = told(*name.split(), "--no-such-option")
    assert done.code == 2
    assert "--no-such-option" in done.err
    assert "Traceback" not in done.err


def test_an_unknown_command_is_named(told: Run) -> None:
    done = told("divine")
    assert (done.code, done.out) == (2, "")
    assert "divine" in done.err


def test_the_version_is_told(told: Run) -> None:
    assert "0.1.0" in told("--version").out


NOWHERE = [
    ("brief", "nowhere"), ("read", "nowhere"), ("export", "nowhere"), ("judge", "nowhere"), ("timeline", "nowhere"),
    ("contradictions", "nowhere"), ("sources", "nowhere"), ("record", "RUS", "nowhere"), ("forecast", "nowhere"),
    ("watch", "nowhere"), ("serve", "nowhere"), ("search", "ban", "--case", "nowhere"),
    ("actor", "KAZ", "--case", "nowhere"), ("show", "eve-1", "--case", "nowhere"),
    ("review", "nowhere", "accept", "eve-1", "--why", "x"), ("measure", "chains", "--case", "nowhere"),
    ("measure", "tone", "RUS", "KAZ", "--case", "nowhere"), ("tone", "nowhere.jsonl", "-o", "out.jsonl"),
    ("attitudes", "nowhere.txt"),
    ("code", "nowhere.jsonl", "-o", "out.jsonl"), ("world", "add", "ties", "nowhere.csv"),
]  # fmt: skip


@pytest.mark.parametrize("words", NOWHERE, ids=[" ".join(words[:2]) for words in NOWHERE])
def test_what_is_not_there_is_named_with_exit_code_2(told: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    done = told(*words)
    assert (done.code, done.out) == (2, "")
    assert "nowhere" in done.err
    assert not [path for path in tmp_path.rglob("*") if path.is_file()], "nothing is made on the way"


UNREAD = [
    ("export",), ("timeline",), ("contradictions",), ("sources",), ("record", "RUS"), ("search", "ban", "--case"),
]  # fmt: skip


@pytest.mark.parametrize("words", UNREAD, ids=[words[0] for words in UNREAD])
def test_a_case_that_was_never_read_says_how_to_read_it(told: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "fresh").mkdir()
    done = told(*words, "fresh")
    assert (done.code, done.out) == (2, "")
    assert "multivector read fresh" in done.err


JSON = [
    ("judge", "CASE", "--json"), ("judge", "CASE", "--replay", "--json"), ("read", "CASE", "--json"),
    ("judge", "CASE", "--as-of", "2024-10-18", "--json"), ("timeline", "CASE", "--json"),
    ("timeline", "CASE", "--said", "--json"), ("contradictions", "CASE", "--json"), ("sources", "CASE", "--json"),
    ("record", "RUS", "CASE", "--json"), ("record", "Lavrov", "CASE", "--about", "KAZ", "--json"),
    ("forecast", "CASE", "--json"), ("actor", "kaz", "--case", "CASE", "--json"),
    ("measure", "chains", "--case", "CASE", "--json"), ("measure", "tone", "RUS", "KAZ", "--case", "CASE", "--json"),
    ("world", "list", "--json"), ("world", "list", "--known", "--json"),
    ("explain", "Russia banned fish from Norway.", "--json"), ("explain", "Nothing.", "--json"),
]  # fmt: skip


@pytest.mark.parametrize("words", JSON, ids=[" ".join(words) for words in JSON])
def test_json_is_json_and_nothing_else(
    told: Run, example_case: Path, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MULTIVECTOR_WORLD", str(tmp_path / "world"))
    done = told(*(example_case if word == "CASE" else word for word in words))
    assert done.code == 0, done.err
    assert isinstance(json.loads(done.out), dict | list)


def test_a_day_that_is_none_is_refused_by_name(told: Run, example_case: Path) -> None:
    for words in (("explain", "Canada sanctioned Iran.", "--date"), ("judge", example_case, "--as-of"),
                  ("measure", "chains", "--case", example_case, "--as-of")):  # fmt: skip
        for day in ("soon", "2024-13-01", "22.10"):
            done = told(*words, day)
            assert (done.code, done.out) == (2, ""), (words, day, done)
            assert day in done.err and "2024-10" in done.err


def test_search_gives_one_object_a_line(told: Run, example_case: Path) -> None:
    done = told("search", "tomatoes", "--case", example_case, "--json", "-n", "3")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert 0 < len(rows) <= 3
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)


def test_a_record_is_shown_by_the_beginning_of_its_id(told: Run, example_case: Path) -> None:
    rows = [json.loads(line) for line in told("export", example_case).out.splitlines()]
    event = next(row for row in rows if row["kind"] == "event")
    shown = json.loads(told("show", event["id"][:14], "--case", example_case, "--json").out)
    assert shown["evidence"]["quote"] == event["evidence"]["quote"]
    several = told("show", "eve-", "--case", example_case)
    assert several.code == 2 and "eve-" in several.err
    none = told("show", "eve-ffffffffffffffffffff", "--case", example_case)
    assert none.code == 2 and "eve-ffffffffffffffffffff" in none.err
