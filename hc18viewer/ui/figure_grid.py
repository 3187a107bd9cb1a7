"""The parts that the panel is made of: labels, buttons, rules, and figures by name."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import DASH

_LONGEST_WORD = 12
_LONGEST_FIGURE = 22
_BREAK = "\u200b"  # a space without a width, at which Qt ends a line
_TOO_LONG = re.compile(rf"[^\s{_BREAK}]{{{_LONGEST_WORD}}}(?=[^\s{_BREAK}])")


class PanelLabel(QLabel):
    """A label whose text wraps, within a word where that is too long for the panel.

    Names of files and readers have any length, and no mark-up.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(_TOO_LONG.sub(rf"\g<0>{_BREAK}", text))

    def text(self) -> str:
        """Return the text as it was given."""
        return super().text().replace(_BREAK, "")


def panel_label(text: str = "", *, name: str = "", dim: bool = False) -> PanelLabel:
    """Return a label whose text wraps."""
    label = PanelLabel(text)
    label.setObjectName(name)
    label.setProperty("dim", dim)
    return label


def panel_button(text: str, tip: str, pressed: SignalInstance) -> QPushButton:
    """Return a button that asks for something by a signal."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(lambda: pressed.emit())
    return button


def rule() -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame()
    line.setObjectName("rule")
    return line


class FigureGrid(QWidget):
    """Names on the left, figures on the right.

    Args:
        names: messages; a figure is set and read by its English name.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        self._values: dict[str, PanelLabel] = {}
        for row, name in enumerate(names):
            value = panel_label(DASH)
            value.setWordWrap(False)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setAccessibleName(say(name))
            grid.addWidget(panel_label(say(name), dim=True), row, 0)
            grid.addWidget(value, row, 1)
            self._values[name] = value

    def set(self, name: str, text: str, *, tone: str = "", tip: str = "") -> None:
        """Show another figure; `tone` colours it, `tip` explains it."""
        label = self._values[name]
        if label.text() != text:
            label.setWordWrap(len(text) > _LONGEST_FIGURE)
            label.setText(text)
        if label.toolTip() != tip:
            label.setToolTip(tip)
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().polish(label)

    def text(self, name: str) -> str:
        """Return the figure that is shown."""
        return self._values[name].text()
