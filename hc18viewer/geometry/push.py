"""A round cursor that pushes the line of a contour before it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import shapely

from hc18viewer.geometry.check import (
    Position,
    checked_contour,
    checked_length,
    checked_position,
)
from hc18viewer.geometry.contour import signed_area
from hc18viewer.geometry.respace import respace_changes, usual_spacing
from hc18viewer.geometry.simple import MIN_AREA_PX, filled, is_simple, largest_part, outline, region

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points

# Pixels that the many-sided disc may lie within the round one.
_DISC_TOLERANCE = 0.01

# Points along one radius of the cursor: with fewer, a small dent would be cut flat.
_POINTS_A_RADIUS = 4


def is_inside(contour: Points, position: Position) -> bool:
    """Say whether a place lies in the contour; this decides which way a push works.

    Raises:
        ValueError: this is no contour that encloses an area, or no position.
    """
    place = shapely.points(checked_position(position))
    return bool(shapely.intersects(region(checked_contour(contour)), place))


def push(
    contour: Points, start: Position, to: Position, radius: float, *,
    from_inside: bool, spacing: float | None = None,
) -> Points:
    """Return the contour after a disc went straight from `start` to `to` and pushed its line.

    From inside the head the line moves outwards (the head and the swept disc are united), from
    outside inwards (the swept disc is taken off the head). The sweep is one shape: a fast
    pointer cannot jump through the line. Where the disc never met the line, points stay exactly;
    the changed stretch has points every `spacing` pixels, by default as before or four to the
    radius, whichever is closer. The result is simple. The disc overlaps the new line by no more
    than the cut between two of its points, spacing^2 / (8 radius).

    What would cut the head in two keeps the larger part. A disc that does not reach the head
    from inside, or would leave less than `MIN_AREA_PX` of it, changes nothing.

    Raises:
        ValueError: this is no contour that encloses an area, or a number is out of its range.
    """
    points = checked_contour(contour)
    checked_length(radius, "the cursor's radius")
    if spacing is None:
        spacing = min(usual_spacing(points), radius / _POINTS_A_RADIUS)
    checked_length(spacing, "a spacing")
    head = region(points)
    disc = _sweep(checked_position(start), checked_position(to), radius)
    after = _united(head, disc) if from_inside else _cut(head, disc)
    if after is None:
        return outline(head, points)
    rim = outline(after, points)
    even = respace_changes(rim, points, spacing)
    return even if _keeps_promises(even, head.area, grows=from_inside) else rim


def _sweep(start: Points, to: Points, radius: float) -> shapely.Polygon:
    # as many sides as keep the middle of each within the tolerance of the circle
    half_side = math.acos(max(0.0, 1 - _DISC_TOLERANCE / radius))
    sides = min(64, max(4, math.ceil(math.pi / 4 / half_side)))
    path = shapely.points(to) if (start == to).all() else shapely.linestrings([start, to])
    swept: shapely.Polygon = shapely.buffer(path, radius, quad_segs=sides)
    return swept


def _united(head: shapely.Polygon, disc: shapely.Polygon) -> shapely.Polygon | None:
    both = shapely.union(head, disc)
    if not isinstance(both, shapely.Polygon) or shapely.covers(head, disc):
        return None
    return filled(both)


def _cut(head: shapely.Polygon, disc: shapely.Polygon) -> shapely.Polygon | None:
    rest = shapely.difference(head, disc)
    if not rest.area >= MIN_AREA_PX:
        return None
    part = largest_part(rest)
    return part if part.area >= MIN_AREA_PX and part.area < head.area else None


def _keeps_promises(even: Points, area: float, *, grows: bool) -> bool:
    """Say whether spacing evenly left the contour simple and changed the right way."""
    after = abs(signed_area(even))
    right_way = after >= area if grows else MIN_AREA_PX <= after <= area
    return right_way and is_simple(even)
