"""Contours that do not cross themselves, by way of polygons.

The boolean work on polygons is GEOS' (through shapely): it is robust where lines touch or fall
together, where own clipping code would not be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from hc18viewer.geometry.check import checked_contour
from hc18viewer.geometry.contour import signed_area

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from hc18viewer.geometry.types import Points

MIN_AREA_PX = 4.0
"""Square pixels; a gesture that would leave less of the head leaves the contour as it was."""


def is_simple(contour: Points) -> bool:
    """Say whether the closed contour encloses an area and neither crosses nor touches itself."""
    return bool(shapely.is_valid(shapely.polygons(checked_contour(contour))))


def simple_outline(contour: Points) -> Points:
    """Return the contour without its crossings: the rim of its largest part, holes filled.

    Points off the crossings stay exactly where they are, the way round and the first point are
    kept as nearly as can be. A contour that is simple comes back as it is.

    Raises:
        ValueError: this is no contour, or it encloses no area.
    """
    points = checked_contour(contour)
    polygon = shapely.polygons(points)
    return points if shapely.is_valid(polygon) else outline(largest_part(polygon), points)


def region(points: Points) -> shapely.Polygon:
    """Return what a contour encloses, as `simple_outline` sees it."""
    polygon = shapely.polygons(points)
    return polygon if shapely.is_valid(polygon) else largest_part(polygon)


def largest_part(geometry: BaseGeometry) -> shapely.Polygon:
    """Return the largest polygon of a geometry, made valid and without holes.

    Raises:
        ValueError: the geometry encloses no area.
    """
    if not shapely.is_valid(geometry):
        geometry = shapely.make_valid(geometry)
    parts = [filled(part) for part in _polygons(geometry)]
    if not parts:
        raise ValueError("the contour encloses no area")
    return max(parts, key=shapely.area)


def filled(polygon: shapely.Polygon) -> shapely.Polygon:
    """Return a polygon without its holes."""
    return shapely.Polygon(polygon.exterior) if polygon.interiors else polygon


def outline(polygon: shapely.Polygon, like: Points) -> Points:
    """Return a polygon's rim, the way round of `like` and from near its first point on."""
    rim: Points = shapely.get_coordinates(polygon.exterior)[:-1]
    return aligned(rim, like)


def aligned(contour: Points, like: Points) -> Points:
    """Return the same points, the way round of `like` and from the one nearest its first on."""
    if signed_area(contour) * signed_area(like) < 0:
        contour = contour[::-1]
    offsets = contour - like[0]
    first = int(np.argmin(np.einsum("ij,ij->i", offsets, offsets)))
    return np.ascontiguousarray(np.roll(contour, -first, axis=0))


def old_places(points: Points, old: Points) -> NDArray[np.intp]:
    """Return for each point its index among the `old` ones, -1 for a new point."""
    there = np.ascontiguousarray(old).view(np.complex128).ravel()
    here = np.ascontiguousarray(points).view(np.complex128).ravel()
    order = np.argsort(there)
    place = order[np.minimum(np.searchsorted(there, here, sorter=order), len(there) - 1)]
    return np.where(there[place] == here, place, -1)


def _polygons(geometry: BaseGeometry) -> list[shapely.Polygon]:
    parts = shapely.get_parts(geometry, return_index=False)
    flat = [part for outer in parts for part in shapely.get_parts(outer)]
    return [part for part in flat if isinstance(part, shapely.Polygon) and part.area > 0]
