"""SQL on DuckDB: tables in, Arrow out, and nothing else within reach."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from multivector.engine import run_sql
from multivector.errors import InputError

TABLE = pa.table({"a": ["x", "y", "x"], "n": [1, 2, 3]})
SQL = "SELECT a, CAST(sum(n) AS INTEGER) AS n FROM t GROUP BY a ORDER BY a"


def test_arrow_tables_files_and_folders_give_the_same_rows(tmp_path: Path) -> None:
    pq.write_table(TABLE.slice(0, 2), tmp_path / "one.parquet")
    pq.write_table(TABLE.slice(2), tmp_path / "two.parquet")
    expected = [{"a": "x", "n": 4}, {"a": "y", "n": 2}]
    assert run_sql(SQL, {"t": TABLE}).to_pylist() == expected
    assert run_sql(SQL, {"t": tmp_path}, threads=1).to_pylist() == expected
    assert run_sql("SELECT n FROM t", {"t": tmp_path / "two.parquet"}).to_pylist() == [{"n": 3}]


def test_sql_that_does_not_fit_the_tables_is_the_users_to_mend() -> None:
    with pytest.raises(InputError, match="do not fit"):
        run_sql("SELECT missing FROM t", {"t": TABLE})
    with pytest.raises(InputError, match="do not fit"):
        run_sql("SELECT 1 FROM nothing", {"t": TABLE})
