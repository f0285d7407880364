"""Decisions made at the page: kept, told, undone; numbers tried and kept."""

import json

import pytest
from tests.web.conftest import Bench

from multivector.store.reviews import load


def carrier(bench: Bench) -> str:
    return bench.desk.state().judgement.carried_by[0]


def test_reject_moves_the_judgement_and_undo_brings_it_back(bench: Bench) -> None:
    before = bench.desk.state().judgement.posterior
    record = carrier(bench)
    answer = bench.post("/review", act="reject", record=record, who="Zoë <b>", why="not said", next=f"/record/{record}")
    assert answer.status_code == 200 and "rejected" in answer.text
    assert bench.desk.state().judgement.posterior != before
    review = load(bench.case)[-1]
    assert (review.who, review.why, review.act) == ("Zoë <b>", "not said", "reject")
    assert "Zoë &lt;b&gt;" in answer.text
    bench.post("/review", act="undo", record=review.id, who="Zoë", why="mistaken", next="/")
    assert bench.desk.state().judgement.posterior == before
    assert len(load(bench.case)) == 2


def test_a_correction_sets_a_field_and_survives_a_new_reading(bench: Bench) -> None:
    event = next(r.id for r in bench.desk.state().records.values() if r.id.startswith("eve"))
    bench.post(
        "/review", act="correct", record=event, field="target", value="UZB, BLR", who="Anna", why="both", next="/"
    )
    assert bench.desk.state().records[event].target == ("UZB", "BLR")  # type: ignore[union-attr]
    from multivector.pipeline import read_case

    (bench.case / ".multivector" / "manifest.sqlite").unlink()
    read_case(bench.case / "sources", bench.case, lambda _: None)
    assert bench.desk.state().records[event].target == ("UZB", "BLR")  # type: ignore[union-attr]


def test_what_cannot_be_corrected_is_refused_and_not_kept(bench: Bench) -> None:
    event = next(r.id for r in bench.desk.state().records.values() if r.id.startswith("eve"))
    wrong = (("evidence.quote", "other words"), ("status", "maybe"), ("target", "<script>"), ("nothing", "x"))
    for field, value in wrong:
        answer = bench.post(
            "/review", act="correct", record=event, field=field, value=value, who="A", why="x", next="/"
        )
        assert answer.status_code == 400, field
    assert not load(bench.case)


def test_a_decision_needs_who_and_why(bench: Bench) -> None:
    record = carrier(bench)
    assert bench.post("/review", act="reject", record=record, who="A", why="  ", next="/").status_code == 400
    assert bench.post("/review", act="reject", record=record, who="", why="x", next="/").status_code == 400
    assert bench.post("/review", act="burn", record=record, who="A", why="x", next="/").status_code == 400
    assert bench.post("/review", act="reject", record="sta-none", who="A", why="x", next="/").status_code in (400, 404)


def test_a_likelihood_can_be_tried_and_kept(bench: Bench) -> None:
    state = bench.desk.state()
    record = state.judgement.carried_by[0]
    key = state.judgement.question.hypotheses[0].id
    name = f"l.{record}.{key}"
    tried = bench.client.get("/api/judge", params={name: "0.95"}).json()
    assert tried["tried"] == 1
    assert [b["about"] for b in tried["bars"]] != [b["about"] for b in bench.client.get("/api/judge").json()["bars"]]
    assert not load(bench.case)
    bench.post("/judge/rate", **{name: "0.95", "who": "Boris", "why": "he always says so", "next": "/judge"})
    review = load(bench.case)[0]
    assert (review.act, review.field, review.value, review.who) == ("rate", f"likelihood.{key}", "0.95", "Boris")
    assert "Boris" in bench.client.get("/judge").text


def test_priors_are_scaled(bench: Bench) -> None:
    state = bench.desk.state()
    ids = [h.id for h in state.judgement.question.hypotheses]
    given = {f"p.{key}": "0.9" if key == ids[0] else "0.3" for key in ids}
    priors = [c["prior"] for c in bench.client.get("/api/judge", params=given).json()["columns"]]
    assert abs(sum(priors) - 1) < 0.01
    assert abs(priors[0] - 3 * priors[1]) < 0.01


def test_reviews_are_one_json_object_a_line(bench: Bench) -> None:
    record = carrier(bench)
    bench.post("/review", act="accept", record=record, who="Anna", why='a "reason"\nin two lines', next="/")
    lines = (bench.case / "reviews.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["record"] == record


def test_evidence_by_hand_counts_with_a_name_and_leaves_when_it_is_undone(bench: Bench) -> None:
    before = bench.desk.state().judgement
    reading, place = next(
        (reading, place)
        for reading in bench.desk.state().readings
        for place in reading.sentences
        if not any(r.evidence.start < place.end and place.start < r.evidence.end for r in reading.records)
    )
    article, sentence = reading.document, reading.document.text[place.start : place.end]
    form = {"kind": "observer_event_CONSULT", "source": article.name, "quote": sentence, "who": "Anna", "why": "seen"}
    page = bench.post("/judge/add", **form, next="/judge").text
    assert "added an item of evidence" in page and "added by hand" in page
    state = bench.desk.state()
    row = next(row for row in state.judgement.bearings if row.record.startswith("rev-"))
    assert row.said == " ".join(sentence.split()) and state.judgement.posterior != before.posterior
    bench.post("/review", act="undo", record=row.record, who="Anna", why="taken back", next="/judge")
    assert bench.desk.state().judgement.posterior == before.posterior


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"quote": "Nobody wrote this."}, "does not stand there"),
        ({"quote": " "}, "its sentence"),
        ({"kind": "x"}, "kind"),
    ],
)
def test_evidence_without_its_sentence_is_refused(bench: Bench, change: dict[str, str], says: str) -> None:
    article = bench.desk.state().documents[0]
    form = {
        "kind": "observer_event_CONSULT",
        "source": article.name,
        "quote": article.text[:40],
        "who": "A",
        "why": "b",
    }
    form |= change
    answer = bench.post("/judge/add", **form, next="/judge")
    assert answer.status_code == 400 and says in answer.text
    assert not bench.desk.state().reviews
