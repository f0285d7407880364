"""The sentence model's tone for statements, as a case's or a run's choice."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from multivector.cli.main import main
from multivector.coding import CODING, stage_with
from multivector.errors import CaseError
from multivector.extract import tone_embed, tone_statements
from multivector.extract.tone_embed import TargetTone
from multivector.extract.tone_statements import with_sentence_model
from multivector.judge import load_tone
from multivector.model import Reading, Statement
from multivector.pipeline import code_row, read_case

TEXT = 'Sergey Lavrov said on Tuesday that Kazakhstan "remains a friend and ally" of Russia.'
MODEL = TargetTone("negative", -0.5, (0.6, 0.3, 0.1))


def _statement(reading: Reading) -> Statement:
    return next(r for r in reading.records if isinstance(r, Statement))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float]]:
    """A model that finds everything bad, and what it was asked."""
    asked: list[tuple[str, float]] = []

    def read_tone(text: str, start: int, end: int, lexicon: float = 0.0) -> TargetTone:
        asked.append((text[start:end], lexicon))
        return MODEL

    monkeypatch.setattr(tone_embed, "read_tone", read_tone)
    return asked


def test_the_model_reads_toward_the_actors_mention_with_the_lexicons_say(heard: list[tuple[str, float]]) -> None:
    plain, modelled = code_row("a", TEXT, None), with_sentence_model(code_row("a", TEXT, None))
    before, after = _statement(plain), _statement(modelled)
    assert ("Kazakhstan", before.stance[0].value) in heard
    assert after.stance[0].value == MODEL.value
    assert after.stance[0].words == before.stance[0].words
    assert after.id == before.id
    assert [o.rule for o in after.origin][-1] == tone_statements.RULE


def test_what_is_no_english_or_not_named_keeps_the_lexicons_tone(heard: list[tuple[str, float]]) -> None:
    text = "Лавров заявил, что Казахстан остаётся другом и союзником России."
    reading = with_sentence_model(code_row("a", text, None))
    assert heard == []
    assert all(o.rule != tone_statements.RULE for r in reading.records for o in r.origin)


def test_each_setting_of_the_coding_has_a_version_of_its_own() -> None:
    versions = {stage_with(sieve=s, tone=t).version for s in (True, False) for t in ("lexicon", "embed")}
    assert len(versions) == 4
    assert stage_with().version == CODING.version


def test_code_takes_the_reader_of_tone(tmp_path: Path, heard: list[tuple[str, float]]) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", "utf-8")
    done = CliRunner().invoke(main, ["code", str(given), "-o", str(out), "--workers", "1", "--tone", "lexicon"])
    assert done.exit_code == 0, done.output
    assert heard == []
    assert "--tone [lexicon|embed]" in CliRunner().invoke(main, ["code", "--help"]).output


def test_a_case_says_its_reader_and_is_read_anew_when_it_changes(
    tmp_path: Path, heard: list[tuple[str, float]]
) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(TEXT, "utf-8")
    case = tmp_path / "case.toml"
    case.write_text('question = "Q?"\nobserver = "RUS"\nsubject = "KAZ"\n', "utf-8")
    assert load_tone(tmp_path) == "lexicon"
    first = read_case(tmp_path / "sources", tmp_path, lambda name: None)
    case.write_text(case.read_text("utf-8") + 'tone = "embed"\n', "utf-8")
    second = read_case(tmp_path / "sources", tmp_path, lambda name: None)
    tones = [[t.value for r in v.records() if isinstance(r, Statement) for t in r.stance] for v in (first, second)]
    assert tones[0] != tones[1]
    assert heard


def test_an_unknown_reader_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text('question = "Q?"\ntone = "loud"\n', "utf-8")
    with pytest.raises(CaseError, match="line 2: tone: must be lexicon or embed"):
        load_tone(tmp_path)
