"""Pens of tablets: the tip acts as the mouse, the other end erases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QPointingDevice, QTabletEvent

from hc18viewer.ui.canvas.as_mouse import send_mouse

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_AS_MOUSE = {
    QEvent.Type.TabletPress: QEvent.Type.MouseButtonPress,
    QEvent.Type.TabletMove: QEvent.Type.MouseMove,
    QEvent.Type.TabletRelease: QEvent.Type.MouseButtonRelease,
}


class Pen(QObject):
    """Takes the pen from the viewport; how hard it is pressed makes no difference."""

    eraser_near = Signal(bool)  # whether the eraser's end is over the image

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._eraser = False
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the pen on as a mouse; see the eraser come and go."""
        kind = event.type()
        if kind == QEvent.Type.TabletLeaveProximity:
            self._note(eraser=False)
            return False
        if watched is not self._viewport or not isinstance(event, QTabletEvent):
            return False
        if kind not in _AS_MOUSE:
            return False
        self._note(eraser=event.pointerType() == QPointingDevice.PointerType.Eraser)
        send_mouse(self._viewport, _AS_MOUSE[kind], event.position(), button=event.button(),
                   buttons=event.buttons(), modifiers=event.modifiers())
        event.accept()
        return True

    def _note(self, *, eraser: bool) -> None:
        if eraser == self._eraser:
            return
        self._eraser = eraser
        # Qt tells the application alone that a pen goes away; it is asked only while it matters,
        # as every event of the program passes such a filter.
        application = QCoreApplication.instance()
        if application is not None and eraser:
            application.installEventFilter(self)
        elif application is not None:
            application.removeEventFilter(self)
        self.eraser_near.emit(eraser)
