"""Readings made by hand for the store's tests."""

from dataclasses import replace
from pathlib import Path

from multivector.model import (
    Actor,
    Document,
    Event,
    Evidence,
    Good,
    Link,
    Membership,
    Mention,
    Origin,
    Reading,
    Sentence,
    Span,
    Speaker,
    Statement,
    Tone,
    TradeMeasure,
    When,
    Withheld,
    content_hash,
    document_id,
    make_id,
)
from multivector.store import Store

READER = "reader-1"
SAID = "“We regret it”, said the minister of Ruritania."
BANNED = "Ruritania banned apples from Graustark until the end of 1938."
ANSWERED = "Graustark answered by leaving the League."
TEXT = f"{SAID} {BANNED}\n\n{ANSWERED}"
ORIGIN = (Origin("frames", "test.rule", "1"),)


def document(name: str = "a.txt", text: str = TEXT) -> Document:
    """A document of that name and text."""
    digest = content_hash(text.encode("utf-8", "surrogatepass"))
    found = document_id(name, digest)
    return Document(
        found, name, "The Post", "A title", None, "Strelsau", "1938-05-02", "1938-05-03", "en", text, digest,
        ((0, 0), (10, 12)), found, ("Dismiss",),
    )  # fmt: skip


def evidence(doc: Document, quote: str) -> Evidence:
    """The first place in the document that says so."""
    start = doc.text.index(quote)
    return Evidence(doc.id, start, start + len(quote), quote)


def statement(doc: Document) -> Statement:
    """What the minister said."""
    start = doc.text.index("We regret it")
    speaker = Speaker("the minister of Ruritania", "person:minister", "RUR", "minister", None, None, "no name given")
    return Statement(
        make_id("statement", doc.id, start), evidence(doc, SAID), ORIGIN, 0.9, speaker, True, "said",
        Span(start, start + 12, "We regret it"), ("GRA",), (Tone("GRA", -0.5, ("regret",)), Tone("RUR", 0.0)),
        "interview", None, When("1938-05-01", "1938-05-01", "day"), ("The Post",),
    )  # fmt: skip


def event(doc: Document) -> Event:
    """The ban as an event, told twice."""
    return Event(
        make_id("event", doc.id, "ban"), evidence(doc, BANNED), (*ORIGIN, Origin("other", "rule.2", "1")), 0.75,
        ("RUR",), ("GRA",), "SANCTION", "ban", ("economic",), "163", "asserted", None,
        When("1938-01-01", None, "open"), (Good("apples", ("0808",)),), ("person:minister",), (evidence(doc, SAID),),
    )  # fmt: skip


def measure(doc: Document) -> TradeMeasure:
    """The ban as a trade measure."""
    return TradeMeasure(
        make_id("trade_measure", doc.id, "ban"), evidence(doc, BANNED), ORIGIN, 0.8, "RUR", None, ("GRA",),
        "import_ban", (Good("apples", ("0808",)),), None, True, None, "1938-12-31",
    )  # fmt: skip


def reading(name: str = "a.txt", text: str = TEXT) -> Reading:
    """A reading with every kind of noun in it."""
    doc = document(name, text)
    ban = event(doc)
    left = Membership(
        make_id("membership", doc.id), evidence(doc, ANSWERED), ORIGIN, 0.6, "GRA", "LON", "withdrawn", None
    )
    link = Link(make_id("link", doc.id), evidence(doc, ANSWERED), ORIGIN, 0.5, "response_to", left.id, ban.id, None)
    at = doc.text.index(ANSWERED)
    return Reading(
        doc,
        (Sentence(0, len(SAID), 0), Sentence(len(SAID) + 1, at - 2, 0), Sentence(at, at + len(ANSWERED), 1)),
        (Mention(at, at + 9, "GRA", "state", "name", "GRA"),),
        (Actor("RUR", "state", "Ruritania", ("Ruritania", name), "RUR"), Actor("GRA", "state", "Graustark", (), "GRA")),
        (link, statement(doc), measure(doc), ban, left),
        (Withheld("event", "no target", 0, 3, doc.text[:3]),),
    )


def without_records(found: Reading) -> Reading:
    """The same reading with nothing found in it."""
    return replace(found, records=(), withheld=(), actors=(), mentions=())


def empty_store(tmp_path: Path) -> Store:
    """The store of an empty case; test modules make it their fixture `store`."""
    return Store.open(tmp_path)


def filled_store(store: Store) -> Store:
    """The store of a case with two documents; test modules make it their fixture `filled`."""
    with store.writer(READER) as writer:
        writer.add(reading("b.txt"))
        writer.add(reading("a.txt"))
    return store
