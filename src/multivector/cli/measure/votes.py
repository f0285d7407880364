"""`multivector measure votes`, `vote-matrix` and `ideal-points`: the UN General Assembly."""

import click

from multivector.cli.measure.options import CODE, SPAN, Shared, common, reference

__all__ = ["ideal_points", "vote_matrix", "votes"]

VOTES = "votes(session, roll_call, state, vote)"


@click.command()
@click.argument("a", type=CODE)
@click.argument("b", type=CODE)
@click.option("--sessions", type=SPAN, required=True, help="The session, or a run of them: 78 or 70-78.")
@reference("votes", VOTES)
@common
def votes(a: str, b: str, sessions: range, votes: str | None, shared: Shared) -> None:
    """How alike two states vote in the UN General Assembly, by session, in eight measures.

    \b
    Example:
      multivector measure votes KAZ RUS --sessions 70-78 --plot votes.svg
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.cli.measure.tables import table_of
    from multivector.measure.plots import over_time
    from multivector.measure.voting import vote_similarity

    table = table_of("votes", votes)
    rows = [
        (f"session {session}", figure)
        for session in sessions
        for figure in vote_similarity(table, a, b, session, shared.as_of)
    ]

    places = [(int(label.split()[1]), f"{a}-{b}", figure) for label, figure in rows]
    tell(
        Answer(rows, chart=lambda: over_time(places, "session of the General Assembly", f"How {a} and {b} vote")),
        shared,
    )


@click.command(name="vote-matrix")
@click.argument("states", type=CODE, nargs=-1, required=True)
@click.option("--session", type=int, required=True, help="The session of the General Assembly.")
@click.option("--by", default="pct_identical", show_default=True, help="The measure, as `measure votes` names it.")
@reference("votes", VOTES)
@common
def vote_matrix(
    states: tuple[str, ...],
    session: int,
    by: str,
    votes: str | None,
    shared: Shared,
) -> None:
    """Who votes with whom in a session: one measure for every pair of the states named.

    \b
    Example:
      multivector measure vote-matrix KAZ RUS CHN USA UZB --session 77 --plot who.svg
    """
    from itertools import combinations  # late: --help needs none of it

    from multivector.cli.measure.answer import Answer, tell
    from multivector.cli.measure.tables import table_of
    from multivector.errors import InputError
    from multivector.measure.plots import pair_matrix
    from multivector.measure.similarity import NAMES
    from multivector.measure.tables import equal_to
    from multivector.measure.voting import vote_similarity

    if by not in NAMES:
        raise InputError(f"--by {by}: no such measure; there are {', '.join(NAMES)}")
    table = equal_to(table_of("votes", votes), session=session)
    pairs = [
        (pair, vote_similarity(table, *pair, session, shared.as_of)[NAMES.index(by)])
        for pair in combinations(dict.fromkeys(states), 2)
    ]

    tell(
        Answer(
            [(f"{a}-{b}", figure) for (a, b), figure in pairs],
            chart=lambda: pair_matrix(pairs, f"Who votes with whom, session {session}"),
        ),
        shared,
    )


@click.command(name="ideal-points")
@click.argument("states", type=CODE, nargs=-1, required=True)
@click.option("--years", type=SPAN, required=True, help="The year, or a run of years: 2015-2023.")
@reference("points", "ideal_points(state, year, value, low, high)")
@common
def ideal_points(states: tuple[str, ...], years: range, points: str | None, shared: Shared) -> None:
    """The ideal points of states by their votes, and the distances between them.

    \b
    Example:
      multivector measure ideal-points KAZ RUS USA --years 2010-2023 --plot points.svg
    """
    from itertools import combinations  # late: --help needs none of it

    from multivector.cli.measure.answer import Answer, tell
    from multivector.cli.measure.tables import table_of
    from multivector.measure.ideal_points import ideal_point, point_distance
    from multivector.measure.plots import over_time

    table = table_of("ideal_points", points)
    each = [(year, state, ideal_point(table, state, year, shared.as_of)) for year in years for state in states]
    gaps = [
        (f"{a}-{b} {year}", point_distance(table, a, b, year, shared.as_of))
        for year in years
        for a, b in combinations(dict.fromkeys(states), 2)
    ]

    rows = [*((f"{state} {year}", figure) for year, state, figure in each), *gaps]
    tell(Answer(rows, chart=lambda: over_time(each, "year", "Ideal points in the General Assembly")), shared)
