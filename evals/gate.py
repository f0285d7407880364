"""The quality gate: exit code 1 where a figure falls below its floor or rises above its ceiling."""

import sys
from pathlib import Path

import yaml

from evals.measure import MEASUREMENTS, SHARED, Figures

__all__ = ["broken", "main"]


def broken(name: str, figures: Figures, bounds: dict[str, dict[str, float]]) -> list[str]:
    """What fails, in words, for one measurement; a figure that is missing fails too."""
    found = []
    for key, floor in bounds.get("floors", {}).items():
        if figures.get(key, -1.0) < floor:
            found.append(f"{name}.{key} is {figures.get(key)}, its floor is {floor}")
    for key, ceiling in bounds.get("ceilings", {}).items():
        if figures.get(key, float("inf")) > ceiling:
            found.append(f"{name}.{key} is {figures.get(key)}, its ceiling is {ceiling}")
    return found


def main() -> int:
    """Measure and compare; returns the exit code."""
    if not SHARED.is_dir():
        print(f"gate: not measured, the development data is absent ({SHARED})")
        return 0
    limits = yaml.safe_load((Path(__file__).parent / "floors.yaml").read_text(encoding="utf-8"))
    faults = []
    for name, measure in MEASUREMENTS:
        figures = measure()
        print(f"{name}: " + "  ".join(f"{key} {value}" for key, value in figures.items()))
        faults += broken(name, figures, limits.get(name, {}))
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
