"""The outline of an overlay, made once and reused for every case."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hc18viewer.geometry.shape import FreeContour, ellipse_of, outline_of
from hc18viewer.overlays import Overlays
from hc18viewer.ui.canvas.layers import casing_pen, line_pen
from hc18viewer.ui.canvas.screen_path import closed_path, screen_path, sides_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points
    from hc18viewer.overlays import Look

_POINTS = 180
"""Of an ellipse, for whoever asks for the line's points; drawn are as many as the zoom needs."""
_FILL_ALPHA = 22
_THIN_ALPHA = 150


class OutlineItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws one shape, and under it the faint fill of a contour.

    Beside a free contour its ellipse is drawn thinly: it is the one that is measured.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shape: HeadShape | None = None
        self._points: Points | None = None
        self._contour: Points | None = None
        self._extent = QRectF()
        self._pixel = 0.0  # 0 while it is not known
        self._paths: tuple[QPainterPath, QPainterPath, QPainterPath] | None = None
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
        self._shape = shape
        self._points = None if shape is None else outline_of(shape, _POINTS)
        self._contour = contour
        ellipse = None if shape is None else ellipse_of(shape)
        self._extent = _extent(self._points, contour).united(_bounds(ellipse))
        self._paths = None
        self.informViewBoundsChanged()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the shapes' bounds with room for the line's width."""
        margin = (self._casing.widthF() + 1) * self._screen_pixel()
        return self._extent.adjusted(-margin, -margin, margin, margin)

    def viewTransformChanged(self) -> None:
        """Bounds follow the zoom, since the line's width does not."""
        self.prepareGeometryChange()
        self._pixel, self._paths = 0.0, None

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the fill, the dark casing and the line."""
        if self._paths is None:
            self._paths = self._made_paths(self._screen_pixel())
        line, thin, fill = self._paths
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not fill.isEmpty():
            painter.fillPath(fill, self._fill_colour)
        if not thin.isEmpty():
            painter.strokePath(thin, self._thin_pen)
        if not line.isEmpty():
            painter.strokePath(line, self._casing)
            painter.strokePath(line, self._pen)

    def _made_paths(self, pixel: float) -> tuple[QPainterPath, QPainterPath, QPainterPath]:
        shape, nothing = self._shape, QPainterPath()
        line = thin = nothing
        if shape is not None:
            ellipse = ellipse_of(shape)
            line = closed_path(ellipse.points(sides_of(ellipse.a / pixel)))
        if isinstance(shape, FreeContour):
            line, thin = screen_path(shape.points, pixel), line
        fill = nothing if self._contour is None else screen_path(self._contour, pixel)
        return line, thin, fill

    def _screen_pixel(self) -> float:
        """Return the side of a pixel of the screen in pixels of the image."""
        if not self._pixel:
            along, _ = self.pixelVectors()
            if along is None:
                return 1.0
            self._pixel = max(float(along.x()), 0.01)
        return self._pixel

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """Overlays never change what part of the image is in view."""
        return


def _bounds(ellipse: Ellipse | None) -> QRectF:
    """Return the rectangle around an ellipse; an empty one where there is none."""
    if ellipse is None:
        return QRectF()
    (ax, ay), (bx, by) = ellipse.major_direction, ellipse.minor_direction
    x, y = math.hypot(ellipse.a * ax, ellipse.b * bx), math.hypot(ellipse.a * ay, ellipse.b * by)
    return QRectF(ellipse.x - x, ellipse.y - y, 2 * x, 2 * y)


def _extent(*lines: Points | None) -> QRectF:
    """Return the rectangle around all points; an empty one where there are none."""
    there = [points for points in lines if points is not None]
    if not there:
        return QRectF()
    low = np.min([points.min(axis=0) for points in there], axis=0)
    high = np.max([points.max(axis=0) for points in there], axis=0)
    return QRectF(low[0], low[1], high[0] - low[0], high[1] - low[1])
