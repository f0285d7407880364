"""The command line: what it prints, what it writes, how it fails."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ARTICLE, EXAMPLE


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "multivector", *(str(a) for a in arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns(".multivector", "brief.html"))
    return case


def test_a_brief_of_the_example(example: Path, tmp_path: Path) -> None:
    done = run("brief", example, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert str(example / "brief.html") in done.stdout
    assert len(done.stdout.splitlines()) <= 12
    page = (example / "brief.html").read_text("utf-8")
    assert "Lavrov" in page
    assert "http://" not in page.split("</style>")[-1]


def test_the_same_command_twice_and_a_rebuilt_case_give_the_same_bytes(example: Path, tmp_path: Path) -> None:
    pages = []
    for again in range(3):
        if again == 2:
            shutil.rmtree(example / ".multivector")
        assert run("brief", example, cwd=tmp_path).returncode == 0
        pages.append((example / "brief.html").read_bytes())
        exported = run("export", example, "-o", tmp_path / f"{again}.jsonl", cwd=tmp_path)
        assert exported.returncode == 0, exported.stderr
    assert pages[0] == pages[1] == pages[2]
    assert (tmp_path / "0.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_a_single_article_with_a_question(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "Russia banned imports of fish from Norway on Monday. Lavrov called Norway an unfriendly state.", "utf-8"
    )
    done = run("brief", article, "--question", "Does Moscow punish Norway?", "-o", "out.html", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    question = json.loads(done.stdout)["judgement"]["question"]
    assert (question["observer"], question["subject"]) == ("RUS", "NOR")
    assert (tmp_path / "out.html").exists()


def test_init_then_read_then_show(tmp_path: Path) -> None:
    made = run("init", "case", "--question", "Why?", "--observer", "RUS", "--subject", "NOR", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    (tmp_path / "case" / "sources" / "a.txt").write_text(
        "Russia banned imports of fish from Norway on Monday.", "utf-8"
    )
    assert run("read", "case", cwd=tmp_path).returncode == 0
    lines = run("export", "case", cwd=tmp_path).stdout.splitlines()
    event = next(json.loads(line) for line in lines if '"kind": "event"' in line)
    shown = run("show", event["id"][:12], "--case", "case", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "[Russia banned imports of fish from Norway]" in shown.stdout.replace(" on Monday", "")
    assert run("init", "case", cwd=tmp_path).returncode == 2


def test_init_takes_the_two_states_from_the_question(tmp_path: Path) -> None:
    asked = "Does Moscow treat Armenia's step as a break?"
    made = run("init", "case", "--question", asked, "--trigger", "2024-02-22", "--about", "CSTO", cwd=tmp_path)
    assert made.returncode == 0
    text = (tmp_path / "case" / "case.toml").read_text("utf-8")
    for line in ('observer = "RUS"', 'subject = "ARM"', "trigger = 2024-02-22", 'about = "CSTO"'):
        assert line in text.splitlines()


BAD: list[tuple[str, bytes | None]] = [
    ("missing.txt", None),
    ("empty.txt", b""),
    ("binary.txt", bytes(range(256)) * 40),
    ("huge.txt", b"word " * 10_000_000),
]


@pytest.mark.parametrize(("name", "data"), BAD, ids=[n for n, _ in BAD])
def test_unusable_input_is_named_with_exit_code_2(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("brief", name, cwd=tmp_path)
    assert done.returncode == 2
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_file_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.txt").write_bytes(
        b"Canada sanctioned Iran on Monday, the ministry said.\n" * 30 + b"\xff\xfe caf\xe9"
    )
    (folder / "good.txt").write_text("Canada sanctioned Iran.", "utf-8")
    done = run("brief", folder, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "not read: bad.txt" in done.stderr
    assert "bad.txt" in (folder / "brief.html").read_text("utf-8")


def test_an_article_with_no_state_in_it_cannot_be_judged(tmp_path: Path) -> None:
    (tmp_path / "cake.txt").write_text("Mix the flour with two eggs. Bake the cake for an hour.", "utf-8")
    done = run("brief", "cake.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "cannot be judged" in done.stdout


def test_the_shared_article(tmp_path: Path) -> None:
    if not ARTICLE.exists():
        pytest.skip("the shared development data is absent")
    done = run("brief", ARTICLE, "--observer", "RUS", "--subject", "KAZ", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Lavrov" in done.stdout


@pytest.mark.parametrize("command", ["brief", "init", "read", "export", "show", "code"])
def test_every_command_explains_itself(tmp_path: Path, command: str) -> None:
    done = run(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "Example" in done.stdout


def test_bulk_coding_names_bad_rows(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "Canada sanctioned Iran."}\nnot json\n', "utf-8")
    done = run("code", "in.jsonl", "-o", "out.jsonl", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "line 2" in done.stderr
    assert '"document": "a"' in (tmp_path / "out.jsonl").read_text("utf-8")
