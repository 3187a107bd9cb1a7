"""Draw a piece of the contour anew: freehand, or along the skull."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.fit import FitError
from hc18viewer.geometry.magnetic import calm_line, cost_map, live_wire, near_trail
from hc18viewer.geometry.points import nearest_edge
from hc18viewer.geometry.section import redraw_section
from hc18viewer.geometry.shape import ellipse_of
from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import GRAB_PX, Edit, Marks, Pointer, Tool, free

if TYPE_CHECKING:
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import FloatImage, GreyImage, Points

_GRASP = 6.0
"""How much further than other tools' grasp a stroke may begin beside a line that is wrong there."""

_STROKE_STEP_PX = 1.5


class SectionTool(Tool):
    """A stroke from one spot of the contour to another replaces what lies between them.

    A magnetic one runs along the skull's edge, near the pointer's trail; with Control held at the
    press, the plain tool is magnetic too.
    """

    def __init__(self, *, magnetic: bool = False) -> None:
        super().__init__()
        self.title = "Magnetic" if magnetic else "Redraw"
        self.hint = message(
            "Press near the line and move along the skull: the new piece snaps to its edge."
        ) if magnetic else message(
            "Draw a new piece from one spot of the line to another; with Ctrl held it snaps to the "
            "skull."
        )
        self._always = magnetic
        self._magnetic = magnetic
        self._stroke: list[tuple[float, float]] = []
        self._wire: Points | None = None
        self._cost: FloatImage | None = None

    def set_image(self, image: GreyImage | None) -> None:
        """Forget the edges of the image before."""
        super().set_image(image)
        self._cost = None

    def set_shape(self, shape: HeadShape | None) -> None:
        """Edges are those of a bright line seen from this head's inside."""
        super().set_shape(shape)
        self._cost = None

    def press(self, at: Pointer) -> bool:
        """Begin a stroke near the line."""
        points = self._outline()
        if points is None or nearest_edge(points, at.place).distance > _GRASP * GRAB_PX * at.pixel:
            return False
        self._magnetic = self._always or at.control
        self._stroke, self._wire = [at.place], None
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Draw on, or lay the wire from the press to the pointer."""
        if not self._stroke:
            return None
        x, y = self._stroke[-1]
        if np.hypot(at.x - x, at.y - y) >= _STROKE_STEP_PX * at.pixel:
            self._stroke.append(at.place)
            if self._magnetic:
                self._wire = self._laid()
        return None

    def release(self, at: Pointer) -> Edit | None:
        """Put the stroke or the wire in the place of what lies between its ends."""
        self.drag(at)
        line = np.array(self._stroke) if self._wire is None else self._wire
        name = message("magnetic section") if self._magnetic else message("redraw section")
        self.cancel()
        return self._redrawn(line, name)

    def cancel(self) -> None:
        """Give the stroke up."""
        self._stroke, self._wire = [], None

    def marks(self, pixel: float) -> Marks:
        """Return the stroke, or the wire."""
        del pixel
        line = np.array(self._stroke) if self._wire is None else self._wire
        return Marks(lines=(line,)) if len(line) > 1 else Marks()

    def _laid(self) -> Points | None:
        if self.image is None or self.shape is None:
            return None
        if self._cost is None:
            head = ellipse_of(self.shape)
            self._cost = cost_map(self.image, inside=(head.x, head.y), head=head)
        far = np.array((self.image.shape[1] - 1, self.image.shape[0] - 1))
        trail = np.clip(np.array(self._stroke), 0, far)
        return calm_line(live_wire(near_trail(self._cost, trail), trail[0], trail[-1]))

    def _redrawn(self, stroke: Points, name: str) -> Edit | None:
        points = self._outline()
        if points is None or len(stroke) < 3:
            return None
        try:
            return Edit(free(redraw_section(points, stroke)), name)
        except (ValueError, FitError):  # a stroke that leaves no head between its ends
            return None
