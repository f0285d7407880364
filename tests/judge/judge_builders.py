"""Small nouns for the judge's tests: documents, statements, events, measures and readings that are written by hand."""

from dataclasses import replace
from typing import Any

from multivector.model import (
    Actor,
    Document,
    Event,
    Evidence,
    Good,
    Hypothesis,
    Link,
    Origin,
    Question,
    Reading,
    Record,
    Review,
    ReviewAct,
    Span,
    Speaker,
    Statement,
    Tone,
    TradeMeasure,
    When,
    make_id,
)

ORIGIN = (Origin("test", "by-hand", "1"),)
ACTORS = (
    Actor("RUS", "state", "Russia", ("Russia", "Moscow"), "RUS"),
    Actor("KAZ", "state", "Kazakhstan", ("Kazakhstan", "Astana"), "KAZ"),
    Actor("person:dmitry-peskov", "person", "Dmitry Peskov", (), "RUS", "GOV", "Press Secretary of the President"),
    Actor("person:sergey-lavrov", "person", "Sergey Lavrov", (), "RUS", "GOV", "Minister of Foreign Affairs"),
    Actor("person:vladimir-putin", "person", "Vladimir Putin", (), "RUS", "GOV", "President"),
    Actor("body:rosselkhoznadzor", "body", "Rosselkhoznadzor", (), "RUS", "GOV"),
    Actor("person:michael-rossi", "person", "Michael Rossi", (), None, "EDU", "a faculty member in political science"),
)
PEOPLE = {actor.name: actor for actor in ACTORS}
PERCEPTION = Question(
    "How does Russia read it?",
    "RUS",
    "KAZ",
    (Hypothesis("neutrality", "Moscow reads it as neutral"), Hypothesis("distancing", "Moscow reads it as a betrayal")),
)


def document(
    name: str = "one.txt",
    *,
    outlet: str | None = "Outlet One",
    published: str | None = "2024-10-22",
    cluster: str | None = None,
) -> Document:
    """A document without text that matters."""
    made = make_id("document", name)
    return Document(
        made, name, outlet, None, None, None, published, None, "en", "", "0", (), cluster if cluster else made
    )  # fmt: skip


def on(day: str) -> When:
    """A date that a text gives to the day."""
    return When(day, day, "day")


def statement(
    doc: Document, quote: str, tone: float | None, *, who: str = "Dmitry Peskov", start: int = 0, **more: Any
) -> Statement:
    """A statement by one of the known people about Kazakhstan; `tone` None for no stance at all."""
    actor = PEOPLE.get(who)
    speaker = Speaker(who, actor.code if actor else None, actor.state if actor else None, actor.role if actor else None)
    end = start + len(quote)
    stance = () if tone is None else (Tone("KAZ", tone, ("word",) if tone else ()),)
    made = Statement(
        make_id("statement", doc.id, start, quote), Evidence(doc.id, start, end, quote), ORIGIN, 0.9, speaker, True,
        "said", Span(start, end, quote), ("KAZ",), stance, None, None, None,
    )  # fmt: skip
    return replace(made, **more)


def event(doc: Document, quote: str, type_: str, *, start: int = 500, **more: Any) -> Event:
    """An event of Russia toward Kazakhstan."""
    evidence = Evidence(doc.id, start, start + len(quote), quote)
    made = Event(
        make_id("event", doc.id, start, type_, quote), evidence, ORIGIN, 0.9, ("RUS",), ("KAZ",), type_, None, (),
        None, "asserted", None, None,
    )  # fmt: skip
    return replace(made, **more)


def measure(
    doc: Document, quote: str, *, goods: tuple[str, ...] = ("wheat",), start: int = 1000, **more: Any
) -> TradeMeasure:
    """A ban of Russia's on imports from Kazakhstan."""
    evidence = Evidence(doc.id, start, start + len(quote), quote)
    made = TradeMeasure(
        make_id("trade_measure", doc.id, start), evidence, ORIGIN, 0.9, "RUS", None, ("KAZ",), "import_ban",
        tuple(Good(good) for good in goods), None, True, None, None,
    )  # fmt: skip
    return replace(made, **more)


def answers(doc: Document, effect: Record, cause: Record, *, by: str | None = "industry insiders") -> Link:
    """A response_to link from one record to another."""
    quote = "saw it as a response to"
    return Link(
        make_id("link", effect.id, cause.id), Evidence(doc.id, 1200, 1200 + len(quote), quote), ORIGIN, 0.8,
        "response_to", effect.id, cause.id, by,
    )  # fmt: skip


def reading(doc: Document, *records: Record, actors: tuple[Actor, ...] = ACTORS) -> Reading:
    """A reading of that document with these records."""
    return Reading(doc, (), (), actors, tuple(records))


def review(record: str, act: ReviewAct = "reject", *, when: str = "2024-11-01T10:00:00Z", **more: Any) -> Review:
    """A review of a record."""
    made = Review(make_id("review", record, act, when, str(more)), record, act, "analyst", when, "because")
    return replace(made, **more)


def mixed_readings() -> tuple[Reading, Reading]:
    """Two articles whose evidence points both ways: enough to judge, too little to settle."""
    first, second = document("one.txt"), document("two.txt", outlet="Outlet Two", published="2024-10-25")
    ban = measure(first, "Russia banned imports of Kazakh wheat", reason="phytosanitary concerns")
    return (
        reading(first, statement(first, "Kazakhstan is our friend", 0.6, start=0), ban),
        reading(
            second,
            statement(second, "We need to clarify this odd position", -0.4, who="Sergey Lavrov", start=0),
            event(second, "Moscow demanded that Astana explain its choice", "REQUEST"),
        ),
    )
