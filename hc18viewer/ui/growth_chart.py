"""The growth chart: where a head lies among heads of its age."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from hc18viewer.biometry.growth import CHART_CENTILES, Measure, age_of_median, curve
from hc18viewer.ui.growth_geometry import Plot, TextSizes, plan
from hc18viewer.ui.growth_labels import PREDICTION, Labels, centile_name
from hc18viewer.ui.growth_wording import chart_in_words
from hc18viewer.ui.language import say

if TYPE_CHECKING:
    from hc18viewer.ui.growth_wording import ChartHead
    from hc18viewer.ui.theme import ThemeColours

_LEAST = QSize(220, 150)
_LEAST_IN_LINES = (15, 11)
_BAND_ALPHA = 34
_GROUNDS = 12
"""Grounds that are kept: from case to case the chart's size and texts change among a few."""
_CURVE_WIDTHS = {3.0: 1.0, 10.0: 0.6, 50.0: 1.8, 90.0: 0.6, 97.0: 1.0}


class GrowthChart(QWidget):
    """Draws centiles of HC for gestational age, one head, and what was predicted for it.

    A head whose age is known is a dot; one without is a line at its HC, with a ring where that
    HC is the median. The prediction is a diamond or a dashed line, as on the canvas.
    """

    def __init__(self, colours: ThemeColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._head: ChartHead | None = None
        self._grounds: dict[tuple[object, ...], QPixmap] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(self.tr("Growth chart of head circumference"))
        self._say()

    def use_colours(self, colours: ThemeColours) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self.update()

    def show_head(self, head: ChartHead | None) -> None:
        """Show a head, or the curves alone."""
        if head != self._head:
            self._head = head
            self._say()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Leave the curves room beside texts of any size."""
        line = self.fontMetrics().height()
        wide, high = _LEAST_IN_LINES
        return QSize(wide * line, high * line).expandedTo(_LEAST)

    def sizeHint(self) -> QSize:
        """Be a little larger than the least."""
        return self.minimumSizeHint() * 1.2

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self.update()

    def plot(self) -> Plot:
        """Return where the chart now lies within the widget."""
        return plan(self.width(), self.height(), self._text_sizes(), self._head)

    def labels(self, plot: Plot) -> Labels:
        """Return the places of the chart's texts."""
        return Labels(plot, (self.width(), self.height()), self._text_sizes(),
                      self.fontMetrics().horizontalAdvance)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everything: curves and texts, then the head above them."""
        plot = self.plot()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground(plot))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._head is not None:
            self._draw_head(painter, plot, self._head)
        painter.end()

    def _ground(self, plot: Plot) -> QPixmap:
        """Return what lies under the head; it is drawn anew only where it would look different."""
        head, density = self._head, self.devicePixelRatioF()
        of_head = None if head is None else (head.age is None, head.prediction_hc_mm is None)
        looks = (plot, self.size().toTuple(), density, self._colours, self.font().key(), of_head)
        drawn = self._grounds.get(looks)
        if drawn is None:
            drawn = QPixmap(self.size() * density)
            drawn.setDevicePixelRatio(density)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            painter.setFont(self.font())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter, plot)
            self._draw_curves(painter, plot)
            self._draw_texts(painter, plot)
            painter.end()
            if len(self._grounds) >= _GROUNDS:
                self._grounds.clear()
            self._grounds[looks] = drawn
        return drawn

    def _say(self) -> None:
        words = chart_in_words(self._head)
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def _text_sizes(self) -> TextSizes:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance
        return TextSizes(
            line=metrics.height(), week=width("40"), hc=width("400"),
            centile=max(width(centile_name(centile)) for centile in CHART_CENTILES),
        )

    def _unit(self) -> float:
        """Lines and marks grow with the text: 1 at a text 15 pixels high."""
        return self.fontMetrics().height() / 15

    def _draw_ground(self, painter: QPainter, plot: Plot) -> None:
        area = QRectF(plot.left, plot.top, plot.width, plot.height)
        painter.fillRect(area, QColor(self._colours.field))
        painter.setPen(QPen(QColor(self._colours.border), 1))
        for weeks in plot.weeks.ticks:
            x = plot.x(weeks)
            painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom + 3))
        for hc_mm in plot.hc_mm.ticks:
            y = plot.y(hc_mm)
            painter.drawLine(QPointF(plot.left - 3, y), QPointF(plot.right, y))
        painter.drawRect(area)

    def _draw_curves(self, painter: QPainter, plot: Plot) -> None:
        lines = {
            centile: [QPointF(plot.x(weeks), plot.y(hc_mm)) for weeks, hc_mm in points]
            for centile, points in _curves().items()
        }
        shade = QColor(self._colours.accent)
        shade.setAlpha(_BAND_ALPHA)
        for low, high in ((3.0, 97.0), (10.0, 90.0)):
            band = QPainterPath()
            band.addPolygon(QPolygonF([*lines[low], *reversed(lines[high])]))
            painter.fillPath(band, shade)
        for centile, line in lines.items():
            pen = QPen(QColor(self._colours.text_dim), _CURVE_WIDTHS[centile] * self._unit())
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(line))

    def _draw_texts(self, painter: QPainter, plot: Plot) -> None:
        labels = self.labels(plot)
        predicted = self._head is not None and self._head.prediction_hc_mm is not None
        for label in labels.placed(with_prediction=predicted):
            box = QRectF(label.x, label.y, label.width, label.height)
            painter.setPen(QColor(self._colours.text_dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(box, flags, label.text)
            if label.text == say(PREDICTION):
                self._draw_legend(painter, QRectF(
                    box.left() - labels.marker_room, box.top(), labels.marker_room, box.height()))

    def _draw_legend(self, painter: QPainter, box: QRectF) -> None:
        """Draw the prediction's mark as it looks among the curves."""
        middle = QPointF(box.center().x() - 2 * self._unit(), box.center().y())
        if self._head is not None and self._head.age is None:
            arm = QPointF(8 * self._unit(), 0)
            painter.setPen(self._level_pen(QColor(self._colours.prediction), dashed=True))
            painter.drawLine(middle - arm, middle + arm)
        else:
            self._draw_diamond(painter, middle)

    def _draw_head(self, painter: QPainter, plot: Plot, head: ChartHead) -> None:
        prediction = QColor(self._colours.prediction)
        accent = QColor(self._colours.accent)
        if head.age is None:
            self._draw_level(painter, plot, head.hc_mm, accent)
            if head.prediction_hc_mm is not None:
                self._draw_level(painter, plot, head.prediction_hc_mm, prediction, dashed=True)
            self._draw_crossing(painter, plot, head.hc_mm, accent)
            return
        weeks = head.age.decimal_weeks
        place = self._place(plot, weeks, head.hc_mm)
        if plot.shows(weeks, head.hc_mm):
            self._draw_guides(painter, plot, place)
            self._draw_dot(painter, place)
        else:
            self._draw_off_chart(painter, plot, place, accent)
        if head.prediction_hc_mm is None:
            return
        # Hollow and last, so that neither mark hides the other.
        place = self._place(plot, weeks, head.prediction_hc_mm)
        if plot.shows(weeks, head.prediction_hc_mm):
            self._draw_diamond(painter, place)
        else:
            self._draw_off_chart(painter, plot, place, prediction, hollow=True)

    def _place(self, plot: Plot, weeks: float, hc_mm: float) -> QPointF:
        return QPointF(plot.x(plot.weeks.clamped(weeks)), plot.y(plot.hc_mm.clamped(hc_mm)))

    def _draw_guides(self, painter: QPainter, plot: Plot, place: QPointF) -> None:
        painter.setPen(QPen(QColor(self._colours.accent), self._unit(), Qt.PenStyle.DotLine))
        painter.drawLine(place, QPointF(place.x(), plot.bottom))
        painter.drawLine(place, QPointF(plot.left, place.y()))

    def _level_pen(self, colour: QColor, *, dashed: bool) -> QPen:
        pen = QPen(colour, 2 * self._unit())
        if dashed:
            pen.setDashPattern([3.0, 2.0])
        return pen

    def _draw_level(
        self, painter: QPainter, plot: Plot, hc_mm: float, colour: QColor, *, dashed: bool = False
    ) -> None:
        y = plot.y(plot.hc_mm.clamped(hc_mm))
        if not plot.shows(None, hc_mm):
            middle = QPointF((plot.left + plot.right) / 2, y)
            self._draw_off_chart(painter, plot, middle, colour, hollow=dashed)
            return
        painter.setPen(self._level_pen(colour, dashed=dashed))
        painter.drawLine(QPointF(plot.left, y), QPointF(plot.right, y))

    def _draw_crossing(self, painter: QPainter, plot: Plot, hc_mm: float, colour: QColor) -> None:
        """Draw a ring where an HC is the median, and lead the eye from it to its age."""
        median = age_of_median(Measure.HC, hc_mm).value
        if median is None:
            return
        crossing = QPointF(plot.x(median.decimal_weeks), plot.y(hc_mm))
        painter.setPen(QPen(colour, self._unit(), Qt.PenStyle.DotLine))
        painter.drawLine(crossing, QPointF(crossing.x(), plot.bottom))
        painter.setPen(QPen(colour, 2 * self._unit()))
        painter.setBrush(QColor(self._colours.field))
        painter.drawEllipse(crossing, 4 * self._unit(), 4 * self._unit())
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_dot(self, painter: QPainter, place: QPointF) -> None:
        painter.setPen(QPen(QColor(self._colours.field), 1.5 * self._unit()))
        painter.setBrush(QColor(self._colours.accent))
        painter.drawEllipse(place, 4.5 * self._unit(), 4.5 * self._unit())
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_diamond(self, painter: QPainter, place: QPointF) -> None:
        arm = 6.5 * self._unit()
        painter.setPen(QPen(QColor(self._colours.prediction), 1.8 * self._unit()))
        painter.drawPolygon(QPolygonF([
            place + QPointF(arm, 0), place + QPointF(0, arm),
            place - QPointF(arm, 0), place - QPointF(0, arm),
        ]))

    def _draw_off_chart(
        self, painter: QPainter, plot: Plot, place: QPointF, colour: QColor, *, hollow: bool = False
    ) -> None:
        """Draw an arrow at the edge that a head lies beyond."""
        length, half = 9 * self._unit(), 6 * self._unit()
        if place.y() <= plot.top or place.y() >= plot.bottom:
            inwards = length if place.y() <= plot.top else -length
            back, side = QPointF(0, inwards), QPointF(half, 0)
        else:
            inwards = length if place.x() <= plot.left else -length
            back, side = QPointF(inwards, 0), QPointF(0, half)
        painter.setPen(QPen(colour, 1.8 * self._unit()))
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawPolygon(QPolygonF([place, place + back + side, place + back - side]))
        painter.setBrush(Qt.BrushStyle.NoBrush)


@cache
def _curves() -> dict[float, tuple[tuple[float, float], ...]]:
    """The points of all curves; they never change."""
    return {centile: curve(Measure.HC, centile) for centile in CHART_CENTILES}
