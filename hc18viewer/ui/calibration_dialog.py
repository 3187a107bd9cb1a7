"""Ask for the length of the line that was drawn for a case's pixel size."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import count, number

if TYPE_CHECKING:
    from hc18viewer.geometry.types import Line

MOST_LENGTH_MM = 500.0
LEAST_SIZE_MM, MOST_SIZE_MM = 0.01, 2.0
"""A pixel size beyond these is a slip: no ultrasound image of a head has it."""

USUAL_SIZE_MM = (0.04, 0.5)
_SHORT_LINE_PX = 50.0
_EDIT_IN_LETTERS = 12
_WIDTH_IN_LETTERS = 64
_FEEDBACK_LINES = 5


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the field comes to: a length in mm if it is sensible, and a text in its tone."""

    text: str
    tone: str = ""
    length_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a calibration is about.

    Attributes:
        line: its ends, in pixels of the image.
        known_size_mm: the pixel size that counts now, None for none.
        hc_px: the head's circumference, None where there is no contour.
        others: how many other cases of its set and image size have no pixel size.
    """

    line: Line
    known_size_mm: float | None = None
    hc_px: float | None = None
    others: int = 0

    @property
    def pixels(self) -> float:
        """How long the line is."""
        return math.dist(*self.line)


class CalibrationDialog(QDialog):
    """Takes the line's length in mm and tells at once what pixel size that makes.

    Where a size is known already, both are shown, and the reader must say that the new one counts.
    """

    calibration_given = Signal(float, bool)
    """The length in mm, and whether it is for the other cases too."""

    def __init__(
        self, subject: Subject, *, last_length_mm: float = 0.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self.setWindowTitle(self.tr("Calibrate"))
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(3 * SPACE)
        self._layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 5 * SPACE)
        self._add_field()
        self._add_scope()
        self._add_buttons()
        self._fit()
        if 0 < last_length_mm <= MOST_LENGTH_MM:
            self.length.setText(number(last_length_mm, 3).rstrip("0").rstrip(".,"))
            self.length.selectAll()
        self.length.textChanged.connect(self._on_change)
        self.replace.toggled.connect(self._on_change)
        self._on_change()
        self.accepted.connect(self._on_accepted)

    def feedback(self) -> Feedback:
        """Return what the field now comes to, in words."""
        length_mm = parse_length(self.length.text())
        if length_mm is None:
            return Feedback(self.tr("Enter the length in mm, such as 50 or 12.5."))
        if not 0 < length_mm <= MOST_LENGTH_MM:
            return Feedback(self.tr("A length is between 0 and {most} mm.").format(
                most=number(MOST_LENGTH_MM)), "bad")
        size = length_mm / self._subject.pixels
        said = [self.tr("That makes {size} mm a pixel.").format(size=number(size, 4))]
        if not LEAST_SIZE_MM <= size <= MOST_SIZE_MM:
            said.append(self.tr("No ultrasound image of a head has such pixels."))
            return Feedback("\n".join(said), "bad")
        said += self._change_in_words(size)
        doubts = self._doubts(size)
        return Feedback("\n".join((*said, *doubts)), "warning" if doubts else "", length_mm)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _change_in_words(self, size: float) -> list[str]:
        known, hc_px, said = self._subject.known_size_mm, self._subject.hc_px, []
        if known is not None:
            said.append(self.tr("Known until now: {known} mm, a change of {change} %.").format(
                known=number(known, 4), change=_signed(100 * (size / known - 1))))
        if hc_px is not None and known is not None:
            said.append(self.tr("HC becomes {after} mm, from {before} mm.").format(
                after=number(hc_px * size, 1), before=number(hc_px * known, 1)))
        elif hc_px is not None:
            said.append(self.tr("HC becomes {after} mm.").format(after=number(hc_px * size, 1)))
        return said

    def _doubts(self, size: float) -> list[str]:
        low, high = USUAL_SIZE_MM
        doubts = []
        if not low <= size <= high:
            doubts.append(self.tr("That is unusual: {low} to {high} mm is common.").format(
                low=number(low, 2), high=number(high, 2)))
        if self._subject.pixels < _SHORT_LINE_PX:
            doubts.append(self.tr(
                "The line is short: one pixel more or less changes the size by {change} %."
            ).format(change=number(100 / self._subject.pixels, 1)))
        return doubts

    def _add_field(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(0, 1)
        drawn = QLabel(self.tr("The line is {pixels} pixels long.").format(
            pixels=number(self._subject.pixels, 1)))
        drawn.setProperty("dim", True)
        grid.addWidget(drawn, 0, 0, 1, 2)
        label = QLabel(self.tr("&Length of the line in mm"))
        self.length = QLineEdit()
        self.length.setAccessibleName(self.tr("Length of the line in mm"))
        label.setBuddy(self.length)
        grid.addWidget(label, 1, 0)
        grid.addWidget(self.length, 1, 1)
        self._layout.addLayout(grid)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setAccessibleName(self.tr("What that makes"))
        self._layout.addWidget(self.told)

    def _add_scope(self) -> None:
        self.this_case = QRadioButton(self.tr("For &this case"))
        self.this_case.setChecked(True)
        self.all_cases = QRadioButton(self.tr("For this case and {count} &others").format(
            count=count(self._subject.others)))
        whose = QLabel(self.tr(
            "The others are those of its set and image size that have no pixel size."))
        whose.setProperty("dim", True)
        whose.setWordWrap(True)
        self.replace = QCheckBox(self.tr("&Replace the known pixel size"))
        for widget in (self.this_case, self.all_cases, whose):
            widget.setVisible(self._subject.others > 0)
            self._layout.addWidget(widget)
        self.replace.setVisible(self._subject.known_size_mm is not None)
        self._layout.addWidget(self.replace)

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use_button = buttons.addButton(
            self.tr("Calibrate"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._layout.addWidget(buttons)
        self.use_button.setDefault(True)  # Qt's own choice would be the first made: Cancel

    def _fit(self) -> None:
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.length.setMinimumWidth(_EDIT_IN_LETTERS * letter)
        self.setMinimumWidth(_WIDTH_IN_LETTERS * letter)
        self.told.setMinimumHeight(_FEEDBACK_LINES * line)  # the buttons stay where they are

    def _on_change(self) -> None:
        feedback = self.feedback()
        self.told.setText(feedback.text)
        self.told.setProperty("tone", feedback.tone)
        self.told.style().polish(self.told)
        sure = self._subject.known_size_mm is None or self.replace.isChecked()
        self.use_button.setEnabled(feedback.length_mm is not None and sure)

    def _on_accepted(self) -> None:
        length_mm = self.feedback().length_mm
        if length_mm is not None:
            self.calibration_given.emit(length_mm, self.all_cases.isChecked())


def parse_length(text: str) -> float | None:
    """Read a length in mm, with a point or a comma, "mm" behind it or not; None for no number."""
    try:
        value = float(text.strip().lower().removesuffix("mm").replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'}{number(abs(value), 1)}"
