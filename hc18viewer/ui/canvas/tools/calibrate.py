"""A line of known length on the image, such as on the machine's scale."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import GRAB_PX, Edit, Marks, Pointer, Tool

if TYPE_CHECKING:
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Line, Points

_LEAST_PX = 6.0
_TICK_PX = 7.0


class CalibrateTool(Tool):
    """A drag draws the line; an end of it can be taken up again. The contour stays as it is."""

    title = message("Calibrate")
    hint = message("Draw a line whose length you know; Shift keeps it upright or level.")

    def __init__(self) -> None:
        super().__init__()
        self._start: tuple[float, float] | None = None
        self._end: tuple[float, float] | None = None
        self._before: Line | None = None

    def set_image(self, image: object) -> None:
        """Begin anew on another image."""
        super().set_image(image)  # type: ignore[arg-type]
        self.cancel()

    def press(self, at: Pointer) -> bool:
        """Begin a line, or take up the end of the one that is there."""
        self._before, self.drawn_line = self.drawn_line, None
        grasp = GRAB_PX * at.pixel
        if self._start is not None and self._end is not None:
            if math.dist(self._start, at.place) <= grasp:
                self._start, self._end = self._end, at.place
                return True
            if math.dist(self._end, at.place) <= grasp:
                return True
        self._start, self._end = at.place, at.place
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Draw on."""
        if self._start is not None:
            self._end = _straight(self._start, at)
        return None

    def release(self, at: Pointer) -> Edit | None:
        """End the line; a click without one leaves the line of before."""
        self.drag(at)
        if self._start is None or self._end is None:
            return None
        if math.dist(self._start, self._end) < _LEAST_PX * at.pixel:
            self._start, self._end = self._before or (None, None)
            return None
        self.drawn_line = (self._start, self._end)
        return None

    def cancel(self) -> None:
        """Take the line away."""
        self._start = self._end = self._before = self.drawn_line = None

    def marks(self, pixel: float) -> Marks:
        """Return the line, a short stroke across it at each end."""
        if self._start is None or self._end is None:
            return Marks()
        ends = np.array((self._start, self._end))
        return Marks(lines=(ends, *_ticks(ends, _TICK_PX * pixel)), dots=ends)


def _straight(start: tuple[float, float], at: Pointer) -> tuple[float, float]:
    """Return where the line ends: upright or level, whichever is nearer, while Shift is held."""
    if not at.shift:
        return at.place
    upright = abs(at.x - start[0]) < abs(at.y - start[1])
    return (start[0], at.y) if upright else (at.x, start[1])


def _ticks(ends: Points, half: float) -> tuple[Points, ...]:
    along = ends[1] - ends[0]
    length = float(np.hypot(*along))
    if length == 0:
        return ()
    across = np.array((-along[1], along[0])) * (half / length)
    return tuple(np.array((end - across, end + across)) for end in ends)
