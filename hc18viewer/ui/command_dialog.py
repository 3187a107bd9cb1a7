"""A list of all commands that a few letters narrow down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

_WIDTH_IN_LETTERS = 52
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandDialog(QDialog):
    """Runs the command that the reader picks; those that cannot be run now are left out."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find a command")
        self.setMinimumWidth(_WIDTH_IN_LETTERS * self.fontMetrics().averageCharWidth())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        self.field = QLineEdit()
        self.field.setPlaceholderText("A few letters of its name")
        self.field.setAccessibleName("Letters of a command's name")
        self.field.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName("Commands")
        self._commands = [
            (action.text().removesuffix("…"), action)
            for action in actions
            if action.isEnabled() and action.text()
        ]
        layout.addWidget(self.field)
        layout.addWidget(self.found)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._run)
        self.found.itemActivated.connect(self._run)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the letters go to the field."""
        if (
            watched is self.field and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS
        ):
            self.found.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, letters: str) -> None:
        self.found.clear()
        for text, action in self._commands:
            if not matches(letters, text):
                continue
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(f"{text}    {key}".rstrip())
            item.setData(Qt.ItemDataRole.UserRole, action)
            self.found.addItem(item)
        self.found.setCurrentRow(0)

    def _run(self) -> None:
        if not self.found.count():
            return
        action: QAction = self.found.currentItem().data(Qt.ItemDataRole.UserRole)
        self.accept()
        action.trigger()


def matches(letters: str, text: str) -> bool:
    """Whether each word of `letters` stands somewhere in `text`."""
    return all(word in text.casefold() for word in letters.casefold().split())
