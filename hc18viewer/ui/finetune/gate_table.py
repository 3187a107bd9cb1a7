"""The gate's figures: one model against another, on one or two sets of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from hc18viewer.ui.finetune.wording import figure, interval, signed
from hc18viewer.ui.language import say
from hc18viewer.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from hc18viewer.evaluation.gate import Table

_SAME_SIZE = 0.0005
_HEADS = 2
"""Rows that say what the columns are: the cases, and which model."""


class GateTable(QTableWidget):
    """Shows tables side by side: figures in rows, before and after in columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Figures before and after"))
        self.verticalHeader().setSectionsClickable(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().hide()  # its texts do not wrap; two rows stand for it
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_tables(
        self, tables: Sequence[tuple[str, Table]], *, before: str = "", after: str = ""
    ) -> None:
        """Show tables, each under its name; `before` and `after` name the models if given."""
        first, second = before or self.tr("before"), after or self.tr("after")
        self.clear()
        self.clearSpans()
        self.setColumnCount(2 * len(tables))
        self.setRowCount(_HEADS + len(self._rows()))
        self.setVerticalHeaderLabels(["", "", *self._rows()])
        for number, (name, table) in enumerate(tables):
            column = 2 * number
            self._set_head(0, column, say(name), span=2)
            self._set_head(1, column, first)
            self._set_head(1, column + 1, second)
            self._fill(column, table, (f"{say(name)}, {first}", f"{say(name)}, {second}"))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for lines that wrap."""
        super().resizeEvent(event)
        self._fit()

    def _rows(self) -> tuple[str, ...]:
        return (
            self.tr("Cases (subjects)"), self.tr("HC error"), self.tr("HC bias"),
            self.tr("Dice"), self.tr("Worst Dice"), self.tr("Heads missed"),
            self.tr("Better / worse"), self.tr("Change of the HC error"),
            self.tr("Change of Dice"), self.tr("Heads drawn"),
        )

    def _fill(self, column: int, table: Table, names: tuple[str, str]) -> None:
        before, after = table.parent, table.child
        pairs = (
            (figure(before.hc_mae_mm, 2, "mm"), figure(after.hc_mae_mm, 2, "mm")),
            (signed(before.hc_bias_mm, 2, "mm"), signed(after.hc_bias_mm, 2, "mm")),
            (figure(before.dice_percent, 2, "%"), figure(after.dice_percent, 2, "%")),
            (figure(before.worst_dice_percent, 1, "%"), figure(after.worst_dice_percent, 1, "%")),
            (count(before.missed), count(after.missed)),
        )
        for row, texts in enumerate(pairs, start=1):
            for offset, text in enumerate(texts):
                self._set(row, column + offset, text, names[offset])
        points = self.tr("points")
        wide = (
            (0, self.tr("{cases} ({subjects})").format(
                cases=count(table.cases), subjects=count(table.subjects))),
            (6, self.tr("{better} / {worse}").format(
                better=count(table.better), worse=count(table.worse))),
            (7, self._change(table.error_change_mm, table.error_change_95_mm, "mm")),
            (8, self._change(table.dice_change, table.dice_change_95, points)),
            (9, self._size(table.size)),
        )
        for row, text in wide:
            self._set(row, column, text, names[0].rsplit(",", 1)[0])
            self.setSpan(_HEADS + row, column, 1, 2)

    def _change(
        self, value: float | None, bounds: tuple[float, float] | None, unit: str
    ) -> str:
        if value is None:
            return signed(None, 2)
        return self.tr("{change} (95 %: {interval})").format(
            change=signed(value, 2, unit), interval=interval(bounds, 2))

    def _size(self, size: float | None) -> str:
        if size is None or abs(size - 1) < _SAME_SIZE:
            return self.tr("as large as before") if size is not None else figure(None, 1)
        share = figure(100 * abs(size - 1), 1)
        text = self.tr("{share} % larger") if size > 1 else self.tr("{share} % smaller")
        return text.format(share=share)

    def _set_head(self, row: int, column: int, text: str, *, span: int = 1) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.setItem(row, column, item)
        if span > 1:
            self.setSpan(row, column, 1, span)

    def _set(self, row: int, column: int, text: str, name: str) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{self._rows()[row]}, {name}: {text}")
        self.setItem(_HEADS + row, column, item)

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.setFixedHeight(self.verticalHeader().length() + 2 * self.frameWidth())
