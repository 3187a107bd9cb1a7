"""The lines of BPD and OFD across the ellipse that counts, with their lengths beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTransform

from hc18viewer.overlays import Overlays
from hc18viewer.services.measures import lengths_of
from hc18viewer.ui.canvas.caliper_labels import Box, label_boxes
from hc18viewer.ui.canvas.layers import casing_pen, line_pen
from hc18viewer.ui.language import translate
from hc18viewer.ui.wording import length

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.overlays import Look

_TICK_PX = 6.0
_PADDING_PX = (6.0, 2.0)
_ROOM_PX = 40.0
_GROUND = QColor(0, 0, 0, 185)


class CaliperLinesItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws both axes with ticks at their ends, and each length on a dark ground beside its line.

    The lengths are in mm, or in pixels where the pixel size is not known.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ellipse: Ellipse | None = None
        self._pixel_size_mm: float | None = None
        self._metrics: QFontMetricsF | None = None
        self._font_key = ""
        self.set_look(Overlays().calipers)

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._look = look
        self._pen, self._casing = line_pen(look), casing_pen(look)
        self.setOpacity(look.opacity / 100)
        self.update()

    def set_pixel_size(self, pixel_size_mm: float | None) -> None:
        """Write the lengths by another pixel size."""
        self._pixel_size_mm = pixel_size_mm
        self.update()

    def set_ellipse(self, ellipse: Ellipse | None) -> None:
        """Measure another ellipse; None draws nothing."""
        if ellipse == self._ellipse:
            return
        self.prepareGeometryChange()
        self._ellipse = ellipse
        self.update()

    def texts(self) -> tuple[str, str]:
        """Return what stands beside the lines: BPD, then OFD.

        Raises:
            RuntimeError: there is no ellipse.
        """
        if self._ellipse is None:
            raise RuntimeError("there is no ellipse to measure")
        lengths = lengths_of(self._ellipse)
        return (
            translate("Calipers", "BPD {length}").format(
                length=length(lengths.bpd_px, self._pixel_size_mm)),
            translate("Calipers", "OFD {length}").format(
                length=length(lengths.ofd_px, self._pixel_size_mm)),
        )

    def boundingRect(self) -> QRectF:
        """Return the ellipse's bounds with room for labels beyond the ends."""
        if self._ellipse is None:
            return QRectF()
        along, _ = self.pixelVectors()
        pixel = along.x() if along is not None else 1.0
        width = self._metrics.horizontalAdvance("OFD 000.0 mm") if self._metrics else 0.0
        reach = self._ellipse.a + (width + _ROOM_PX) * pixel
        return QRectF(self._ellipse.x - reach, self._ellipse.y - reach, 2 * reach, 2 * reach)

    def viewTransformChanged(self) -> None:
        """The labels keep their size on the screen, so the bounds follow the zoom."""
        self.prepareGeometryChange()

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """Overlays never change what part of the image is in view."""
        return

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw lines and labels, in pixels of the screen."""
        if self._ellipse is None or widget is None:
            return
        metrics = self._metrics_of(painter)
        lines = [_on_screen(line, painter.worldTransform()) for line in _axes(self._ellipse)]
        texts = self.texts()
        sizes = [
            (metrics.horizontalAdvance(text) + 2 * _PADDING_PX[0],
             metrics.height() + 2 * _PADDING_PX[1])
            for text in texts
        ]
        boxes = label_boxes(
            [((line.x1(), line.y1()), (line.x2(), line.y2())) for line in lines], sizes,
            area=(widget.width(), widget.height()),
        )
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticks = [tick for line in lines for tick in _ticks(line)]
        for pen, parts in ((self._casing, [*lines, *ticks]), (self._pen, lines)):
            painter.setPen(pen)
            painter.drawLines(parts)
        painter.setPen(line_pen(self._look, ()))
        painter.drawLines(ticks)
        for box, text in zip(boxes, texts, strict=True):
            self._draw_label(painter, box, text)
        painter.restore()

    def _draw_label(self, painter: QPainter, box: Box, text: str) -> None:
        area = QRectF(box.x - box.half_width, box.y - box.half_height,
                      2 * box.half_width, 2 * box.half_height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(QColor(self._look.colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _metrics_of(self, painter: QPainter) -> QFontMetricsF:
        key = painter.font().key()
        if self._metrics is None or key != self._font_key:
            self._metrics, self._font_key = QFontMetricsF(painter.font()), key
        return self._metrics


def _axes(ellipse: Ellipse) -> tuple[QLineF, QLineF]:
    """The shorter axis, then the longer one, in the image."""
    ends = []
    for (dx, dy), half in ((ellipse.minor_direction, ellipse.b), (ellipse.major_direction,
                                                                  ellipse.a)):
        ends.append(QLineF(ellipse.x - half * dx, ellipse.y - half * dy,
                           ellipse.x + half * dx, ellipse.y + half * dy))
    return ends[0], ends[1]


def _on_screen(line: QLineF, transform: QTransform) -> QLineF:
    return QLineF(transform.map(line.p1()), transform.map(line.p2()))


def _ticks(line: QLineF) -> list[QLineF]:
    across = line.normalVector().unitVector()
    step = QPointF(across.dx(), across.dy()) * _TICK_PX
    return [QLineF(end - step, end + step) for end in (line.p1(), line.p2())]
