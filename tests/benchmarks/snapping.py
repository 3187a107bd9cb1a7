"""Measure whether the snap helps, on HC18 heads whose truth is known, and print it.

    python tests/benchmarks/snapping.py [--cases N] [--half learnt|other|all]

Each start is the truth moved, stretched or turned until its line lies a known number of pixels
from the truth in the mean. What the snap was learnt from is one half of the subjects; figures
come from the other, unless told.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from hc18viewer.dataset.images import read_grey
from hc18viewer.dataset.study import open_study
from hc18viewer.evaluation.split import subject_fold
from hc18viewer.evaluation.truth import truth_ellipse
from hc18viewer.geometry.ellipse import Ellipse
from hc18viewer.geometry.shape import FreeContour, ellipse_of, outline_of
from hc18viewer.geometry.snap import snap

if TYPE_CHECKING:
    from hc18viewer.dataset.case import Case
    from hc18viewer.geometry.shape import HeadShape

CHECKOUT = Path(__file__).resolve().parents[2]
DISTANCES_PX = (0, 2, 5, 10, 15)
HALVES = {"learnt": (1,), "other": (2,), "all": (1, 2)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One start and what the snap made of it; distances are means along the line."""

    before_px: float
    after_px: float
    before_hc_mm: float
    after_hc_mm: float
    milliseconds: float


def moved(truth: Ellipse, rng: np.random.Generator, size: float) -> Ellipse:
    """Return the truth moved, both or one axis stretched, turned, or all of these."""
    shift, axes, turn = rng.normal(size=2), rng.normal(size=2), rng.normal()
    kind = rng.integers(5)
    if kind != 4:
        shift, axes, turn = shift * (kind == 0), axes * (kind in (1, 2)), turn * (kind == 3)
        axes = np.full(2, axes[0]) if kind == 1 else axes
    return Ellipse.from_axes(
        x=truth.x + size * shift[0], y=truth.y + size * shift[1],
        first=max(truth.a + size * axes[0], 20), second=max(truth.b + size * axes[1], 20),
        angle_rad=truth.angle_rad + 2 * size * turn / truth.a,
    )


def start_at(truth: Ellipse, distance_px: float, seed: int) -> Ellipse:
    """Return a start whose line lies `distance_px` from the truth's in the mean."""
    if distance_px == 0:
        return truth
    low, high = 0.0, 40 * distance_px
    for _ in range(40):
        size = (low + high) / 2
        start = moved(truth, np.random.default_rng(seed), size)
        if distance(start, truth) < distance_px:
            low = size
        else:
            high = size
    return start


def distance(shape: HeadShape, truth: Ellipse) -> float:
    """Return the mean distance in pixels of a shape's line from the truth's."""
    found, _ = cKDTree(truth.points(1500)).query(outline_of(shape, 240))
    return float(found.mean())


def measure(
    case: Case, distance_px: float, *, seed: int, free: bool
) -> Outcome | None:
    """Snap one start of one case; None where the case has no truth or the start is no head."""
    truth = truth_ellipse(case)
    if truth is None or truth.b < 3 * distance_px:
        return None
    image = read_grey(case.image_path)
    start: HeadShape = start_at(truth, distance_px, seed)
    if free:
        start = FreeContour.of(outline_of(start, 360))
    begun = time.perf_counter()
    end = snap(start, image)
    milliseconds = 1000 * (time.perf_counter() - begun)
    size = case.pixel_size_mm or 0.0

    def hc_error(shape: HeadShape) -> float:
        return size * abs(ellipse_of(shape).perimeter - truth.perimeter)

    return Outcome(distance(start, truth), distance(end, truth), hc_error(start), hc_error(end),
                   milliseconds)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--half", choices=HALVES, default="other")
    wanted = parser.parse_args()
    folder = Path(os.environ.get("HC18_DIR", CHECKOUT.parent / "shared" / "hc18"))
    if not (folder / "training_set").is_dir():
        print(f"HC18 is not at {folder}; HC18_DIR names its folder")
        return 1
    cases = [
        case for case in open_study(folder).cases
        if case.annotation_path and subject_fold(case.subject, 2) in HALVES[wanted.half]
    ]
    cases = cases[:: max(1, len(cases) // wanted.cases)][: wanted.cases]
    print(f"{len(cases)} heads, {wanted.half} half; medians; distance of the line from the truth "
          "in px, HC error in mm")
    print(f"{'start':<22}{'px before':>10}{'after':>8}{'better':>9}{'> 2 px worse':>14}"
          f"{'HC before':>11}{'after':>8}{'ms':>7}")
    for free in (False, True):
        for distance_px in DISTANCES_PX:
            found = [measure(case, distance_px, seed=number, free=free)
                     for number, case in enumerate(cases)]
            print_row(f"{'contour' if free else 'ellipse'}, {distance_px} px off",
                      [outcome for outcome in found if outcome is not None])
    return 0


def print_row(name: str, outcomes: list[Outcome]) -> None:
    """Print the medians of one kind of start."""
    table = np.array([
        (o.before_px, o.after_px, o.before_hc_mm, o.after_hc_mm, o.milliseconds) for o in outcomes
    ])
    before, after, before_hc, after_hc, milliseconds = np.median(table, axis=0)
    better = (table[:, 1] < table[:, 0]).mean()
    worse = (table[:, 1] > table[:, 0] + 2).mean()
    print(f"{name:<22}{before:10.2f}{after:8.2f}{better:9.0%}{worse:14.0%}"
          f"{before_hc:11.2f}{after_hc:8.2f}{milliseconds:7.0f}")


if __name__ == "__main__":
    sys.exit(main())
