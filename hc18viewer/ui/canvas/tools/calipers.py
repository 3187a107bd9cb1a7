"""Two caliper pairs, as on the ultrasound machine: the ends of OFD, then those of BPD."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from hc18viewer.geometry.calipers import ellipse_from_calipers
from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import Edit, Marks, Pointer, Tool
from hc18viewer.ui.wording import length

if TYPE_CHECKING:
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points

_LEAST_PX = 6.0
"""Pixels of the screen that the two ends of a pair are apart at least."""
_STEPS = (
    message("Click one end of OFD."), message("Click the other end of OFD."),
    message("Click one end of BPD."), message("Click the other end of BPD."),
)


class CalipersTool(Tool):
    """Four clicks give the ellipse; the head need not have one before."""

    title = "Calipers"

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[tuple[float, float]] = []

    @property
    def hint(self) -> str:  # type: ignore[override]
        """What to click next."""
        return _STEPS[len(self._ends)]

    def set_image(self, image: object) -> None:
        """Begin anew on another image."""
        super().set_image(image)  # type: ignore[arg-type]
        self._ends = []

    def press(self, at: Pointer) -> bool:
        """Hold the caliper where it is."""
        self._at = at
        return True

    def drag(self, at: Pointer) -> HeadShape | None:
        """Take the caliper along."""
        self._at = at
        return self._measured(at)

    def release(self, at: Pointer) -> Edit | None:
        """Put the caliper down; the fourth makes the ellipse.

        Two ends of a pair in one spot are a click that came twice: the second is not taken.
        """
        if len(self._ends) % 2 and math.dist(self._ends[-1], at.place) < _LEAST_PX * at.pixel:
            return None
        shape = self._measured(at)
        self._ends.append(at.place)
        self._at = at
        if len(self._ends) < len(_STEPS):
            return None
        self._ends = []
        return Edit(shape, message("calipers")) if shape is not None else None

    def cancel(self) -> None:
        """Begin anew."""
        self._ends = []

    def marks(self, pixel: float) -> Marks:
        """Return the pairs so far, the last one up to the pointer."""
        del pixel
        ends = [*self._ends, *([self._at.place] if self._at else [])]
        lines = tuple(np.array(ends[i : i + 2]) for i in (0, 2) if len(ends) >= i + 2)
        texts = tuple(
            (float(line[1, 0]), float(line[1, 1]), self._length(name, line))
            for name, line in zip(("OFD", "BPD"), lines, strict=False)
        )
        return Marks(lines=lines, dots=np.array(self._ends).reshape(-1, 2), texts=texts)

    def _length(self, name: str, line: Points) -> str:
        return f"{name} {length(float(np.hypot(*(line[1] - line[0]))), self.pixel_size_mm)}"

    def _measured(self, at: Pointer) -> HeadShape | None:
        if len(self._ends) != len(_STEPS) - 1:
            return None
        try:
            first, second, third = self._ends
            return ellipse_from_calipers(first, second, third, at.place)
        except ValueError:  # two ends in one place
            return None
