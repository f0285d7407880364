"""What a text says a deed answers, as evidence where the question is why it was done.

"In response to American tariffs" names a cause. Said by the text itself or by the side that did it, it counts by the
template's row; said by somebody else it is that person's reading, and opinion.
"""

from collections.abc import Iterator, Mapping, Sequence

from multivector.judge.describe import clip
from multivector.judge.item import Item, Role
from multivector.judge.kinds import family_of
from multivector.judge.noted import Noted
from multivector.judge.scene import Scene
from multivector.model import Document, Link, Reading, Statement

__all__ = ["named_causes"]


def named_causes(scene: Scene, readings: Sequence[Reading], items: Sequence[Item], links: Sequence[Link]) -> list[Item]:
    """One item for each link from a counted deed of the observer to something of the subject's."""
    if scene.table.find(("observer_answer_measure",)) is None:
        return []
    where = {record.id: item for item in items for record in item.records}
    documents = {one.document.id: one.document for one in readings}
    return list(_items(scene, where, documents, sorted(links, key=lambda link: link.id)))


def _items(
    scene: Scene, where: Mapping[str, Item], documents: Mapping[str, Document], links: Sequence[Link]
) -> Iterator[Item]:
    for link in links:
        deed, cause, document = where.get(link.from_), where.get(link.to), documents.get(link.evidence.document)
        if link.link != "response_to" or deed is None or cause is None or document is None:
            continue
        if (deed.role, deed.side, cause.side) == ("behaviour", "observer", "subject") and not isinstance(
            deed.head, Statement
        ):
            yield _item(scene, link, (deed, cause), document)


def _item(scene: Scene, link: Link, pair: tuple[Item, Item], document: Document) -> Item:
    deed, cause = pair
    kind = f"observer_answer_{'measure' if family_of(cause.head) == 'SANCTION' else 'conduct'}"
    own = link.attributed_to is None or scene.state_of(link.attributed_to) == scene.question.observer
    by = link.attributed_to or document.outlet or "the outlet itself"
    words = clip(link.evidence.quote)
    label = f"the words of {scene.name(by)} that {deed.label} answers {cause.label} (“{words}”)"
    note = "the link is the text's own" if link.attributed_to is None else f"the link is that of {scene.name(by)}"
    head = Noted(link.id, link.evidence.quote, label, own and link.attributed_to is not None, None, note, 1.0, by)
    role: Role = "behaviour" if own else "opinion"
    who = scene.question.observer or ""
    return Item(role, "observer", (kind,), who, label, note, deed.day, deed.dated, (head,), (document,))
