"""Where the loupe stands and what line it shows: pure functions, no Qt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points

    Place = tuple[float, float]

_TURNS_RAD = [math.radians(degrees) for degrees in range(-180, 181, 15)]
_STEADINESS = 0.4
_COVERING = 25.0  # a radian for each 4 % of the line that would be covered
_LINE_POINTS = 120


def lens_direction(
    spot: Place, *, outwards_rad: float, area: tuple[float, float], radius: float,
    clearance: float, before_rad: float | None = None, line: Points | None = None,
    all_clear: bool = False,
) -> float | None:
    """Return in which direction from `spot` the loupe's middle stands, in radians.

    The loupe stands wholly inside `area`, a width and a height, and its rim `clearance` beyond
    the spot. Of the places that are left it takes one that covers little of `line`, (N, 2), lies
    near `outwards_rad`, and is not far from where it was before; with `all_clear` only one that
    covers nothing of it. All lengths are in pixels of the screen.

    Returns:
        The angle from +x towards +y, or None where there is no room.
    """
    best, least = None, math.inf
    if line is not None:
        line = line[:: max(len(line) // _LINE_POINTS, 1)]
    for turn in _TURNS_RAD:
        angle = outwards_rad + turn
        x, y = lens_place(spot, angle, radius + clearance)
        if not (radius <= x <= area[0] - radius and radius <= y <= area[1] - radius):
            continue
        cost = abs(turn)
        if before_rad is not None:
            cost += _STEADINESS * abs(math.remainder(angle - before_rad, math.tau))
        if line is not None:
            covered = np.hypot(line[:, 0] - x, line[:, 1] - y) <= radius
            if all_clear and covered.any():
                continue
            cost += _COVERING * float(covered.mean())
        if cost < least:
            best, least = angle, cost
    return best


def lens_place(spot: Place, angle_rad: float, distance: float) -> Place:
    """Return the place `distance` away from `spot` at an angle."""
    return spot[0] + distance * math.cos(angle_rad), spot[1] + distance * math.sin(angle_rad)


def line_at(points: Points, place: Place, within: float) -> Place:
    """Return the point of a line nearest to `place`; `place` itself where none is `within`."""
    off = np.hypot(points[:, 0] - place[0], points[:, 1] - place[1])
    nearest = int(off.argmin())
    if off[nearest] > within:
        return place
    return float(points[nearest, 0]), float(points[nearest, 1])


def pieces_near(points: Points, middle: Place, reach: float) -> list[Points]:
    """Return the pieces of a closed line that come within `reach` of `middle` along x and y.

    Args:
        points: (N, 2) float64; the last is followed by the first.
        middle: in the points' unit, as is `reach`.
        reach: half the side of the square that is looked at.

    Returns:
        Open lines, (M, 2) each; they go on to the first point outside at both ends.
    """
    steps = np.abs(np.roll(points, -1, axis=0) - points)
    near = (np.abs(points - middle) <= reach + steps.max()).all(axis=1)
    near = near | np.roll(near, 1) | np.roll(near, -1)
    if near.all():
        return [np.vstack((points, points[:1]))]
    order = np.roll(np.arange(len(points)), -int(near.argmin()))  # begins outside
    kept = np.flatnonzero(near[order])
    if not len(kept):
        return []
    cuts = np.flatnonzero(np.diff(kept) > 1) + 1
    return [points[order[piece]] for piece in np.split(kept, cuts)]
