"""Other people's events, to events(id, date, source, target, type, cameo, quad, goldstein, plover).

Source and target are states. Where a file does not code `type`, `quad`, `goldstein` or `plover`, the codebook fills
them when a measure reads the table.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from multivector.world.datasets.base import Imported, as_float, pick, raw_table, refuse
from multivector.world.datasets.codes import by_name, states_of

__all__ = ["GDELT_COLUMNS", "gdelt", "gdelt_daily", "icews", "phoenix", "polecat"]

# the 61 columns of the raw files, "#" for actors 1 and 2
_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_PLACE = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
_EVENT = (
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale "
    "NumMentions NumSources NumArticles AvgTone"
)
GDELT_COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{part}" for number in (1, 2) for part in _ACTOR.split()),
    *_EVENT.split(),
    *(f"{whose}Geo_{part}" for whose in ("Actor1", "Actor2", "Action") for part in _PLACE.split()),
    *("DATEADDED", "SOURCEURL"),
)
QUADS = (1, 2, 3, 4)


def gdelt(path: Path) -> Imported:
    """GDELT 2 events: the raw files of 61 columns without a header, or with one."""
    named = path.suffix == ".parquet" or b"GLOBALEVENTID" in _start(path)
    raw = raw_table(path) if named else raw_table(path, header=False, names=GDELT_COLUMNS)
    found = pick(
        raw,
        path,
        id=("GLOBALEVENTID",),
        date=("SQLDATE", "Day"),
        source=("Actor1CountryCode",),
        target=("Actor2CountryCode",),
        cameo=("EventCode",),
        quad=("QuadClass",),
        goldstein=("GoldsteinScale",),
    )
    ends = [states_of(found[end].cast(pa.string())) for end in ("source", "target")]
    return _events(path, found, ends, _days(found["date"]), cameo=_cameo(found["cameo"]))


def gdelt_daily(path: Path) -> Imported:
    """Daily weights of undirected pairs of states, to weights(date, source, target, weight)."""
    found = pick(
        raw_table(path), path, date=("date",), source=("a", "source"), target=("b", "target"), weight=("w", "weight")
    )
    table = pa.table(
        {
            "date": found["date"].cast(pa.date32()),
            "source": states_of(found["source"].cast(pa.string())),
            "target": states_of(found["target"].cast(pa.string())),
            "weight": as_float(found["weight"]),
        }
    )
    days = {day.toordinal() for day in pc.unique(table["date"]).to_pylist() if day is not None}
    gone = max(days) - min(days) + 1 - len(days) if days else 0
    return Imported(
        table.filter(_both(table)), [f"{gone} days between the first and the last have no row"] if gone else []
    )


def icews(path: Path) -> Imported:
    """ICEWS coded events."""
    found = pick(
        raw_table(path),
        path,
        id=("Event ID", "event_id"),
        date=("Event Date", "event_date"),
        cameo=("CAMEO Code", "cameo_code"),
        source=("Source Country", "source_country"),
        target=("Target Country", "target_country"),
        goldstein=("Intensity", "intensity"),
    )
    ends = [by_name(found[end].cast(pa.string())) for end in ("source", "target")]
    return _events(path, found, ends, _days(found["date"]), cameo=_cameo(found["cameo"]))


def polecat(path: Path) -> Imported:
    """POLECAT, coded in PLOVER."""
    found = pick(
        raw_table(path),
        path,
        id=("Event ID",),
        date=("Event Date",),
        type=("Event Type",),
        mode=("Event Mode", ""),
        source=("Actor COW", "Actor Country"),
        target=("Recipient COW", "Recipient Country"),
        plover=("Intensity", ""),
    )
    ends = [by_name(found[end].cast(pa.string())) for end in ("source", "target")]
    return _events(path, found, ends, _days(found["date"]))


def phoenix(path: Path) -> Imported:
    """Phoenix, with or without a header; its actors' entities are ISO codes."""
    raw = raw_table(path)
    found = pick(
        raw,
        path,
        id=("EventID", "eid"),
        date=("Date", "story_date"),
        source=("SourceActorEntity", "source_root", "Actor1Code"),
        target=("TargetActorEntity", "target_root"),
        cameo=("EventCode", "code"),
        goldstein=("GoldsteinScore", "goldstein", ""),
        quad=("QuadClass", "quad_class", ""),
    )
    ends = [states_of(found[end].cast(pa.string())) for end in ("source", "target")]
    return _events(path, found, ends, _days(found["date"]), cameo=_cameo(found["cameo"]))


def _events(
    path: Path,
    found: dict[str, pa.ChunkedArray],
    ends: list[pa.Array],
    date: pa.Array,
    cameo: pa.Array | None = None,
) -> Imported:
    n = len(found["id"])
    quad = as_float(found["quad"]).cast(pa.int64()) if "quad" in found else pa.nulls(n, pa.int64())
    if not set(pc.unique(quad).to_pylist()) <= {0, *QUADS, None}:
        raise refuse(path, "has quad classes other than 1 to 4", "check that it is the file named")
    kind = pc.utf8_upper(found["type"].cast(pa.string())) if "type" in found else pa.nulls(n, pa.string())
    table = pa.table(
        {
            "id": found["id"].cast(pa.string()),
            "date": date,
            "source": ends[0],
            "target": ends[1],
            "type": kind,
            "cameo": cameo if cameo is not None else pa.nulls(n, pa.string()),
            "quad": quad,
            "goldstein": as_float(found["goldstein"]) if "goldstein" in found else pa.nulls(n, pa.float64()),
            "plover": as_float(found["plover"]) if "plover" in found else pa.nulls(n, pa.float64()),
        }
    )
    kept = table.filter(pc.and_(_both(table), pc.is_valid(table["date"])))
    warnings = [f"{n - kept.num_rows} of {n} events are not between two different states and were left out"]
    if table.num_rows and len(pc.unique(kept["id"])) < kept.num_rows:
        before, kept = kept.num_rows, _first_of_each(kept)
        warnings.append(f"{before - kept.num_rows} events stood twice under one id and are counted once")
    kept = kept.append_column("year", pc.year(kept["date"]))
    return Imported(kept.sort_by([("date", "ascending"), ("id", "ascending")]), warnings if n > kept.num_rows else [])


def _both(table: pa.Table) -> pa.ChunkedArray:
    states = pc.and_(pc.is_valid(table["source"]), pc.is_valid(table["target"]))
    return pc.and_(states, pc.fill_null(pc.not_equal(table["source"], table["target"]), False))


def _first_of_each(table: pa.Table) -> pa.Table:
    place = table.append_column("place", pa.array(range(table.num_rows)))
    first = place.group_by("id", use_threads=False).aggregate([("place", "min")])["place_min"]
    return table.take(first.combine_chunks())


def _days(column: pa.ChunkedArray) -> pa.Array:
    if pa.types.is_temporal(column.type):
        return column.cast(pa.date32())
    texts = pc.replace_substring_regex(column.cast(pa.string()), r"^(\d{4})-?(\d{2})-?(\d{2}).*$", r"\1-\2-\3")
    good = pc.match_substring_regex(texts, r"^\d{4}-\d{2}-\d{2}$")
    return pc.if_else(good, texts, None).cast(pa.date32())


def _cameo(column: pa.ChunkedArray) -> pa.Array:
    """CAMEO codes as text; read as numbers they lost the zero of roots 01 to 09: 10 is 010, 43 is 043, 190 stays."""
    if not pa.types.is_integer(column.type):
        return column.cast(pa.string())
    return pa.array([None if code is None else cameo_text(code) for code in column.to_pylist()], pa.string())


def cameo_text(code: int) -> str:
    """The text of a code that was read as a number: roots go from 01 to 20, and all codes have two to four digits."""
    text = str(code)
    return text if 10 <= int(text[:2]) <= 20 and len(text) != 2 else f"0{text}"


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)
