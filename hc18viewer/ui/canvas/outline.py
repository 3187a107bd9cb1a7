"""The outline of an overlay, made once and reused for every case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from hc18viewer.geometry.shape import FreeContour, outline_of
from hc18viewer.overlays import Overlays
from hc18viewer.ui.canvas.layers import casing_pen, line_pen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points
    from hc18viewer.overlays import Look

# At 400 pixels of the screen a side of this polygon is 0.06 pixels off the ellipse.
_POINTS = 180
_FILL_ALPHA = 22
_THIN_ALPHA = 150


class OutlineItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws one shape, and under it the faint fill of a contour.

    Beside a free contour its ellipse is drawn thinly: it is the one that is measured.
    """

    def __init__(self) -> None:
        super().__init__()
        self._line = QPainterPath()
        self._fill = QPainterPath()
        self._thin = QPainterPath()
        self._points: Points | None = None
        self.set_look(Overlays().annotation)

    @property
    def points(self) -> Points | None:
        """The line's points, (N, 2), None where no shape is drawn."""
        return self._points

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self.prepareGeometryChange()
        self._pen, self._casing = line_pen(look), casing_pen(look)
        self._fill_colour = QColor(look.colour)
        self._fill_colour.setAlpha(_FILL_ALPHA)
        thin = QColor(look.colour)
        thin.setAlpha(_THIN_ALPHA)
        self._thin_pen = QPen(thin, 1.0, Qt.PenStyle.DashLine)
        self._thin_pen.setCosmetic(True)
        self.setOpacity(look.opacity / 100)
        self.update()

    def set_shape(self, shape: HeadShape | None, contour: Points | None = None) -> None:
        """Draw other shapes; None draws none."""
        self.prepareGeometryChange()
        self._line = self._thin = QPainterPath()
        self._points = None if shape is None else outline_of(shape, _POINTS)
        if self._points is not None:
            self._line = closed_path(self._points)
        if isinstance(shape, FreeContour):
            self._thin = closed_path(shape.ellipse.points(_POINTS))
        self._fill = closed_path(contour) if contour is not None else QPainterPath()
        self.informViewBoundsChanged()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the shapes' bounds with room for the line's width."""
        pixel = max(self.pixelVectors()[0].x() if self.pixelVectors()[0] else 1.0, 0.01)
        margin = (self._casing.widthF() + 1) * pixel
        bounds = self._line.boundingRect().united(self._fill.boundingRect())
        bounds = bounds.united(self._thin.boundingRect())
        return bounds.adjusted(-margin, -margin, margin, margin)

    def viewTransformChanged(self) -> None:
        """Bounds follow the zoom, since the line's width does not."""
        self.prepareGeometryChange()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the fill, the dark casing and the line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._fill.isEmpty():
            painter.fillPath(self._fill, self._fill_colour)
        if not self._thin.isEmpty():
            painter.strokePath(self._thin, self._thin_pen)
        if not self._line.isEmpty():
            painter.strokePath(self._line, self._casing)
            painter.strokePath(self._line, self._pen)

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """Overlays never change what part of the image is in view."""
        return


def closed_path(points: Points) -> QPainterPath:
    """Return the closed path through `points`, (N, 2) in pixels of the image."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))
    path.closeSubpath()
    return path
