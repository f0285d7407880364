"""Absence: words or a deed that were due and did not come.

A template's rules say when something is due: words within so many days of the trigger, a deed after a threat, a
promised deed by its day, an answer in kind to a measure of the other side. A case adds its own under [[due]]. Silence
counts only once the day has passed, and only as far as the sources would have told of the thing: with n articles of
those days that speak of both sides, each telling of it with probability `TOLD`, they would have told of it with
1 - (1 - TOLD)^n. Below `LEAST_ARTICLES` the sources' silence says nothing of the observer's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from multivector.judge.describe import possessive, with_article
from multivector.judge.item import Item, Role, shifted
from multivector.judge.kinds import QUADS, family_of
from multivector.judge.noted import Noted
from multivector.judge.scene import Scene
from multivector.judge.template import DueRule
from multivector.model import Document, Event, Reading, Statement, TradeMeasure, make_id

__all__ = ["LEAST_ARTICLES", "TOLD", "silences"]

TOLD = 0.2  # a convention: one article in five that speaks of both sides would tell of such an act
LEAST_ARTICLES = 3
DONE: tuple[Role, ...] = ("behaviour", "before", "baseline")
# Words without a stance are words too; what others say is not.
SPOKEN: tuple[Role, ...] = ("behaviour", "baseline", "set_aside")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One thing that was due between two ISO days. `late` says whether coming late still meets it."""

    key: str
    kinds: tuple[str, ...]
    side: str
    what: str
    unless: str
    opened: str
    by: str
    late: bool


def silences(scene: Scene, readings: Sequence[Reading], items: Sequence[Item], rejected: frozenset[str]) -> list[Item]:
    """One item for each thing that was due and did not come, by the rules of the template and of the case."""
    if scene.question.observer is None or scene.question.subject is None:
        return []
    found = (_silence(scene, readings, items, wanted) for wanted in _wanted(scene, items))
    kept = [item for item in found if item is not None and item.head.id not in rejected]
    return [_with_row(scene, item) for item in kept]


def _with_row(scene: Scene, item: Item) -> Item:
    cells = scene.table.find(item.kinds)
    if cells is not None and (item.side == "observer" or cells.counts):
        return item
    return replace(item, role="set_aside", note=f"{item.note}; the table has no row for it ({item.kinds[-1]})")


def _wanted(scene: Scene, items: Sequence[Item]) -> Iterator[_Wanted]:
    for rule in scene.table.template.due:
        yield from _by_rule(scene, items, rule)
    for due in scene.question.due:
        opened = due.after or scene.question.trigger
        if opened and due.by:
            kinds = (f"{due.side}_silence_{due.id}", f"{due.side}_silence_{_family_word(due.unless)}")
            yield _Wanted(due.id, kinds, due.side, due.what, due.unless, opened, due.by, due.unless in _DEEDS)


def _family_word(unless: str) -> str:
    return "words" if unless == "any" else unless


_DEEDS = ("conflict", "cooperation", "answer", "any")


def _by_rule(scene: Scene, items: Sequence[Item], rule: DueRule) -> Iterator[_Wanted]:
    side = scene.question.observer if rule.side == "observer" else scene.question.subject
    who = with_article(scene.name(side))
    for opened, by, after in _openings(scene, items, rule):
        what = rule.what.format_map({"side": who, "side_possessive": possessive(who), "after": after})
        kinds = (f"{rule.side}_silence_{rule.unless}",)
        yield _Wanted(rule.id, kinds, rule.side, what, rule.unless, opened, by, rule.unless in _DEEDS)


def _openings(scene: Scene, items: Sequence[Item], rule: DueRule) -> Iterator[tuple[str, str, str]]:
    """From when on and by when it was due, and after what, in words."""
    trigger = scene.question.trigger
    if rule.after == "promise":
        yield from _promises(items, rule.side)
    elif rule.after != "trigger":
        yield from _first_act(items, rule, trigger or "")
    elif trigger:
        yield trigger, shifted(trigger, rule.days), "the trigger"


def _first_act(items: Sequence[Item], rule: DueRule, since: str) -> Iterator[tuple[str, str, str]]:
    """The first act since that day that the rule follows, if any."""
    starts = [(item.day, item.order, item.label) for item in items if item.day and _opens(item, rule)]
    for day, _, label in sorted(start for start in starts if start[0] >= since)[:1]:
        yield day, shifted(day, rule.days), label


def _opens(item: Item, rule: DueRule) -> bool:
    head = item.head
    if rule.after == "threat":
        threats = any(isinstance(record, Event) and record.type == "THREATEN" for record in item.records)
        return item.side == rule.side and threats and item.role in SPOKEN
    other = "subject" if rule.side == "observer" else "observer"
    return item.side == other and item.dated and family_of(head) == "SANCTION" and item.role != "set_aside"


def _promises(items: Sequence[Item], side: str) -> Iterator[tuple[str, str, str]]:
    """What was announced for a day that the text gives."""
    for item in items:
        head = item.head
        if item.side != side or not isinstance(head, Event) or head.status != "planned" or not head.date:
            continue
        by = head.date.end
        kind = QUADS.get(head.type, "")
        if by and item.day and by > item.day and kind.endswith("cooperation"):
            yield item.day, by, item.label


def _silence(scene: Scene, readings: Sequence[Reading], items: Sequence[Item], wanted: _Wanted) -> Item | None:
    newest = max((one.document.published or "" for one in readings), default="")
    last = newest if wanted.late else wanted.by
    if newest <= wanted.by or any(_meets(item, wanted, last) for item in items):
        return None
    told = [one.document for one in readings if _tells(scene, one, wanted.opened, last)]
    n = len({document.cluster for document in told})
    return _silent(scene, wanted, 1 - (1 - TOLD) ** n, _note(told, n)) if n >= LEAST_ARTICLES else None


def _note(told: Sequence[Document], n: int) -> str:
    """Why the silence of these documents, of `n` clusters, says something."""
    outlets = len({document.outlet or document.cluster for document in told})
    share = 1 - (1 - TOLD) ** n
    return (
        f"{n} articles of those days ({outlets} outlet{'s' if outlets != 1 else ''}) speak of both sides and tell "
        f"of nothing of the kind; they would have told of it with about {round(20 * share) * 5}%"
    )


def _silent(scene: Scene, wanted: _Wanted, share: float, note: str) -> Item:
    """The item of what was due and did not come; `share` is how surely the sources would have told of it."""
    key = make_id("silence", wanted.key, scene.question.observer, scene.question.subject, wanted.opened, wanted.by)
    label = f"the absence of {wanted.what}" + ("" if "within" in wanted.what else f" by {wanted.by}")
    who = scene.question.observer if wanted.side == "observer" else scene.question.subject
    head = Noted(key, wanted.what, label, False, share, note)
    return Item("absence", wanted.side, wanted.kinds, who or "", label, note, wanted.by, True, (head,), ())


def _tells(scene: Scene, reading: Reading, opened: str, last: str) -> bool:
    """Whether the article is of those days and speaks of both sides."""
    if not opened < (reading.document.published or "")[:10] <= last:
        return False
    named = {code for actor in reading.actors for code in (actor.code, actor.state)}
    return {scene.question.observer, scene.question.subject} <= named


def _meets(item: Item, wanted: _Wanted, last: str) -> bool:
    """Whether the item is what was due: done or said by that side, in time; a deed that comes late still came."""
    if item.side != wanted.side or not item.day or not wanted.opened <= item.day <= last:
        return False
    roles, fits = _MET_BY[wanted.unless]
    return item.role in roles and fits(item)


def _is_friendly(item: Item) -> bool:
    return any("_positive" in kind or kind.endswith("_cooperation") for kind in item.kinds)


def _deed(item: Item) -> str | None:
    """Conflict or cooperation where the item is a deed; None for words, threats and promises among them."""
    head = item.head
    if isinstance(head, TradeMeasure):
        return "cooperation" if head.measure == "lifted" else "conflict"
    if isinstance(head, Statement):
        return None
    kinds = " ".join([*item.kinds, QUADS.get(head.type, "") if isinstance(head, Event) else ""])
    if "material_conflict" in kinds or "trade_measure_imposed" in kinds or "_SANCTION" in kinds:
        return "conflict"
    return "cooperation" if "material_cooperation" in kinds or "trade_measure_lifted" in kinds else None


# What was due -> the roles of an item that may meet it, and what the item must be.
_MET_BY: dict[str, tuple[tuple[Role, ...], Callable[[Item], bool]]] = {
    "words": (SPOKEN, lambda item: True),
    "friendly": (SPOKEN, _is_friendly),
    "conflict": (DONE, lambda item: _deed(item) == "conflict"),
    "cooperation": (DONE, lambda item: _deed(item) == "cooperation"),
    "answer": (DONE, lambda item: family_of(item.head) is not None),
    "any": (DONE, lambda item: True),
}
