"""The page of keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

_MOUSE = (
    ("Drag a square", "moves that end of the axis"),
    ("… with Shift", "keeps the ratio of the axes"),
    ("… with Alt or Ctrl", "keeps the centre; with Shift as well both"),
    ("Drag the cross", "moves the ellipse"),
    ("Drag the dot", "turns the ellipse"),
    ("Esc while dragging", "gives the drag up"),
    ("Arrow keys on the image", "move by 1 px; Shift 10 px, Alt 0.1 px"),
    ("[ and ], + and −", "turn by one degree, resize by 1 px"),
    ("Wheel, double click", "zooms at the pointer, fits the image"),
    ("Middle drag, or drag with Space", "pans"),
    ("Right drag", "sideways the window, up and down the level"),
    ("With a tool: wheel", "sets its size or reach; with Ctrl it zooms"),
    ("Hold H", "hides all overlays"),
)


class ShortcutsDialog(QDialog):
    """Lists every action with its keys, and what the mouse does."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys and mouse")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 5 * SPACE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * SPACE)
        grid.setVerticalSpacing(SPACE)
        keyed = [action for action in actions if action.shortcuts()]
        half = (len(keyed) + 1) // 2
        for number, action in enumerate(keyed):
            keys = ", ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText)
                for key in action.shortcuts()
            )
            row, column = number % half, 2 * (number // half)
            name = QLabel(action.text().removesuffix("…"))
            name.setProperty("dim", True)
            grid.addWidget(name, row, column)
            grid.addWidget(QLabel(keys), row, column + 1)
        layout.addLayout(grid)
        layout.addSpacing(4 * SPACE)
        mouse = QGridLayout()
        mouse.setHorizontalSpacing(6 * SPACE)
        for row, (what, does) in enumerate(_MOUSE):
            name = QLabel(what)
            name.setProperty("dim", True)
            mouse.addWidget(name, row, 0)
            mouse.addWidget(QLabel(does), row, 1)
        mouse.setColumnStretch(1, 1)
        layout.addLayout(mouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
