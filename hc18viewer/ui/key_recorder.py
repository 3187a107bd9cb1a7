"""Takes a new key for one command; a key that another has is given by the reader's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.actions import name_of
from hc18viewer.ui.shortcuts import is_free, portable, written
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QKeySequence

    from hc18viewer.ui.shortcuts import Shortcuts


class KeyRecorder(QWidget):
    """A field that records a key, and what can be done with it."""

    def __init__(self, shortcuts: Shortcuts, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self._actions = actions
        self._name = ""
        self._label = QLabel()
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("New key"))
        self._label.setBuddy(self.edit)
        for field in self.edit.findChildren(QLineEdit):
            hint = self.fontMetrics().horizontalAdvance(field.placeholderText())
            self.edit.setMinimumWidth(hint + 8 * SPACE)
        self.use_button = QPushButton(self.tr("&Use alone"))
        self.add_button = QPushButton(self.tr("&Add"))
        self.none_button = QPushButton(self.tr("&No key"))
        self.reset_button = QPushButton(self.tr("&Reset"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        above = QHBoxLayout()
        above.addWidget(self._label)
        above.addWidget(self.edit, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for button in (self.use_button, self.add_button, self.none_button, self.reset_button):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(above)
        layout.addWidget(self.told)
        layout.addLayout(row)
        self.edit.keySequenceChanged.connect(self._on_recorded)
        self.use_button.clicked.connect(lambda: self._give(alone=True))
        self.add_button.clicked.connect(lambda: self._give(alone=False))
        self.none_button.clicked.connect(lambda: self._shortcuts.give(self._name, []))
        self.reset_button.clicked.connect(self._on_reset)
        shortcuts.changed.connect(self._show)
        self.choose("")

    def choose(self, name: str) -> None:
        """Record keys for this command from now on; "" for none."""
        self._name = name
        self.edit.clear()
        self._show()

    def begin(self) -> None:
        """Wait for a key."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _key(self) -> str:
        return portable(self.edit.keySequence())

    def _on_recorded(self, _sequence: QKeySequence) -> None:
        self._show()

    def _give(self, *, alone: bool) -> None:
        key, kept = self._key, [] if alone else self._shortcuts.keys(self._name)
        self._shortcuts.give(self._name, [*kept, key])
        self.edit.clear()
        self._say(self.tr("{command} now has {key}.").format(
            command=name_of(self._actions[self._name]), key=written(key)))

    def _on_reset(self) -> None:
        self._shortcuts.reset(self._name)
        self.edit.clear()

    def _show(self) -> None:
        known = bool(self._name)
        key = self._key
        name = name_of(self._actions[self._name]) if known else ""
        self._label.setText(
            self.tr("New &key for {command}:").format(command=f"“{name}”") if known
            else self.tr("No command is chosen."))
        self.edit.setEnabled(known)
        free = known and is_free(key) and key not in self._shortcuts.keys(self._name)
        keeps_some = known and bool(self._shortcuts.keys(self._name))
        self.use_button.setEnabled(known and is_free(key))
        self.add_button.setEnabled(free and keeps_some)
        self.none_button.setEnabled(keeps_some)
        self.reset_button.setEnabled(known and self._shortcuts.is_own(self._name))
        holder = self._shortcuts.holder(key) if key else None
        foreign = holder is not None and holder.objectName() != self._name
        self.use_button.setText(self.tr("&Take it over") if foreign else self.tr("&Use alone"))
        self.add_button.setText(self.tr("T&ake and add") if foreign else self.tr("&Add"))
        self._say(self._words(key, holder if foreign else None), bad=foreign)

    def _words(self, key: str, holder: QAction | None) -> str:
        if not key:
            return self.tr("Press the new key in the field.") if self._name else ""
        if not is_free(key):
            return self.tr("{key} is needed to work on the image and in the window. "
                           "Choose another key.").format(key=written(key))
        if holder is not None:
            return self.tr("{key} belongs to “{command}”, which loses it if you take it. "
                           "Or press another key.").format(
                               key=written(key), command=name_of(holder))
        if key in self._shortcuts.keys(self._name):
            return self.tr("It has {key} already.").format(key=written(key))
        return self.tr("{key} is free.").format(key=written(key))

    def _say(self, text: str, *, bad: bool = False) -> None:
        self.told.setText(text)
        tone = "warning" if bad else ""
        if self.told.property("tone") != tone:
            self.told.setProperty("tone", tone)
            self.told.style().polish(self.told)
        for button in (self.use_button, self.add_button):
            button.setAccessibleDescription(text)
