"""How sure the figures are, and how they differ between small and large heads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.evaluation.metrics import CaseFigures, Summary, summarise

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOUNDS_MM = (0.0, 150.0, 250.0, float("inf"))
_ROUNDS = 4000

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Intervals:
    """95 % intervals of the means, by the percentile bootstrap over cases; None without values."""

    dice_percent: Interval | None
    iou_percent: Interval | None
    hd_mm: Interval | None
    hc_mae_mm: Interval | None
    hc_bias_mm: Interval | None


@dataclass(frozen=True, slots=True)
class Stratum:
    """The summary of the cases whose true HC lies in a range."""

    name: str
    summary: Summary


def intervals(figures: Sequence[CaseFigures]) -> Intervals:
    """Return how sure the means are."""
    errors = [f.hc_error_mm for f in figures if f.hc_error_mm is not None]
    return Intervals(
        dice_percent=_interval([f.dice_percent for f in figures]),
        iou_percent=_interval([f.iou_percent for f in figures]),
        hd_mm=_interval([f.hd_mm for f in figures if f.hd_mm is not None]),
        hc_mae_mm=_interval([abs(error) for error in errors]),
        hc_bias_mm=_interval(errors),
    )


def strata(figures: Sequence[CaseFigures]) -> tuple[Stratum, ...]:
    """Return the summaries of heads below 150 mm, of 150 to 250 mm and above; empty ones left out.

    Roughly the trimesters.
    """
    found = []
    for low, high in pairwise(_BOUNDS_MM):
        part = [f for f in figures if f.hc_truth_mm is not None and low <= f.hc_truth_mm < high]
        if part:
            name = f"{low:.0f} to {high:.0f} mm" if np.isfinite(high) else f"from {low:.0f} mm"
            found.append(Stratum(f"HC {name}", summarise(part)))
    return tuple(found)


def _interval(values: Sequence[float]) -> Interval | None:
    if not values:
        return None
    rng = np.random.default_rng(0)  # the same interval every time
    picks = rng.integers(0, len(values), (_ROUNDS, len(values)))
    means = np.asarray(values)[picks].mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)
