"""`multivector measure organisations` and `alliances`."""

import click

from multivector.cli.measure.options import CODE, SPAN, Shared, common, reference

__all__ = ["alliances", "organisations"]

IGO = "igo(state, organisation, year, status)"


@click.command()
@click.argument("a", type=CODE)
@click.argument("b", type=CODE)
@click.option("--years", type=SPAN, help="The year, or a run of years, from the table that was added.")
@click.option("--on", metavar="DATE", help="A day, from the memberships that Multivector ships: 2024-10-22.")
@reference("igo", IGO)
@common
def organisations(
    a: str,
    b: str,
    years: range | None,
    on: str | None,
    igo: str | None,
    shared: Shared,
) -> None:
    """Organisations of which both states are members, by year or on a day.

    \b
    Example:
      multivector measure organisations KAZ RUS --on 2024-10-22
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.cli.measure.tables import ledger, table_of
    from multivector.errors import InputError
    from multivector.measure.ties import shared_organisations

    if (years is None) == (on is None):
        raise InputError("give either --years, for the table that was added, or --on, for the memberships shipped")
    whens: list[int | str] = list(years) if years is not None else [str(on)]
    table = table_of("igo", igo) if years is not None else ledger()
    rows = [
        (f"{a}-{b} {when}", figure)
        for when in whens
        for figure in shared_organisations(table, a, b, when, as_of=shared.as_of)
    ]
    notes = tuple(f"{label}: {', '.join(f.records)}" for label, f in rows[::2] if on is not None and f.records)
    tell(Answer(rows, notes), shared)


@click.command()
@click.argument("a", type=CODE)
@click.argument("b", type=CODE)
@click.option("--years", type=SPAN, required=True, help="The year, or a run of years: 2018 or 1992-2018.")
@reference("alliances", "alliances(a, b, year, defense, offense, neutral, nonagg, consul)")
@reference("igo", IGO + ", for the states of the system")
@common
def alliances(
    a: str,
    b: str,
    years: range,
    alliances: str | None,
    igo: str | None,
    shared: Shared,
) -> None:
    """The tie between two states, and how alike their alliances are: S, kappa and pi over the system.

    \b
    Example:
      multivector measure alliances KAZ RUS --years 2018
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.cli.measure.tables import table_of
    from multivector.measure.plots import over_time
    from multivector.measure.poles import states_of_the_system
    from multivector.measure.portfolios import alliance_similarity, direct_tie

    ties, members = table_of("alliances", alliances), table_of("igo", igo)
    rows = []
    for year in years:
        system = states_of_the_system(members, year)
        figures = (
            direct_tie(ties, a, b, year, shared.as_of),
            *alliance_similarity(ties, (a, b), system, year, as_of=shared.as_of),
        )
        rows += [(f"{a}-{b} {year}", figure) for figure in figures]

    tell(
        Answer(
            rows,
            chart=lambda: over_time(
                [(int(label[-4:]), f"{a}-{b}", f) for label, f in rows], "year", f"Alliances of {a} and {b}"
            ),
        ),
        shared,
    )
