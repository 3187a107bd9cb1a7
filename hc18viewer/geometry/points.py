"""Single points of a contour: found, moved, put in and taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.check import (
    MIN_CONTOUR_POINTS,
    Position,
    checked_contour,
    checked_indices,
    checked_length,
    checked_position,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hc18viewer.geometry.types import Points

    Indices = Sequence[int] | NDArray[np.integer]

# A point put in lies at least this share of the edge from its ends: on one it would be lost.
_EDGE_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class EdgePlace:
    """A place on the edge from point `index` to the next, at `t` in [0, 1] of its length."""

    index: int
    t: float
    x: float
    y: float
    distance: float
    """From the position asked about, in pixels."""


def nearest_point(contour: Points, position: Position) -> tuple[int, float]:
    """Return the index of the point nearest to `position`, and its distance in pixels.

    Raises:
        ValueError: this is no contour or no position.
    """
    offsets = checked_contour(contour) - checked_position(position)
    distances = np.hypot(offsets[:, 0], offsets[:, 1])
    index = int(np.argmin(distances))
    return index, float(distances[index])


def nearest_edge(contour: Points, position: Position) -> EdgePlace:
    """Return the place on the contour's line that is nearest to `position`.

    Raises:
        ValueError: this is no contour or no position.
    """
    points, place = checked_contour(contour), checked_position(position)
    steps = np.roll(points, -1, axis=0) - points
    squared = np.einsum("ij,ij->i", steps, steps)
    along = np.einsum("ij,ij->i", place - points, steps)
    t = np.clip(np.divide(along, squared, out=np.zeros(len(points)), where=squared > 0), 0, 1)
    feet = points + t[:, None] * steps
    distances = np.hypot(feet[:, 0] - place[0], feet[:, 1] - place[1])
    index = int(np.argmin(distances))
    x, y = feet[index]
    return EdgePlace(index, float(t[index]), float(x), float(y), float(distances[index]))


def points_in_box(
    contour: Points, corner: Position, opposite: Position
) -> NDArray[np.intp]:
    """Return the indices of the points in an upright box, given by two opposite corners.

    The box's sides belong to it.

    Raises:
        ValueError: this is no contour or a corner is no position.
    """
    points = checked_contour(contour)
    corners = np.stack((checked_position(corner), checked_position(opposite)))
    inside = (points >= corners.min(axis=0)) & (points <= corners.max(axis=0))
    return np.flatnonzero(inside.all(axis=1))


def move_points(
    contour: Points, indices: Indices, dx: float, dy: float, *, falloff_px: float = 0.0
) -> Points:
    """Return the contour with the chosen points moved by (dx, dy) pixels.

    With `falloff_px`, the points within that arc length of a chosen one go along, from wholly
    beside it to not at all at the end, in half a wave of a cosine. The line may cross itself
    afterwards; `simple_outline` resolves that.

    Raises:
        ValueError: this is no contour, there is no such point, or a number is out of its range.
    """
    points = checked_contour(contour)
    chosen = checked_indices(indices, len(points))
    shift = checked_position((dx, dy))
    checked_length(falloff_px, "a falloff", zero=True)
    if not len(chosen):
        return points
    weights = np.zeros(len(points))
    if falloff_px > 0:
        share = np.minimum(_distances_along(points, chosen), falloff_px) / falloff_px
        weights = (1 + np.cos(np.pi * share)) / 2
    weights[chosen] = 1
    return np.asarray(points + weights[:, None] * shift)


def nudge(contour: Points, dx: float, dy: float, indices: Indices | None = None) -> Points:
    """Return the contour with the chosen points, or all where none is chosen, moved a step.

    Raises:
        ValueError: as `move_points`.
    """
    chosen = range(len(contour)) if indices is None or not len(indices) else indices
    return move_points(contour, chosen, dx, dy)


def insert_point(contour: Points, position: Position) -> tuple[Points, int]:
    """Return the contour with one more point on the edge nearest to `position`, and its index.

    The line keeps its form. The point lies at the foot of `position` on that edge, but never on
    one of its ends.

    Raises:
        ValueError: this is no contour or no position.
    """
    points = checked_contour(contour)
    edge = nearest_edge(points, position)
    t = min(max(edge.t, _EDGE_MARGIN), 1 - _EDGE_MARGIN)
    following = points[(edge.index + 1) % len(points)]
    added = points[edge.index] + t * (following - points[edge.index])
    more: Points = np.insert(points, edge.index + 1, added, axis=0)
    return more, edge.index + 1


def delete_points(contour: Points, indices: Indices) -> Points:
    """Return the contour without the chosen points.

    Raises:
        ValueError: this is no contour, there is no such point, or fewer than three would stay.
    """
    points = checked_contour(contour)
    chosen = checked_indices(indices, len(points))
    if len(points) - len(chosen) < MIN_CONTOUR_POINTS:
        raise ValueError(f"a contour keeps at least {MIN_CONTOUR_POINTS} points")
    rest: Points = np.delete(points, chosen, axis=0)
    return rest


def _distances_along(points: Points, chosen: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return each point's arc length in pixels to the chosen one nearest along the contour."""
    steps = np.roll(points, -1, axis=0) - points
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    along = np.concatenate(([0.0], np.cumsum(lengths[:-1])))
    total = float(lengths.sum())
    marks = along[chosen]
    # the chosen points once more a lap before and after: the arc has no ends
    marks = np.concatenate((marks[-1:] - total, marks, marks[:1] + total))
    after = np.clip(np.searchsorted(marks, along), 1, len(marks) - 1)
    nearest = np.minimum(np.abs(marks[after] - along), np.abs(along - marks[after - 1]))
    return np.asarray(nearest)
