"""Bundles: articles with known copies, translations, contradictions and dates, and what is found in them."""

import re
import tempfile
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from multivector.model import Evidence, Reading, When
from multivector.model.story import Contradiction, Moment
from multivector.pipeline import read_case, readings_of
from multivector.story.contradictions import contradictions
from multivector.story.timeline import timeline

__all__ = ["FOLDER", "SECOND", "THIRD", "bundle", "write_sources"]

FOLDER = Path(__file__).parent / "data" / "bundle"
SECOND = Path(__file__).parent / "data" / "bundle_second"
THIRD = Path(__file__).parent / "data" / "bundle_third"
UNSAID = "-"  # in a head: the file says nothing of it, and the reader has to find it in the text
ARTICLE = re.compile(r"^=== ", re.MULTILINE)
Figures = dict[str, float]


def write_sources(folder: Path, bundle: Path = FOLDER) -> None:
    """Write a bundle's articles into a folder, a file each, with front matter of what their heads say."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(bundle.glob("*.txt")):
        for block in ARTICLE.split(path.read_text("utf-8"))[1:]:
            head, _, body = block.partition("\n")
            name, outlet, day, title = (part.strip() for part in head.split(" | ", 3))
            fields = {"title": title, "outlet": outlet, "published": day}
            lines = [f"{field}: {value}\n" for field, value in fields.items() if value != UNSAID]
            front = f"---\n{''.join(lines)}---\n" if lines else ""
            (folder / f"{name}.txt").write_text(f"{front}{body.strip()}\n", "utf-8")


def bundle(folder: Path = FOLDER) -> Figures:
    """F1 of the pairs of copies, origins right, contradictions found and precise, dates and phases right."""
    key = yaml.safe_load((folder / "key.yaml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        write_sources(Path(scratch) / "sources", folder)
        view = read_case(Path(scratch) / "sources", Path(scratch), lambda name: None)
        readings = readings_of(view)
    names = {one.document.id: one.document.name.removesuffix(".txt") for one in readings}
    families = _families(readings, names)
    return {
        **_copies(readings, names, key),
        **_against(contradictions(readings), names, families, key),
        **_dates(timeline(readings), names, key["timeline"]),
    }


def _families(readings: Sequence[Reading], names: dict[str, str]) -> dict[str, frozenset[str]]:
    """For each article the articles of its cluster."""
    found: dict[str, set[str]] = {}
    for one in readings:
        found.setdefault(one.document.cluster, set()).add(names[one.document.id])
    return {name: frozenset(group) for group in found.values() for name in group}


def _copies(readings: Sequence[Reading], names: dict[str, str], key: dict[str, Any]) -> Figures:
    clusters: dict[str, list[str]] = {}
    for one in readings:
        clusters.setdefault(one.document.cluster, []).append(names[one.document.id])
    found, known = _pairs(clusters.values()), _pairs(key["copies"])
    right = len(found & known)
    origins = {names[cluster] for cluster, group in clusters.items() if len(group) > 1}
    return {
        "articles": len(readings),
        "copies_f1": round(2 * right / max(1, len(found) + len(known)), 3),
        "origins_right": round(len(origins & set(key["origins"])) / len(key["origins"]), 3),
    }


def _pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _against(
    found: Sequence[Contradiction], names: dict[str, str], families: dict[str, frozenset[str]], key: dict[str, Any]
) -> Figures:
    sides = [(_sentences(one.one.evidence, names), _sentences(one.other.evidence, names)) for one in found]
    known, known_too = ([_wanted(row, families) for row in key[part]] for part in ("contradictions", "also_true"))
    hit = [any(_fits(side, want) for side in sides) for want in known]
    right = [any(_fits(side, want) for want in (*known, *known_too)) for side in sides]
    return {
        "contradictions_found": round(sum(hit) / len(hit), 3),
        "contradictions_right": round(sum(right) / max(1, len(right)), 3),
        "contradictions": len(found),
    }


def _sentences(evidence: Iterable[Evidence], names: dict[str, str]) -> list[tuple[str, str]]:
    return [(names[one.document], " ".join(one.quote.split())) for one in evidence]


Wanted = tuple[tuple[frozenset[str], list[str]], tuple[frozenset[str], list[str]]]


def _wanted(row: dict[str, Any], families: dict[str, frozenset[str]]) -> Wanted:
    """Either side as the articles that may say it and the words, of which one is enough."""
    one, other = ((families[side[0]] | {side[0]}, list(side[1:])) for side in (row["one"], row["other"]))
    return one, other


def _fits(sides: tuple[list[tuple[str, str]], list[tuple[str, str]]], want: Wanted) -> bool:
    (a, b), (one, other) = sides, want
    return (_says(a, one) and _says(b, other)) or (_says(a, other) and _says(b, one))


def _says(sentences: Iterable[tuple[str, str]], side: tuple[frozenset[str], list[str]]) -> bool:
    articles, words = side
    return any(name in articles and any(word in text for word in words) for name, text in sentences)


def _dates(found: Sequence[Moment], names: dict[str, str], rows: Sequence[Sequence[Any]]) -> Figures:
    dates, phases = [], []
    for article, words, first, last, precision, phase in rows:
        when = When(first and str(first), last and str(last), precision)
        near = [m for m in found if any(names[e.document] == article and words in e.quote for e in m.evidence)]
        exact = [m for m in near if _same_time(m.when, when)]
        dates.append(bool(exact))
        phases.append(any(m.phase == phase for m in exact))
    return {
        "dates_right": round(sum(dates) / len(dates), 3),
        "phases_right": round(sum(phases) / len(phases), 3),
    }


def _same_time(one: When, other: When) -> bool:
    """One day or stretch; of an open one the precision is told by the side that is known."""
    same = (one.start, one.end) == (other.start, other.end)
    return same and (one.precision == other.precision or None in (one.start, one.end))
