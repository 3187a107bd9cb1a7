"""Where a contour encloses more than another, and where less."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from hc18viewer.geometry.simple import region

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from hc18viewer.geometry.types import Points


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """The areas between a contour and what it is held against.

    Attributes:
        too_much: rings, (N, 2) each in pixels of the image, of what only the contour encloses;
            filled by the odd-even rule, since a ring in another one is a hole.
        too_little: the same of what only the reference encloses.
        too_much_px, too_little_px: their areas in square pixels.
    """

    too_much: tuple[Points, ...]
    too_little: tuple[Points, ...]
    too_much_px: float
    too_little_px: float


def contour_difference(contour: Points, reference: Points) -> Difference:
    """Return what a closed contour, (N, 2), has too much and too little against a reference.

    Both count as the largest area that they enclose.

    Raises:
        ValueError: one of the two encloses no area.
    """
    own, wanted = region(contour), region(reference)
    much, little = shapely.difference(own, wanted), shapely.difference(wanted, own)
    return Difference(_rings(much), _rings(little), float(much.area), float(little.area))


def _rings(areas: BaseGeometry) -> tuple[Points, ...]:
    parts = [
        part for part in shapely.get_parts(areas)
        if isinstance(part, shapely.Polygon) and part.area > 0
    ]
    return tuple(
        shapely.get_coordinates(ring)[:-1]
        for part in parts for ring in (part.exterior, *part.interiors)
    )
