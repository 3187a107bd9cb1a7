"""What a measured figure is, what it should be, and how figures are written down."""

from __future__ import annotations

import json
import platform
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

GOALS = {
    "drag_p95_ms": 8.0,
    "switch_prefetched_p95_ms": 16.0,
    "switch_cold_p95_ms": 80.0,
    "start_ratio": 1.5,
    "memory_growth_mb": 20.0,
    "predict_case_ms": 120.0,
}
LOADS = ("inferring", "tuning")
SLACK_UNDER_LOAD = 2.0
"""What the window may take more while something else runs."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; the goal is the most that it should be."""

    name: str
    value: float
    unit: str
    goal: float
    repeats: int

    @classmethod
    def of(cls, name: str, value: float, unit: str, repeats: int) -> Figure:
        """Return a figure with the goal that belongs to its name."""
        base, load = name, ""
        for each in LOADS:
            if name.endswith(f"_{each}"):
                base, load = name.removesuffix(f"_{each}"), each
        goal = GOALS[base] * (SLACK_UNDER_LOAD if load else 1.0)
        return cls(name, round(float(value), 3), unit, goal, repeats)

    def __str__(self) -> str:
        mark = "" if self.value <= self.goal else "  MISSED"
        return (f"{self.name:<36}{self.value:9.2f} {self.unit:<6} goal {self.goal:g}, "
                f"{self.repeats} repeats{mark}")


def p95(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return float(np.percentile(times, 95))


def spread(times: Sequence[float]) -> str:
    """Say how times are spread."""
    middle, high, worst = np.percentile(times, (50, 95, 100))
    return f"median {middle:.2f}, 95 % {high:.2f}, worst {worst:.2f} ms"


def write_figures(path: Path, figures: Sequence[Figure]) -> None:
    """Write figures as JSON."""
    text = json.dumps([asdict(figure) for figure in figures], indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def read_figures(path: Path) -> list[Figure]:
    """Return the figures of a JSON file."""
    return [Figure(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def machine() -> str:
    """Say in words what this machine is."""
    name = platform.processor() or platform.machine()
    cores = 0
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                name, cores = value.strip(), cores + 1
    return f"{cores or '?'} cores, {name}, {platform.system()}"


def as_markdown(figures: Sequence[Figure]) -> str:
    """Return a table of the figures for `docs/performance.md`."""
    lines = [
        f"Measured on {time.strftime('%Y-%m-%d')}; {machine()}.", "",
        "| figure | measured | goal | repeats |", "|---|--:|--:|--:|",
    ]
    for figure in figures:
        unit = f" {figure.unit}" if figure.unit else ""
        digits = 2 if figure.value < 10 else 1
        missed = " (missed)" if figure.value > figure.goal else ""
        lines.append(f"| `{figure.name}` | {figure.value:.{digits}f}{unit}{missed} "
                     f"| {figure.goal:g}{unit} | {figure.repeats} |")
    return "\n".join(lines) + "\n"
