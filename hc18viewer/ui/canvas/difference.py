"""The areas that the contour has too much or too little, told apart by colour and by hatching."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QTransform

from hc18viewer.geometry.difference import contour_difference
from hc18viewer.geometry.shape import outline_of
from hc18viewer.overlays import Overlays
from hc18viewer.ui.canvas.screen_path import closed_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points
    from hc18viewer.overlays import Look

_POINTS = 360
_TINT = 0.45
"""How opaque the area is beside its hatching."""

TOO_MUCH_HATCH = Qt.BrushStyle.BDiagPattern
TOO_LITTLE_HATCH = Qt.BrushStyle.DiagCrossPattern


class DifferenceItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws what one shape encloses more than another, hatched once, and less, hatched crosswise.

    Nothing is worked out while it is hidden.
    """

    def __init__(self) -> None:
        super().__init__()
        self._look = Overlays().difference
        self._shapes: tuple[HeadShape | None, HeadShape | None] = (None, None)
        self._stale = False
        self._too_much = QPainterPath()
        self._too_little = QPainterPath()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self.update()

    @property
    def comparable(self) -> bool:
        """Whether there are two shapes to compare."""
        return None not in self._shapes

    def set_shapes(self, shape: HeadShape | None, against: HeadShape | None) -> None:
        """Compare other shapes; where one is missing nothing is drawn."""
        self._shapes, self._stale = (shape, against), True
        if self.isVisible():
            self._compare()

    def setVisible(self, visible: bool) -> None:
        """Show or hide the areas."""
        super().setVisible(visible)
        if visible:
            self._compare()

    def boundingRect(self) -> QRectF:
        """Return the areas' bounds."""
        bounds: QRectF = self._too_much.boundingRect().united(self._too_little.boundingRect())
        return bounds

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """Overlays never change what part of the image is in view."""
        return

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Fill both areas with a tint and a hatching that is as fine at every zoom."""
        along, _ = self.pixelVectors()
        pixel = along.x() if along is not None else 1.0
        areas = (
            (self._too_much, self._look.colour, TOO_MUCH_HATCH),
            (self._too_little, self._look.second_colour, TOO_LITTLE_HATCH),
        )
        for area, colour, hatch in areas:
            tint = QColor(colour)
            tint.setAlphaF(_TINT * self._look.opacity / 100)
            painter.fillPath(area, tint)
            line = QColor(colour)
            line.setAlphaF(self._look.opacity / 100)
            brush = QBrush(line, hatch)
            brush.setTransform(QTransform.fromScale(pixel, pixel))
            painter.fillPath(area, brush)

    def _compare(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.prepareGeometryChange()
        self._too_much = self._too_little = QPainterPath()
        shape, against = self._shapes
        if shape is not None and against is not None and shape != against:
            found = contour_difference(outline_of(shape, _POINTS), outline_of(against, _POINTS))
            self._too_much = _area(found.too_much)
            self._too_little = _area(found.too_little)
        self.update()


def _area(rings: tuple[Points, ...]) -> QPainterPath:
    area = QPainterPath()
    for ring in rings:
        area.addPath(closed_path(ring))
    return area
