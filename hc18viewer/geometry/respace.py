"""Even spacing of what a gesture changed, and only of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.check import MIN_CONTOUR_POINTS
from hc18viewer.geometry.resample import edge_lengths, resample, resample_line
from hc18viewer.geometry.simple import aligned, old_places

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.types import Points


def usual_spacing(contour: Points) -> float:
    """Return the median distance in pixels between neighbouring points that are apart."""
    lengths = edge_lengths(contour)
    apart = lengths[lengths > 0]
    return float(np.median(apart)) if len(apart) else 1.0


def respace_changes(rim: Points, old: Points, spacing: float) -> Points:
    """Return `rim` with its new stretches, between points that `old` has, evenly spaced.

    Points of `old` stay exactly where they are, so that what the gesture did not touch keeps
    its details however often it is repeated.
    """
    place = old_places(rim, old)
    kept = np.flatnonzero(place >= 0)
    if not len(kept):
        return aligned(resample(rim, spacing=spacing), old)
    rim, place = np.roll(rim, -kept[0], axis=0), np.roll(place, -kept[0])
    anchors = np.append(np.flatnonzero(place >= 0), len(rim))
    closed, places = np.vstack((rim, rim[:1])), np.append(place, place[0])
    pieces, taken = [], 0
    for first, last in _changed(anchors, places, len(old)):
        pieces += [closed[taken:first], _respaced(closed[first:last + 1], spacing)]
        taken = last
    pieces.append(closed[taken:-1])
    points = np.concatenate(pieces)
    return aligned(points if len(points) >= MIN_CONTOUR_POINTS else rim, old)


def _changed(
    anchors: NDArray[np.intp], places: NDArray[np.intp], count: int
) -> list[tuple[int, int]]:
    """Return the stretches between kept points that were no neighbours before."""
    apart = np.abs(places[anchors[1:]] - places[anchors[:-1]])
    neighbours = (np.diff(anchors) == 1) & ((apart == 1) | (apart == count - 1))
    changed = np.flatnonzero(~neighbours)
    return [(int(anchors[i]), int(anchors[i + 1])) for i in changed]


def _respaced(line: Points, spacing: float) -> Points:
    """Return a line's points, spaced evenly, from its first one up to before its last."""
    steps = np.diff(line, axis=0)
    along = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    count = max(1, round(float(along[-1]) / spacing))
    places = np.arange(count) * (along[-1] / count)
    points = resample_line(line, places, along=along)
    points[0] = line[0]
    return points
