"""A case of any size: articles of made sentences (news.yaml), and among them sentences whose records are known, which
are written through the store as they are. Reading 5,000 articles would take the better part of an hour."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from benchmarks.texts import filled, news
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
from multivector.world.actors import display_names
from multivector.world.memberships import members_at

__all__ = ["make_case"]

# Sentences with the record that stands in them: {a} does or says it, {b} it is toward; what is in braces else is drawn
# from news.yaml
SAID = {
    0.6: ("We value our partnership with {b} and want more trade in {goods}", "{b} has been a friend in hard times"),
    0.3: ("We welcome what {b} proposed in {city} on {goods}", "Talks with {b} on {goods} go well"),
    0.0: ("The position of {b} on {organisation} is known to us", "We took note of what {b} said about {goods}"),
    -0.3: ("We regret that {b} left the talks on {goods}", "What {b} does on its border is of concern to us"),
    -0.6: ("We condemn the conduct of {b} at {organisation}", "{b} broke its word on {goods} in {month}"),
}  # fmt: skip
DONE = {
    "CONSULT": ("The foreign minister of {a} met a delegation of {b} in {city} to talk about {goods}.",),
    "AGREE": ("{a} and {b} signed an agreement on the transit of {goods} through {city}.",),
    "ACCUSE": ("{a} accused {b} of delaying {number} shipments of {goods} at {city}.",),
    "THREATEN": ("{a} threatened to close its market to {b} if talks on {goods} failed by {month}.",),
    "SUPPORT": ("{a} backed the bid of {b} at {organisation} on {day}.",),
    "SANCTION": ("{a} cut back its trade in {goods} with {b} by {number} percent.",),
    "REJECT": ("{a} turned down an offer of {b} on {goods} made in {city}.",),
    "AID": ("{a} sent {number} tonnes of {goods} to {b} after the floods near {city}.",),
}  # fmt: skip
MEASURE = "{a} banned imports of {goods} from {b} on {day}."
OFFICES = ("Foreign Minister", "President", "the spokesman of the foreign ministry", "Trade Minister")
ORIGIN = (Origin("made", "by-rule", "1"),)
ASKED = 0.03  # share of the records that are between the two sides of the question
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


def _states() -> list[str]:
    """The states with a seat in the UN, those of the question and its neighbourhood first: news is about few states."""
    first = ["RUS", "KAZ", "CHN", "USA", "UZB", "KGZ", "BLR", "TUR", "UKR", "ARM", "AZE", "DEU", "IRN", "IND", "FRA"]
    return list(dict.fromkeys([*first, *members_at("UN", "2024-01-01")]))


def _pair(chance: random.Random, states: list[str]) -> tuple[str, str]:
    """A pair as news have them: the k-th state comes up 1/k as often as the first."""
    if chance.random() < ASKED:
        return "RUS", "KAZ"
    one, other = (states[int(len(states) ** chance.random()) - 1] for _ in range(2))
    return (one, other) if one != other else _pair(chance, states)


def _reading(chance: random.Random, number: int, n: int) -> Reading:
    """An article of `n` sentences with one record each, and about as many without one."""
    day = (START + timedelta(days=chance.randrange(DAYS))).isoformat()
    name = f"made-{number:05}.txt"
    identity = document_id(name, digest := content_hash(name.encode()))
    states, names = _states(), display_names()
    text, sentences, records = "", [], []
    used: set[str] = set()
    for place in range(n):
        if chance.random() < 0.8:
            words = news(1, seed=chance.randrange(10**9))[0].split("\n\n")[0]
            sentences.append(Sentence(len(text), len(text) + len(words), place // 3))
            text += f"{words} "
        pair = _pair(chance, states)
        used |= set(pair)
        words, made = _record(chance, (identity, len(text)), pair, names, f"{number}-{place}")
        sentences.append(Sentence(len(text), len(text) + len(words), place // 3))
        records.append(made)
        text += f"{words}{chr(10) * 2 if place % 3 == 2 else ' '}"
    title = records[0].evidence.quote[:90].strip('"')
    outlet = f"Outlet {number % OUTLETS}"
    document = Document(
        identity, name, outlet, title, None, "Astana", day, None, "en", text.strip(), digest, ((0, 0),), identity
    )
    actors = tuple(Actor(code, "state", names[code], (names[code],), code) for code in sorted(used))
    return Reading(document, tuple(sentences), tuple(_mentions(text, used, names)), actors, tuple(records))


def _mentions(text: str, used: set[str], names: Mapping[str, str]) -> Iterator[Mention]:
    for code in sorted(used):
        at = text.find(names[code])
        if at >= 0:
            yield Mention(at, at + len(names[code]), code, "state", "name", code)


def _record(
    chance: random.Random, at: tuple[str, int], pair: tuple[str, str], names: Mapping[str, str], key: str
) -> tuple[str, Record]:
    kind, fill = chance.random(), {"a": names[pair[0]], "b": names[pair[1]]}
    if kind < 0.5:
        return _said(chance, at, pair, fill, key)
    if kind < 0.96:
        type_ = chance.choice(tuple(DONE))
        words = filled(chance, chance.choice(DONE[type_]).format_map(Kept(fill)))
        return words, Event(
            make_id("event", key), Evidence(at[0], at[1], at[1] + len(words), words), ORIGIN, 0.8, (pair[0],),
            (pair[1],), type_, None, (), None, "asserted", None, None,
        )  # fmt: skip
    words = filled(chance, MEASURE.format_map(Kept(fill)))
    day = (START + timedelta(days=chance.randrange(DAYS))).isoformat()
    return words, TradeMeasure(
        make_id("trade_measure", key), Evidence(at[0], at[1], at[1] + len(words), words), ORIGIN, 0.8, pair[0], None,
        (pair[1],), "import_ban", (Good(words.split(" of ")[1].split(" from ")[0], ()),), None, True, day, None,
    )  # fmt: skip


def _said(
    chance: random.Random, at: tuple[str, int], pair: tuple[str, str], fill: dict[str, str], key: str
) -> tuple[str, Record]:
    tone = chance.choice(tuple(SAID))
    said = filled(chance, chance.choice(SAID[tone]).format_map(Kept(fill)))
    role = chance.choice(OFFICES)
    who = f"{role} of {fill['a']}" if role.startswith("the ") else f"{role} {filled(chance, '{person}')}"
    words, start = f'"{said}," {who} said on {filled(chance, "{day}")}.', at[1]
    actor = pair[0] if role.startswith("the ") else f"person:{who.casefold().replace(' ', '-')}"
    return words, Statement(
        make_id("statement", key), Evidence(at[0], start, start + len(words), words), ORIGIN, 0.8,
        Speaker(who, actor, pair[0], role), True, "said", Span(start + 1, start + 1 + len(said), said), (pair[1],),
        (Tone(pair[1], tone, (said.split()[1],)),), None, None, None,
    )  # fmt: skip


class Kept(dict[str, str]):
    """Fills the two states in and leaves other braces to `filled`."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
