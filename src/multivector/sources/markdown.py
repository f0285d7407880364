"""Markdown -> its words: marks are cut out, nothing is added, so positions survive."""

import re
from collections.abc import Sequence

__all__ = ["cut", "marks", "title"]

HEADING = re.compile(r"^#{1,6}[ \t]{1,9}(.{1,300}?)(?:[ \t]{1,9}#+)?[ \t]{0,9}$", re.MULTILINE)
# Each pattern's groups are what is kept; the rest of the match is a mark. Bounded, so that hostile text stays linear.
MARKS = (
    re.compile(r"<!--.{0,200}?-->", re.DOTALL),
    re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE),
    re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE),
    re.compile(r"^[ \t]{0,3}\[[^\]\n]{1,80}\]:[ \t]+\S+.*$", re.MULTILINE),
    HEADING,
    re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE),
    re.compile(r"^[ \t]{0,6}[-*+][ \t]+(?=\S)", re.MULTILINE),
    re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"),
    re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"),
    re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,500}>"),
    re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*"),
    re.compile(r"(?<!\w)__(?=\S)([^_\n]{1,500})(?<=\S)__(?!\w)"),
    re.compile(r"(?<![*\w\\])\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s*\\])\*(?![*\w])"),
    re.compile(r"(?<![_\w\\])_(?=[^\s_])([^_\n]{1,500})(?<=[^\s_\\])_(?![_\w])"),
    re.compile(r"`([^`\n]{1,300})`"),
    re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>-])"),
)


def title(text: str) -> str | None:
    """The words of the first heading, when it stands before any other text."""
    match = HEADING.match(text.lstrip())
    return cut(match[1], range(len(match[1])), marks(match[1]))[0].strip() or None if match else None


def marks(text: str) -> list[tuple[int, int]]:
    """The spans that are marking and not words, ascending and apart."""
    spans: list[tuple[int, int]] = []
    for pattern in MARKS:
        for match in pattern.finditer(text):
            if pattern.groups:
                spans += [(match.start(), match.start(1)), (match.end(1), match.end())]
            else:
                spans.append(match.span())
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def cut(text: str, at: Sequence[int], spans: list[tuple[int, int]]) -> tuple[str, list[int]]:
    """The text without the spans (ascending and apart), and the positions of what is left."""
    kept: list[str] = []
    positions: list[int] = []
    last = 0
    for start, end in [*spans, (len(text), len(text))]:
        kept.append(text[last:start])
        positions.extend(at[last:start])
        last = end
    return "".join(kept), positions
