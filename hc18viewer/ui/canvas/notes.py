"""What the canvas says of its overlays: which one is shown alone, and a legend."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from hc18viewer.overlays import Layer
from hc18viewer.ui.canvas.difference import TOO_LITTLE_HATCH, TOO_MUCH_HATCH
from hc18viewer.ui.canvas.overlay_stack import Flip, OverlayStack

_MARGIN = 12
_PADDING = 8
_SAMPLE = 34
_GAP = 8
_LONGEST_IN_LETTERS = 28


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend: what it says, and the pen or the brush that it explains."""

    text: str
    pen: QPen | None = None
    brush: QBrush | None = None


class FlipNote(QLabel):
    """Says at the canvas' upper left what alone is shown."""

    def __init__(self, canvas: QWidget, stack: OverlayStack) -> None:
        super().__init__(canvas)
        self.setObjectName("flipNote")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._stack = stack
        self.move(_MARGIN, _MARGIN)
        self.hide()
        stack.changed.connect(self.follow)

    def follow(self) -> None:
        """Say what alone is shown now, or nothing."""
        flip = self._stack.flip
        if flip is Flip.ANNOTATION:
            self.setText(
                self.tr("Ground truth only") if self._stack.annotation
                else self.tr("Ground truth only: there is none"))
        elif flip is Flip.PREDICTION:
            self.setText(
                self.tr("Prediction only") if self._stack.prediction
                else self.tr("Prediction only: there is none"))
        self.adjustSize()
        self.setVisible(flip is not Flip.NOTHING)


class Legend(QWidget):
    """Names at the canvas' lower right what the toolbar's buttons cannot tell apart.

    These are the other readers' lines, and what is too much and what too little.
    """

    def __init__(self, canvas: QWidget, stack: OverlayStack) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas, self._stack = canvas, stack
        self._entries: list[Entry] = []
        self.hide()
        stack.changed.connect(self.follow)

    @property
    def entries(self) -> list[Entry]:
        """What the legend says."""
        return list(self._entries)

    def follow(self) -> None:
        """Name what is shown now."""
        self._entries = self._shown()
        self.setAccessibleName(", ".join(entry.text for entry in self._entries))
        self.setVisible(bool(self._entries))
        self.place()
        self.update()

    def place(self) -> None:
        """Go to the canvas' lower right."""
        self.resize(self.sizeHint())
        self.move(max(self._canvas.width() - self.width() - _MARGIN, 0),
                  max(self._canvas.height() - self.height() - _MARGIN, 0))

    def sizeHint(self) -> QSize:
        """Return the room that the entries need."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self._short(entry.text))
                      for entry in self._entries), default=0)
        return QSize(2 * _PADDING + _SAMPLE + _GAP + widest + 2,
                     2 * _PADDING + len(self._entries) * (metrics.height() + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each entry: a sample and what it stands for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 185))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        height = self.fontMetrics().height() + 2
        for row, entry in enumerate(self._entries):
            top = _PADDING + row * height
            self._draw_sample(painter, entry, QRectF(_PADDING, top + 2, _SAMPLE, height - 4))
            painter.setPen(QColor("#e8e8e8"))
            painter.drawText(
                QRectF(_PADDING + _SAMPLE + _GAP, top, self.width(), height),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                self._short(entry.text),
            )
        painter.end()

    @staticmethod
    def _draw_sample(painter: QPainter, entry: Entry, area: QRectF) -> None:
        if entry.pen is not None:
            painter.setPen(entry.pen)
            middle = area.center().y()
            painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        if entry.brush is not None:
            ground = QColor(entry.brush.color())
            ground.setAlphaF(0.45)
            painter.fillRect(area, ground)
            painter.fillRect(area, entry.brush)

    def _short(self, text: str) -> str:
        metrics = self.fontMetrics()
        longest = _LONGEST_IN_LETTERS * metrics.averageCharWidth()
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, longest)

    def _shown(self) -> list[Entry]:
        stack, entries = self._stack, []
        if stack.shows(Layer.OTHERS):
            entries += [Entry(name, pen=pen) for name, pen in stack.reader_lines.samples]
        if stack.shows(Layer.DIFFERENCE) and stack.difference.comparable:
            look = stack.looks.difference
            truth = stack.looks.against == "annotation"
            entries += [
                Entry(self.tr("too much") if truth
                      else self.tr("more than the prediction"),
                      brush=QBrush(QColor(look.colour), TOO_MUCH_HATCH)),
                Entry(self.tr("too little") if truth
                      else self.tr("less than the prediction"),
                      brush=QBrush(QColor(look.second_colour), TOO_LITTLE_HATCH)),
            ]
        return entries
