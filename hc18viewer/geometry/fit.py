"""Find the ellipse of a set of points or of a drawn mask."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from hc18viewer.geometry.ellipse import Ellipse

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Mask, Points

MIN_POINTS = 5
"""A conic has five free parameters."""


# Points flatter than this lie on a line; OpenCV would answer them with some ellipse all the same.
_FLATTEST = 1e-3


class FitError(ValueError):
    """The points do not lie near any ellipse."""


def fit_ellipse(points: Points) -> Ellipse:
    """Return the least-squares ellipse of `points`, (N, 2) in pixels.

    The direct fit of Fitzgibbon, Pilu and Fisher (1999), which always gives an ellipse.

    Raises:
        FitError: fewer than five points, points that are not finite, or points on a line or in
            one spot.
    """
    if len(points) < MIN_POINTS:
        raise FitError(f"an ellipse needs at least {MIN_POINTS} points, got {len(points)}")
    if not np.isfinite(points).all():
        raise FitError("the points are not all finite")
    # OpenCV works in float32: coordinates about the mean keep four more digits.
    middle = points.mean(axis=0)
    spread = np.linalg.svd(points - middle, compute_uv=False)
    if not spread[1] > _FLATTEST * spread[0]:
        raise FitError("the points lie on a line")
    try:
        (dx, dy), (width, height), degrees = cv2.fitEllipseDirect(
            (points - middle).astype(np.float32)
        )
    except cv2.error as error:
        raise FitError("the points lie on no ellipse") from error
    try:
        return Ellipse.from_axes(
            x=float(middle[0]) + dx, y=float(middle[1]) + dy,
            first=width / 2, second=height / 2, angle_rad=math.radians(degrees),
        )
    except ValueError as error:
        raise FitError("the points lie on no ellipse") from error


def fit_drawn_line(line: Mask) -> Ellipse:
    """Return the ellipse through the middle of a drawn outline, closed or not.

    `line` is (H, W) bool, true on the line. All its pixels take part, so the fit runs through
    the middle of the line however thick it is drawn; HC18's HC is measured so.

    Raises:
        FitError: the line's pixels lie on no ellipse.
    """
    rows, columns = np.nonzero(line)
    return fit_ellipse(np.column_stack((columns, rows)).astype(np.float64))
