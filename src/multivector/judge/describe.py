"""Records and names in words, as they stand in a sentence."""

from collections.abc import Sequence

from multivector.judge.item import said
from multivector.judge.kinds import EVENT_WORDS, Act
from multivector.judge.noted import Noted
from multivector.judge.scene import Scene
from multivector.model import Event, Statement, TradeMeasure, words_of_speech

__all__ = ["clip", "describe", "listed", "midsentence", "possessive", "with_article"]

QUOTE_LIMIT = 90  # characters of evidence that a sentence can carry
GOODS_SHOWN = 3
MEASURES = {
    "import_ban": "ban on imports", "export_ban": "ban on exports", "transit_ban": "ban on transit", "tariff": "tariff",
    "quota": "quota", "licence": "licence duty", "lifted": "lifting of a measure",
}  # fmt: skip
ARTICLE_FIRST = ("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Holy See", "Kremlin")
ARTICLE_LAST = (
    "Republic", "Islands", "Union", "States", "Federation", "Emirates", "Kingdom", "Ministry", "Department", "Agency",
    "Office", "Embassy", "Government", "Council", "Commission", "Service",
)  # fmt: skip


def with_article(name: str) -> str:
    """The name with "the" where English wants it: "the United States", "Kazakhstan"."""
    wants = name.startswith(ARTICLE_FIRST) or name.endswith(ARTICLE_LAST)
    return f"the {name}" if wants else name


def possessive(name: str) -> str:
    """The name's possessive: "Kazakhstan's", "the United States'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def midsentence(name: str) -> str:
    """The name as it stands within a sentence: "Industry insiders" is no proper name, "Industry Canada" is."""
    words = name.split()
    common = len(words) > 1 and all(word[:1].islower() for word in words[1:]) and words[0][1:].islower()
    return name[:1].lower() + name[1:] if common else with_article(name)


def clip(text: str, limit: int = QUOTE_LIMIT) -> str:
    """The text on one line, cut after a whole word where it is longer than the limit."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[:limit].rsplit(' ', 1)[0].rstrip(',;:')} …"


def listed(parts: Sequence[str]) -> str:
    """The parts as a list in a sentence: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def describe(record: Act, scene: Scene) -> str:
    """Who said or did it, and what, in the words of the evidence."""
    if isinstance(record, Statement):
        who = with_article(record.speaker.name)
        return f"{possessive(who)} {'words' if record.direct else 'reported words'} {_quoted(record)}"
    if isinstance(record, Noted):
        return record.label
    if isinstance(record, TradeMeasure):
        return _measure(record, scene)
    return _event(record, scene)


def _quoted(record: Act) -> str:
    text = (words_of_speech(record) if isinstance(record, Statement) else said(record)).strip().strip("\"“”«»'")
    return f"“{clip(text.rstrip(','))}”"


def _measure(record: TradeMeasure, scene: Scene) -> str:
    who = scene.name(record.authority) if record.authority else with_article(scene.name(record.imposer))
    goods = [good.text for good in record.goods]
    rest = [f"{len(goods) - GOODS_SHOWN} other goods"] if len(goods) > GOODS_SHOWN + 1 else goods[GOODS_SHOWN:]
    of = {"import_ban": "of", "export_ban": "of", "transit_ban": "of"}.get(record.measure, "on")
    what = f" {of} {listed([*goods[:GOODS_SHOWN], *rest])}" if goods else ""
    return f"{possessive(who)} {MEASURES[record.measure]}{what}"


def _event(record: Event, scene: Scene) -> str:
    who = listed([with_article(scene.name(code)) for code in record.source]) if record.source else "an unnamed actor"
    return f"{EVENT_WORDS.get(record.type, record.type.lower())} by {who} ({_quoted(record)})"
