"""Where work runs: the door to DuckDB. Stages and measures hand in SQL text and Arrow tables and get Arrow tables."""

from multivector.engine.duck import run_sql

__all__ = ["run_sql"]
