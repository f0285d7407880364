"""A case of any size, made up by rule: articles of a few sentences with the records that stand in them."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from multivector.model import (
    Actor,
    Document,
    Event,
    Evidence,
    Good,
    Mention,
    Origin,
    Reading,
    Record,
    Sentence,
    Span,
    Speaker,
    Statement,
    Tone,
    TradeMeasure,
    content_hash,
    document_id,
    make_id,
)
from multivector.store import Store

__all__ = ["make_case"]

STATES = {
    "RUS": "Russia", "KAZ": "Kazakhstan", "CHN": "China", "USA": "United States", "UZB": "Uzbekistan",
    "KGZ": "Kyrgyzstan", "BLR": "Belarus", "ARM": "Armenia", "AZE": "Azerbaijan", "TUR": "Türkiye", "UKR": "Ukraine",
    "POL": "Poland", "DEU": "Germany", "FRA": "France", "GBR": "United Kingdom", "IND": "India", "IRN": "Iran",
    "JPN": "Japan", "GEO": "Georgia", "MDA": "Moldova",
}  # fmt: skip
ACTS = (
    ("CONSULT", "met the minister of"), ("AGREE", "agreed on transit with"), ("ACCUSE", "accused"),
    ("THREATEN", "threatened"), ("SUPPORT", "expressed support for"), ("SANCTION", "cut back trade with"),
    ("REJECT", "turned down"), ("AID", "sent aid to"),
)  # fmt: skip
TONES = ((0.6, "values"), (0.3, "welcomes"), (0.0, "takes note of"), (-0.3, "regrets"), (-0.6, "condemns"))
SOUNDS = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
ORIGIN = (Origin("made", "by-rule", "1"),)
START, DAYS, OUTLETS = date(2024, 1, 1), 700, 40
CASE = """question = "Does Moscow see Kazakhstan's course as a turn away?"
observer = "RUS"
subject = "KAZ"
trigger = 2025-03-01
template = "perception"
[[hypothesis]]
id = "neutrality"
text = "Moscow reads it as an attempt to remain neutral"
[[hypothesis]]
id = "distancing"
text = "Moscow reads it as a step away from Russia"
"""


def make_case(case: Path, articles: int, records: int, seed: int = 1) -> None:
    """Write the case's store with so many articles and about so many records."""
    (case / "sources").mkdir(parents=True, exist_ok=True)
    (case / "case.toml").write_text(CASE, "utf-8")
    chance = random.Random(seed)
    each = records / articles
    with Store.open(case).writer("made 1") as writer:
        for number in range(articles):
            writer.add(_reading(chance, number, int(each * (number + 1)) - int(each * number)))


def _reading(chance: random.Random, number: int, n: int) -> Reading:
    """An article: one sentence, one record each; one in ten pairs is the question's own."""
    day = (START + timedelta(days=chance.randrange(DAYS))).isoformat()
    name = f"made-{number:05}.txt"
    digest = content_hash(name.encode())
    identity = document_id(name, digest)
    text, sentences, records = "", [], []
    used: set[str] = set()
    for place in range(n):
        pair = ("RUS", "KAZ") if chance.random() < 0.03 else tuple(chance.sample(sorted(STATES), 2))
        used |= set(pair)
        words, made = _record(chance, identity, len(text), (pair[0], pair[1]), f"{number}-{place}")
        sentences.append(Sentence(len(text), len(text) + len(words), 0))
        records.append(made)
        text += f"{words} "
    title = text.split(".")[0][:80]
    outlet = f"Outlet {number % OUTLETS}"
    document = Document(
        identity, name, outlet, title, None, "Astana", day, None, "en", text.strip(), digest, ((0, 0),), identity
    )
    actors = tuple(Actor(code, "state", STATES[code], (STATES[code],), code) for code in sorted(used))
    return Reading(document, tuple(sentences), tuple(_mentions(text, used)), actors, tuple(records))


def _mentions(text: str, used: set[str]) -> Iterator[Mention]:
    for code in sorted(used):
        at = text.find(STATES[code])
        if at >= 0:
            yield Mention(at, at + len(STATES[code]), code, "state", "name", code)


def _record(chance: random.Random, document: str, at: int, pair: tuple[str, str], key: str) -> tuple[str, Record]:
    source, target = pair
    subject = " ".join("".join(chance.choices(SOUNDS, k=4)) for _ in range(5))  # no two articles are about the same
    one, other, nonce = STATES[source], STATES[target], f"on {subject}"
    kind = chance.random()
    if kind < 0.5:
        tone, verb = chance.choice(TONES)
        said = f"{one} {verb} its ties with {other} {nonce}"
        words = f'"{said}," the foreign ministry of {one} said.'
        content = Span(at + 1, at + 1 + len(said), said)
        speaker = Speaker(f"the foreign ministry of {one}", source, source, "ministry")
        evidence = Evidence(document, at, at + len(words), words)
        return words, Statement(
            make_id("statement", key), evidence, ORIGIN, 0.8, speaker, True, "said", content, (target,),
            (Tone(target, tone, (verb,)),), None, None, None,
        )  # fmt: skip
    if kind < 0.96:
        type_, verb = chance.choice(ACTS)
        words = f"{one} {verb} {other} {nonce}."
        evidence = Evidence(document, at, at + len(words), words)
        return words, Event(
            make_id("event", key), evidence, ORIGIN, 0.8, (source,), (target,), type_, None, (), None,
            "asserted", None, None,
        )  # fmt: skip
    words = f"{one} banned imports of wheat from {other} {nonce}."
    evidence = Evidence(document, at, at + len(words), words)
    day = (START + timedelta(days=chance.randrange(DAYS))).isoformat()
    return words, TradeMeasure(
        make_id("trade_measure", key), evidence, ORIGIN, 0.8, source, None, (target,), "import_ban",
        (Good("wheat", ("1001",)),), None, True, day, None,
    )  # fmt: skip
