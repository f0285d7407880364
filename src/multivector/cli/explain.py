"""`multivector explain`: why a text is read as it is."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from multivector.errors import InputError

if TYPE_CHECKING:
    from multivector.extract.explain import Explained

__all__ = ["explain"]


@click.command()
@click.argument("text")
@click.option("--date", help="The day of publication, as 2024-10-18; who held an office depends on it.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def explain(text: str, date: str | None, as_json: bool) -> None:
    """Show for each word that a frame knows which frame fired or nearly fired, with whom, and what came of it.

    \b
    Example:
      multivector explain "Russia imposed a ban on tomatoes from Azerbaijan."
    """
    from multivector.pipeline import explain_text  # late: reading needs the model, --help does not
    from multivector.text.days import iso_day

    if date is not None and iso_day(date) is None:
        raise InputError(f"--date {date}: is no day; write it as 2024-10-18")
    found = explain_text(text, date)
    if as_json:
        click.echo(json.dumps([asdict(e) for e in found], ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False)
    if not found:
        console.print("No word of this text is known to any frame.")
    for one in found:
        console.print(_tree(one))


def _tree(one: "Explained") -> Tree:
    """One word as a tree: its frame, its arguments with their actors, the outcome, and what nearly fired."""
    head = Text.assemble((one.word, "bold"), "  ", (one.frame or "no frame", "green" if one.event else "yellow"))
    tree = Tree(head)
    for phrase in one.phrases:
        line = Text.assemble((f"{phrase.label}: ", "cyan"), phrase.words)
        branch = tree.add(line)
        for actor, reason in phrase.actors:
            branch.add(Text.assemble((actor, "bold magenta"), f"  {reason}"))
    if one.frame:
        tree.add(Text.assemble(("= ", "green"), one.outcome))
    for near in one.near:
        tree.add(Text(f"not {near.frame}: {near.reason}", style="dim"))
    return tree
