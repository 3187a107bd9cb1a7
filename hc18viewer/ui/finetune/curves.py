"""The live curves of a fine-tuning: its loss, and Dice at the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hc18viewer.ui.finetune.wording import figure
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from hc18viewer.training.log import LogRow
    from hc18viewer.ui.theme import ThemeColours

_WIDTH_IN_LETTERS, _HEIGHT_IN_LINES = 24, 4


class TuneCurves(QWidget):
    """Two small plots that are made once; each epoch adds a point."""

    def __init__(self, colours: ThemeColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LogRow] = []
        self._loss = _SmallPlot(self.tr("Loss"), digits=3)
        self._dice = _SmallPlot(self.tr("Dice at the gate, %"), digits=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        for plot in (self._loss, self._dice):
            layout.addWidget(plot)
        self.use_colours(colours)
        self._draw()

    @property
    def rows(self) -> tuple[LogRow, ...]:
        """The epochs that are drawn."""
        return tuple(self._rows)

    def clear(self, *, gate: bool) -> None:
        """Begin anew; without a `gate` there is no Dice to draw."""
        self._rows.clear()
        self._dice.setVisible(gate)
        self._draw()

    def add(self, row: LogRow) -> None:
        """Draw one epoch more; one with a number that is there begins another learning."""
        if self._rows and row.epoch <= self._rows[-1].epoch:
            self._rows.clear()
        self._rows.append(row)
        self._draw()

    def use_colours(self, colours: ThemeColours) -> None:
        """Draw in the colours of a theme."""
        self._loss.use_colours(colours, colours.accent)
        self._dice.use_colours(colours, colours.good)

    def _draw(self) -> None:
        self._loss.show_points([(row.epoch, row.loss) for row in self._rows])
        self._dice.show_points([
            (row.epoch, row.held_back_dice_percent) for row in self._rows
            if row.held_back_dice_percent is not None
        ])
        self._say()

    def _say(self) -> None:
        self._loss.say(self._rows[-1].loss if self._rows else None)
        looks = [row.held_back_dice_percent for row in self._rows
                 if row.held_back_dice_percent is not None]
        self._dice.say(looks[-1] if looks else None)


class _SmallPlot(QWidget):
    def __init__(self, name: str, *, digits: int) -> None:
        super().__init__()
        self._name = name
        self._digits = digits
        self._label = QLabel(name)
        self._label.setProperty("dim", True)
        self._plot = pg.PlotWidget()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.disableAutoRange()
        self._plot.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line = self._plot.plot([], [])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addWidget(self._plot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fit()

    def use_colours(self, colours: ThemeColours, line: str) -> None:
        self._plot.setBackground(QColor(colours.field))
        self._line.setPen(pg.mkPen(QColor(line), width=2))
        self._line.setSymbol("o")
        self._line.setSymbolSize(4)
        self._line.setSymbolBrush(QColor(line))
        self._line.setSymbolPen(None)
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(QColor(colours.border))
            axis.setTextPen(QColor(colours.text_dim))

    def show_points(self, points: list[tuple[int, float]]) -> None:
        """Draw them over their own range, whose ends are all that the axes name."""
        self._line.setData([x for x, _ in points], [y for _, y in points])
        values = sorted(y for _, y in points)
        epochs = [x for x, _ in points]
        bottom, top = (values[0], values[-1]) if values else (0.0, 0.0)
        room = max(0.3 * (top - bottom), 10 ** -self._digits)
        last = max(epochs, default=1)
        self._plot.setRange(xRange=(0.5, 1.15 * last + 0.5), yRange=(bottom - room, top + room),
                            padding=0)
        self._plot.getAxis("bottom").setTicks([[(x, str(x)) for x in sorted({1, last})]])
        ends = sorted({bottom, top}) if values else []
        self._plot.getAxis("left").setTicks([[(y, figure(y, self._digits)) for y in ends]])

    def say(self, newest: float | None) -> None:
        text = self._name if newest is None else f"{self._name}: {figure(newest, self._digits)}"
        self._label.setText(text)
        self._plot.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        size = QSize(_WIDTH_IN_LETTERS * metrics.averageCharWidth(),
                     _HEIGHT_IN_LINES * metrics.lineSpacing())
        self._plot.setFixedSize(size)
        for side in ("left", "bottom"):
            self._plot.getAxis(side).setStyle(tickFont=self.font(), tickLength=0)
