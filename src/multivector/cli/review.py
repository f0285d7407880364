"""`multivector review`: an analyst's decisions on records and sources, kept in the case's reviews.jsonl."""

import getpass
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from multivector.model import ReviewAct

__all__ = ["review"]

ACTS = click.Choice(["accept", "reject", "correct", "rate", "comment", "retract", "undo", "add"])


@click.command()
@click.argument("case", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("act", type=ACTS)
@click.argument("record")
@click.option("--why", required=True, help="The reason, in a sentence.")
@click.option("--who", help="Who decides; the user's login name by default.")
@click.option(
    "--set", "settings", metavar="FIELD=VALUE", multiple=True,
    help="reliability=B2, likelihood.H=0.3; for add KIND=SENTENCE and, where it is known, day=2024-10-21.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the review as JSON.")
def review(
    case: Path, act: "ReviewAct", record: str, why: str, who: str | None, settings: tuple[str, ...], as_json: bool
) -> None:
    """Accept, reject, correct, rate or comment on a record; retract a source; add evidence; undo an earlier decision.

    RECORD is a record's id (`multivector judge CASE` and `export` list them), for `retract` an article's name or an
    outlet, for `add` the article in which the sentence stands or the name of another source, for `undo` the id of the
    review. Every decision is one more row with who, when and why: nothing is deleted.

    \b
    Examples:
      multivector review kazakhstan/ rate eve-3f2a90b1 --set reliability=B2 --why "two other outlets have it"
      multivector review kazakhstan/ add "TASS, 21 October" --set observer_event_CONSULT="The ministers met in Kazan"
          --set day=2024-10-21 --why "no article of the case has it"
      multivector review kazakhstan/ retract 2024-10-17-import-bans.txt --why "the paper withdrew it"
    """
    from multivector.decisions import Decision, decide  # late: --help needs none of it
    from multivector.model.codec import to_plain
    from multivector.pipeline import view_of

    given = dict(one.partition("=")[::2] for one in settings)
    day = given.pop("day", None) if act == "add" else None
    field, value = next(((key, text or None) for key, text in given.items()), (None, None))
    view = view_of(case, reviewed=False, record=record)
    made = decide(case, view, Decision(act, record, who or getpass.getuser(), why, field, value, day))
    click.echo(json.dumps(to_plain(made), ensure_ascii=False) if as_json else f"{made.id}: {act} {made.record}")
