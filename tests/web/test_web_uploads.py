"""Files that come in at the page: articles and a colleague's decisions."""

import json
from typing import Any

import pytest
from tests.web.conftest import Bench

from multivector.errors import CaseError
from multivector.model import Review, make_id
from multivector.model.codec import to_plain
from multivector.store.merging import conflicts, merge
from multivector.store.reviews import append, load

ARTICLE = b"Kazakhstan condemned Russia on Friday. President Tokayev criticised Moscow, the press service said."


def upload(bench: Bench, path: str, name: str, data: bytes) -> Any:
    return bench.client.post(path, files={"file": (name, data)}, headers={"Origin": bench.base})


def review(record: str, act: Any, who: str, when: str, **more: Any) -> Review:
    return Review(make_id("review", record, act, who, when), record, act, who, when, "because", **more)


def test_an_article_is_kept_read_and_shown(bench: Bench) -> None:
    answer = upload(bench, "/sources/add", "new article.txt", ARTICLE)
    assert answer.status_code == 200
    assert "new article.txt" in answer.text
    assert "new article.txt" in {d.name for d in bench.desk.state().documents}


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "a/b/evil.txt"])
def test_no_name_leads_out_of_the_sources(bench: Bench, name: str) -> None:
    assert upload(bench, "/sources/add", name, ARTICLE).status_code == 200
    assert (bench.case / "sources" / "evil.txt").read_bytes() == ARTICLE
    assert not (bench.case.parent / "evil.txt").exists()


def test_nothing_is_overwritten(bench: Bench) -> None:
    first = bench.case / "sources" / "2024-10-24-kazan.txt"
    before = first.read_bytes()
    upload(bench, "/sources/add", first.name, ARTICLE)
    assert first.read_bytes() == before
    assert (bench.case / "sources" / "2024-10-24-kazan-2.txt").read_bytes() == ARTICLE


@pytest.mark.parametrize("name", ["run.sh", "case.toml", "x", ".txt.exe", "reviews.jsonl"])
def test_other_kinds_of_files_are_refused(bench: Bench, name: str) -> None:
    assert upload(bench, "/sources/add", name, ARTICLE).status_code == 400
    assert len(list((bench.case / "sources").iterdir())) == 4


def test_a_file_that_cannot_be_read_is_told(bench: Bench) -> None:
    assert upload(bench, "/sources/add", "broken.pdf", b"%PDF-1.4 nothing").status_code == 200
    assert "broken.pdf" in bench.client.get("/sources").text
    assert [name for name, _, _ in bench.client.get("/api/sources").json()["failures"]] == ["broken.pdf"]


def test_a_retracted_article_leaves_the_judgement(bench: Bench) -> None:
    before = bench.desk.state().judgement.posterior
    document = bench.desk.state().records[bench.desk.state().judgement.carried_by[0]].evidence.document
    bench.post("/review", act="retract", record=document, who="Anna", why="withdrawn", next="/sources")
    assert bench.desk.state().judgement.posterior != before
    assert "retracted by Anna: withdrawn" in bench.client.get("/sources").text


def test_two_files_become_one_without_loss(bench: Bench) -> None:
    records = list(bench.desk.state().records)
    ours, theirs = (
        review(records[0], "accept", "Anna", "2026-01-01"),
        review(records[0], "reject", "Boris", "2026-01-02"),
    )
    same = review(records[1], "accept", "Boris", "2026-01-03")
    append(bench.case, ours)
    other = "".join(json.dumps(to_plain(one)) + "\n" for one in (theirs, same, ours)).encode()
    answer = upload(bench, "/decisions/merge", "reviews.jsonl", other)
    assert "2 decisions brought in, 1 were known" in answer.text
    assert {one.id for one in load(bench.case)} == {ours.id, theirs.id, same.id}
    assert "1 conflict between people" in answer.text
    assert not bench.desk.state().stands(records[0])
    again = upload(bench, "/decisions/merge", "reviews.jsonl", other)
    assert "0 decisions brought in, 3 were known" in again.text
    bench.post("/review", act="undo", record=theirs.id, who="Anna", why="talked it over", next="/decisions")
    assert "conflict between" not in bench.client.get("/decisions").text
    assert bench.desk.state().stands(records[0])
    assert bench.client.get("/reviews.jsonl").text.count("\n") == 4


def test_a_bad_file_brings_nothing_in(bench: Bench) -> None:
    record = next(iter(bench.desk.state().records))
    good = json.dumps(to_plain(review(record, "accept", "Boris", "2026-01-01")))
    assert upload(bench, "/decisions/merge", "r.jsonl", f"{good}\nnot json\n".encode()).status_code == 400
    assert not load(bench.case)


def test_a_review_that_is_told_differently_is_refused(bench: Bench) -> None:
    mine = review("sta-1", "accept", "Anna", "2026-01-01")
    append(bench.case, mine)
    other = json.dumps({**to_plain(mine), "why": "otherwise"}).encode()
    with pytest.raises(CaseError, match="differently"):
        merge(bench.case, other)


def test_what_is_a_conflict() -> None:
    one, two = review("sta-1", "accept", "Anna", "2026-01-01"), review("sta-1", "reject", "Boris", "2026-01-02")
    changed = review("sta-1", "reject", "Anna", "2026-01-03")
    assert len(conflicts((one, two))) == 1
    assert not conflicts((one, two, changed))
    first = review("eve-1", "correct", "Anna", "2026-01-01", field="type", value="AID")
    other = review("eve-1", "correct", "Boris", "2026-01-02", field="type", value="AGREE")
    agrees = review("eve-1", "correct", "Clara", "2026-01-02", field="type", value="AID")
    assert not conflicts((first, agrees))
    assert conflicts((first, other, agrees))[0].field == "type"
