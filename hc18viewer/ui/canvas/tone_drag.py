"""Window and level by the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.canvas.image_layer import ImageLayer
    from hc18viewer.ui.canvas.tone import Tone

_VALUES_PER_PIXEL = 0.5
_DEAD_PX = 4.0
"""A right click that shakes by no more than this changes nothing."""


class ToneDrag(QObject):
    """Turns right drags over the image into tones: to the right a wider window, up a lower level.

    A lower level shows the image brighter. A click without a drag does nothing.
    """

    dragged = Signal(object)  # Tone, at every step
    ended = Signal()

    def __init__(self, viewport: QWidget, layer: ImageLayer) -> None:
        super().__init__(viewport)
        self._layer = layer
        self._press: QPointF | None = None
        self._start: Tone | None = None
        viewport.installEventFilter(self)

    @property
    def dragging(self) -> bool:
        """Whether the right button is held and the pointer has moved."""
        return self._start is not None

    def cancel(self) -> bool:
        """Go back to the tone at the drag's start; False where there is no drag."""
        start, self._start, self._press = self._start, None, None
        if start is None:
            return False
        self.dragged.emit(start)
        self.ended.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the right button from tools and view; leave the rest to them."""
        kind = event.type()
        if kind == QEvent.Type.ContextMenu:
            return True
        if not isinstance(event, QMouseEvent):
            return False
        right = event.button() == Qt.MouseButton.RightButton
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if right and event.buttons() == Qt.MouseButton.RightButton and self._image_is_there:
                self._press = event.position()
            return right or self._press is not None
        if kind == QEvent.Type.MouseMove and self._press is not None:
            if event.buttons() & Qt.MouseButton.RightButton:
                self._move(event.position() - self._press)
            else:  # let go where this could not see it
                self._end()
            return True
        if kind == QEvent.Type.MouseButtonRelease and right:
            self._end()
            return True
        return False

    @property
    def _image_is_there(self) -> bool:
        return self._layer.measured is not None

    def _move(self, off: QPointF) -> None:
        if self._start is None:
            if max(abs(off.x()), abs(off.y())) <= _DEAD_PX:
                return
            self._start = self._layer.tone
        self.dragged.emit(
            self._start.dragged(_VALUES_PER_PIXEL * off.x(), _VALUES_PER_PIXEL * off.y())
        )

    def _end(self) -> None:
        moved, self._start, self._press = self._start is not None, None, None
        if moved:
            self.ended.emit()
