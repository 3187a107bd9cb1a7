"""Keys that belong to the control that has the focus, before any command's shortcut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PAGES = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_TEXT = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QKeySequenceEdit)


def takes_text(widget: QWidget | None) -> bool:
    """Whether letters that are typed go into a control."""
    return isinstance(widget, _TEXT) or (isinstance(widget, QComboBox) and widget.isEditable())


def is_own(widget: QWidget | None, key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a key does something in the control itself, so that no command may have it.

    Return presses the button with the focus and ends an entry; otherwise it would accept the
    case, whatever the reader meant.
    """
    held = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return False
    if takes_text(widget) or isinstance(widget, QComboBox):
        # All but the keys of functions, such as F6, and Tab: a letter is a letter here.
        return key in _RETURN | _PAGES | {Qt.Key.Key_Backspace} or key < Qt.Key.Key_Escape
    if isinstance(widget, QAbstractButton):
        return key in _RETURN
    if isinstance(widget, QAbstractSlider | QScrollArea):
        return key in _PAGES
    return False


def presses(widget: QWidget | None, key: int) -> bool:
    """Whether a key presses a button, which Qt leaves to the space bar on most systems."""
    return isinstance(widget, QAbstractButton) and key in _RETURN
