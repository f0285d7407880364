"""`multivector measure position`: how near a state stands to each pole, on each measure."""

import click

from multivector.cli.measure.options import CODE, CODES, SPAN, Shared, common, reference

__all__ = ["position"]


@click.command()
@click.argument("state", type=CODE)
@click.option("--poles", type=CODES, required=True, help="The great powers, e.g. RUS,CHN,USA.")
@click.option("--years", type=SPAN, required=True, help="The year, or a run of years: 2015-2022.")
@reference("trade", "trade(exporter, importer, year, value)")
@common
def position(state: str, poles: tuple[str, ...], years: range, trade: str | None, shared: Shared) -> None:
    """How near a state stands to each pole by votes, organisations, alliances and trade; where the measures disagree.

    There is no single score: the parts are the answer. The evenness over the poles is a proposal of ours, no
    established index.

    \b
    Example:
      multivector measure position KAZ --poles RUS,CHN,USA --years 2022
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.cli.measure.tables import kept, ledger, own_books, table_of
    from multivector.errors import InputError
    from multivector.measure.plots import over_time
    from multivector.measure.poles import Tables, position_in
    from multivector.measure.position import disagreements, hedging

    notes: tuple[str, ...] = ()
    try:
        books = table_of("trade", trade) if trade else kept("trade")
    except InputError as error:  # several are kept: the rest of the profile does not wait for the choice
        books, notes = None, (f"trade left out: {error}",)
    books = None if books is None else own_books(books, (state,))
    votes, points, igo, alliances = (kept(name) for name in ("votes", "ideal_points", "igo", "alliances"))
    tables = Tables(votes, points, igo, alliances, books, ledger())
    found = [(year, position_in(state, poles, year, tables, shared.as_of)) for year in years]
    rows = [(f"{part.pole} {year}", part.figure) for year, one in found for part in one.parts]
    rows += [(f"{state} {year}", hedging(one, "pct_identical")) for year, one in found if one.on("pct_identical")]
    notes += tuple(f"{year}: {sentence}" for year, one in found for sentence in disagreements(one))

    parts = [(year, part.pole, part.figure) for year, one in found for part in one.parts]
    tell(Answer(rows, notes, lambda: over_time(parts, "year", f"{state} between {', '.join(poles)}")), shared)
