"""Pans by the middle button, and by the left one while the space bar is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.canvas.image_view import ImageView


class Panning(QObject):
    """Takes what pans from the viewport before any tool or handle sees it.

    A gesture that is under way waits while the middle button pans, and goes on afterwards.
    """

    def __init__(self, viewport: QWidget, view: ImageView) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._view = view
        self._held = False
        self._button: Qt.MouseButton | None = None
        self._last = QPointF()
        self._cursor: QCursor | None = None
        viewport.installEventFilter(self)

    def hold(self, held: bool) -> None:
        """Note whether the space bar is held."""
        self._held = held
        self._show_cursor()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Pan, and keep the event from the tools; False for what is theirs."""
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return self._press(event)
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease and event.button() == self._button:
            self._end()
            return True
        return False

    def _end(self) -> None:
        self._button = None
        self._show_cursor()

    def _press(self, event: QMouseEvent) -> bool:
        if self._button is not None:
            return True
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() != Qt.MouseButton.MiddleButton and not (left and self._held):
            return False
        self._button, self._last = event.button(), event.position()
        self._show_cursor()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._button is None:
            # Without this the handles would take the pointer for theirs.
            return self._held and event.buttons() == Qt.MouseButton.NoButton
        if not event.buttons() & self._button:  # let go where this could not see it
            self._end()
            return False
        by, self._last = event.position() - self._last, event.position()
        self._view.pan_by(by.x(), by.y())
        return True

    def _show_cursor(self) -> None:
        if self._button is None and not self._held:
            if self._cursor is not None:
                self._viewport.setCursor(self._cursor)
            self._cursor = None
            return
        if self._cursor is None:
            self._cursor = self._viewport.cursor()
        self._viewport.setCursor(Qt.CursorShape.OpenHandCursor if self._button is None
                                 else Qt.CursorShape.ClosedHandCursor)
