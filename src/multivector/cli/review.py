"""`multivector review`: an analyst's decisions on records and sources, kept in the case's reviews.jsonl."""

import datetime as dt
import getpass
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from multivector.model import ReviewAct
    from multivector.store import View

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
    from multivector.errors import InputError  # late: --help needs none of it
    from multivector.judge import added_of, check_review, words_added
    from multivector.model import Review, make_id
    from multivector.model.codec import to_plain
    from multivector.store import Store
    from multivector.store.reviews import append, load

    earlier = load(case)
    if act == "undo":
        target, undoes = next((one.record for one in earlier if one.id == record), None), record
        if target is None:
            raise InputError(f"{record}: no review of this case has that id; reviews.jsonl lists them")
    else:
        target, undoes = _target(Store.open(case).view(), act, record), None
    when = dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat()
    person = who or getpass.getuser()
    given = dict(one.partition("=")[::2] for one in settings)
    day = given.pop("day", None) if act == "add" else None
    field, value = next(((key, text or None) for key, text in given.items()), (None, None))
    if act == "add":
        value = words_added(Store.open(case).view().documents(), target, value, day)
    mark = make_id("review", target, act, person, when, why, field, value, undoes, len(earlier))
    made = Review(mark, target, act, person, when, why, field, value, undoes)
    check_review(made)
    if act == "add":
        added_of(made)
    append(case, made)
    click.echo(json.dumps(to_plain(made), ensure_ascii=False) if as_json else f"{made.id}: {act} {target}")


def _target(view: "View", act: str, record: str) -> str:
    """The id of the record, or for a retraction the name that some document or outlet of the case has."""
    from multivector.errors import InputError  # late, as above

    if act == "add":
        return next((one.id for one in view.documents() if record in (one.id, one.name)), record)
    if act != "retract":
        return record if record.startswith(("sil-", "rev-")) else str(view.record(record).id)
    names = {name for one in view.documents() for name in (one.id, one.name, one.outlet) if name}
    if record not in names:
        raise InputError(f"{record}: no article or outlet of this case has that name")
    return record
