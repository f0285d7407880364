"""Pictures: drawn offline, the same bytes from the same figures, nothing drawn that was not judged."""

from pathlib import Path

import pyarrow as pa
import pytest

from multivector.errors import InputError
from multivector.measure.events import SCHEMA
from multivector.measure.plots import (
    calibration_chart,
    dyad_timeline,
    mirror_chart,
    over_time,
    pair_matrix,
    svg,
    write_chart,
)
from multivector.model import Figure


def figure(name: str, value: float | None, low: float | None = None, high: float | None = None) -> Figure:
    return Figure(name, value, low, high, 10, ("test",), "1", reason=None if value is not None else "cannot be judged")


PLACES = [
    (2020, "RUS", figure("S_abs", 0.5, 0.4, 0.6)),
    (2021, "RUS", figure("S_abs", 0.4, 0.3, 0.5)),
    (2020, "CHN", figure("S_abs", 0.7)),
    (2021, "CHN", figure("HHI", None)),
]


def test_lines_bands_and_names() -> None:
    text = svg(over_time(PLACES, "year", "A title with <b>marks</b> & signs"))
    assert text.startswith("<svg")
    assert "S, absolute" in text and "RUS" in text and "CHN" in text
    assert "HHI" not in text  # no value: not drawn
    assert "<b>" not in text
    assert text == svg(over_time(PLACES, "year", "A title with <b>marks</b> & signs"))


def test_a_png_and_a_wrong_ending(tmp_path: Path) -> None:
    write_chart(over_time(PLACES, "year", "t"), tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes()[:4] == b"\x89PNG"
    with pytest.raises(InputError, match=r"\.svg or \.png"):
        write_chart(over_time(PLACES, "year", "t"), tmp_path / "a.gif")
    with pytest.raises(InputError, match="nothing to draw"):
        over_time([(2020, "RUS", figure("S_abs", None))], "year", "t")


def test_alike_states_stand_side_by_side() -> None:
    values = {("A", "B"): 0.9, ("C", "D"): 0.95, ("A", "C"): 0.1, ("A", "D"): 0.2, ("B", "C"): 0.15, ("B", "D"): 0.1}
    chart = pair_matrix([(pair, figure("pct_identical", value)) for pair, value in values.items()], "Who").to_dict()
    order = chart["layer"][0]["encoding"]["x"]["sort"]
    assert abs(order.index("A") - order.index("B")) == 1
    assert abs(order.index("C") - order.index("D")) == 1
    assert "0.95" in svg(pair_matrix([(pair, figure("pct_identical", value)) for pair, value in values.items()], "Who"))


def test_mirror_and_timeline(tmp_path: Path) -> None:
    gaps = [
        (year, "KAZ", figure(name, value))
        for year, x in ((2021, 5e9), (2022, 9e9))
        for name, value in (("reported_exports", x), ("reported_imports", x * 0.7))
    ]
    assert "bn" in svg(mirror_chart(gaps, "Exports"))
    rows = [
        {
            "id": "a",
            "date": "2024-10-17",
            "source": "RUS",
            "target": "KAZ",
            "type": "SANCTION",
            "quad": 4,
            "goldstein": -6.5,
            "plover": -5.0,
        },
        {
            "id": "b",
            "date": "2024-08-01",
            "source": "KAZ",
            "target": "RUS",
            "type": "CONSULT",
            "quad": 1,
            "goldstein": 1.0,
            "plover": 1.0,
        },
    ]
    table = pa.table(
        {name: [row.get(name) for row in rows] for name in SCHEMA.names if name not in ("published", "cameo")}
    )
    text = svg(dyad_timeline(table, "RUS", "KAZ"))
    assert "RUS toward KAZ" in text and "KAZ toward RUS" in text and "conflict" in text


def test_calibration() -> None:
    text = svg(calibration_chart([(0.1, 0.0, 5), (0.9, 0.8, 10)]))
    assert "share that came to be" in text and text.count("<path") >= 2
