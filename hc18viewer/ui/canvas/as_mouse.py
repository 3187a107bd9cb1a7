"""Lets pens and fingers act as the mouse does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton


def send_mouse(
    widget: QWidget, kind: QEvent.Type, place: QPointF, *, button: Qt.MouseButton = NONE,
    buttons: Qt.MouseButton = NONE,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Send a mouse event at a place of the widget, as if it came from a mouse."""
    event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, buttons, modifiers)
    QApplication.sendEvent(widget, event)
