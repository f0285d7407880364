"""`multivector measure`: how states stand to one another, each figure with n, interval, formula and paper."""

import click

from multivector.cli.measure.events import answers, changes, cooperation
from multivector.cli.measure.lake import dyad_months, dyad_shares, tone_months
from multivector.cli.measure.position import position
from multivector.cli.measure.ties import alliances, organisations
from multivector.cli.measure.trade import concentration, dependence, mirror
from multivector.cli.measure.votes import ideal_points, vote_matrix, votes
from multivector.cli.measure.words import chains, tone

__all__ = ["measure"]


@click.group()
def measure() -> None:
    """How states stand to one another: votes, ties, trade, events, words, and the position between poles.

    Reference tables come from `multivector world add`, events and words from a case. Below a stated n no figure is
    given: "cannot be judged, 3 events" is the answer.

    \b
    Example:
      multivector measure votes KAZ RUS --sessions 76-78
    """


for command in (
    votes, vote_matrix, ideal_points, organisations, alliances, dependence, concentration, mirror, cooperation, changes,
    answers, tone, chains, position, dyad_months, dyad_shares, tone_months,
):  # fmt: skip
    measure.add_command(command)
