"""What a key does to the shape on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from PySide6.QtCore import Qt

from hc18viewer.geometry.edit import resize, rotate, translate
from hc18viewer.geometry.shape import FreeContour, ellipse_of
from hc18viewer.message import message
from hc18viewer.ui.canvas.tools.base import Edit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hc18viewer.geometry.shape import HeadShape

_ROTATE_STEP_RAD = np.pi / 180
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}


class Keyed(Protocol):
    """What keys work on: a tool, or the ellipse's handles."""

    def choose(self, by: int) -> bool:
        """Choose the handle or point `by` places further; False where there is none."""

    def nudge(self, dx: float, dy: float) -> Edit | None:
        """Move what is chosen, by pixels of the image; None where nothing is."""

    def delete(self) -> Edit | None:
        """Delete what is chosen; None where nothing is."""


def keyed_choice(event: QKeyEvent, keyed: Keyed) -> bool:
    """Choose the next handle or point by "." and the one before by ","; False for other keys."""
    steps = {Qt.Key.Key_Period: 1, Qt.Key.Key_Comma: -1}
    by = steps.get(Qt.Key(event.key()))
    return by is not None and not event.modifiers() and keyed.choose(by)


def keyed_edit(event: QKeyEvent, shape: HeadShape, tool: Keyed | None) -> Edit | None:
    """Return what a key does to the shape: to what is chosen of it, else to the whole."""
    if tool is not None and event.key() == Qt.Key.Key_Delete:
        return tool.delete()
    modifiers = event.modifiers()
    by = 1.0
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        by = 10.0
    elif modifiers & Qt.KeyboardModifier.AltModifier:
        by = 0.1
    if event.key() in _ARROWS:
        dx, dy = (by * step for step in _ARROWS[Qt.Key(event.key())])
        return (tool.nudge(dx, dy) if tool else None) or _moved(shape, dx, dy)
    ellipse = ellipse_of(shape)
    if event.text() in ("[", "]"):
        sign = 1 if event.text() == "]" else -1
        return Edit(rotate(ellipse, sign * _ROTATE_STEP_RAD), message("rotate ellipse"))
    if event.text() in ("+", "-"):
        by = 1.0 if event.text() == "+" else -1.0
        return Edit(resize(ellipse, by), message("resize ellipse"))
    return None


def _moved(shape: HeadShape, dx: float, dy: float) -> Edit:
    if isinstance(shape, FreeContour):
        return Edit(FreeContour.of(shape.points + np.array([dx, dy])), message("move contour"))
    return Edit(translate(shape, dx, dy), message("move ellipse"))
