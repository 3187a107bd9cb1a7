"""The scale bar: a round length in mm at the lower left of the canvas."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

_MARGIN = 18
_SHORTEST, _LONGEST = 60.0, 180.0


def round_length_mm(mm_per_screen_pixel: float) -> float:
    """Return the largest of 1, 2, 5 times a power of ten, in mm, that a bar has room for."""
    longest = _LONGEST * mm_per_screen_pixel
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest)


def draw_scale_bar(painter: QPainter, area: QRect, *, mm_per_screen_pixel: float) -> None:
    """Draw the bar into the lower left of `area`, in pixels of the screen."""
    length_mm = round_length_mm(mm_per_screen_pixel)
    width = length_mm / mm_per_screen_pixel
    y = area.bottom() - _MARGIN
    left, right = QPointF(area.left() + _MARGIN, y), QPointF(area.left() + _MARGIN + width, y)
    tick = QPointF(0, 5)
    for colour, pen_width in ((QColor(0, 0, 0, 190), 4.0), (QColor("#e8e8e8"), 1.6)):
        painter.setPen(QPen(colour, pen_width))
        painter.drawLine(left, right)
        painter.drawLine(left - tick, left + tick)
        painter.drawLine(right - tick, right + tick)
    text = f"{length_mm:g} mm"
    box = QFontMetrics(painter.font()).boundingRect(text).adjusted(-5, -2, 5, 2)
    box.moveBottomLeft(QRect(int(left.x()), y - 9, 1, 1).topLeft())
    painter.fillRect(box, QColor(0, 0, 0, 150))
    painter.setPen(QColor("#e8e8e8"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
