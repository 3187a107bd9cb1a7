"""A vertical tool bar that scrolls where there is no room for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea, QToolBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class TallBar(QScrollArea):
    """Keeps a tool bar whole; Qt's own way hides its end behind a menu that keys do not reach."""

    def __init__(self, bar: QToolBar) -> None:
        super().__init__()
        self._bar = bar
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(bar)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the bar needs."""
        if watched is self._bar and event.type() in (
            QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.StyleChange,
        ):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        wanted = self._bar.sizeHint()
        if self._bar.minimumHeight() != wanted.height():
            self._bar.setMinimumHeight(wanted.height())
        scroll = self.verticalScrollBar()
        room = scroll.sizeHint().width() if wanted.height() > self.height() else 0
        if self.minimumWidth() != wanted.width() + room:
            self.setFixedWidth(wanted.width() + room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where it is needed."""
        super().resizeEvent(event)
        self._fit()
