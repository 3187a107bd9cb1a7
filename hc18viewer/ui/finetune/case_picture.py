"""One case with its true contour and what one model finds, small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse

_POINTS = 180
_ROOM = 0.25
"""Beside the contours, as a share of their size."""

_LEAST = QSize(220, 150)
_TRUTH, _FOUND = "#1fd1a0", "#ffab2e"
"""As the canvas draws the ground truth and the prediction, on black in both themes."""


class CasePicture(QWidget):
    """Draws an image as large as there is room, with two ellipses over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._truth: Ellipse | None = None
        self._found: Ellipse | None = None
        self._text = ""
        self._view = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST)

    def show_case(
        self, image: NDArray[np.uint8] | None, *, truth: Ellipse | None, found: Ellipse | None,
        near: Sequence[Ellipse | None] = (), text: str = "",
    ) -> None:
        """Show an image, (H, W) uint8, around its contours; without one show `text`.

        What is in `near` is not drawn, but the picture shows its place too.
        """
        self._image = None
        if image is not None:
            data = np.ascontiguousarray(image)
            height, width = data.shape
            grey = QImage(data.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
            self._image = grey.copy()  # its own memory: the array goes away
        self._truth, self._found, self._text = truth, found, text
        self._view = QRectF()
        if self._image is not None:
            whole = QRectF(0, 0, self._image.width(), self._image.height())
            seen = [ellipse for ellipse in (truth, found, *near) if ellipse is not None]
            self._view = _around(seen).intersected(whole) if seen else whole
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as two of them fit into a dialog."""
        return QSize(380, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the image, then the contours."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#000000"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None:
            painter.setPen(QColor("#c9ced4"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(8, 8, -8, -8), flags, self._text)
        else:
            size = self._view.size().scaled(
                QRectF(self.rect()).size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(QRectF(self.rect()).center())
            painter.drawImage(place, self._image, self._view)
            painter.setClipRect(place)
            scale = place.width() / self._view.width()
            painter.translate(place.topLeft() - self._view.topLeft() * scale)
            self._draw(painter, self._truth, scale, QPen(QColor(_TRUTH), 2))
            dashed = QPen(QColor(_FOUND), 2, Qt.PenStyle.DashLine)
            self._draw(painter, self._found, scale, dashed)
        painter.end()

    def _draw(self, painter: QPainter, ellipse: Ellipse | None, scale: float, pen: QPen) -> None:
        if ellipse is None:
            return
        painter.setPen(pen)
        # A pixel's centre lies at its whole coordinates, half a pixel from its corner.
        points = (ellipse.points(_POINTS) + 0.5) * scale
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))


def _around(ellipses: Sequence[Ellipse]) -> QRectF:
    """Return the part of an image that holds the ellipses with some room around them."""
    points = np.concatenate([ellipse.points(_POINTS) for ellipse in ellipses])
    low, high = points.min(axis=0), points.max(axis=0)
    wide, tall = (float(side) for side in high - low)
    room = _ROOM * max(wide, tall)
    return QRectF(float(low[0]) - room, float(low[1]) - room, wide + 2 * room, tall + 2 * room)
