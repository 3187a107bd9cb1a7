"""Draw a piece of the contour anew: freehand, or along the skull."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.fit import FitError
from hc18viewer.geometry.magnetic import cost_map, live_wire
from hc18viewer.geometry.points import nearest_edge
from hc18viewer.geometry.section import redraw_section
from hc18viewer.geometry.shape import ellipse_of
from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import GRAB_PX, Edit, Marks, Pointer, Tool, free

if TYPE_CHECKING:
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import FloatImage, GreyImage, Points

_SNAP = 2.5
"""How much further than other tools' grasp a stroke may begin and end beside the line."""

_STROKE_STEP_PX = 1.5


class SectionTool(Tool):
    """A stroke from one spot of the contour to another replaces what lies between them."""

    title = "Redraw"
    hint = message(
        "Draw a new piece from one spot of the line to another."
    )

    def __init__(self) -> None:
        super().__init__()
        self._stroke: list[tuple[float, float]] = []

    def press(self, at: Pointer) -> bool:
        """Begin a stroke on the line."""
        points = self._outline()
        if points is None or nearest_edge(points, at.place).distance > _SNAP * GRAB_PX * at.pixel:
            return False
        self._stroke = [at.place]
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Draw on."""
        x, y = self._stroke[-1] if self._stroke else at.place
        if self._stroke and np.hypot(at.x - x, at.y - y) >= _STROKE_STEP_PX * at.pixel:
            self._stroke.append(at.place)
        return None

    def release(self, at: Pointer) -> Edit | None:
        """Put the stroke in the place of what lies between its ends."""
        self.drag(at)
        stroke, self._stroke = np.array(self._stroke), []
        return self._redrawn(stroke, message("redraw section"))

    def cancel(self) -> None:
        """Give the stroke up."""
        self._stroke = []

    def marks(self, pixel: float) -> Marks:
        """Return the stroke."""
        del pixel
        return Marks(lines=(np.array(self._stroke),)) if len(self._stroke) > 1 else Marks()

    def _redrawn(self, stroke: Points, name: str) -> Edit | None:
        points = self._outline()
        if points is None or len(stroke) < 3:
            return None
        try:
            return Edit(free(redraw_section(points, stroke)), name)
        except (ValueError, FitError):  # a stroke that leaves no head between its ends
            return None


class MagneticTool(SectionTool):
    """As the other, but the piece runs along the skull's edge from the press to the pointer."""

    title = "Magnetic"
    hint = message(
        "Press on the line and move along the skull: the new piece snaps to its edge."
    )

    def __init__(self) -> None:
        super().__init__()
        self._cost: FloatImage | None = None
        self._fixed: list[Points] = []
        self._wire: Points = np.empty((0, 2))

    def set_image(self, image: GreyImage | None) -> None:
        """Forget the edges of the image before."""
        super().set_image(image)
        self._cost = None

    def set_shape(self, shape: HeadShape | None) -> None:
        """Edges are those of a bright line seen from this head's inside."""
        super().set_shape(shape)
        self._cost = None

    def press(self, at: Pointer) -> bool:
        """Begin a wire on the line."""
        if self.image is None or not super().press(at):
            return False
        self._wire = np.array([at.place])
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Lay the wire from the press to the pointer."""
        if not self._stroke or self.image is None or self.shape is None:
            return None
        if self._cost is None:
            ellipse = ellipse_of(self.shape)
            self._cost = cost_map(self.image, inside=(ellipse.x, ellipse.y))
        self._wire = live_wire(
            self._cost, _inside(self._stroke[0], self.image), _inside(at.place, self.image)
        )
        return None

    def release(self, at: Pointer) -> Edit | None:
        """Put the wire in the place of what lies between its ends."""
        self.drag(at)
        wire, self._stroke = self._wire, []
        return self._redrawn(wire, message("magnetic section"))

    def marks(self, pixel: float) -> Marks:
        """Return the wire."""
        del pixel
        return Marks(lines=(self._wire,)) if self._stroke and len(self._wire) > 1 else Marks()


def _inside(place: tuple[float, float], image: GreyImage) -> tuple[float, float]:
    height, width = image.shape
    return float(np.clip(place[0], 0, width - 1)), float(np.clip(place[1], 0, height - 1))
