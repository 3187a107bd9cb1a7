"""Which handle is under the pointer, and where the handles are: pure functions, no Qt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from hc18viewer.geometry.edit import AXIS_ENDS, Handle, axis_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hc18viewer.geometry.ellipse import Ellipse

    Place = tuple[float, float]

GRAB_RADIUS = 13.0
"""Pixels of the screen within which a handle is grabbed."""

ROTATION_STEM = 34.0
"""Pixels of the screen between the longer axis' end and the rotation handle."""


def handle_places(
    ellipse: Ellipse, pixel: float, *, stem_at_start: bool = False
) -> dict[Handle, Place]:
    """Return where each handle lies in the image; `pixel` is a screen pixel's side in it.

    The rotation handle stands beyond the longer axis' end, or beyond its start.
    """
    places = {handle: axis_end(ellipse, handle) for handle in AXIS_ENDS}
    (dx, dy), reach = ellipse.major_direction, ellipse.a + ROTATION_STEM * pixel
    reach = -reach if stem_at_start else reach
    places[Handle.ROTATION] = (ellipse.x + reach * dx, ellipse.y + reach * dy)
    places[Handle.CENTRE] = (ellipse.x, ellipse.y)
    return places


def nearest_handle(
    places: Mapping[Handle, Place], pointer: Place, radius: float
) -> Handle | None:
    """Return the handle nearest to `pointer` within `radius`, None for none.

    All in one unit. Of two as near, the one named first wins: an axis end before the centre, so
    that a tiny ellipse can still be drawn larger.
    """
    distances = {
        handle: math.hypot(x - pointer[0], y - pointer[1]) for handle, (x, y) in places.items()
    }
    nearest = min(distances, key=distances.__getitem__, default=None)
    return nearest if nearest is not None and distances[nearest] <= radius else None
