"""Keys that do something for as long as they are held, and those that a control needs itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from hc18viewer.ui.own_keys import is_own, presses, takes_text

if TYPE_CHECKING:
    from hc18viewer.ui.canvas.canvas import CaseCanvas

_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_OWN_SPACE = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)
"""Widgets that do something themselves with the space bar."""


class HeldKeys(QObject):
    """H hides the overlays; the space bar lets the pointer pan while it is over the image."""

    def __init__(
        self, window: QWidget, canvas: CaseCanvas, application: QCoreApplication, *, area: QWidget
    ) -> None:
        """Watch while `area` is to be seen, in which the canvas lies or what stands for it."""
        super().__init__(window)
        self._window, self._canvas, self._application = window, canvas, application
        self._area = area
        application.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer."""
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys from whatever has the focus; False for what is not held."""
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate and watched is self._window:
            self._canvas.overlays.hide_all(False)
            self._canvas.hold_space(False)
            return False
        if kind not in _KEY_EVENTS:
            return False
        if isinstance(event, QKeyEvent) and self._belongs_to_control(watched, event):
            return True
        if kind == QEvent.Type.ShortcutOverride:
            return False
        if (
            not isinstance(event, QKeyEvent) or event.modifiers()
            or not self._window.isActiveWindow() or not self._area.isVisible()
            or takes_text(QApplication.focusWidget())
        ):
            return False
        pressed = kind == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_H:
            if not event.isAutoRepeat():
                self._canvas.overlays.hide_all(pressed)
            return True
        if event.key() == Qt.Key.Key_Space and self._space_pans():
            if not event.isAutoRepeat():
                self._canvas.hold_space(pressed)
            return True
        return False

    def _belongs_to_control(self, watched: QObject, event: QKeyEvent) -> bool:
        """Keep a control's own keys from the commands; True where the key is done with."""
        focus = QApplication.focusWidget()
        if watched is not focus or focus is None or focus.window() is not self._window:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if not is_own(focus, event.key(), event.modifiers()):
                return False
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and presses(focus, event.key()):
            if isinstance(focus, QAbstractButton) and not event.isAutoRepeat():
                focus.click()
            return True
        return False

    def _space_pans(self) -> bool:
        focus = QApplication.focusWidget()
        if focus is self._canvas:
            return True
        return self._canvas.underMouse() and not isinstance(focus, _OWN_SPACE)
