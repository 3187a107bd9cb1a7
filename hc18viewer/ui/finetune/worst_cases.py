"""The gate's cases, the worst first: before and after side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.dataset.images import ImageError, read_grey
from hc18viewer.ui.finetune.case_picture import CasePicture
from hc18viewer.ui.finetune.wording import figure, signed
from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.services.gate_report import GateCase

_LIST_IN_LETTERS = 36


class WorstCases(QWidget):
    """A list of cases beside two pictures of the one that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[GateCase, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Subjects not taught, the worst first"))
        self.list.setWordWrap(True)
        self.list.setSpacing(SPACE // 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.before, self.after = CasePicture(), CasePicture()
        self._before_text, self._after_text = QLabel(), QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self.list)
        for picture, text in ((self.before, self._before_text), (self.after, self._after_text)):
            column = QVBoxLayout()
            text.setWordWrap(True)
            column.addWidget(text)
            column.addWidget(picture, 1)
            layout.addLayout(column, 1)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self._fit()

    def show_cases(self, cases: Sequence[GateCase]) -> None:
        """Show cases, in this order."""
        self._cases = tuple(cases)
        self.list.clear()
        for case in self._cases:
            self.list.addItem(QListWidgetItem(self._line(case)))
        if self._cases:
            self.list.setCurrentRow(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        letters = self.fontMetrics().averageCharWidth()
        self.list.setFixedWidth(_LIST_IN_LETTERS * letters)

    def _line(self, case: GateCase) -> str:
        name = case.case_key.rsplit("/", 1)[-1]
        if case.child is None:
            return self.tr("{case}\nno head found").format(case=name)
        if case.parent_error_mm is None or case.child_error_mm is None:
            return self.tr("{case}\nDice {before} → {after}").format(
                case=name, before=figure(case.parent_dice, 1), after=figure(case.child_dice, 1))
        return self.tr("{case}\nHC {before} → {after} mm · {dice} %").format(
            case=name, before=signed(case.parent_error_mm, 1),
            after=signed(case.child_error_mm, 1), dice=figure(case.child_dice, 1))

    def _on_row_changed(self, row: int) -> None:
        if not 0 <= row < len(self._cases):
            return
        case = self._cases[row]
        try:
            image, text = read_grey(case.image_path), ""
        except ImageError as error:
            image, text = None, say(str(error))
        for picture, found in ((self.before, case.parent), (self.after, case.child)):
            picture.show_case(
                image, truth=case.truth, found=found, near=(case.parent, case.child), text=text)
        self._before_text.setText(self._caption(
            self.tr("Before"), case.parent, case.parent_error_mm, case.parent_dice))
        self._after_text.setText(self._caption(
            self.tr("After"), case.child, case.child_error_mm, case.child_dice))
        for picture, caption in (
            (self.before, self._before_text), (self.after, self._after_text),
        ):
            picture.setAccessibleName(f"{case.case_key}, {caption.text()}")

    def _caption(
        self, name: str, found: Ellipse | None, error_mm: float | None, dice: float
    ) -> str:
        if found is None:
            return self.tr("{name}: no head found").format(name=name)
        if error_mm is None:
            return self.tr("{name}: Dice {dice} %").format(name=name, dice=figure(dice, 1))
        return self.tr("{name}: HC {error}, Dice {dice} %").format(
            name=name, error=signed(error_mm, 1, "mm"), dice=figure(dice, 1))
