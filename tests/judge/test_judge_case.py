import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.errors import CaseError
from multivector.judge import forecast as forecast_module
from multivector.judge import load_case, load_forecasts, load_reliability, load_tone, write_case
from multivector.judge.case_due import due_of
from multivector.judge.forecast import forecast_of
from multivector.model.judgement import Hypothesis, LikelihoodRow, Question

GOOD = """
question = "Does Moscow see it as a betrayal?"
observer = "RUS"
subject = "KAZ"
trigger = 2024-10-16
about = "BRICS"

[[hypothesis]]
id = "calm"
text = "Moscow reads it as neutral"
like = "neutrality"
prior = 0.6

[[hypothesis]]
id = "distancing"
text = "Moscow reads it as a betrayal"

[likelihood.observer_event_SANCTION]
calm = 0.3
distancing = 0.5
reason = "ours"

[reliability]
"The Daily Wire" = "B2"
"""


def case(folder: Path, text: str) -> Path:
    (folder / "case.toml").write_text(text, "utf-8")
    return folder


def test_a_case_is_read(tmp_path: Path) -> None:
    question = load_case(case(tmp_path, GOOD))
    assert (question.observer, question.subject, question.trigger) == ("RUS", "KAZ", "2024-10-16")
    assert (question.about, question.template) == ("BRICS", "perception")
    assert question.hypotheses[0] == Hypothesis("calm", "Moscow reads it as neutral", 0.6, "neutrality")
    assert question.likelihood[0].values == (("calm", 0.3), ("distancing", 0.5))
    assert load_reliability(tmp_path) == {"The Daily Wire": "B2"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('observer = "RUS"', 'observer = "Russia"'), r"line 3: observer: 'Russia' is no actor's code"),
        (("2024-10-16", '"last week"'), r"line 5: trigger: 'last week' is no day"),
        (('about = "BRICS"', 'abuot = "BRICS"'), r"line 6: abuot: is no key of a case"),
        (('like = "neutrality"', 'like = "neutral"'), r"line 11: like: the template 'perception' has neutrality"),
        (("prior = 0.6", "prior = 1.5"), r"line 12: prior: .*must lie between 0 and 1"),
        (("prior = 0.6", 'prior = "much"'), r"line 12: prior: 'much' is no number"),
        (('id = "distancing"', 'id = "calm"'), r"id: two hypotheses have the id 'calm'"),
        (('reason = "ours"', ""), r"reason: .*is missing"),
        (("calm = 0.3", "calmness = 0.3"), r"line 18: observer_event_SANCTION: 'calmness' is no hypothesis"),
        (("calm = 0.3", "calm = 0"), r"observer_event_SANCTION: the likelihood of 'calm'"),
        (('"B2"', '"Z9"'), r"The Daily Wire: 'Z9' is no rating"),
        (('question = "Does Moscow see it as a betrayal?"', ""), r"question: .*is missing"),
        (("prior = 0.6", "colour = 1"), r"line 12: colour: is no key of a hypothesis"),
        (("about =", 'template = "nonsense"\nabout ='), r"line 6: template: there is no template"),
        (("[[hypothesis]]", "[[hypothesis"), r"is not TOML: .*line"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    folder = case(tmp_path, GOOD.replace(*change, 1))
    load = load_reliability if "rating" in told else load_case
    with pytest.raises(CaseError, match=told) as caught:
        load(folder)
    assert "case.toml" in str(caught.value)


def test_one_hypothesis_is_too_few(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="at least two"):
        load_case(case(tmp_path, 'question = "?"\n[[hypothesis]]\nid = "a"\ntext = "b"\n'))


def test_without_hypotheses_the_template_s_are_asked(tmp_path: Path) -> None:
    asked = 'question = "?"\nobserver = "RUS"\nsubject = "ARM"\n'
    question = load_case(case(tmp_path, asked), {"RUS": "Russia", "ARM": "Armenia"})
    assert [h.text for h in question.hypotheses][:1] == [
        "Russia reads Armenia's conduct as neutral, or as compatible with the tie between them"
    ]
    with pytest.raises(CaseError, match="observer and subject"):
        load_case(case(tmp_path, 'question = "?"\n'))


def test_a_missing_or_broken_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="multivector init"):
        load_case(tmp_path)
    (tmp_path / "case.toml").write_bytes(b"question = \xff")
    with pytest.raises(CaseError, match="not UTF-8"):
        load_case(tmp_path)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip() == text != "")
QUESTIONS = st.builds(
    Question,
    text=TEXT,
    observer=st.sampled_from([None, "RUS", "EU"]),
    subject=st.sampled_from([None, "KAZ"]),
    hypotheses=st.tuples(
        st.builds(Hypothesis, st.just("neutrality"), TEXT, st.sampled_from([None, 0.25])),
        st.builds(Hypothesis, st.just("b \"q\" \\ .x"), TEXT, st.none(), st.sampled_from([None, "distancing"])),
    ),
    template=st.just("perception"),
    trigger=st.sampled_from([None, "2024-10-16"]),
    about=st.none() | TEXT,
    likelihood=st.sampled_from(
        [(), (LikelihoodRow("observer_event_AID", (("neutrality", 0.1), ("b \"q\" \\ .x", 0.25)), "why \n not"),)]
    ),
)  # fmt: skip


@given(QUESTIONS)
def test_what_is_written_reads_back(tmp_path_factory: pytest.TempPathFactory, question: Question) -> None:
    folder = tmp_path_factory.mktemp("case")
    write_case(folder, question)
    tomllib.loads((folder / "case.toml").read_text("utf-8"))
    assert load_case(folder) == question
    assert load_reliability(folder) == {}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('forecast = ["soon"]', r"a forecast: must be a table of question, .* not 'soon'"),
        ('forecast = [""]', r"a forecast: must be a table"),
        ("forecast = [3]", r"a forecast: must be a table of .* not 3"),
        ("due = [1]", r"what was due: must be a table of id, what"),
        ('due = "soon"', r"due: each must stand under its own \[\[due\]\]"),
        ("forecast = 1", r"forecast: each must stand under its own \[\[forecast\]\]"),
        ("hypothesis = [1, 2]", r"a hypothesis: must be a table of id, text"),
        ('hypothesis = ["", ""]', r"a hypothesis: must be a table"),
        ("likelihood = 3", r"likelihood: must hold tables"),
        ("reliability = 3", r"reliability: must be a table"),
        ("window = true", r"window: True is no number of days"),
        ("window = 0", r"window: 0 is no number of days"),
        ("window = 30", r"window: counts from the trigger, which is missing"),
        ("tone = 5", r"tone: must be lexicon or embed"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_too(tmp_path: Path, rows: str, told: str) -> None:
    bare = GOOD.replace("trigger = 2024-10-16\n", "").replace("about =", f"{rows}\nabout =")
    key = rows.partition(" ")[0]
    table = rf"(?ms)^\[+{key}[\].].*?(?=^\[|\Z)"
    folder = case(tmp_path, re.sub(table, "", bare))
    with pytest.raises(CaseError, match=told) as caught:
        everything(folder)
    assert str(folder / "case.toml") in str(caught.value)


def everything(folder: Path) -> None:
    for load in (load_case, load_forecasts, load_reliability, load_tone):
        load(folder)


DAYS = st.dates().map(lambda day: day.isoformat())
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | DAYS
TABLES = st.dictionaries(st.sampled_from([*forecast_module.KEYS, "id", "what", "unless", "side", "after"]), PLAIN)


@given(PLAIN | TABLES | st.lists(PLAIN))
def test_no_value_of_a_table_breaks_its_reading(raw: object) -> None:
    for made in (forecast_of, lambda row: due_of(row, None), lambda row: due_of(row, "2024-10-16")):
        told = ""
        try:
            made(raw)
        except CaseError as error:
            told = str(error)
        assert not told or re.match(r"[a-z ]+: ", told)
