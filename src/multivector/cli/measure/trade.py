"""`multivector measure dependence`, `concentration` and `mirror`: trade."""

from typing import Literal

import click

from multivector.cli.measure.options import CODE, CODES, SPAN, Shared, common, reference

__all__ = ["concentration", "dependence", "mirror"]

TRADE = "trade(exporter, importer, year, value)"
FLOWS = click.Choice(["exports", "imports", "turnover"])
Flow = Literal["exports", "imports", "turnover"]


@click.command()
@click.argument("state", type=CODE)
@click.argument("partners", type=CODES)
@click.option("--years", type=SPAN, required=True, help="The year, or a run of years: 2019-2023.")
@click.option("--flow", type=FLOWS, default="turnover", show_default=True, help="Which trade.")
@reference("trade", TRADE)
@reference("gdp", "gdp(state, year, usd)")
@common
def dependence(
    state: str,
    partners: tuple[str, ...],
    years: range,
    flow: Flow,
    trade: str | None,
    gdp: str | None,
    shared: Shared,
) -> None:
    """Each partner's share of a state's trade, its shift over the years, and trade as a share of GDP.

    \b
    Example:
      multivector measure dependence KAZ RUS,CHN --years 2019-2023 --plot shares.svg
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.cli.measure.tables import kept, own_books, table_of
    from multivector.measure.as_of import as_known
    from multivector.measure.dependence import books, dependence_on_gdp, share, shift
    from multivector.measure.plots import over_time

    table = own_books(table_of("trade", trade), (state,))
    wealth = table_of("gdp", gdp) if gdp else kept("gdp")
    wealth = None if wealth is None else as_known(wealth, shared.as_of)
    given = [books(table, state, year, as_of=shared.as_of) for year in years]
    shares = [(one.year, partner, share(one, partner, flow)) for one in given for partner in partners]
    rows = [(f"{state}, {partner} {year}", figure) for year, partner, figure in shares]
    if len(given) > 1:
        rows += [(f"{state}, {p} {years[0]}-{years[-1]}", shift(given[0], given[-1], p, flow)) for p in partners]
    if wealth is not None:
        rows += [(f"{state}, {p} {one.year}", dependence_on_gdp(one, p, wealth)) for one in given for p in partners]

    tell(
        Answer(rows, chart=lambda: over_time(shares, "year", f"Shares of the {flow} of {state}", percent=True)), shared
    )


@click.command()
@click.argument("state", type=CODE)
@click.option("--years", type=SPAN, required=True, help="The year, or a run of years: 2019-2023.")
@click.option("--flow", type=FLOWS, default="turnover", show_default=True, help="Which trade.")
@reference("trade", TRADE)
@common
def concentration(
    state: str,
    years: range,
    flow: Flow,
    trade: str | None,
    shared: Shared,
) -> None:
    """How concentrated a state's trade is on few partners: HHI, normalised HHI and entropy.

    \b
    Example:
      multivector measure concentration KAZ --years 2019-2023 --flow exports
    """
    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.cli.measure.tables import own_books, table_of
    from multivector.measure.dependence import books
    from multivector.measure.dependence import concentration as measured
    from multivector.measure.plots import over_time

    table = own_books(table_of("trade", trade), (state,))
    found = [
        (year, state, figure)
        for year in years
        for figure in measured(books(table, state, year, as_of=shared.as_of), flow)
    ]

    tell(
        Answer(
            [(f"{state} {year}", figure) for year, _, figure in found],
            chart=lambda: over_time(found, "year", f"Concentration of the {flow} of {state}"),
        ),
        shared,
    )


@click.command()
@click.argument("exporters", type=CODES)
@click.argument("importers", type=CODES)
@click.option("--years", type=SPAN, required=True, help="The base year and the last: 2021-2022.")
@click.option("--by-product", is_flag=True, help="The gap over products too, with bounds, where both tables have them.")
@reference("exports", TRADE + ": the exporters' books")
@reference("imports", TRADE + ": the importers' books")
@common
def mirror(
    exporters: tuple[str, ...],
    importers: tuple[str, ...],
    years: range,
    by_product: bool,
    exports: str | None,
    imports: str | None,
    shared: Shared,
) -> None:
    """What exporters say they sold against what the importers say they bought: gaps, and the share of the growth that
    the importers' books do not show, a sign of re-export.

    \b
    Example:
      multivector measure mirror EU KAZ,KGZ,ARM --years 2021-2022 --exports comext --imports national_trade
    """
    from itertools import product  # late: --help needs none of it

    from multivector.cli.measure.answer import Answer, tell  # late: --help needs none of it
    from multivector.cli.measure.tables import mirror_books
    from multivector.measure.as_of import as_known
    from multivector.measure.mirror import by_product as gap_by_product
    from multivector.measure.mirror import mirror_gap, missing_share, product_values
    from multivector.measure.plots import mirror_chart

    sold, bought, sellers = mirror_books(exports, imports, exporters, importers, years[-1])
    gaps = [
        (year, importer, figure)
        for importer in importers
        for year in years
        for figure in mirror_gap(sold, bought, sellers, importer, year, as_of=shared.as_of)
    ]
    rows = [(f"{importer} {year}", figure) for year, importer, figure in gaps]
    for importer, year in product(importers, years) if by_product else ():
        sides = (product_values(as_known(table, shared.as_of), sellers, importer, year) for table in (sold, bought))
        inputs = (f"exports of {','.join(exporters)}", f"imports of {importer}", str(year), "products")
        rows.append((f"{importer} {year}, products", gap_by_product(next(sides), next(sides), inputs)))
    if len(years) > 1:
        whole = missing_share(sold, bought, sellers, importers, (years[0], years[-1]), as_of=shared.as_of)
        rows.append((f"{'+'.join(importers)} {years[-1]} over {years[0]}", whole))

    tell(Answer(rows, chart=lambda: mirror_chart(gaps, f"Exports of {','.join(exporters)} in both books")), shared)
