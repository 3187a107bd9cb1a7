"""How far a predicted ellipse is from the true one, by the measures of the HC18 challenge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.distance import hausdorff
from hc18viewer.geometry.mask import dice, ellipse_mask, iou

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.geometry.ellipse import Ellipse

_CONTOUR_POINTS = 720


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """The figures of one case; lengths are None where the pixel size is not known.

    `found` is whether the model found a head at all. The two ellipses, in pixels, are what was
    compared.
    """

    case_key: str
    found: bool
    dice_percent: float
    iou_percent: float
    hd_mm: float | None
    hc_error_mm: float | None
    hc_truth_mm: float | None
    hc_predicted_mm: float | None
    truth: Ellipse | None = None
    predicted: Ellipse | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over cases; a length is the mean over the cases that have one, None for none.

    Attributes:
        n: how many cases have a truth and a prediction.
        missed: how many cases have a truth but no head was found; they count with Dice 0 and
            IoU 0, and have no lengths.
    """

    n: int
    missed: int
    dice_percent: float | None
    iou_percent: float | None
    hd_mm: float | None
    hc_mae_mm: float | None
    hc_bias_mm: float | None
    worst_dice_percent: float | None


def compare(
    case_key: str,
    *,
    predicted: Ellipse | None,
    truth: Ellipse,
    shape: tuple[int, int],
    pixel_size_mm: float | None,
) -> CaseFigures:
    """Return the figures of one case.

    Dice and IoU are taken on the two filled ellipses in the image, (height, width) `shape`, the
    Hausdorff distance on their outlines, HC as the ellipses' perimeters.
    """
    hc_truth_mm = truth.perimeter * pixel_size_mm if pixel_size_mm else None
    if predicted is None:
        return CaseFigures(case_key, False, 0.0, 0.0, None, None, hc_truth_mm, None, truth)
    found, true = ellipse_mask(predicted, shape), ellipse_mask(truth, shape)
    hd_mm = hc_predicted_mm = hc_error_mm = None
    if pixel_size_mm and hc_truth_mm:
        hd_mm = pixel_size_mm * hausdorff(
            predicted.points(_CONTOUR_POINTS), truth.points(_CONTOUR_POINTS)
        )
        hc_predicted_mm = predicted.perimeter * pixel_size_mm
        hc_error_mm = hc_predicted_mm - hc_truth_mm
    return CaseFigures(
        case_key, True, 100 * dice(found, true), 100 * iou(found, true),
        hd_mm, hc_error_mm, hc_truth_mm, hc_predicted_mm, truth, predicted,
    )


def summarise(figures: Sequence[CaseFigures]) -> Summary:
    """Return the means over the cases."""
    errors = [f.hc_error_mm for f in figures if f.hc_error_mm is not None]
    return Summary(
        n=len(figures),
        missed=sum(not f.found for f in figures),
        dice_percent=_mean([f.dice_percent for f in figures]),
        iou_percent=_mean([f.iou_percent for f in figures]),
        hd_mm=_mean([f.hd_mm for f in figures if f.hd_mm is not None]),
        hc_mae_mm=_mean([abs(error) for error in errors]),
        hc_bias_mm=_mean(errors),
        worst_dice_percent=min((f.dice_percent for f in figures), default=None),
    )


def _mean(values: Sequence[float]) -> float | None:
    return float(np.mean(values)) if values else None
