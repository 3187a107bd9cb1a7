"""A round brush that adds to what a contour encloses, or erases from it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import shapely

from hc18viewer.geometry.check import checked_contour, checked_length, checked_stroke
from hc18viewer.geometry.respace import respace_changes
from hc18viewer.geometry.simple import MIN_AREA_PX, is_simple, largest_part, outline, region

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points

SPACING_PX = 3.0
"""Pixels between the points of the brush's edge."""

# Points along one radius of the brush: with fewer, a small dab would be cut flat.
_POINTS_A_RADIUS = 4

# Pixels that the many-sided brush may lie within the round one.
_TOLERANCE = 0.01


def paint_contour(
    contour: Points, shape: tuple[int, int], stroke: Points, radius: float, *, erase: bool = False
) -> Points | None:
    """Return the contour of the head with what a stroke went over, or with `erase` without it.

    The brush covers all within `radius` pixels of the line through `stroke`, (M, 2); one point is
    a dab. What lies beyond the image, (H, W) `shape`, is not painted. The head's largest part is
    kept and its holes filled. Points that the brush did not reach stay exactly; its edge has
    points every `SPACING_PX`, or four to the radius where that is closer. None where nothing of
    the head is left.

    Raises:
        ValueError: this is no contour that encloses an area, no stroke, or the radius is not
            above 0.
    """
    points, line = checked_contour(contour), checked_stroke(stroke)
    checked_length(radius, "the brush's radius")
    half_side = math.acos(max(0.0, 1 - _TOLERANCE / radius))
    sides = min(64, max(4, math.ceil(math.pi / 4 / half_side)))
    path = shapely.linestrings(line) if len(line) > 1 else shapely.points(line[0])
    covered = shapely.buffer(path, radius, quad_segs=sides)
    head = region(points)
    if erase:
        changed = shapely.difference(head, covered)
    else:
        # a pixel reaches half a pixel beyond its centre
        image = shapely.box(-0.5, -0.5, shape[1] - 0.5, shape[0] - 0.5)
        changed = shapely.union(head, shapely.intersection(covered, image))
    if not changed.area >= MIN_AREA_PX:
        return None
    part = largest_part(changed)
    if shapely.equals(part, head):
        return outline(head, points)
    rim = outline(part, points)
    even = respace_changes(rim, points, min(SPACING_PX, radius / _POINTS_A_RADIUS))
    return even if is_simple(even) else rim
