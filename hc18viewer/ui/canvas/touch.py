"""Fingers: one acts as the mouse, two zoom and pan."""

from __future__ import annotations

import math
import time
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QNativeGestureEvent, QTouchEvent
from PySide6.QtWidgets import QApplication

from hc18viewer.ui.canvas.as_mouse import LEFT, send_mouse

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.canvas.image_view import ImageView

_TAP_PX = 6.0
"""A finger that moves less than this taps."""

_DOUBLE_TAP_PX = 30.0
_CLOSEST_PX = 4.0


class _Mode(Enum):
    IDLE = "no finger"
    WAITING = "one finger that has not moved yet: a second may follow"
    DRAGGING = "one finger acts as the mouse"
    PINCHING = "two fingers"
    SPENT = "a finger is left over"


class Touch(QObject):
    """Takes the fingers from the viewport.

    The press of a finger is passed on when it moves or is lifted, so that the first of two fingers
    begins no gesture. Where one is under way all the same, `cancel` gives it up.
    """

    def __init__(self, viewport: QWidget, view: ImageView, cancel: Callable[[], None]) -> None:
        super().__init__(viewport)
        self._viewport, self._view, self._cancel = viewport, view, cancel
        self._mode = _Mode.IDLE
        self._at = QPointF()
        self._pair = (QPointF(), 1.0)
        self._tapped = (QPointF(), -math.inf)
        viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep fingers from the view, which knows nothing of them."""
        if isinstance(event, QNativeGestureEvent):
            return self._pad(event)
        if not isinstance(event, QTouchEvent):
            return False
        if event.device().type() == QInputDevice.DeviceType.TouchPad:
            return False  # its fingers are not on the image
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._give_up()
            self._mode = _Mode.IDLE
            return True
        down = [
            point.position() for point in event.points()
            if point.state() != QEventPoint.State.Released
        ]
        if len(down) > 1:
            self._pinch(down[0], down[1])
        elif len(down) == 1:
            self._one(down[0])
        else:
            self._lift()
        return True

    def _one(self, at: QPointF) -> None:
        if self._mode is _Mode.IDLE:
            self._mode, self._at = _Mode.WAITING, at
        elif self._mode is _Mode.WAITING:
            if _distance(at, self._at) > _TAP_PX:
                self._mode = _Mode.DRAGGING
                send_mouse(self._viewport, QEvent.Type.MouseButtonPress, self._at, button=LEFT,
                           buttons=LEFT)
                self._drag(at)
        elif self._mode is _Mode.DRAGGING:
            self._drag(at)
        else:
            self._mode = _Mode.SPENT

    def _drag(self, at: QPointF) -> None:
        self._at = at
        send_mouse(self._viewport, QEvent.Type.MouseMove, at, buttons=LEFT)

    def _lift(self) -> None:
        if self._mode is _Mode.DRAGGING:
            self._release()
        elif self._mode is _Mode.WAITING:
            self._tap()
        self._mode = _Mode.IDLE

    def _tap(self) -> None:
        place, moment = self._tapped
        now = time.monotonic()
        interval = QApplication.doubleClickInterval() / 1000
        double = now - moment <= interval and _distance(place, self._at) <= _DOUBLE_TAP_PX
        self._tapped = (self._at, -math.inf if double else now)
        kind = QEvent.Type.MouseButtonDblClick if double else QEvent.Type.MouseButtonPress
        send_mouse(self._viewport, kind, self._at, button=LEFT, buttons=LEFT)
        self._release()

    def _release(self) -> None:
        send_mouse(self._viewport, QEvent.Type.MouseButtonRelease, self._at, button=LEFT)
        # A finger that is lifted is nowhere, other than a mouse that is let go.
        QApplication.sendEvent(self._viewport, QEvent(QEvent.Type.Leave))

    def _give_up(self) -> None:
        if self._mode is _Mode.DRAGGING:
            self._cancel()
            self._release()

    def _pinch(self, first: QPointF, second: QPointF) -> None:
        middle = (first + second) / 2
        apart = max(_distance(first, second), _CLOSEST_PX)
        if self._mode is _Mode.PINCHING:
            before, before_apart = self._pair
            place = self._view.mapToView(before)
            self._view.zoom_by(apart / before_apart, (place.x(), place.y()))
            by = middle - before
            self._view.pan_by(by.x(), by.y())
        elif self._mode is not _Mode.SPENT:
            self._give_up()
            self._mode = _Mode.PINCHING
        self._pair = (middle, apart)

    def _pad(self, event: QNativeGestureEvent) -> bool:
        """Zoom by two fingers on a touch pad, as some systems tell of them."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        place = self._view.mapToView(event.position())
        self._view.zoom_by(max(1 + event.value(), 0.1), (place.x(), place.y()))
        event.accept()
        return True


def _distance(first: QPointF, second: QPointF) -> float:
    off = first - second
    return math.hypot(off.x(), off.y())
