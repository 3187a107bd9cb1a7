"""Where the loupe stands and what line it shows: pure functions, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Points

    Place = tuple[float, float]

_TURNS_RAD = np.radians(np.arange(-180, 181, 15))
_NEAREST = 0.7
_FARTHER = np.array([1.0, 1.25, 1.5])
_FARTHER_COST = 2.0
_STEADINESS = 0.4
_COVERING = 25.0  # a radian for each 4 % of the line that would be covered
_LINE_POINTS = 120


@dataclass(frozen=True, slots=True)
class Room:
    """What the loupe has room in; all in pixels of the screen.

    Attributes:
        area: width and height of the canvas.
        radius: the loupe's.
        clearance: from the spot that is worked on to the loupe's rim, at least.
    """

    area: tuple[float, float]
    radius: float
    clearance: float


def lens_place(
    spot: Place, room: Room, *, outwards_rad: float, before: Place | None = None,
    line: Points | None = None, all_clear: bool = False,
) -> Place | None:
    """Return where the loupe's middle stands beside `spot`, in pixels of the screen.

    The loupe stands wholly in the canvas and clear of the spot. Of the places that are left it
    takes one that covers little of `line`, (N, 2), lies near the direction `outwards_rad`, and is
    not on another side than it was `before`; with `all_clear` only one that covers nothing of the
    line. Where it was before it stays while the spot is not too near and not too far: what stands
    still is easier to read, and quicker to draw.

    Returns:
        x and y, or None where there is no room.
    """
    if line is not None:
        line = line[:: max(len(line) // _LINE_POINTS, 1)]
    if before is not None and _may_stay(before, spot, room, line if all_clear else None):
        return before
    turns, farther = (grid.ravel() for grid in np.meshgrid(_TURNS_RAD, _FARTHER))
    angles, distances = outwards_rad + turns, (room.radius + room.clearance) * farther
    x, y = spot[0] + distances * np.cos(angles), spot[1] + distances * np.sin(angles)
    costs = np.abs(turns) + _FARTHER_COST * (farther - 1)
    if before is not None:
        was = math.atan2(before[1] - spot[1], before[0] - spot[0])
        costs += _STEADINESS * np.abs(np.angle(np.exp(1j * (angles - was))))
    inside = (np.minimum(x, y) >= room.radius) & (x <= room.area[0] - room.radius) & (
        y <= room.area[1] - room.radius)
    x, y, costs = x[inside], y[inside], costs[inside]
    if line is not None:
        off = np.hypot(line[:, 0] - x[:, None], line[:, 1] - y[:, None])
        covered = (off <= room.radius).mean(axis=1)
        costs += np.where(all_clear & (covered > 0), np.inf, _COVERING * covered)
    if not len(costs) or not np.isfinite(costs.min()):
        return None
    best = int(costs.argmin())
    return float(x[best]), float(y[best])


def _may_stay(before: Place, spot: Place, room: Room, clear_of: Points | None) -> bool:
    off = math.dist(before, spot) - room.radius
    if not _NEAREST * room.clearance <= off <= room.clearance + room.radius:
        return False
    if any(not room.radius <= place <= length - room.radius
           for place, length in zip(before, room.area, strict=True)):
        return False
    return clear_of is None or bool(
        (np.hypot(clear_of[:, 0] - before[0], clear_of[:, 1] - before[1]) > room.radius).all()
    )


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
