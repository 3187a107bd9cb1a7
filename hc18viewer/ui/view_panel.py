"""The panel of how things are seen: a column of sections beside the canvas, hidden by default."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

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
        self._frame = frame = QFrame()
        frame.setObjectName("measuresPanel")
        self._layout = QVBoxLayout(frame)
        self._layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        self._layout.setSpacing(2 * SPACE)
        self._layout.addStretch(1)
        self.setWidget(frame)
        self._last_stop: QWidget = self  # of the Tab key
        frame.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the sections need."""
        if watched is self._frame and event.type() == QEvent.Type.LayoutRequest:
            self._fit_width()
        return super().eventFilter(watched, event)

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _fit_width(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        content = self._frame.minimumSizeHint().width() + bar + 2 * self.frameWidth()
        self.setFixedWidth(max(_WIDTH, _WIDTH_IN_LETTERS * letter, content))
