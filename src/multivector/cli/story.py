"""What a case's articles tell together: `timeline`, `contradictions`, `sources` and `record`."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from multivector.cli.cut import cut
from multivector.cli.places import store_of

if TYPE_CHECKING:
    from multivector.model import Document, Evidence, Reading, When
    from multivector.story.chains import Answer
    from multivector.story.deeds import Deed
    from multivector.story.whole import Story
    from multivector.text.families import Family

__all__ = ["contradictions", "record", "sources", "timeline"]

CASE = click.argument("case", type=click.Path(path_type=Path, file_okay=False, exists=True))
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
CHANGES = 4  # of a copy's differing words that a line shows


@click.command()
@CASE
@AS_JSON
@click.option("--said/--no-said", default=True, help="With the days on which something was only said, or without.")
def timeline(case: Path, as_json: bool, said: bool) -> None:
    """Every dated thing of a case in order: when, how far along it was, the words and the articles; then the hard acts,
    each with its reasons and the earlier acts that it may answer.

    A phase is decided, announced, in_force, lifted, planned, done or said. Read the case first: `multivector read`.

    \b
    Example:
      multivector timeline kazakhstan/
    """
    from multivector.brief.words import count  # late: --help needs none of it
    from multivector.model.codec import to_plain
    from multivector.story.chains import tit_for_tat
    from multivector.story.deeds import deeds_of
    from multivector.story.timeline import timeline as dated

    readings, story = _told(case)
    moments = [one for one in dated(readings, story.claims) if said or one.phase != "said"]
    deeds = deeds_of(readings, story.groups)
    answers = tit_for_tat(readings, story.groups, deeds)
    if as_json:
        rows = {"moments": moments, "deeds": deeds, "tit_for_tat": answers}
        plain = {name: [to_plain(one) for one in told] for name, told in rows.items()}
        click.echo(json.dumps(_named(plain, readings), ensure_ascii=False))
        return
    for one in moments:
        places = _where(one.evidence, readings)
        click.echo(f"{_days(one.when):<22} {one.when.precision:<6} {one.phase:<10} {cut(one.said)}  [{places}]")
    for deed, causes in _by_deed(deeds, answers):
        click.echo(f"\n{_act(deed)}")
        for view in deed.reasons:
            click.echo(f"    {'own reason' if view.own else 'observer'}, {view.who}: {cut(view.words)}")
        for answer in causes:
            click.echo(f"    may answer ({answer.tie}, {count(answer.days, 'day')} later): {_act(answer.earlier)}")
            for view in answer.drawn_by:
                click.echo(f"        {view.who}: {cut(view.words)}")


def _by_deed(deeds: "Sequence[Deed]", answers: "Sequence[Answer]") -> "Iterator[tuple[Deed, list[Answer]]]":
    """Each deed with all that it may answer, those that somebody draws first, then the nearest."""
    for deed in deeds:
        causes = [one for one in answers if one.deed.record == deed.record]
        yield deed, sorted(causes, key=lambda one: (one.tie != "linked", one.days, one.earlier.record))


def _days(when: "When") -> str:
    """The day, or the first and the last one."""
    return str(when.start) if when.start == when.end else f"{when.start or ''}..{when.end or ''}"


def _act(deed: "Deed") -> str:
    day = f"{deed.day or '?'}{'' if deed.dated else ' (report)'}"
    return f"{day} {deed.by} against {', '.join(deed.against)}: {deed.what}"


@click.command()
@CASE
@AS_JSON
def contradictions(case: Path, as_json: bool) -> None:
    """What articles of a case say that cannot both be so, side by side, with every sentence of either side.

    \b
    Example:
      multivector contradictions kazakhstan/
    """
    from multivector.brief.words import count  # late: --help needs none of it
    from multivector.model.codec import to_plain

    readings, story = _told(case)
    found = story.contradictions
    if as_json:
        click.echo(json.dumps(_named([to_plain(one) for one in found], readings), ensure_ascii=False))
        return
    for one in found:
        click.echo(f"{one.kind}: {one.about}")
        for side in (one.one, one.other):
            click.echo(f"    {cut(side.said)}")
            for evidence in side.evidence:
                click.echo(f"        {_where([evidence], readings)}: {cut(evidence.quote)}")
    click.echo(count(len(found), "contradiction"))


@click.command()
@CASE
@AS_JSON
def sources(case: Path, as_json: bool) -> None:
    """The register of a case's sources: kind, country, owner, reliability, and how many independent voices there are.

    The letters are the case's own ([reliability] in case.toml), else those of the shipped table.

    \b
    Example:
      multivector sources kazakhstan/
    """
    from dataclasses import asdict

    from multivector.case_views import documents_of, letters_of  # late: --help needs none of it
    from multivector.story.register import register
    from multivector.text.families import families

    documents = documents_of(store_of(case).view())
    found, copied = register(documents, letters_of(case)), families(documents)
    by_id = {one.id: one for one in documents}
    if as_json:
        plain = {**asdict(found), "families": [_family(one, by_id) for one in copied]}
        click.echo(json.dumps(plain, ensure_ascii=False))
        return
    for row in found.rows:
        about = ", ".join(filter(None, (row.kind, row.country, row.owner)))
        click.echo(f"{row.reliability}  {row.outlet}: {about}; {row.originals} of {row.articles} its own ({row.basis})")
    for family in copied:
        shown = _family(family, by_id)
        click.echo(f"\n{shown['origin']}: the origin of {len(shown['copies'])}, since {shown['reason']}")
        for copy in shown["copies"]:
            click.echo(f"    {copy['way']} {copy['document']}: {_changes(copy['changes'])}")
    click.echo(f"\n{found.articles} articles, {found.texts} texts, {found.voices} independent voices")


@click.command()
@click.argument("speaker")
@CASE
@AS_JSON
@click.option("--about", metavar="CODE", help="Only what touches this actor, e.g. KAZ.")
def record(speaker: str, case: Path, as_json: bool, about: str | None) -> None:
    """All that a person or a government said, by date, with its tone; and where members of one government differ.

    SPEAKER is a state's code (then all that speak for it), a person's code or part of a name.

    \b
    Example:
      multivector record RUS kazakhstan/ --about KAZ
    """
    from dataclasses import asdict

    from multivector.story.record import discords, speaker_record  # late: --help needs none of it

    readings, story = _told(case)
    found = speaker_record(readings, story.groups, speaker, about)
    apart = discords(found)
    if as_json:
        plain = {"said": [asdict(one) for one in found], "discords": [asdict(one) for one in apart]}
        click.echo(json.dumps(_named(plain, readings), ensure_ascii=False))
        return
    for one in found:
        tones = " ".join(f"{code} {value:+.1f}" for code, value in one.tones) or "no tone read"
        click.echo(
            f"{one.day or '?':<10} {one.speaker}: {cut(one.words)}  ({tones})  [{_where(one.evidence, readings)}]"
        )
    for pair in apart:
        click.echo(f"\ntoward {pair.about}, {pair.gap:.1f} apart:")
        for side, one in (("milder", pair.milder), ("sharper", pair.sharper)):
            click.echo(f"    {side:<8} {one.day or '?':<10} {one.speaker}: {cut(one.words)}")


def _family(family: "Family", documents: "Mapping[str, Document]") -> dict[str, Any]:
    """A family by names, each copy in the origin's language with the words that it changed."""
    from multivector.text.families import changes

    origin = documents[family.origin]
    copies = [
        {
            "document": documents[member].name,
            "way": way,
            "changes": [(one.was, one.now) for one in changes(origin.text, documents[member].text)]
            if way != "translation"
            else [],
        }
        for member, way in zip(family.members[1:], family.ways[1:], strict=True)
    ]
    return {"origin": origin.name, "reason": family.reason, "copies": copies}


def _changes(changed: list[tuple[str, str]]) -> str:
    """The first differing words in a line; those that only left words out or added some are counted."""
    other = [f"{cut(was)[:40]} -> {cut(now)[:40]}" for was, now in changed if was and now]
    rest = len(changed) - len(other[:CHANGES])
    return "; ".join(other[:CHANGES]) + (f"{'; ' if other else ''}{rest} more" if rest else "") or "nothing"


def _told(case: Path) -> "tuple[tuple[Reading, ...], Story]":
    """The case's readings and the story that they tell, worked out once."""
    from multivector.case_views import told

    return told(store_of(case).view())


def _where(evidence: "Iterable[Evidence]", readings: "Sequence[Reading]") -> str:
    names = {one.document.id: one.document.name for one in readings}
    return ", ".join(dict.fromkeys(names[one.document] for one in evidence))


def _named(plain: Any, readings: "Sequence[Reading]") -> Any:
    """Plain values with document ids replaced by the documents' names, as in the export."""
    names = {one.document.id: one.document.name for one in readings}

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: names.get(item, item) if key == "document" else walk(item) for key, item in value.items()}
        return [walk(item) for item in value] if isinstance(value, list | tuple) else value

    return walk(plain)
