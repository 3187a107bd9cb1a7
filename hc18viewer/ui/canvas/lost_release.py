"""Gestures whose mouse button was let go where the image could not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.canvas.canvas import CaseCanvas


class LostRelease(QObject):
    """Gives a gesture up when a dialog comes before the window, or the pointer comes back free.

    Else the line would stick to a pointer that holds no button.
    """

    def __init__(self, canvas: CaseCanvas, window: QWidget) -> None:
        super().__init__(window)
        self._canvas = canvas
        canvas.viewport().installEventFilter(self)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Watch for dialogs, and for moves without the button; keep nothing from anyone."""
        free = (
            isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove
            and event.buttons() == Qt.MouseButton.NoButton
        )
        if (free or event.type() == QEvent.Type.WindowBlocked) and self._canvas.dragging:
            self._canvas.give_up_gesture()
        return False
