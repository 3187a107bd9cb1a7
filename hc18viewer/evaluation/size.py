"""How much too large or too small a model draws heads, from a few of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.overlap import outline_dice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hc18viewer.evaluation.metrics import CaseFigures

LEAST_SUBJECTS = 8
"""With fewer, the spread of their sizes is not known well enough to tell an error from chance."""

_DEVIATION = 1.4826  # the standard one over the median absolute one, of normal values
_FAR = 3.0
"""Standard deviations from the median beyond which an error is another thing than the others."""

_POINTS = 180


def size_error(seen: Iterable[tuple[str, CaseFigures]]) -> float:
    """Return by what share heads are drawn too large; 0 where that may be chance.

    `seen` holds subjects with figures. Each subject counts once, and those far from the others
    (Hampel 1974), as wrong corrections are, do not count. What is left of the mean after its doubt
    is taken off is the positive-part estimate of James and Stein (1961): an error of one standard
    error or less counts as none.
    """
    found: dict[str, list[float]] = {}
    for subject, figures in seen:
        if figures.predicted is not None and figures.truth is not None:
            ratio = figures.predicted.perimeter / figures.truth.perimeter
            found.setdefault(subject, []).append(ratio - 1)
    if len(found) < LEAST_SUBJECTS:
        return 0.0
    errors = np.array([np.mean(values) for values in found.values()])
    away = np.abs(errors - np.median(errors))
    near = errors[away <= _FAR * _DEVIATION * np.median(away)]
    mean = float(near.mean())
    if mean == 0:
        return 0.0
    doubt = float(near.std() / np.sqrt(len(near)))
    return mean * max(0.0, 1 - (doubt / mean) ** 2)


def resized(figures: CaseFigures, factor: float) -> CaseFigures:
    """Return the figures as they were if the head had been drawn `factor` times as large.

    Dice and HC are; IoU and the Hausdorff distance stay as they are.
    """
    predicted, truth = figures.predicted, figures.truth
    if predicted is None or truth is None:
        return figures
    ellipse = replace(predicted, a=factor * predicted.a, b=factor * predicted.b)
    dice = outline_dice(ellipse.points(_POINTS), truth.points(_POINTS))
    hc_mm = figures.hc_predicted_mm
    if hc_mm is None or figures.hc_truth_mm is None:
        return replace(figures, dice_percent=100 * dice, predicted=ellipse)
    return replace(
        figures, dice_percent=100 * dice, predicted=ellipse, hc_predicted_mm=factor * hc_mm,
        hc_error_mm=factor * hc_mm - figures.hc_truth_mm,
    )
