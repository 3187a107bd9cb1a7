"""Even spacing and smoothness of a closed contour."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.check import MIN_CONTOUR_POINTS, checked_contour, checked_length
from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.simple import is_simple, simple_outline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.types import Points

# A smoothed contour that is this much smaller has lost its form: it is not blown up again.
_LEAST_AREA_KEPT = 0.25


def edge_lengths(contour: Points) -> NDArray[np.float64]:
    """Return the N lengths from each point to the next, the last one back to the first."""
    steps = np.roll(contour, -1, axis=0) - contour
    return np.hypot(steps[:, 0], steps[:, 1])


def perimeter(contour: Points) -> float:
    """Return the length in pixels of the closed line through the points.

    Raises:
        ValueError: this is no contour.
    """
    return float(edge_lengths(checked_contour(contour)).sum())


def resample(
    contour: Points, count: int | None = None, *, spacing: float | None = None
) -> Points:
    """Return points evenly spaced by arc length on the same line, from the first point on.

    Give either `count`, at least 3, or `spacing` in pixels, which is met as nearly as a whole
    number of points allows. The way round stays. Corners between the new points are cut.

    Raises:
        ValueError: this is no contour, all its points lie in one spot, or not exactly one of
            `count` and `spacing` is given and in its range.
    """
    points = checked_contour(contour)
    lengths = edge_lengths(points)
    total = float(lengths.sum())
    if not total > 0:
        raise ValueError("the contour's points all lie in one spot")
    if (count is None) == (spacing is None):
        raise ValueError("give either a count or a spacing")
    if spacing is not None:
        count = max(MIN_CONTOUR_POINTS, round(total / checked_length(spacing, "a spacing")))
    if count is None or count < MIN_CONTOUR_POINTS:
        raise ValueError(f"a contour needs at least {MIN_CONTOUR_POINTS} points, got {count}")
    along = np.concatenate(([0.0], np.cumsum(lengths)))
    closed = np.vstack((points, points[:1]))
    places = np.arange(count, dtype=np.float64) * (total / count)
    return resample_line(closed, places, along=along)


def resample_line(
    line: Points, places: NDArray[np.float64], *, along: NDArray[np.float64] | None = None
) -> Points:
    """Return the points of an open line at the arc lengths `places` from its start."""
    if along is None:
        steps = np.diff(line, axis=0)
        along = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    return np.column_stack((np.interp(places, along, line[:, 0]),
                            np.interp(places, along, line[:, 1])))


def smooth(contour: Points, sigma_px: float) -> Points:
    """Return as many points, evenly spaced, on a smoother line that encloses the same area.

    A circular low-pass along the arc: waves much longer than `sigma_px` stay, shorter ones go.
    A plain Gaussian would draw the contour together; this one is applied to what it took away
    as well ("twicing"), which leaves the large form nearly alone, and the rest of the change of
    area is made good by scaling about the middle. However large `sigma_px`, an ellipse is left.
    A contour that did not cross itself does not do so afterwards; 0 only spaces evenly.

    Raises:
        ValueError: this is no contour, or `sigma_px` is negative or not finite.
    """
    checked_length(sigma_px, "smoothing", zero=True)
    even = resample(contour, len(contour))
    smoothed = _low_pass(even, sigma_px)
    area = signed_area(even)
    kept = signed_area(smoothed) / area if area else 0.0
    if kept < _LEAST_AREA_KEPT:
        return even
    middle = smoothed.mean(axis=0)
    result = np.asarray(middle + (smoothed - middle) / math.sqrt(kept))
    if not is_simple(result) and is_simple(even):
        result = resample(simple_outline(result), len(even))
        return result if is_simple(result) else even
    return result


def _low_pass(even: Points, sigma_px: float) -> Points:
    count = len(even)
    wave = np.fft.fft(even[:, 0] + 1j * even[:, 1])
    turns = np.fft.fftfreq(count) * count
    per_px = 2 * np.pi * turns / float(edge_lengths(even).sum())
    with np.errstate(under="ignore"):
        gauss = np.exp(-0.5 * np.minimum(sigma_px * np.abs(per_px), 1e3) ** 2)
    response = 1 - (1 - gauss) ** 2
    # the first waves either way round are the contour's ellipse
    response[np.abs(turns) <= 1] = 1
    smoothed = np.fft.ifft(wave * response)
    return np.column_stack((smoothed.real, smoothed.imag))
