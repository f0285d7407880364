"""Trade dependence and concentration.

share        v_p / V, a partner's share of a state's exports, imports or turnover
HHI          sum of squared shares (Herfindahl 1950; Hirschman 1945); normalised (HHI - 1/n) / (1 - 1/n)
entropy      -sum s ln s / ln n (Theil 1967), 1 where all partners weigh the same
dependence   (X + M with the partner) / GDP
shift        a share in one year less that in another

n is the number of partners with trade in either direction that year, so that one who sells but does not buy counts
as a share of nought. V is the total that the source prints where the caller gives it, else the sum. A year's books
are a full count: no interval is made up for them, and their error shows in `mirror`.
"""

import math
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

from multivector.measure.as_of import as_known
from multivector.measure.figures import EXACT, Measure, cannot_judge, measured
from multivector.measure.tables import equal_to, need, summed
from multivector.model import Figure

__all__ = ["Books", "Flow", "books", "concentration", "dependence_on_gdp", "share", "shift"]

Flow = Literal["exports", "imports", "turnover"]
MIN_PARTNERS = 3
SHARE = Measure("trade_share", "v_p / V", "partners", 1)
HHI = Measure("HHI", "sum s^2 (Herfindahl 1950)", "partners", MIN_PARTNERS)
HHI_NORM = Measure("HHI_norm", "(HHI - 1/n) / (1 - 1/n)", "partners", MIN_PARTNERS)
ENTROPY = Measure("entropy_norm", "-sum s ln s / ln n (Theil 1967)", "partners", MIN_PARTNERS)
GDP_SHARE = Measure("trade_dependence_gdp", "(X + M with the partner) / GDP", "books", 1)
SHIFT = Measure("trade_share_shift", "share in the later year - share in the earlier", "partners", 1)


@dataclass(frozen=True, slots=True)
class Books:
    """A state's trade in a year by partner, from its own books or from those of its partners."""

    state: str
    year: int
    exports: dict[str, float]
    imports: dict[str, float]
    totals: dict[Flow, float]  # printed totals, where there are any
    complete: bool = True

    def partners(self) -> tuple[str, ...]:
        """All partners with trade in either direction, in order."""
        return tuple(sorted({*self.exports, *self.imports}))

    def values(self, flow: Flow) -> dict[str, float]:
        """The value of the flow for each partner; no entry in the books is no trade."""
        sides = {"exports": (self.exports,), "imports": (self.imports,), "turnover": (self.exports, self.imports)}[flow]
        return {name: math.fsum(side.get(name, 0.0) for side in sides) for name in self.partners()}

    def total(self, flow: Flow) -> float:
        """The printed total of the flow, else the sum over the partners."""
        return self.totals.get(flow) or math.fsum(self.values(flow).values())


def books(
    trade: pa.Table, state: str, year: int, totals: dict[Flow, float] | None = None, as_of: str | None = None
) -> Books:
    """A state's books of a year from trade(exporter, importer, year, value); months and products are summed.

    Where the table has `complete` and a row says no, the year is incomplete and nothing is judged from it.
    """
    need(trade, "exporter", "importer", "year", what="trade")
    rows = equal_to(as_known(trade, as_of), year=year)
    sold, bought = equal_to(rows, exporter=state), equal_to(rows, importer=state)
    whole = True
    if "complete" in rows.column_names:
        whole = not any(pc.any(pc.equal(part["complete"], False)).as_py() for part in (sold, bought))
    return Books(state, year, summed(sold, "importer"), summed(bought, "exporter"), totals or {}, whole)


def share(given: Books, partner: str, flow: Flow) -> Figure:
    """The partner's share of the flow."""
    inputs = (*_inputs(given, flow), partner)
    if not given.complete:
        return _incomplete(SHARE, given, inputs)
    total = given.total(flow)
    value = given.values(flow).get(partner, 0.0) / total if total > 0 else None
    return measured(SHARE, value, len(given.partners()), inputs, EXACT)


def concentration(given: Books, flow: Flow) -> tuple[Figure, Figure, Figure]:
    """HHI, normalised HHI and normalised entropy of the flow over all partners."""
    inputs = _inputs(given, flow)
    n, total = len(given.partners()), given.total(flow)
    if not given.complete:
        return (
            _incomplete(HHI, given, inputs), _incomplete(HHI_NORM, given, inputs), _incomplete(ENTROPY, given, inputs),
        )  # fmt: skip
    if total <= 0 or n < MIN_PARTNERS:
        why = None if n < MIN_PARTNERS else "no trade in this direction"
        return (
            cannot_judge(HHI, n, inputs, why), cannot_judge(HHI_NORM, n, inputs, why),
            cannot_judge(ENTROPY, n, inputs, why),
        )  # fmt: skip
    shares = [value / total for value in given.values(flow).values()]
    hhi = math.fsum(part**2 for part in shares)
    entropy = -math.fsum(part * math.log(part) for part in shares if part > 0) / math.log(n)
    return (
        measured(HHI, hhi, n, inputs, EXACT),
        measured(HHI_NORM, (hhi - 1 / n) / (1 - 1 / n), n, inputs, EXACT),
        measured(ENTROPY, entropy, n, inputs, EXACT),
    )


def shift(before: Books, after: Books, partner: str, flow: Flow) -> Figure:
    """How far a partner's share moved between two years."""
    first, second = share(before, partner, flow), share(after, partner, flow)
    inputs = (*_inputs(before, flow), str(after.year), partner)
    if first.value is None or second.value is None:
        return cannot_judge(SHIFT, min(first.n, second.n), inputs, "no share for one of the years")
    return measured(SHIFT, second.value - first.value, min(first.n, second.n), inputs, EXACT)


def dependence_on_gdp(given: Books, partner: str, gdp: pa.Table) -> Figure:
    """Trade with the partner both ways as a share of the state's GDP; trade and GDP in the same currency."""
    need(gdp, "state", "year", "usd", what="gdp")
    inputs = (*_inputs(given, "turnover"), partner, "GDP")
    if not given.complete:
        return _incomplete(GDP_SHARE, given, inputs)
    found = [usd for usd in equal_to(gdp, state=given.state, year=given.year)["usd"].to_pylist() if usd]
    if not found or not given.partners():
        return cannot_judge(GDP_SHARE, 0, inputs, "no GDP or no trade for that year")
    return measured(GDP_SHARE, given.values("turnover").get(partner, 0.0) / found[0], 1, inputs, EXACT)


def _inputs(given: Books, flow: Flow) -> tuple[str, ...]:
    return ("trade", given.state, str(given.year), flow)


def _incomplete(measure: Measure, given: Books, inputs: tuple[str, ...]) -> Figure:
    return cannot_judge(measure, len(given.partners()), inputs, f"the books of {given.year} are incomplete")
