"""The explanation of a reading: what fired, what nearly fired, with whom and why."""

import json

from click.testing import CliRunner

from multivector.cli.main import main
from multivector.extract.explain import Explained
from multivector.pipeline import explain_text

TEXT = "Russia, whose regulator had warned Baku, imposed a ban on tomatoes from Azerbaijan."


def word(text: str, wanted: str) -> Explained:
    return next(e for e in explain_text(text, None) if e.word == wanted)


def test_the_frame_its_arguments_and_their_actors_are_named() -> None:
    ban = word(TEXT, "ban")
    assert ban.frame is not None
    assert ban.event == "SANCTION"
    assert ("AZE", "by its name") in [a for p in ban.phrases if p.label == "from" for a in p.actors]
    assert ban.outcome == "SANCTION asserted: RUS -> AZE"
    assert TEXT[ban.start : ban.end] == "ban"


def test_a_relative_owner_is_resolved() -> None:
    warned = word(TEXT, "warned")
    assert ("RUS:GOV", "'regulator' of that state (GOV)") in [a for p in warned.phrases for a in p.actors]


def test_what_nearly_fired_says_what_it_missed() -> None:
    shared = word("Sweden shares a border with Norway.", "shares")
    assert shared.frame is None
    assert any("needs as obj one of" in n.reason for n in shared.near)


def test_a_text_is_explained_in_its_own_language() -> None:
    banned = word("Россия запретила ввоз томатов из Азербайджана.", "запретила")
    assert banned.outcome == "SANCTION asserted: RUS -> AZE"
    assert explain_text("Қазақстан Ресейден бидай әкелуге тыйым салды деп хабарлады министрлік.", None) == ()


def test_the_command_prints_a_tree_and_json() -> None:
    runner = CliRunner()
    shown = runner.invoke(main, ["explain", TEXT])
    assert shown.exit_code == 0
    assert "SANCTION asserted: RUS -> AZE" in shown.output
    rows = json.loads(runner.invoke(main, ["explain", TEXT, "--json"]).output)
    assert "ban" in [r["word"] for r in rows]


def test_a_text_without_acts_says_so() -> None:
    assert "No word of this text" in CliRunner().invoke(main, ["explain", "Blue."]).output
