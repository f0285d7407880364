"""Rival causes: what explains a deed as well as the hypotheses do, and so makes it tell them apart less.

A deed has a rival cause where a source says that it answers another act of the other side, where the other side did the
same kind of thing first, or where its own side had done the same kind of thing before the trigger: what went on already
is not begun by it. The act that the question itself is about is no rival cause: an answer to it is what
is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from multivector.judge.describe import clip, midsentence
from multivector.judge.item import Item
from multivector.judge.kinds import family_of
from multivector.judge.noted import Noted
from multivector.judge.scene import Scene
from multivector.model import Link, Statement

__all__ = ["rival_causes"]


def rival_causes(scene: Scene, items: Sequence[Item], around: Sequence[Item], links: Iterable[Link]) -> dict[int, str]:
    """For each item with a rival cause, by position, the cause in words. `around` holds the items that do not count."""
    asked = scene.table.template.rival_cause_is_hypothesis
    causes = {record.id: item for item in (*items, *around) for record in item.records}
    found: dict[int, str] = {}
    answers = sorted((link for link in links if link.link == "response_to"), key=lambda link: (link.from_, link.id))
    alike = _by_family(around)
    for i, item in enumerate(items):
        if isinstance(item.head, Statement | Noted):
            continue
        answer = None
        if not asked:
            answer = next(_said_to_answer(scene, item, causes, answers), None) or next(_mirrored(item, alike), None)
        reason = answer or (next(_went_on(item, alike), None) if item.side == "observer" else None)
        if reason:
            found[i] = reason
    return found


def _said_to_answer(scene: Scene, item: Item, causes: dict[str, Item], links: Sequence[Link]) -> Iterator[str]:
    own = {record.id for record in item.records}
    for link in links:
        cause = causes.get(link.to)
        if link.from_ in own and cause is not None and _may_cause(cause, item) and not _asked_about(scene, cause):
            by = midsentence(scene.name(link.attributed_to)) if link.attributed_to else "the text itself"
            yield (
                f"according to {by} it answers {cause.label} (“{clip(link.evidence.quote)}”), "
                "and that would explain it whichever hypothesis holds"
            )


def _by_family(around: Sequence[Item]) -> Mapping[str, list[Item]]:
    """The items that are of a family of acts, by it, in their order."""
    found: dict[str, list[Item]] = {}
    for item in around:
        family = family_of(item.head)
        if family:
            found.setdefault(family, []).append(item)
    return found


def _mirrored(item: Item, alike: Mapping[str, list[Item]]) -> Iterator[str]:
    for other in alike.get(family_of(item.head) or "", ()):
        if _may_cause(other, item):
            yield f"{other.label} came from the other side, is of the same kind, and may be what this one answers"


def _went_on(item: Item, alike: Mapping[str, list[Item]]) -> Iterator[str]:
    """Acts of the same side and kind that the texts date before the trigger, and so before this one."""
    for other in alike.get(family_of(item.head) or "", ()):
        before = (
            other.role in ("baseline", "before")
            and other.side == item.side
            and other.dated
            and (other.day or "") < (item.day or "")
        )
        if before:
            yield f"{other.label} came before the trigger already ({other.day}), so this need not be an answer to it"


def _may_cause(cause: Item, effect: Item) -> bool:
    """Whether the other side's act may have caused this one: it was done, and is not known to be the later one."""
    if cause.side == effect.side or cause.role == "set_aside" or isinstance(cause.head, Statement):
        return False
    return not (cause.dated and effect.dated and cause.day and effect.day and cause.day > effect.day)


def _asked_about(scene: Scene, cause: Item) -> bool:
    """Whether the act is the one that the question is about."""
    about, head = scene.question.about, cause.head
    aimed = not isinstance(head, Statement | Noted) and about is not None and about in head.target
    return aimed or (cause.dated and cause.day == scene.question.trigger)
