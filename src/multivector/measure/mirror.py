"""Mirror gaps: what exporters say they sold to a state against what that state says it bought from them.

gap                 X - M
gap_share           (X - M) / X
log_ratio           ln(X / M)                       (Fisman and Wei 2004)
missing_share       1 - (M_t - M_0) / (X_t - X_0): the share of the exports added since the base year and not
                    in the importers' books (Chupilkin, Javorcik and Plekhanov 2025): a sign of re-export

X is valued at the exporter's border and M with freight and insurance, which are not adjusted for: M is the larger by
some 5-10% where both books are right, so a positive gap is the more telling. Over products: bounds by bootstrap.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from multivector.measure.arrays import Floats, ratio
from multivector.measure.as_of import as_known
from multivector.measure.figures import EXACT, Interval, Measure, cannot_judge, measured
from multivector.measure.intervals import bootstrap
from multivector.measure.tables import equal_to, need, one_of, summed, value_column
from multivector.model import Figure

__all__ = ["GAP_MEASURES", "MISSING", "by_product", "mirror_gap", "missing_share", "product_values", "sums"]

GAP_MEASURES = (
    Measure("reported_exports", "X, the exporters' books", "books", 2),
    Measure("reported_imports", "M, the importer's books", "books", 2),
    Measure("mirror_gap", "X - M", "books", 2),
    Measure("gap_share_of_exports", "(X - M) / X", "books", 2),
    Measure("log_ratio", "ln(X / M) (Fisman and Wei 2004)", "books", 2),
)
MISSING = Measure(
    "missing_share_of_additional_exports",
    "1 - (M_t - M_0) / (X_t - X_0) (Chupilkin, Javorcik and Plekhanov 2025)",
    "importers",
)
MIN_PRODUCTS = 10


def sums(trade: pa.Table, exporters: Sequence[str], importer: str, year: int) -> float | None:
    """The value that flowed from the exporters to the importer in a year; None where the books have no entry at all.

    Where the table has `complete` and a row of the year says no, the books are no basis: None.
    """
    need(trade, "exporter", "importer", "year", what="trade")
    rows = one_of(equal_to(trade, importer=importer, year=year), "exporter", tuple(exporters))
    if "complete" in rows.column_names and pc.any(pc.equal(rows["complete"], False)).as_py():
        return None
    values = [value for value in rows[value_column(rows)].to_pylist() if value is not None]
    return math.fsum(values) if values else None


def mirror_gap(
    exports: pa.Table,
    imports: pa.Table,
    exporters: Sequence[str],
    importer: str,
    year: int,
    *,
    as_of: str | None = None,
) -> tuple[Figure, ...]:
    """The figures of `GAP_MEASURES` for a year; `exports` are the exporters' books, `imports` the importer's."""
    sold = sums(as_known(exports, as_of), exporters, importer, year)
    bought = sums(as_known(imports, as_of), exporters, importer, year)
    inputs = (f"exports of {_named(exporters)}", f"imports of {importer}", str(year))
    if sold is None or bought is None:
        n = sum(side is not None for side in (sold, bought))
        why = f"books of {year} missing or incomplete"
        return tuple(cannot_judge(measure, n, inputs, why) for measure in GAP_MEASURES)
    values = (
        sold, bought, sold - bought,
        (sold - bought) / sold if sold > 0 else None,
        math.log(sold / bought) if sold > 0 and bought > 0 else None,
    )  # fmt: skip
    return tuple(
        measured(measure, value, 2, inputs, EXACT) for measure, value in zip(GAP_MEASURES, values, strict=True)
    )


def missing_share(
    exports: pa.Table,
    imports: pa.Table,
    exporters: Sequence[str],
    importers: Sequence[str],
    years: tuple[int, int],
    *,
    as_of: str | None = None,
) -> Figure:
    """The share of the exports added since the base year years[0] that the importers' books of years[1] do not show."""
    given = as_known(exports, as_of), as_known(imports, as_of)
    base, year = years
    grown = [[_grown(table, exporters, importer, base, year) for importer in sorted(importers)] for table in given]
    inputs = (f"exports of {_named(exporters)}", f"imports of {_named(importers)}", f"{year} over {base}")
    holes = [name for name, pair in zip(sorted(importers), zip(*grown, strict=True), strict=True) if None in pair]
    if holes:
        return cannot_judge(MISSING, len(importers) - len(holes), inputs, f"no full books for {', '.join(holes)}")
    sold, bought = (math.fsum(part for part in side if part is not None) for side in grown)
    if sold <= 0:
        return cannot_judge(MISSING, len(importers), inputs, "exports did not grow")
    return measured(MISSING, 1 - bought / sold, len(importers), inputs, EXACT)


def product_values(trade: pa.Table, exporters: Sequence[str], importer: str, year: int) -> dict[str, float]:
    """The value of each product that flowed from the exporters to the importer in a year."""
    need(trade, "exporter", "importer", "year", "product", what="trade")
    rows = one_of(equal_to(trade, importer=importer, year=year), "exporter", tuple(exporters))
    return summed(rows, "product")


def by_product(exports: Mapping[str, float], imports: Mapping[str, float], inputs: Sequence[str]) -> Figure:
    """(X - M) / X over products, with bounds by bootstrap over the products."""
    measure = Measure("gap_share_of_exports", "(X - M) / X over products", "products", MIN_PRODUCTS)
    products = sorted({*exports, *imports})
    pairs = np.array([[exports.get(name, 0.0), imports.get(name, 0.0)] for name in products]).reshape(-1, 2)
    sold, bought = pairs.sum(axis=0)
    band: Interval = EXACT
    if len(products) >= MIN_PRODUCTS:
        band = bootstrap(
            np.arange(len(products), dtype=np.float64),
            lambda draws: _gap_shares(pairs[draws.astype(np.int64)]),
            "products",
        )
    return measured(measure, (sold - bought) / sold if sold > 0 else None, len(products), inputs, band)


def _gap_shares(drawn: Floats) -> Floats:
    sold, bought = drawn[..., 0].sum(axis=1), drawn[..., 1].sum(axis=1)
    return ratio(sold - bought, sold)


def _grown(trade: pa.Table, exporters: Sequence[str], importer: str, base: int, year: int) -> float | None:
    before, after = sums(trade, exporters, importer, base), sums(trade, exporters, importer, year)
    return None if before is None or after is None else after - before


def _named(codes: Sequence[str]) -> str:
    return "+".join(sorted(codes)) if len(codes) <= 5 else f"{len(codes)} states"
