"""Absence: silence counts where something was due, the day has passed, and the sources would have told of it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judge_builders import PERCEPTION, document, event, measure, on, reading, review, statement

from multivector.errors import CaseError
from multivector.judge import judge, load_case, write_case
from multivector.judge.case_due import due_of
from multivector.judge.due import LEAST_ARTICLES, TOLD
from multivector.model import Bearing, Hypothesis, Judgement, Question, Reading
from multivector.model.judgement import Due

BLUFF = Question(
    "Does Russia mean it?", "RUS", "KAZ",
    (Hypothesis("bluff", "It bluffs"), Hypothesis("intent", "It means it"), Hypothesis("other", "something else")),
    template="bluff", trigger="2024-03-01",
)  # fmt: skip
GREETING = Due("greeting", "congratulations on the national day", "2024-12-17", "friendly")


def day(n: int, start: str = "2024-03-01") -> str:
    return (date.fromisoformat(start) + timedelta(days=n)).isoformat()


def threat() -> Reading:
    doc = document("threat.txt", published="2024-03-01")
    act = event(doc, "Moscow threatened to close the pipeline", "THREATEN", date=on("2024-03-01"))
    return reading(doc, act, statement(doc, "We will act", -0.5, who="Vladimir Putin"))


def quiet(n: int, start: int = 2, step: int = 6) -> list[Reading]:
    """Articles that speak of both states and tell of no deed."""
    return [reading(document(f"quiet{i}.txt", outlet=f"Outlet {i}", published=day(start + step * i))) for i in range(n)]


def absences(found: Judgement) -> list[Bearing]:
    return [row for row in found.bearings if row.role == "absence"]


def test_a_threat_that_nothing_follows_speaks_for_a_bluff() -> None:
    found = judge(BLUFF, [threat(), *quiet(8)])
    (row,) = absences(found)
    assert row.kind == "observer_silence_conflict" and row.favours == "bluff"
    assert row.label.startswith("the absence of any deed of Russia's within 30 days of") and row.day == "2024-03-31"
    assert any("a silence of the sources" in cut for cut in row.discounts)
    assert "8 articles" in row.reason
    assert found.posterior[0] > judge(BLUFF, [threat(), *quiet(2)]).posterior[0]


@pytest.mark.parametrize("n", [20, 45])
def test_a_deed_in_time_or_late_ends_the_silence(n: int) -> None:
    doc = document("deed.txt", published=day(n))
    deed = reading(doc, event(doc, "Moscow closed the pipeline", "SANCTION", date=on(day(n))))
    assert not absences(judge(BLUFF, [threat(), *quiet(9), deed]))


def test_words_are_no_deed() -> None:
    doc = document("words.txt", published=day(20))
    words = reading(doc, statement(doc, "Patience is not endless", -0.5, who="Sergey Lavrov"))
    assert len(absences(judge(BLUFF, [threat(), *quiet(9), words]))) == 1


def test_before_the_day_has_passed_there_is_no_silence() -> None:
    assert not absences(judge(BLUFF, [threat(), *quiet(9, step=3)]))


def test_few_articles_say_nothing_of_the_observers_silence() -> None:
    assert not absences(judge(BLUFF, [threat(), *quiet(LEAST_ARTICLES - 1, step=30)]))
    assert len(absences(judge(BLUFF, [threat(), *quiet(LEAST_ARTICLES, step=30)]))) == 1


def test_copies_are_one_article_and_silence_weighs_with_coverage() -> None:
    many = quiet(9)
    copies = [replace(one, document=replace(one.document, cluster="same")) for one in many]
    assert not absences(judge(BLUFF, [threat(), *copies]))
    few, full = (absences(judge(BLUFF, [threat(), *quiet(n, step=40 // n + 6)]))[0] for n in (4, 12))
    assert full.evidence_weight > few.evidence_weight > 0
    assert f"{1 - (1 - TOLD) ** 4:.0%}" in " ".join(few.discounts)


def test_an_analyst_can_reject_and_rate_a_silence() -> None:
    readings = [threat(), *quiet(8)]
    row = absences(judge(BLUFF, readings))[0]
    assert not absences(judge(BLUFF, readings, reviews=[review(row.record)]))
    rated = review(row.record, "rate", field="reliability", value="F6")
    assert absences(judge(BLUFF, readings, reviews=[rated]))[0].evidence_weight == 0


def greeting_case() -> list[Reading]:
    doc = document("w.txt", published="2024-10-20")
    rows = [statement(doc, "Astana is a partner", 0.4), measure(doc, "Russia banned wheat")]
    later = [reading(document(f"l{i}.txt", outlet=f"O{i}", published=f"2024-12-{10 + 3 * i}")) for i in range(4)]
    return [reading(doc, *rows), *later]


def test_what_a_case_says_was_due_counts_by_its_own_row() -> None:
    question = replace(PERCEPTION, trigger="2024-10-16", due=(replace(GREETING, after="2024-12-01"),))
    rows = absences(judge(question, greeting_case()))
    assert [row.kind for row in rows if "greeting" in row.label or "national day" in row.label] == [
        "observer_silence_friendly"
    ]
    doc = document("kind.txt", published="2024-12-16")
    kind = reading(doc, statement(doc, "Our warm greetings to the Kazakh people", 0.7, who="Vladimir Putin"))
    cold = reading(doc, statement(doc, "A matter-of-fact remark", 0.0, who="Vladimir Putin"))
    assert not any("national day" in row.label for row in absences(judge(question, [*greeting_case(), kind])))
    assert any("national day" in row.label for row in absences(judge(question, [*greeting_case(), cold])))


def test_due_in_a_case_file_reads_back_and_faults_are_named(tmp_path: Path) -> None:
    question = replace(
        PERCEPTION, trigger="2024-10-16", window=90, due=(GREETING, replace(GREETING, id="b", unless="any"))
    )
    write_case(tmp_path, question)
    assert load_case(tmp_path) == question
    text = (tmp_path / "case.toml").read_text("utf-8")
    (tmp_path / "case.toml").write_text(text.replace('unless = "friendly"', 'unless = "nice"'), "utf-8")
    with pytest.raises(CaseError, match=r"case\.toml, line \d+: unless: 'nice' is none of"):
        load_case(tmp_path)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "A b"}, "id"), ({"what": " "}, "what"), ({"side": "both"}, "side"), ({"by": "soon"}, "by"),
        ({"after": "2025-01-01"}, "by"), ({"colour": "red"}, "colour"),
    ],
)  # fmt: skip
def test_a_faulty_rule_names_its_key(change: dict[str, str], told: str) -> None:
    with pytest.raises(CaseError, match=f"^{told}: "):
        due_of({"id": "a", "what": "words", "by": "2024-12-17", **change}, "2024-10-16")
    with pytest.raises(CaseError, match=r"^after: "):
        due_of({"id": "a", "what": "words", "by": "2024-12-17"}, None)


@settings(deadline=None, max_examples=10)
@given(st.permutations(range(9)))
def test_the_order_of_reading_changes_nothing(order: list[int]) -> None:
    readings = [threat(), *quiet(8)]
    assert judge(BLUFF, [readings[i] for i in order]).posterior == judge(BLUFF, readings).posterior
