"""`multivector search`: full text over the sentences and records of a case."""

import json
from pathlib import Path
from typing import Any

import click

from multivector.cli.places import store_of
from multivector.cli.progress import indexing_progress

__all__ = ["search"]

CONTEXT = 300  # characters of a find that are shown; --json has all


@click.command()
@click.argument("words", nargs=-1)
@click.option("--case", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The case's folder.")
@click.option("--actor", "actors", multiple=True, metavar="CODE", help="Who must be named, e.g. RUS; several: all.")
@click.option("--kind", help="sentence, statement, event, trade_measure, membership or link.")
@click.option("--type", help="The event's type, the measure's or membership's kind, the statement's verb.")
@click.option("--since", metavar="DAY", help="Not before this day (2024-10-17), the record's own or its article's.")
@click.option("--until", metavar="DAY", help="Not after this day.")
@click.option("--tone", type=click.Choice(["negative", "neutral", "positive"]), help="Of statements, toward --actor.")
@click.option("-n", "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with score and span.")
def search(words: tuple[str, ...], case: Path, as_json: bool, **filters: Any) -> None:
    """Find sentences and records by words, in English and Russian, the best first; all filters given must hold.

    Words are found in any of their forms, and nouns by their verbs: "ban" by "banned", "expulsion" by "expelled".
    A phrase stands in quotation marks, OR and NOT are understood; words of such a question stand for themselves
    alone. The index is brought up to date first, which takes minutes for a case of a million sentences that was
    never searched; a search that is stopped goes on. It lies in the case's .multivector/index and can be deleted.

    \b
    Examples:
      multivector search ban tomatoes --case kazakhstan/
      multivector search --actor KAZ --kind statement --tone negative --since 2024-10-01 --json
    """
    from multivector.store.search_index import Asking  # late: --help needs none of it

    text = " ".join(f'"{word}"' if " " in word else word for word in words)
    codes = tuple(code.upper() if code.isalpha() else code for code in filters.pop("actors"))
    with indexing_progress() as progress:
        found = store_of(case).search(Asking(text, actors=codes, **filters), progress)
    if as_json:
        from dataclasses import asdict

        for one in found:
            click.echo(json.dumps(asdict(one) | {"tones": dict(one.tones)}, ensure_ascii=False))
        return
    for one in found:
        quote = " ".join(one.quote.split())[:CONTEXT]
        told = " ".join(filter(None, (one.kind, one.type, one.id)))
        click.echo(f"{one.score:7.2f}  {one.name}:{one.start}  {one.day or 'no date'}  {told}\n         {quote}")
    click.echo(f"{len(found)} found", err=True)
