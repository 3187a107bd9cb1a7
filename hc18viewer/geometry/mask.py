"""Masks from shapes, and how well two masks agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.check import checked_contour

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import FloatImage, Mask, Points


def ellipse_mask(ellipse: Ellipse, shape: tuple[int, int]) -> Mask:
    """Return the (H, W) bool mask of the pixels whose centre lies in the ellipse."""
    return _radius(ellipse, shape)[0] <= 1


def ellipse_coverage(ellipse: Ellipse, shape: tuple[int, int]) -> FloatImage:
    """Return how much of each pixel the ellipse covers, (H, W) float32 in [0, 1].

    First order: the distance from the pixel's centre to the edge, cut at half a pixel. Its 0.5
    level lies on the ellipse, which a bool mask's edge does not.
    """
    radius, gradient = _radius(ellipse, shape)
    distance = (radius - 1) / np.maximum(gradient, 1e-9)
    return np.clip(0.5 - distance, 0, 1).astype(np.float32)


def contour_mask(contour: Points, shape: tuple[int, int]) -> Mask:
    """Return the (H, W) bool mask of the pixels whose centre lies in the closed contour.

    Of a centre on the line itself the upper and the left count. A few milliseconds on any number
    of points: a gesture waits for it.

    Raises:
        ValueError: this is no contour.
    """
    start = checked_contour(contour)
    end = np.roll(start, -1, axis=0)
    # Each edge meets the rows from its upper end, which counts, to its lower, which does not.
    upper = np.clip(np.ceil(np.minimum(start[:, 1], end[:, 1])), 0, shape[0]).astype(np.intp)
    lower = np.clip(np.ceil(np.maximum(start[:, 1], end[:, 1])), 0, shape[0]).astype(np.intp)
    counts = lower - upper
    edge = np.repeat(np.arange(len(start)), counts)
    row = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts) + upper[edge]
    steps = end[edge] - start[edge]
    x = start[edge, 0] + (row - start[edge, 1]) / steps[:, 1] * steps[:, 0]
    column = np.clip(np.ceil(x), 0, shape[1]).astype(np.intp)
    # every crossing to the left of a pixel changes it once from outside to inside or back
    turns = np.zeros((shape[0], shape[1] + 1), dtype=np.uint8)
    np.bitwise_xor.at(turns, (row, column), 1)
    inside = np.bitwise_xor.accumulate(turns[:, :-1], axis=1)
    return np.ascontiguousarray(inside.astype(np.bool_))


def dice(first: Mask, second: Mask) -> float:
    """Return 2 |A and B| / (|A| + |B|); 1 for two empty masks."""
    total = int(first.sum()) + int(second.sum())
    return 2 * int((first & second).sum()) / total if total else 1.0


def iou(first: Mask, second: Mask) -> float:
    """Return |A and B| / |A or B|; 1 for two empty masks."""
    union = int((first | second).sum())
    return int((first & second).sum()) / union if union else 1.0


def _radius(
    ellipse: Ellipse, shape: tuple[int, int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return per pixel its elliptic radius (1 on the edge) and the size of that one's gradient."""
    dx = np.arange(shape[1]) - ellipse.x
    dy = (np.arange(shape[0]) - ellipse.y)[:, None]
    (ux, uy), (vx, vy) = ellipse.major_direction, ellipse.minor_direction
    p = (dx * ux + dy * uy) / ellipse.a
    q = (dx * vx + dy * vy) / ellipse.b
    radius = np.hypot(p, q)
    gradient = np.hypot(p / ellipse.a, q / ellipse.b) / np.maximum(radius, 1e-9)
    return radius, gradient
