"""Small nouns for the judge's tests: documents, statements, events, measures and readings that are written by hand."""

from dataclasses import replace

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


def document(name="one.txt", *, outlet="Outlet One", published="2024-10-22", cluster=None):
    """A document without text that matters."""
    made = make_id("document", name)
    return Document(
        made, name, outlet, None, None, None, published, None, "en", "", "0", (), cluster if cluster else made
    )  # fmt: skip


def statement(doc, quote, tone, *, who="Dmitry Peskov", start=0, on=None, direct=True, about=("KAZ",)):
    """A statement by one of the known people; `tone` is toward the first of `about`, None for no stance at all."""
    actor = PEOPLE.get(who)
    speaker = Speaker(who, actor.code if actor else None, actor.state if actor else None, actor.role if actor else None)
    end = start + len(quote)
    stance = () if tone is None else (Tone(about[0], tone, ("word",) if tone else ()),)
    return Statement(
        make_id("statement", doc.id, start, quote), Evidence(doc.id, start, end, quote), ORIGIN, 0.9, speaker, direct,
        "said", Span(start, end, quote), about, stance, None, None, When(on, on, "day") if on else None,
    )  # fmt: skip


def event(doc, quote, type_, *, source="RUS", target="KAZ", start=500, status="asserted", on=None, **more):
    """An event of one state toward another."""
    evidence = Evidence(doc.id, start, start + len(quote), quote)
    date = When(on, on, "day") if on else None
    made = Event(
        make_id("event", doc.id, start, type_, quote), evidence, ORIGIN, 0.9, (source,), (target,), type_, None, (),
        None, status, None, date,
    )  # fmt: skip
    return replace(made, **more)


def measure(doc, quote, *, imposer="RUS", target="KAZ", kind="import_ban", goods=("wheat",), start=1000, **more):
    """A trade measure of one state on another."""
    evidence = Evidence(doc.id, start, start + len(quote), quote)
    made = TradeMeasure(
        make_id("trade_measure", doc.id, imposer, start), evidence, ORIGIN, 0.9, imposer, None, (target,), kind,
        tuple(Good(good) for good in goods), None, True, None, None,
    )  # fmt: skip
    return replace(made, **more)


def answers(doc, effect, cause, quote="a response to", by="industry insiders"):
    """A response_to link from one record to another."""
    return Link(
        make_id("link", effect.id, cause.id), Evidence(doc.id, 1200, 1200 + len(quote), quote), ORIGIN, 0.8,
        "response_to", effect.id, cause.id, by,
    )  # fmt: skip


def reading(doc, *records: Record, actors=ACTORS):
    """A reading of that document with these records."""
    return Reading(doc, (), (), actors, tuple(records))


def review(record, act="reject", *, when="2024-11-01T10:00:00Z", **more):
    """A review of a record."""
    made = Review(make_id("review", record, act, when, str(more)), record, act, "analyst", when, "because")
    return replace(made, **more)


def mixed_readings():
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
