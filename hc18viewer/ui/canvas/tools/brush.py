"""Paint the head's mask, or erase it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.brush import paint_contour
from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import Edit, Pointer, RoundCursor, free

if TYPE_CHECKING:
    from hc18viewer.geometry.shape import HeadShape


class BrushTool(RoundCursor):
    """What the brush goes over belongs to the head, or with the eraser no longer."""

    def __init__(self, *, erase: bool = False) -> None:
        super().__init__(radius=24.0)
        self.title = "Eraser" if erase else "Brush"
        self.hint = (
            message("Drag to erase from the head; wheel: size.") if erase
            else message("Drag to add to the head; wheel: size.")
        )
        self._erase = erase
        self._stroke: list[tuple[float, float]] = []
        self._pixel = 1.0

    def press(self, at: Pointer) -> bool:
        """Put the brush down."""
        if self.shape is None or self.image is None:
            return False
        self._stroke, self._pixel = [at.place], at.pixel
        self._at = at
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Paint on, and show what it comes to."""
        super().drag(at)
        if not self._stroke:
            return None
        self._stroke.append(at.place)
        painted = self._painted()
        return painted.shape if painted else None

    def release(self, at: Pointer) -> Edit | None:
        """Lift the brush."""
        if not self._stroke:
            return None
        self._stroke.append(at.place)
        painted = self._painted()
        self._stroke = []
        return painted

    def cancel(self) -> None:
        """Give the stroke up."""
        self._stroke = []

    def _painted(self) -> Edit | None:
        points = self._outline()
        if points is None or self.image is None:
            return None
        height, width = self.image.shape
        contour = paint_contour(
            points, (height, width), np.array(self._stroke), self.radius * self._pixel,
            erase=self._erase,
        )
        if contour is None or len(contour) < 6:  # all of it is erased
            return None
        return Edit(free(contour), message("erase") if self._erase else message("paint"))
