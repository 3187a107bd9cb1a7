"""Names on the left, figures on the right; and the labels of the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import DASH


def panel_label(text: str = "", *, name: str = "", dim: bool = False) -> QLabel:
    """Return a label whose text wraps."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setProperty("dim", dim)
    return label


class FigureGrid(QWidget):
    """Names on the left, figures on the right."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        self._values: dict[str, QLabel] = {}
        for row, name in enumerate(names):
            value = panel_label(DASH)
            value.setWordWrap(False)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setAccessibleName(name)
            grid.addWidget(panel_label(name, dim=True), row, 0)
            grid.addWidget(value, row, 1)
            self._values[name] = value

    def set(self, name: str, text: str, *, tone: str = "", tip: str = "") -> None:
        """Show another figure; `tone` colours it, `tip` explains it."""
        label = self._values[name]
        label.setText(text)
        label.setToolTip(tip)
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().polish(label)

    def text(self, name: str) -> str:
        """Return the figure that is shown."""
        return self._values[name].text()
