"""Families: a text with its copies, later versions and translations; where it came from, and what each one changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from multivector.model import Document
from multivector.text.copies import contained, copy_pairs, join, shingles
from multivector.text.own_words import own_words
from multivector.text.phrases import AGENCIES
from multivector.text.translations import Dated, spun_pairs, translation_pairs
from multivector.world.outlets import names_of

__all__ = ["Change", "Family", "changes", "families", "together"]

WORDS = re.compile(r"\S+")
LONGEST = 4000  # words of either text that are compared: beyond it the comparison would take minutes
CREDIT = 250  # characters at a text's head where agencies are credited: a long first sentence of a wire
SIGNATURE = 60  # characters of a last line that says who wrote it
LATER = re.compile(
    r"(?:UPDATE|REFILE|RECAST|CORRECTED|WRAPUP|RPT)\b|\((?:Adds|Updates|Recasts|Corrects|Refiles|Releads)\b|(?:ОБНОВЛЕНО|ДОПОЛНЕНО|УТОЧНЕНО)\b"
)
LEAST_OWN = 12  # three-word sequences of a writer's own, one sentence
# Of the fewer own sequences, so many are in both. Copies in the bundles have 0.44 and more, texts that
# share a quotation or a paragraph of background 0.19 and less.
OWN_SHARE = 0.2
MIN_NAME = 3  # characters of an outlet's name


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that retell one text.

    `origin` is the id of the one that the others most likely go back to, `reason` says why; `members` are all ids, the
    origin first, and `ways` says of each how it retells: origin, copy, translation, spun.
    """

    origin: str
    reason: str
    members: tuple[str, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the origin and the words that stand in their place in a copy; either may be empty."""

    was: str
    now: str


def together(documents: Sequence[Document]) -> dict[str, str]:
    """The cluster of each document: the id of its family's origin, its own id where it stands alone."""
    found = {document.id: document.id for document in documents}
    for family in families(documents):
        found.update(dict.fromkeys(family.members, family.origin))
    return found


def families(documents: Sequence[Document]) -> tuple[Family, ...]:
    """The families of two and more, by their origin's place in order; the same for any order of the documents."""
    ordered = sorted(documents, key=_order)
    dated = [Dated(one.text, one.language, one.published) for one in ordered]
    ways = {
        "copy": _written_once(ordered, copy_pairs([shingles(one.text) for one in ordered])),
        "spun": spun_pairs(dated),
        "translation": translation_pairs(dated, lambda i, j: _credits(ordered[i], ordered[j])),
    }
    roots = join(len(ordered), [pair for pairs in ways.values() for pair in pairs])
    groups: dict[int, list[int]] = {}
    for i, root in enumerate(roots):
        groups.setdefault(root, []).append(i)
    by_way = [(way, frozenset(number for pair in pairs for number in pair)) for way, pairs in ways.items()]
    return tuple(_family([ordered[i] for i in group], group, by_way) for group in groups.values() if len(group) > 1)


def _written_once(documents: Sequence[Document], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of the pairs that share much those that share their writers' own words too, not only what both quote.

    Where either is hardly more than a quotation there is nothing to compare, and the quotation decides.
    """
    own = {i: shingles(own_words(documents[i].text)) for pair in pairs for i in pair}
    return [
        (i, j) for i, j in pairs if min(len(own[i]), len(own[j])) < LEAST_OWN or contained(own[i], own[j]) >= OWN_SHARE
    ]


def changes(origin: str, copy: str) -> tuple[Change, ...]:
    """What a copy changed, left out or added, word by word, in the order of the texts."""
    one, other = WORDS.findall(origin)[:LONGEST], WORDS.findall(copy)[:LONGEST]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return tuple(Change(" ".join(one[a:b]), " ".join(other[c:d])) for tag, a, b, c, d in blocks if tag != "equal")


def _order(document: Document) -> tuple[str, str]:
    return (document.published or "9999", document.id)


def _family(group: Sequence[Document], numbers: Sequence[int], by_way: Sequence[tuple[str, frozenset[int]]]) -> Family:
    """The family of these documents; `by_way` are all numbers that stand in a pair of that way, here or elsewhere."""
    origin, reason = _origin(group)
    ways = {origin.id: "origin"}
    for document, number in zip(group, numbers, strict=True):
        near = [way for way, paired in by_way if number in paired]
        same = document.language == origin.language
        ways.setdefault(document.id, (near[0] if near else "copy") if same else "translation")
    members = [origin, *(one for one in group if one is not origin)]
    return Family(origin.id, reason, tuple(m.id for m in members), tuple(ways[m.id] for m in members))


def _origin(group: Sequence[Document]) -> tuple[Document, str]:
    """The document that others credit, else the earliest, of several of one day the one that holds most of the rest."""
    heads = [(one.outlet, _head(one)) for one in group]
    named_by = {outlet: _naming(heads, outlet) for outlet in {one.outlet for one in group}}  # few, of however many
    credits = {one.id: named_by[one.outlet] for one in group}
    most = max(credits.values())
    if most:
        found = min((one for one in group if credits[one.id] == most), key=_is_later)
        return found, f"{most} of the others name {found.outlet} as their source"
    first = [one for one in group if (one.published or "9999") == (group[0].published or "9999")]
    if len(first) == 1:
        return first[0], "it is the earliest"
    named = [one for one in first if _signs(one)]
    if named:
        return min(named, key=_is_later), "it names its own outlet at its head, as agencies do, and none is earlier"
    return max(first, key=lambda one: (len(one.text), one.id)), "it is the fullest of the earliest day"


def _is_later(document: Document) -> bool:
    """Whether a text says of itself that it is a later version of one ("UPDATE 2-", "(Adds details)")."""
    return any(LATER.match(text) for text in (document.title or "", *document.removed, document.text))


def _naming(heads: Sequence[tuple[str | None, str]], outlet: str | None) -> int:
    """How many of the heads of other outlets' documents name this one."""
    return sum(_names(head, outlet) for other, head in heads if other != outlet)


def _credits(one: Document, other: Document) -> bool:
    """Whether either text names the other's outlet near its head, under any of its names."""
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", a.text[: 2 * CREDIT], re.IGNORECASE)
        for a, b in ((one, other), (other, one))
        for name in names_of(b.outlet)
        if len(name) >= MIN_NAME
    )


def _signs(document: Document) -> bool:
    """Whether a text names its own outlet at its head as agencies do; "By AFP and Our Post" it took from another."""
    if not _names(_head(document), document.outlet):
        return False
    own = (document.outlet or "").casefold()
    lines = [line for line in (document.text[:CREDIT], *document.removed) if own in line.casefold()]
    if any(re.search(rf"(?:\band|/)\s*(?:the\s+)?{re.escape(own)}", line, re.IGNORECASE) for line in lines):
        return False  # "By ANSA and The Post": whoever is named first wrote it
    others = [name for name in AGENCIES if name.casefold() not in own and own not in name.casefold()]
    return not any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line) for line in lines for name in others)


def _head(document: Document) -> str:
    """What stands where a document names outlets: its head, and a last line that is only a signature."""
    text = document.text.rstrip()
    last = text[text.rfind("\n") + 1 :]
    return " ".join((text[:CREDIT], *document.removed, last if len(last) <= SIGNATURE else ""))


def _names(head: str, outlet: str | None) -> bool:
    """Whether the words where outlets are named name this one."""
    name = (outlet or "").strip()
    if len(name) < MIN_NAME or name.casefold() not in head.casefold():  # told at once, for every outlet of a family
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head, re.IGNORECASE) is not None
