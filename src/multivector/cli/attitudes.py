"""`multivector attitudes`: who is for or against whom in Russian articles."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from multivector.cli.cut import cut

if TYPE_CHECKING:
    from multivector.model import Regard

__all__ = ["attitudes"]


@click.command()
@click.argument("sources", type=click.Path(exists=True, path_type=Path))
@click.option("--least", type=click.FloatRange(0, 1), default=0.0, help="Only values this far from 0, 0 to 1.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def attitudes(sources: Path, least: float, as_json: bool) -> None:
    """Who is for or against whom in each Russian article, over all its sentences, with those that speak most for it.

    The value, -1 to 1, is what learned weights give to praise less what they give to blame. About two in five are as
    people read the article (docs/measured.md): a lead to sentences worth reading, no finding. Other languages give
    none.

    \b
    Example:
      multivector attitudes article.txt --least 0.5
    """
    from multivector.pipeline import regarded  # late: reading needs the models, --help does not

    for name, found in regarded(sources):
        if isinstance(found, str):
            click.echo(f"{name}: {found}", err=True)
            continue
        for regard in (r for r in found if abs(r.value) >= least):
            plain = {"article": name} | _plain(regard)
            click.echo(json.dumps(plain, ensure_ascii=False) if as_json else _line(name, regard))


def _plain(regard: "Regard") -> dict[str, Any]:
    from multivector.model.codec import to_plain

    plain: dict[str, Any] = to_plain(regard)
    return plain | {"sign": regard.sign}


def _line(name: str, regard: "Regard") -> str:
    sign = "for" if regard.sign == "pos" else "against"
    return f"{name}: {regard.source} {sign} {regard.target} ({regard.value:+.2f})  {cut(regard.evidence[0].quote)}"
