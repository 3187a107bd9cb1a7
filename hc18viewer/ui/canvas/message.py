"""The text that the canvas shows in place of an image."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_MARGIN_SHARE = 8


class CanvasMessage(QLabel):
    """Stands in the canvas' middle; lets the pointer through."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setObjectName("canvasMessage")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text, or with "" none."""
        self.setText(text)
        self.setVisible(bool(text))
        self.place()

    def place(self) -> None:
        """Go to the canvas' middle."""
        margin = self._canvas.width() // _MARGIN_SHARE
        self.setGeometry(self._canvas.rect().adjusted(margin, 0, -margin, 0))
