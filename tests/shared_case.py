"""The shared case's hand-made reading as nouns; the records' gold ids stay visible in `ids`."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.conftest import ARTICLE
from tests.judge.judge_builders import ACTORS, ORIGIN

from multivector.model import (
    Document,
    Event,
    Evidence,
    Good,
    Hypothesis,
    Link,
    Membership,
    Question,
    Reading,
    Record,
    Span,
    Speaker,
    Statement,
    Tone,
    TradeMeasure,
    When,
    make_id,
)

FOLDER = ARTICLE.parent
TONES = {"positive": 0.5, "neutral": 0.0, "negative": -0.4}
BAN = (
    "imposed temporary bans on importing wheat, tomatoes, peppers, fresh melons, flax seeds and lentils from Kazakhstan"
)
COUNTER = "a ban on importing Russian grain implemented by Kazakhstan until the end of this year"
QUOTES = {"M01": BAN, "M02": COUNTER}


class SharedCase:
    """Document, question, one Reading, and `ids` from the gold's ids to the records'."""

    def __init__(self) -> None:
        self.gold = json.loads((FOLDER / "gold.json").read_text("utf-8"))
        self.text = ARTICLE.read_text("utf-8")
        made = make_id("document", "article.txt")
        self.document = Document(
            made, "article.txt", "Outlet", None, None, None, self.gold["published"], None, "en", self.text, "0", (),
            made,
        )  # fmt: skip
        self.ids = {
            row["id"]: make_id("gold", row["id"])
            for key in ("statements", "events", "trade_measures")
            for row in self.gold[key]
        }
        self.reading = Reading(self.document, (), (), ACTORS, tuple(self._records()))
        asked = self.gold["question"]
        self.question = Question(
            asked["text"], asked["observer"], asked["subject"],
            tuple(Hypothesis(row["id"], row["text"]) for row in asked["hypotheses"]), about="BRICS",
        )  # fmt: skip

    def _evidence(self, quote: str) -> Evidence:
        start = self.text.index(quote)
        return Evidence(self.document.id, start, start + len(quote), quote)

    def _records(self) -> Iterator[Record]:
        yield from map(self._statement, self.gold["statements"])
        yield from map(self._event, self.gold["events"])
        yield from map(self._measure, self.gold["trade_measures"])
        for row in self.gold["links"]:
            yield Link(
                make_id("link", row["evidence"]), self._evidence(row["evidence"]), ORIGIN, 0.8, row["kind"],
                self.ids[row["from"]], self.ids[row["to"]], row["attributed_to"],
            )  # fmt: skip

        for row in self.gold["memberships"]:
            yield Membership(
                make_id("membership", row["state"], row["organisation"]), self._evidence(row["organisation"]), ORIGIN,
                0.8, row["state"], row["organisation"], row["status"], None,
            )  # fmt: skip

    def _statement(self, row: dict[str, Any]) -> Statement:
        evidence = self._evidence(row["evidence"])
        actor = next((actor for actor in ACTORS if actor.name == row["speaker"]), None)
        role = actor.role if actor else row["speaker"]
        speaker = Speaker(row["speaker"], actor.code if actor else None, row["speaker_state"], role)
        stance = tuple(Tone(code, TONES[tone]) for code, tone in row["stance"].items())
        return Statement(
            self.ids[row["id"]], evidence, ORIGIN, 0.9, speaker, row["direct"], None,
            Span(evidence.start, evidence.end, evidence.quote), tuple(row["about"]), stance, row.get("venue"),
            None, None,
        )  # fmt: skip

    def _event(self, row: dict[str, Any]) -> Event:
        source = (row["source"],) if row["source"] else ()
        return Event(
            self.ids[row["id"]], self._evidence(row["evidence"]), ORIGIN, 0.9, source, (row["target"],), row["type"],
            None, (), None, row["status"], None, _year(row.get("date")),
        )  # fmt: skip

    def _measure(self, row: dict[str, Any]) -> TradeMeasure:
        goods = tuple(Good(text, (code,)) for text, code in zip(row["goods"], row["hs_headings"], strict=True))
        return TradeMeasure(
            self.ids[row["id"]], self._evidence(QUOTES[row["id"]]), ORIGIN, 0.9, row["imposer"], row["authority"],
            (row["target"],), row["measure"], goods, row["stated_reason"], row["temporary"], None, row["end"],
        )  # fmt: skip


def _year(year: str | None) -> When | None:
    return When(f"{year}-01-01", f"{year}-12-31", "year") if year else None


def shared_case() -> SharedCase:
    """The shared case; the test is skipped where it is absent."""
    if not FOLDER.is_dir():
        pytest.skip("the shared case is not there")
    return SharedCase()
