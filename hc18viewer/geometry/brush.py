"""A round brush on a mask, and the way from a contour to a mask and back."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import cv2
import numpy as np

from hc18viewer.geometry.check import checked_contour, checked_length, checked_stroke
from hc18viewer.geometry.contour import mask_contour
from hc18viewer.geometry.mask import contour_mask
from hc18viewer.geometry.simple import aligned

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Mask, Points


def paint(mask: Mask, stroke: Points, radius: float, *, erase: bool = False) -> Mask:
    """Return the mask with every pixel set, or erased, whose centre the brush went over.

    These are the pixels whose centre lies within `radius` pixels of the line through `stroke`,
    (M, 2); one point is a dab. What lies beyond the image is not painted.

    Raises:
        ValueError: this is no (H, W) bool mask, no stroke, or the radius is not above 0.
    """
    painted = _checked_mask(mask).copy()
    line = checked_stroke(stroke)
    checked_length(radius, "the brush's radius")
    if len(line) == 1:
        line = line.repeat(2, axis=0)
    for start, end in itertools.pairwise(line):
        _paint_segment(painted, start, end, radius, not erase)
    return painted


def whole_head(mask: Mask) -> Mask:
    """Return the mask's largest part, over edges of pixels, with its holes filled.

    Raises:
        ValueError: this is no (H, W) bool mask.
    """
    source = np.pad(_checked_mask(mask), 1).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(source, connectivity=4)
    if count < 2:
        return np.zeros(mask.shape, dtype=bool)
    part = labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    # what the rim of the image reaches, over corners as well, lies outside; all else is head
    _, outside = cv2.connectedComponents((~part).astype(np.uint8), connectivity=8)
    head: Mask = outside[1:-1, 1:-1] != outside[0, 0]
    return np.ascontiguousarray(head)


def paint_contour(
    contour: Points, shape: tuple[int, int], stroke: Points, radius: float, *, erase: bool = False
) -> Points | None:
    """Return the contour after a brush stroke, by way of an (H, W) mask of the image's `shape`.

    The result runs half a pixel outside the centres of the mask's pixels, so that the same mask
    comes back from it, and is simple. The head's largest part is kept and its holes filled. None
    where nothing of it is left.

    Raises:
        ValueError: this is no contour, no stroke, or the radius is not above 0.
    """
    points = checked_contour(contour)
    rim = mask_contour(whole_head(paint(contour_mask(points, shape), stroke, radius, erase=erase)))
    return None if rim is None else aligned(rim, points)


def _paint_segment(
    mask: Mask, start: Points, end: Points, radius: float, value: bool
) -> None:
    height, width = mask.shape
    low = np.ceil(np.minimum(start, end) - radius)
    high = np.floor(np.maximum(start, end) + radius)
    left, top = np.clip(low, 0, (width, height)).astype(int)
    right, bottom = np.clip(high + 1, 0, (width, height)).astype(int)
    if left >= right or top >= bottom:
        return
    x = np.arange(left, right) - start[0]
    y = (np.arange(top, bottom) - start[1])[:, None]
    dx, dy = end - start
    squared = dx * dx + dy * dy
    t = np.clip((x * dx + y * dy) / squared, 0, 1) if squared > 0 else 0.0
    mask[top:bottom, left:right][(x - t * dx) ** 2 + (y - t * dy) ** 2 <= radius ** 2] = value


def _checked_mask(mask: Mask) -> Mask:
    array = np.asarray(mask)
    if array.ndim != 2 or array.dtype != np.bool_:
        raise ValueError(f"a mask is (H, W) bool, got {array.dtype} of the shape {array.shape}")
    return array
