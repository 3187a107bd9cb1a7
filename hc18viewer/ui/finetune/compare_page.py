"""Compare two models on the study that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.finetune.gate_table import GateTable
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.evaluation.gate import Table
    from hc18viewer.progress import Progress
    from hc18viewer.services.models import LibraryModel

_COMBO_IN_LETTERS = 18


class ComparePage(QWidget):
    """Two models to choose, a button, progress, and the table that comes of it."""

    compare_asked = Signal(object, object)  # LibraryModel, LibraryModel
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = QComboBox(), QComboBox()
        self.first.setAccessibleName(self.tr("First model"))
        self.second.setAccessibleName(self.tr("Second model"))
        for combo in (self.first, self.second):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_COMBO_IN_LETTERS)
            combo.currentIndexChanged.connect(self._show_buttons)
        self.compare_button = QPushButton(self.tr("&Compare"))
        self.compare_button.clicked.connect(self._on_compare)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel_asked)
        self._about = self.tr(
            "Both models look at each case of this study that has ground truth, which decides.")
        self.text = QLabel(self._about)
        self.text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("How far the comparison is"))
        self.table = GateTable()
        self._why_not = ""
        self._busy = False
        row = QHBoxLayout()
        row.addWidget(self.first, 1)
        row.addWidget(QLabel(self.tr("with")))
        row.addWidget(self.second, 1)
        row.addWidget(self.compare_button)
        row.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(row)
        for widget in (self.text, self._bar, self.table):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.table.hide()
        self._show_buttons()

    def show_models(self, models: Sequence[LibraryModel]) -> None:
        """Offer models, keeping the two that are chosen where they are still there."""
        for number, combo in enumerate((self.first, self.second)):
            before = combo.currentText()
            combo.clear()
            for model in models:
                combo.addItem(model.shown_name, model)
            default = len(models) - 2 + number
            found = combo.findText(before) if before else default
            combo.setCurrentIndex(max(0, found if found >= 0 else default))
        self._show_buttons()

    def forbid(self, why: str) -> None:
        """Say why nothing can be compared now; "" lets it be."""
        self._why_not = why
        self.text.setText(why or self._about)
        self._show_buttons()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the comparison is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def begin(self) -> None:
        """Show that a comparison is at work."""
        self._busy = True
        self._bar.setRange(0, 0)
        self.text.setText(self.tr("Both models look at each case…"))
        self.table.hide()
        self._show_buttons()

    def end(self, text: str = "", table: Table | None = None) -> None:
        """Show what came of it."""
        self._busy = False
        self.text.setText(text or self._about)
        if table is not None:
            self.text.setText(self.tr(
                "{second} is better on {better} of {cases} cases, worse on {worse}.").format(
                    second=self.second.currentText(), better=count(table.better),
                    cases=count(table.cases), worse=count(table.worse)))
            self.table.show_tables(
                ((table.name, table),), before=self.first.currentText(),
                after=self.second.currentText())
        self.table.setVisible(table is not None)
        self._show_buttons()

    def _show_buttons(self) -> None:
        same = self.first.currentIndex() == self.second.currentIndex()
        self.compare_button.setVisible(not self._busy)
        self.compare_button.setEnabled(not self._why_not and not same)
        self.cancel_button.setVisible(self._busy)
        self._bar.setVisible(self._busy)
        for combo in (self.first, self.second):
            combo.setEnabled(not self._busy)

    def _on_compare(self) -> None:
        self.compare_asked.emit(self.first.currentData(), self.second.currentData())
        if self._busy:
            self.cancel_button.setFocus()
