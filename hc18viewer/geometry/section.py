"""A section of a contour drawn anew with one freehand stroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from hc18viewer.geometry.check import checked_contour, checked_length, checked_stroke
from hc18viewer.geometry.points import nearest_edge
from hc18viewer.geometry.resample import edge_lengths, resample_line
from hc18viewer.geometry.respace import respace_changes, usual_spacing
from hc18viewer.geometry.simple import MIN_AREA_PX, is_simple, largest_part, outline, region

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.types import Points

STROKE_SPACING_PX = 3.0
"""Pixels between the points of a stroke, where the contour's own lie further apart."""

# Of the arc that is kept, at most this share at either end gives way to a join without a corner.
_MOST_TRIMMED = 0.25


def redraw_section(contour: Points, stroke: Points, *, spacing: float | None = None) -> Points:
    """Return the contour with one of its arcs replaced by `stroke`, (M, 2), drawn either way.

    The stroke's ends are joined to the contour at the places nearest to them. Of the two arcs
    between those, the one goes whose replacement leaves the head's region most like it was: a
    short stroke beside the line replaces the short arc, a stroke all round replaces everything.
    The stroke's points are spaced `spacing` pixels apart, by default as the contour's are but no
    further than `STROKE_SPACING_PX`; points off it stay exactly. The result is simple: what a
    stroke that crosses itself or the rest cuts off is dropped.

    A stroke that would leave less than `MIN_AREA_PX` of the head changes nothing.

    Raises:
        ValueError: this is no contour that encloses an area, or the stroke has fewer than two
            different points, or a number is out of its range.
    """
    points, line = checked_contour(contour), checked_stroke(stroke, least=2)
    line = line[np.append(True, (np.diff(line, axis=0) != 0).any(axis=1))]
    if len(line) < 2:
        raise ValueError("a stroke needs at least two different points")
    spacing = min(usual_spacing(points), STROKE_SPACING_PX) if spacing is None else spacing
    checked_length(spacing, "a spacing")
    head = region(points)
    before = outline(head, points)
    drafts = [_Draft(before, line, whole=True), _Draft(before, line[::-1])]
    after = _most_alike([draft for draft in drafts if draft.part is not None], head)
    if after is None:
        return before
    rim = outline(after, before)
    even = respace_changes(rim, before, spacing)
    return even if is_simple(even) else rim


class _Draft:
    """The contour with the arc from a line's start on to its end replaced by that line.

    Where both ends meet the contour in one place, that arc is `whole` kept, or wholly gone.
    """

    def __init__(self, contour: Points, line: Points, *, whole: bool = False) -> None:
        lengths = edge_lengths(contour)
        along = np.concatenate(([0.0], np.cumsum(lengths)))
        leave, arrive = nearest_edge(contour, line[-1]), nearest_edge(contour, line[0])
        start = along[leave.index] + leave.t * lengths[leave.index]
        end = along[arrive.index] + arrive.t * lengths[arrive.index]
        end += along[-1] if end < start or (whole and end == start) else 0
        # going slantwise over the gap between the line and the stroke makes no step in it
        most = _MOST_TRIMMED * (end - start)
        joined = leave.distance + arrive.distance < end - start
        start += min(leave.distance, most)
        end -= min(arrive.distance, most)
        # an arc shorter than the way to it and back would be a spike
        kept = _arc(contour, along, start, end) if joined else line[:0]
        self.part = _part(np.vstack((line, kept)))
        gone = _arc(contour, along, end - (along[-1] if end > along[-1] else 0),
                    start + (along[-1] if end <= along[-1] else 0))
        self._between = np.vstack((line, gone[::-1]))

    def difference(self) -> float:
        """Return the area in which the draft differs from the contour it was made from.

        Where one of two closed lines encloses a place and the other does not, the line of what
        is in only one of them does: that is the stroke and the arc that it replaced.
        """
        return float(shapely.area(shapely.make_valid(shapely.polygons(self._between))))


def _most_alike(drafts: list[_Draft], head: shapely.Polygon) -> shapely.Polygon | None:
    """Return the region of the draft that differs least from the head."""
    # A difference is no smaller than that of the areas, which mostly settles it at once.
    bounds = {draft: abs(draft.part.area - head.area) for draft in drafts if draft.part}
    best, least = None, float("inf")
    for draft in sorted(bounds, key=lambda draft: bounds[draft]):
        if bounds[draft] < least and (change := max(bounds[draft], draft.difference())) < least:
            best, least = draft.part, change
    return best


def _arc(contour: Points, along: NDArray[np.float64], start: float, end: float) -> Points:
    """Return the contour from the arc length `start` on to `end`, up to two laps from its start."""
    twice = np.concatenate((along[:-1], along + along[-1]))
    inner = np.flatnonzero((twice > start) & (twice < end))
    around = np.vstack((contour, contour, contour[:1]))
    ends = resample_line(around, np.array([start, end]), along=twice)
    return np.vstack((ends[:1], contour[inner % len(contour)], ends[1:]))


def _part(candidate: Points) -> shapely.Polygon | None:
    try:
        part = largest_part(shapely.polygons(checked_contour(candidate)))
    except ValueError:
        return None
    return part if part.area >= MIN_AREA_PX else None
