"""Ask for the dates that tell the gestational age on the day of a scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.biometry.age import INTERGROWTH_RANGE_WEEKS
from hc18viewer.biometry.dating import Basis, Dating, DatingError
from hc18viewer.biometry.growth import range_in_words
from hc18viewer.message import message
from hc18viewer.ui.growth_wording import (
    age_to_edit,
    dating_in_words,
    day_to_edit,
    parse_age,
    parse_day,
)
from hc18viewer.ui.language import say, translate
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from datetime import date

_EDIT_IN_LETTERS = 16
_FEEDBACK_LINES = 4
_NAMES = {
    Basis.LAST_PERIOD: message("Last menstrual period, first day"),
    Basis.DUE_DATE: message("Expected date of delivery"),
    Basis.EARLIER_SCAN: message("Earlier scan"),
}

_WANTED = {
    Basis.LAST_PERIOD: message("Enter the first day of the last menstrual period as {example}."),
    Basis.DUE_DATE: message("Enter the expected date of delivery as {example}."),
    Basis.EARLIER_SCAN: message("Enter the day of the earlier scan as {example}."),
}


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the fields come to: a dating if they are sensible, and a text in its tone."""

    text: str
    tone: str = ""
    dating: Dating | None = None


class DatesDialog(QDialog):
    """Takes the day of the scan and one of three things to count the age from.

    No field starts with a date that nobody entered: a made-up one could be taken for a known one.

    Args:
        today: a scan after this day is refused.
        start: what was entered before.
        scan: the day of the scan where it is known and nothing was entered before.
        parent: the window.
    """

    dating_given = Signal(object)
    """A `Dating` whose `age_at_scan` is sensible."""

    def __init__(
        self, *, today: date, start: Dating | None = None, scan: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gestational age from dates"))
        self._today = today
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(3 * SPACE)
        self._layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 5 * SPACE)
        self._edits: list[QLineEdit] = []
        self._add_fields()
        self._add_feedback_and_buttons()
        self._fit()
        self._start_with(start, scan)
        for choice in self.choices.values():
            choice.toggled.connect(self._on_change)
        for edit in self._edits:
            edit.textChanged.connect(self._on_change)
        self._on_change()
        self.accepted.connect(self._on_accepted)

    def dating(self) -> Dating | None:
        """Return what the fields now say, or None where that is not sensible."""
        return self.feedback().dating

    def feedback(self) -> Feedback:
        """Return what the fields now come to, in words."""
        scan = parse_day(self.scan.text())
        if scan is None:
            return Feedback(
                self.tr("Enter the day of the scan as {example}.").format(example=_example())
            )
        if scan > self._today:
            return Feedback(self.tr("The scan lies in the future."), "bad")
        return self._from(scan, self._basis())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _add_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(0, 1)
        day_hint, age_hint = self.tr("YYYY-MM-DD"), self.tr("weeks+days")
        label = QLabel(self.tr("Day of the &scan"))
        self.scan = self._edit(self.tr("Day of the scan"), day_hint)
        label.setBuddy(self.scan)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.scan, 0, 1)
        heading = QLabel(self.tr("The age is counted from"))
        heading.setProperty("dim", True)
        grid.addWidget(heading, 1, 0, 1, 2)
        self.choices: dict[Basis, QRadioButton] = {}
        self.days: dict[Basis, QLineEdit] = {}
        for row, (basis, name) in enumerate(_NAMES.items(), start=2):
            choice = QRadioButton(say(name))
            field = self.tr("Earlier scan, day") if basis is Basis.EARLIER_SCAN else say(name)
            edit = self._edit(field, day_hint)
            grid.addWidget(choice, row, 0)
            grid.addWidget(edit, row, 1)
            self.choices[basis], self.days[basis] = choice, edit
        self._age_label = QLabel(self.tr("Age at the earlier scan"))
        self.age_then = self._edit(
            self.tr("Age at the earlier scan, weeks and days"), age_hint
        )
        grid.addWidget(self._age_label, row + 1, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.age_then, row + 1, 1)
        self._layout.addLayout(grid)

    def _edit(self, name: str, hint: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setAccessibleDescription(self.tr("Write it as {hint}.").format(hint=hint))
        edit.setPlaceholderText(hint)
        self._edits.append(edit)
        return edit

    def _add_feedback_and_buttons(self) -> None:
        self._feedback = QLabel()
        self._feedback.setWordWrap(True)
        self._feedback.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._feedback.setAccessibleName(self.tr("Gestational age"))
        self._layout.addWidget(self._feedback, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._layout.addWidget(buttons)

    def _fit(self) -> None:
        """Give the fields and the feedback room for texts of this size; nothing jumps later."""
        metrics = self.fontMetrics()
        style = _style(metrics.height())
        if style != self.styleSheet():  # a new sheet tells of a new font again
            self.setStyleSheet(style)
        for edit in self._edits:
            hint = metrics.horizontalAdvance(edit.placeholderText()) + 6 * SPACE
            edit.setMinimumWidth(max(hint, _EDIT_IN_LETTERS * metrics.averageCharWidth()))
        self._feedback.setMinimumHeight(_FEEDBACK_LINES * metrics.lineSpacing())

    def _start_with(self, start: Dating | None, scan: date | None) -> None:
        self.choices[start.basis if start else Basis.LAST_PERIOD].setChecked(True)
        if start is not None:
            self.scan.setText(day_to_edit(start.scan))
            self.days[start.basis].setText(day_to_edit(start.day))
            if start.age_then is not None:
                self.age_then.setText(age_to_edit(start.age_then))
        elif scan is not None:
            self.scan.setText(day_to_edit(scan))
            self.days[Basis.LAST_PERIOD].setFocus()

    def _basis(self) -> Basis:
        # While the choice moves on, Qt tells of the one that is left first: none is checked then.
        checked = (basis for basis, choice in self.choices.items() if choice.isChecked())
        return next(checked, Basis.LAST_PERIOD)

    def _from(self, scan: date, basis: Basis) -> Feedback:
        day = parse_day(self.days[basis].text())
        if day is None:
            return Feedback(say(_WANTED[basis]).format(example=_example()))
        age = parse_age(self.age_then.text()) if basis is Basis.EARLIER_SCAN else None
        if basis is Basis.EARLIER_SCAN and age is None:
            return Feedback(
                self.tr("Enter the age at the earlier scan as weeks+days, such as 12+3.")
            )
        dating = Dating(scan, basis, day, age)
        try:
            text = dating_in_words(dating)
            weeks = dating.age_at_scan.decimal_weeks
        except DatingError as error:
            return Feedback(say(str(error)), "bad")
        low, high = INTERGROWTH_RANGE_WEEKS
        if low <= weeks <= high:
            return Feedback(text, "good", dating)
        why = self.tr("No centile: {reason}").format(reason=say(range_in_words()))
        return Feedback(f"{text}\n{why}", "warning", dating)

    def _on_change(self) -> None:
        basis = self._basis()
        for other, edit in self.days.items():
            edit.setEnabled(other is basis)
        for widget in (self._age_label, self.age_then):
            widget.setEnabled(basis is Basis.EARLIER_SCAN)
        feedback = self.feedback()
        self._feedback.setText(feedback.text)
        self._feedback.setProperty("tone", feedback.tone)
        self._feedback.style().polish(self._feedback)
        self.ok_button.setEnabled(feedback.dating is not None)
        self.ok_button.setAccessibleDescription(feedback.text)

    def _on_accepted(self) -> None:
        dating = self.dating()
        if dating is not None:
            self.dating_given.emit(dating)


def _example() -> str:
    """Write how a date can be entered."""
    return translate("DatesDialog", "2026-03-04 or 4.3.2026")


def _style(line: int) -> str:
    """Return how fields and choices look beside a text of this height.

    Fusion draws their edges too dark to be seen in the dark theme. All colours come of the
    palette, so that the dialog follows the theme.
    """
    ring = max(4, line // 4)
    dot = max(6, line // 3)
    across = dot + 2 * ring  # a radius of more than half of it would make a square
    return f"""
QLineEdit {{ border: 1px solid palette(placeholder-text); border-radius: {SPACE}px;
    padding: {SPACE}px; background: palette(base); }}
QLineEdit:focus {{ border-color: palette(highlight); }}
QLineEdit:disabled {{ border-color: palette(mid); background: palette(window);
    placeholder-text-color: palette(mid); }}
QRadioButton {{ spacing: {2 * SPACE}px; padding: {SPACE // 2}px;
    border: 1px solid transparent; border-radius: {SPACE}px; }}
QRadioButton:focus {{ border-color: palette(highlight); }}
QRadioButton::indicator {{ width: {across - 2}px; height: {across - 2}px;
    border-radius: {across // 2}px; border: 1px solid palette(placeholder-text);
    background: palette(base); }}
QRadioButton::indicator:checked {{ width: {dot}px; height: {dot}px;
    border: {ring}px solid palette(highlight); background: palette(highlighted-text); }}
"""
