"""The loupe: a round magnifier near the pointer while a gesture is under way."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hc18viewer.overlays import Overlays
from hc18viewer.ui.canvas.lens import Room, lens_place, pieces_near
from hc18viewer.ui.canvas.screen_path import circle, polygon

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from hc18viewer.geometry.types import Points

MAGNIFICATIONS = (2, 3, 4, 6)

_RADIUS = 78
_OF_CANVAS = 5
_CLEARANCE = 34.0
_RIM = 1.5
_GAP, _ARM = 4.0, 10.0
_LINE = 1.6


@dataclass(frozen=True, slots=True)
class Sight:
    """What is worked on.

    Attributes:
        image: the image in its tone.
        spot: the place of the image that is worked on.
        held: the place of the image where the handle or the pointer is.
        scale: pixels of the screen for one pixel of the image.
        origin: where the image's place (0, 0) lies, in pixels of the canvas.
        outline: the contour, (N, 2), None for none.
        lines: what the tool draws beside it, open lines, (N, 2) each.
        discs: x, y and radius of the tool's round cursors.
        all_clear: whether no piece of the contour may be covered, as all of it is moved.
    """

    image: QImage
    spot: tuple[float, float]
    held: tuple[float, float]
    scale: float
    origin: tuple[float, float]
    outline: Points | None = None
    lines: tuple[Points, ...] = ()
    discs: tuple[tuple[float, float, float], ...] = ()
    all_clear: bool = False


class Loupe(QWidget):
    """Shows the image and the contour enlarged, beside what is worked on and never over it.

    It draws a piece of the image and of the line; the scene is not drawn a second time.
    """

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.wanted = True
        self.magnification = 3
        self.colour = Overlays().correction.colour
        self._sight: Sight | None = None
        self._place: tuple[float, float] | None = None
        self._radius = _RADIUS
        self._drawn_frame = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def follow(self, sight: Sight) -> None:
        """Show what is worked on, from where there is room for it."""
        if not self.wanted:
            return
        outwards, line = -math.pi / 2, None
        at = tuple(sight.scale * place + start
                   for place, start in zip(sight.held, sight.origin, strict=True))
        if sight.outline is not None:
            line = sight.scale * sight.outline + np.array(sight.origin)
            x, y = line.mean(axis=0)
            if math.dist((x, y), at) > 1:
                outwards = math.atan2(at[1] - y, at[0] - x)
        disc = max((radius for _x, _y, radius in sight.discs), default=0.0)
        width, height = self._canvas.width(), self._canvas.height()
        self._radius = min(_RADIUS, min(width, height) // _OF_CANVAS)
        room = Room((width, height), self._radius, _CLEARANCE + disc * sight.scale)
        self._place = lens_place(
            (at[0], at[1]), room, outwards_rad=outwards, before=self._place, line=line,
            all_clear=sight.all_clear,
        )
        if self._place is None:
            self.hide()
            return
        self._sight = sight
        left, top = (round(middle) - self._radius for middle in self._place)
        self.setGeometry(left, top, 2 * self._radius, 2 * self._radius)
        self.show()
        self.update()

    def rest(self) -> None:
        """Go away until the next gesture."""
        self._place = self._sight = None
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image, the line, the tool's lines, a cross and the rim."""
        sight = self._sight
        if sight is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ = QRectF(self.rect()).adjusted(_RIM, _RIM, -_RIM, -_RIM)
        path = QPainterPath()
        path.addEllipse(round_)
        painter.fillPath(path, Qt.GlobalColor.black)
        painter.setClipPath(path)
        self._draw_image(painter, sight)
        self._draw_lines(painter, sight)
        painter.setClipping(False)
        painter.drawPixmap(0, 0, self._frame(round_))
        painter.end()

    def _frame(self, round_: QRectF) -> QPixmap:
        """Return rim and cross, which are drawn once for each size: strokes take Qt long."""
        density = self.devicePixelRatioF()
        size = self.size() * density
        if self._drawn_frame.size() != size:
            self._drawn_frame = QPixmap(size)
            self._drawn_frame.setDevicePixelRatio(density)
            self._drawn_frame.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn_frame)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_cross(painter)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((QColor(0, 0, 0, 200), 3.0), (QColor("#c9ced4"), 1.2)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(round_)
            painter.end()
        return self._drawn_frame

    def _draw_image(self, painter: QPainter, sight: Sight) -> None:
        scale = sight.scale * self.magnification
        reach = self._radius / scale
        x, y = sight.spot[0] + 0.5, sight.spot[1] + 0.5  # from the image's edge, not a centre
        left, top = max(math.floor(x - reach) - 1, 0), max(math.floor(y - reach) - 1, 0)
        right = min(math.ceil(x + reach) + 1, sight.image.width())
        bottom = min(math.ceil(y + reach) + 1, sight.image.height())
        if left >= right or top >= bottom:
            return
        source = QRectF(left, top, right - left, bottom - top)
        target = QRectF(self._radius + (left - x) * scale, self._radius + (top - y) * scale,
                        source.width() * scale, source.height() * scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, sight.image, source)

    def _draw_lines(self, painter: QPainter, sight: Sight) -> None:
        scale = sight.scale * self.magnification
        reach = self._radius / scale
        pieces = list(sight.lines)
        if sight.outline is not None:
            pieces += pieces_near(sight.outline, sight.spot, reach)
        polygons = [polygon(self._radius + (piece - sight.spot) * scale) for piece in pieces]
        polygons += [
            circle(self._radius + (x - sight.spot[0]) * scale,
                   self._radius + (y - sight.spot[1]) * scale, radius * scale, 1.0)
            for x, y, radius in sight.discs
        ]
        for colour, width in ((QColor(10, 10, 10), _LINE + 1.4), (QColor(self.colour), _LINE)):
            painter.setPen(QPen(colour, width))
            for line in polygons:
                painter.drawPolyline(line)

    def _draw_cross(self, painter: QPainter) -> None:
        middle = QPointF(self._radius, self._radius)
        for colour, width in ((QColor(0, 0, 0, 160), 2.6), (QColor("#ffffff"), 1.0)):
            painter.setPen(QPen(colour, width))
            for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
                painter.drawLine(middle + way * _GAP, middle + way * _ARM)
