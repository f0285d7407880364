"""Coded rows as one Parquet table: what every record has in columns, the whole record as JSON beside."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

__all__ = ["SCHEMA", "lines_to_parquet"]

BATCH = 5000
SCHEMA = pa.schema([
    ("document", pa.string()), ("kind", pa.string()), ("id", pa.string()), ("start", pa.int64()), ("end", pa.int64()),
    ("quote", pa.string()), ("rule", pa.string()), ("confidence", pa.float64()), ("type", pa.string()),
    ("source", pa.list_(pa.string())), ("target", pa.list_(pa.string())), ("status", pa.string()),
    ("record", pa.string()),
])  # fmt: skip


def lines_to_parquet(lines: Path, made: Path) -> Path:
    """Write the records of a JSON-lines file as Parquet, some thousands at a time."""
    with lines.open(encoding="utf-8") as file, pq.ParquetWriter(made, SCHEMA, compression="zstd") as writer:
        rows = []
        for line in file:
            rows.append(_row(line))
            if len(rows) == BATCH:
                writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))
    return made


def _row(line: str) -> dict[str, object]:
    record = json.loads(line)
    evidence, event = record["evidence"], record["kind"] == "event"
    return {
        "document": record["document"], "kind": record["kind"], "id": record["id"], "start": evidence["start"],
        "end": evidence["end"], "quote": evidence["quote"], "rule": record["origin"]["rule"],
        "confidence": record["confidence"], "type": record.get("type"), "source": record["source"] if event else None,
        "target": record["target"] if event else None, "status": record.get("status"), "record": line.rstrip("\n"),
    }  # fmt: skip
