"""From an Ibis expression to the SQL of an engine: the SQL is what runs, and is kept as the figure's provenance."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import ibis.expr.types as ir

__all__ = ["Dialect", "compiled"]

Dialect = Literal["duckdb", "spark"]


def compiled(expression: "ir.Table", dialect: Dialect = "duckdb") -> str:
    """The expression as one SELECT over the tables that it names, in DuckDB's or Spark's SQL.

    Guaranteed: the same expression gives the same text; no engine needs to be installed or to run.
    """
    import ibis  # late: it takes half a second to import

    if dialect == "spark":
        _give_spark_options()
        return str(ibis.to_sql(expression, dialect="pyspark", pretty=True))
    return str(ibis.to_sql(expression, dialect="duckdb", pretty=True))


def _give_spark_options() -> None:
    """Ibis 12 reads these options while compiling but makes them only where PySpark is installed."""
    import ibis
    from ibis.config import Config

    class Options(Config):  # type: ignore[misc]  # ibis is untyped
        treat_nan_as_null: bool = False

    if ibis.options.pyspark is None:
        ibis.options.pyspark = Options()
