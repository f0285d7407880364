"""The whole judgement: properties that hold for any evidence."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judge_builders import PERCEPTION, document, event, measure, mixed_readings, reading, review, statement

from multivector.errors import CaseError
from multivector.judge import judge
from multivector.judge.kinds import QUADS
from multivector.model import Hypothesis, Reading, Record

PEOPLE = ("Dmitry Peskov", "Sergey Lavrov", "Vladimir Putin", "Rosselkhoznadzor", "Michael Rossi")
WORDS = (
    "friend",
    "ally",
    "mistake",
    "regret",
    "summit",
    "grain",
    "choice",
    "border",
    "trust",
    "betrayal",
    "gas",
    "road",
)
UNKNOWN = {"Outlet One": "F", "Outlet Two": "F6", "Outlet Three": "6"}


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Up to three articles with statements, events and measures of the observer's and others'."""
    found = []
    for n in range(draw(st.integers(1, 3))):
        doc = document(f"{n}.txt", outlet=f"Outlet {('One', 'Two', 'Three')[n]}", published=f"2024-10-{10 + 5 * n}")
        records: list[Record] = []
        for i in range(draw(st.integers(0, 4))):
            quote = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=5)))
            what = draw(st.sampled_from(["words", "event", "measure"]))
            if what == "words":
                tone = draw(st.sampled_from([-0.6, 0.0, 0.5, None]))
                records.append(statement(doc, quote, tone, who=draw(st.sampled_from(PEOPLE)), start=200 * i))
            elif what == "event":
                status = draw(st.sampled_from(["asserted", "asserted", "denied"]))
                records.append(event(doc, quote, draw(st.sampled_from(sorted(QUADS))), start=200 * i, status=status))
            else:
                side = draw(st.sampled_from([{}, {"imposer": "KAZ", "target": ("RUS",)}]))
                records.append(measure(doc, quote, goods=(quote.split()[0],), start=200 * i, **side))
        found.append(reading(doc, *records))
    return found


@settings(max_examples=40, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_evidence_changes_nothing(given_: list[Reading], chance: random.Random) -> None:
    mixed = [replace(one, records=tuple(chance.sample(one.records, len(one.records)))) for one in given_]
    chance.shuffle(mixed)
    assert judge(PERCEPTION, mixed) == judge(PERCEPTION, given_)


@settings(max_examples=40, deadline=None)
@given(readings())
def test_shares_sum_to_one_within_their_range(given_: list[Reading]) -> None:
    found = judge(PERCEPTION, given_)
    assert sum(found.posterior) == pytest.approx(1, abs=1e-5)
    assert all(low <= p <= high for low, p, high in zip(found.low, found.posterior, found.high, strict=True))
    assert all(0 <= row.weight <= 1 for row in found.bearings)
    assert found.judged == (found.withheld is None)
    for row in found.bearings:
        table, used = row.likelihoods[0] / row.likelihoods[1], row.used[0] / row.used[1]
        assert min(table, 1) - 1e-5 <= used <= max(table, 1) + 1e-5  # a discount never strengthens or turns an item


@settings(max_examples=25, deadline=None)
@given(readings())
def test_a_copy_changes_no_posterior(given_: list[Reading]) -> None:
    first = given_[0]
    copy = document("copy.txt", outlet="Outlet Nine", published="2024-10-30", cluster=first.document.cluster)
    again = [
        replace(record, id=f"copy-{record.id}", evidence=replace(record.evidence, document=copy.id))
        for record in first.records
    ]
    before, after = judge(PERCEPTION, given_), judge(PERCEPTION, [*given_, reading(copy, *again)])
    assert (after.posterior, after.low, after.high) == (before.posterior, before.low, before.high)


@settings(max_examples=25, deadline=None)
@given(readings(), st.floats(0.1, 0.9))
def test_sources_that_cannot_be_judged_move_nothing(given_: list[Reading], prior: float) -> None:
    rivals = (replace(PERCEPTION.hypotheses[0], prior=prior), PERCEPTION.hypotheses[1])
    found = judge(replace(PERCEPTION, hypotheses=rivals), given_, reliability=UNKNOWN)
    assert found.posterior == pytest.approx((prior, 1 - prior), abs=1e-6)
    assert not found.judged


@settings(max_examples=25, deadline=None)
@given(readings(), st.permutations(["neutrality", "distancing", "other", "unheard"]))
def test_the_order_of_hypotheses_changes_no_share(given_: list[Reading], ids: list[str]) -> None:
    one = judge(replace(PERCEPTION, hypotheses=tuple(Hypothesis(key, key) for key in sorted(ids))), given_)
    two = judge(replace(PERCEPTION, hypotheses=tuple(Hypothesis(key, key) for key in ids)), given_)
    shares = dict(zip(sorted(ids), one.posterior, strict=True))
    assert dict(zip(ids, two.posterior, strict=True)) == pytest.approx(shares, abs=1e-5)
    assert one.ranking[0] != "unheard" or not one.judged


def test_too_little_cannot_be_judged_and_gives_no_number() -> None:
    doc = document()
    one = reading(doc, statement(doc, "friend", 0.6), statement(doc, "we need an answer", -0.4, start=300))
    found = judge(PERCEPTION, [one])
    assert not found.judged and found.answer == found.withheld
    assert "only one independent item" in found.answer and "Russia itself said or did toward Kazakhstan" in found.answer
    assert found.posterior == (0.5, 0.5) and (found.low, found.high) == ((0, 0), (1, 1))
    assert found.words == found.percentages == ("cannot be judged", "cannot be judged")
    assert len(found.bearings) == 2 and "%" not in found.answer


def test_nothing_at_all_cannot_be_judged() -> None:
    assert "no independent item" in judge(PERCEPTION, []).answer
    assert "at least two hypotheses" in judge(replace(PERCEPTION, hypotheses=()), mixed_readings()).answer


def test_the_judgement_is_laid_open() -> None:
    found = judge(PERCEPTION, mixed_readings())
    assert found.judged and len(found.bearings) == 4
    assert [row.record for row in found.bearings][: len(found.carried_by)] == list(found.carried_by)
    assert 2 <= len(found.carried_by) <= 3
    assert all(row.reason and row.label and row.said and row.discounts for row in found.bearings)
    assert all(row.diagnosticity > 0 for row in found.bearings)
    assert found.inconsistency == (3, 1) and found.weighted_inconsistency[0] < 3
    assert "Confidence is low" in found.confidence_reason and "independent occasions" in found.confidence_reason
    assert not any(word in found.answer for word in ("confidence", "Confidence"))
    assert any("stand level" in line for line in found.assumptions)


def test_names_that_are_given_go_first() -> None:
    found = judge(PERCEPTION, mixed_readings(), names={"RUS": "Moscow"})
    assert any("Moscow's ban" in row.label for row in found.bearings)


def test_a_persons_rating_of_a_record_counts() -> None:
    readings_ = mixed_readings()
    word = readings_[1].records[0].id
    plain = judge(PERCEPTION, readings_)
    firm = judge(PERCEPTION, readings_, reviews=[review(word, "rate", field="reliability", value="A1")])
    void = judge(PERCEPTION, readings_, reviews=[review(word, "rate", field="reliability", value="F6")])
    assert void.posterior[1] < plain.posterior[1] < firm.posterior[1]
    assert any("moves nothing" in reason for row in void.bearings for reason in row.discounts)
    with pytest.raises(CaseError, match="is no rating"):
        judge(PERCEPTION, readings_, reliability={"Outlet One": "excellent"})


def test_stronger_priors_and_more_evidence_move_the_answer() -> None:
    readings_ = list(mixed_readings())
    hurt = (replace(PERCEPTION.hypotheses[0], prior=0.2), PERCEPTION.hypotheses[1])
    assert judge(replace(PERCEPTION, hypotheses=hurt), readings_).posterior[1] > 0.6
    for n in range(6):
        doc = document(f"more-{n}.txt", outlet=f"Outlet {n}", published=f"2024-{n + 3:02d}-10")
        readings_.append(reading(doc, event(doc, f"Moscow threatened Astana, part {n}", "THREATEN")))
    found = judge(PERCEPTION, readings_)
    assert found.posterior[1] > 0.85 and found.words[1] in ("very likely", "almost certain")
    assert "The evidence speaks for one reading." in found.answer
    assert found.confidence != "low"
