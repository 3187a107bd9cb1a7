"""Tool bars by keyboard: the bar is one stop of the Tab key, arrow keys move within it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_CHANGES = (QEvent.Type.EnabledChange, QEvent.Type.Show, QEvent.Type.Hide)
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BarKeys(QObject):
    """Makes a filled tool bar's buttons reachable; a click still leaves the focus where it is.

    Args:
        bar: the tool bar.
        after: what the Tab key goes on to the bar from; None for where Qt put it.
    """

    def __init__(self, bar: QToolBar, *, after: QWidget | None = None) -> None:
        super().__init__(bar)
        self._bar = bar
        self._after = after
        self._chosen: QToolButton | None = None
        bar.installEventFilter(self)
        for button in bar.findChildren(QToolButton):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys, press with Return; take those keys before a shortcut does."""
        kind = event.type()
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QToolButton):
            if kind in _CHANGES:
                self._keep_stop()
            return False
        key = Qt.Key(event.key())
        if key not in (*_STEPS, *_ENDS, *_PRESSES) or event.modifiers() & _HELD:
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if kind != QEvent.Type.KeyPress:
            return False
        if key in _PRESSES:
            watched.click()
            return True
        able = [button for button in self._buttons() if button.isEnabled()]
        if key in _ENDS:
            self._focus(able[_ENDS[key]])
        elif watched in able:
            self._focus(able[(able.index(watched) + _STEPS[key]) % len(able)])
        return True

    def _focus(self, button: QToolButton) -> None:
        self._chosen = button
        self._stop_at(button)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_stop(self) -> None:
        """Let the Tab key stop at the button chosen last, or at the first that can be pressed."""
        able = [button for button in self._buttons() if button.isEnabled()]
        wanted = self._chosen if self._chosen in able else next(iter(able), None)
        if wanted is None or not _is_stop(wanted):
            self._stop_at(wanted)

    def _stop_at(self, stop: QToolButton | None) -> None:
        for button in self._buttons():
            policy = Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)
        if stop is not None and self._after is not None:
            QToolButton.setTabOrder(self._after, stop)

    def _buttons(self) -> list[QToolButton]:
        """The buttons in the order in which they stand, without those that overflow."""
        found = (self._bar.widgetForAction(action) for action in self._bar.actions())
        return [
            button for button in found
            if isinstance(button, QToolButton) and not button.isHidden()
        ]


_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)


def _is_stop(button: QToolButton) -> bool:
    return button.focusPolicy() == Qt.FocusPolicy.TabFocus
