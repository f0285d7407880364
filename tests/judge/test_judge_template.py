import pytest

from multivector.errors import CodebookError
from multivector.judge.kinds import ANSWER_WORDS, BEFORE_WORDS, QUADS, RANK_WORDS, SILENCE_WORDS, TONE_WORDS
from multivector.judge.table import table_of
from multivector.judge.template import TEMPLATES, load_template, template_hypotheses
from multivector.model.judgement import Hypothesis, LikelihoodRow, Question

GREATEST_RATIO = 3.0
SIDES = ("observer", "subject")
WORDS = {"silence": SILENCE_WORDS, "before": BEFORE_WORDS, "answer": ANSWER_WORDS}


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_row_has_a_reason_and_a_moderate_ratio(name: str) -> None:
    template = load_template(name)
    assert template.id == name
    for row in template.rows.values():
        assert row.reason.endswith(".") and len(row.reason) > 20
        assert max(row.values.values()) / min(row.values.values()) <= GREATEST_RATIO + 1e-9, row.kind


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_kind_that_a_row_names_can_occur(name: str) -> None:
    for kind in load_template(name).rows:
        side, what, *rest = kind.split("_")
        assert side in SIDES
        if what == "statement":
            assert rest[0] in TONE_WORDS and set(rest[1:]) <= set(RANK_WORDS)
        elif what == "event":
            assert "_".join(rest) in {*QUADS, *QUADS.values()}
        elif what in WORDS:
            assert "_".join(rest) in WORDS[what]
        else:
            assert kind.split("_", 1)[1].startswith(("trade_measure_imposed", "trade_measure_lifted"))


def test_perception_covers_every_tone_rank_and_event() -> None:
    kinds = set(load_template("perception").rows)
    assert {f"observer_statement_{tone}_{rank}" for tone in TONE_WORDS for rank in RANK_WORDS} <= kinds
    assert {f"observer_event_{type_}" for type_ in QUADS} <= kinds


@pytest.mark.parametrize("name", TEMPLATES)
def test_something_else_is_there_unless_it_is_left_out(name: str) -> None:
    words = {"observer": "the United States", "subject": "Kazakhstan", "subject_possessive": "Kazakhstan's"}
    template = load_template(name)
    some, every = template_hypotheses(template, words, every=False), template_hypotheses(template, words)
    assert [h.id for h in every if h not in some] == ["other"]
    assert all(h.text[0].isupper() and "{" not in h.text for h in every)


def test_an_unknown_template_is_an_error() -> None:
    with pytest.raises(CodebookError, match="no template 'nonsense'"):
        load_template("nonsense")


def test_the_cases_own_row_goes_before_the_templates_and_like_maps_columns() -> None:
    own = LikelihoodRow("observer_event_SANCTION", (("calm", 0.1), ("hurt", 0.9)), "our own view")
    rivals = (Hypothesis("calm", "calm", like="neutrality"), Hypothesis("hurt", "hurt", like="distancing"))
    table = table_of(Question("?", "RUS", "KAZ", rivals, likelihood=(own,)))
    found = table.find(("observer_event_SANCTION",))
    assert found is not None and found.values == (0.1, 0.9) and found.reason == "our own view"
    shipped = table.find(("observer_event_ACCUSE_allege", "observer_event_ACCUSE"))
    assert shipped is not None and shipped.values == (0.27, 0.45)
    assert table.find(("observer_event_NONE",)) is None


def test_a_hypothesis_without_a_number_gets_the_geometric_mean() -> None:
    rivals = (Hypothesis("neutrality", "a"), Hypothesis("distancing", "b"), Hypothesis("unheard", "c"))
    found = table_of(Question("?", "RUS", "KAZ", rivals)).find(("observer_event_ACCUSE",))
    assert found is not None and found.given == (True, True, False)
    assert found.values[2] == pytest.approx((0.27 * 0.45) ** 0.5)
