"""Move, insert, delete and choose the contour's points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.points import (
    delete_points,
    insert_point,
    move_points,
    nearest_edge,
    nearest_point,
    nudge,
    points_in_box,
)
from hc18viewer.geometry.simple import simple_outline
from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import GRAB_PX, Edit, Marks, Pointer, Tool, free

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points

_LEAST_REACH, _MOST_REACH = 0.0, 240.0
_STEPS_ROUND = 48
"""Presses of a key that go once round the line, however many points it has."""
_APART = 5.0
"""Pixels of the screen: points closer than this would run together into a thick line."""
_NEAR = 60.0
"""Pixels of the screen around the pointer within which points are drawn all the same."""


class PointsTool(Tool):
    """Drags the line by its points; neighbours follow as far as the wheel says."""

    title = "Points"
    hint = message(
        "Drag the line; wheel: how far neighbours follow. Shift-drag chooses points, arrows move "
        "them, Del deletes them, double click adds one."
    )

    def __init__(self) -> None:
        super().__init__()
        self.reach = 40.0  # of the screen
        self.chosen: NDArray[np.intp] = np.empty(0, np.intp)
        self._points: Points | None = None
        self._press: Pointer | None = None
        self._grabbed: NDArray[np.intp] = np.empty(0, np.intp)
        self._box: tuple[Pointer, Pointer] | None = None

    def set_shape(self, shape: HeadShape | None) -> None:
        """Work on another shape; points that it does not have are chosen no longer."""
        old = self._outline()
        super().set_shape(shape)
        new = self._outline()
        if old is None or new is None or len(old) != len(new):
            self.chosen = np.empty(0, np.intp)

    def press(self, at: Pointer) -> bool:
        """Take hold of the line, or with Shift begin a box."""
        points = self._outline()
        if points is None:
            return False
        if at.shift:
            self._box = (at, at)
            return True
        index, distance = nearest_point(points, at.place)
        edge = nearest_edge(points, at.place)
        if min(distance, edge.distance) > GRAB_PX * at.pixel:
            return False
        self._points, self._press = points, at
        self._grabbed = self.chosen if index in self.chosen else np.array([index])
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Move what is held, or draw the box on."""
        self._at = at
        if self._box is not None:
            self._box = (self._box[0], at)
            return None
        if self._points is None or self._press is None:
            return None
        return free(self._moved(at))

    def release(self, at: Pointer) -> Edit | None:
        """End the move, or choose what is in the box."""
        if self._box is not None:
            points = self._outline()
            if points is not None:
                self.chosen = points_in_box(points, self._box[0].place, at.place)
            self._box = None
            return None
        if self._points is None or self._press is None or at.place == self._press.place:
            self._points = None
            return None
        moved = simple_outline(self._moved(at))
        self._points = None
        several = len(self._grabbed) > 1
        return Edit(free(moved), message("move points") if several else message("move point"))

    def cancel(self) -> None:
        """Give the drag up."""
        self._points = self._box = None

    def turn_wheel(self, steps: float) -> bool:
        """Change how far neighbours follow."""
        self.reach = float(np.clip((self.reach + 4) * 1.125**steps - 4, _LEAST_REACH, _MOST_REACH))
        return True

    def choose(self, by: int) -> bool:
        """Choose one point, a step further along the line than the one chosen last."""
        points = self._outline()
        if points is None or not len(points):
            return False
        step = max(1, len(points) // _STEPS_ROUND)
        last = int(self.chosen[0]) if len(self.chosen) else -by * step
        self.chosen = np.array([(last + by * step) % len(points)])
        return True

    def nudge(self, dx: float, dy: float) -> Edit | None:
        """Move the chosen points."""
        points = self._outline()
        if points is None or not len(self.chosen):
            return None
        return Edit(
            free(simple_outline(nudge(points, dx, dy, self.chosen))), message("nudge points")
        )

    def delete(self) -> Edit | None:
        """Delete the chosen points."""
        points = self._outline()
        if points is None or not len(self.chosen) or len(points) - len(self.chosen) < 6:
            return None
        left = simple_outline(delete_points(points, self.chosen))
        return Edit(free(left), message("delete points"))

    def double_click(self, at: Pointer) -> Edit | None:
        """Add a point to the edge under the pointer."""
        points = self._outline()
        if points is None or nearest_edge(points, at.place).distance > GRAB_PX * at.pixel:
            return None
        more = simple_outline(insert_point(points, at.place)[0])
        return Edit(free(more), message("insert point"))

    def marks(self, pixel: float) -> Marks:
        """Return the points, the reach at the pointer, and the box."""
        points = self._outline()
        if points is None:
            return Marks()
        discs: tuple[tuple[float, float, float], ...] = ()
        if self._at is not None and self.reach > 0:
            discs = ((self._at.x, self._at.y, self.reach * pixel),)
        lines = (_rectangle(*self._box),) if self._box else ()
        return Marks(
            lines=lines, discs=discs, dots=self._dots(points, pixel), chosen=points[self.chosen]
        )

    def _dots(self, points: Points, pixel: float) -> Points:
        """Return the points that are drawn: all, or where they lie close those at the pointer."""
        steps = np.diff(points, axis=0, append=points[:1])
        if np.hypot(steps[:, 0], steps[:, 1]).mean() >= _APART * pixel:
            return points
        if self._at is None:
            return points[:0]
        near: Points = points[np.abs(points - self._at.place).max(axis=1) <= _NEAR * pixel]
        return near

    def _moved(self, at: Pointer) -> Points:
        if self._points is None or self._press is None:
            raise RuntimeError("no drag is under way")
        return move_points(
            self._points, self._grabbed, at.x - self._press.x, at.y - self._press.y,
            falloff_px=self.reach * at.pixel,
        )


def _rectangle(corner: Pointer, opposite: Pointer) -> Points:
    (left, top), (right, bottom) = corner.place, opposite.place
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])
