"""The panel of how things are seen: a column of sections beside the canvas, hidden by default."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hc18viewer.ui.figure_grid import panel_label, rule
from hc18viewer.ui.theme import SPACE

_WIDTH = 260
_WIDTH_IN_LETTERS = 38


class ViewPanel(QScrollArea):
    """Holds sections, each a heading over one widget; scrolls where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("View options"))
        frame = QFrame()
        frame.setObjectName("measuresPanel")
        self._layout = QVBoxLayout(frame)
        self._layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        self._layout.setSpacing(2 * SPACE)
        self._layout.addStretch(1)
        self.setWidget(frame)
        self._last_stop: QWidget = self  # of the Tab key
        self._fit_width()

    def add_section(self, heading: str, widget: QWidget) -> None:
        """Put a section under those that are there."""
        if self._layout.count() > 1:
            self._insert(rule())
        self._insert(panel_label(heading, name="heading"))
        self._insert(widget)
        for part in (widget, *widget.findChildren(QWidget)):
            if (
                part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
                and part.window() is self.window()  # and not in the list of a combo box
            ):
                self.setTabOrder(self._last_stop, part)
                self._last_stop = part

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _fit_width(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.setFixedWidth(max(_WIDTH, _WIDTH_IN_LETTERS * letter))
