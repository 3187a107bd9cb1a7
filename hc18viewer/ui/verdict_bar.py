"""The verdict on the case, and the buttons that give one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from hc18viewer.ui.figure_grid import panel_button, panel_label, rule
from hc18viewer.ui.language import say
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import verdict_word

if TYPE_CHECKING:
    from hc18viewer.services.case_state import CaseState


class VerdictBar(QFrame):
    """Shows the verdict that stands and reports which one the reader wants."""

    accept_asked = Signal()
    reject_asked = Signal()
    flag_asked = Signal()
    withdraw_asked = Signal()
    revert_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("measuresPanel")
        self._verdict = panel_label()
        self.accept_button = panel_button(
            self.tr("Accept"), self.tr("Accept the contour"), self.accept_asked)
        self.accept_button.setProperty("primary", True)
        self.reject_button = panel_button(
            self.tr("Reject…"), self.tr("Reject the case with a reason"), self.reject_asked)
        self.flag_button = panel_button(
            self.tr("Flag"), self.tr("Flag the case for a second look"), self.flag_asked)
        self.revert_button = panel_button(
            self.tr("To prediction"), self.tr("Drop the correction"), self.revert_asked)
        self.withdraw_button = panel_button(
            self.tr("Take back"), self.tr("The case counts as not read again"),
            self.withdraw_asked)
        grid = QGridLayout(self)
        grid.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 4 * SPACE)
        grid.setSpacing(2 * SPACE)
        grid.addWidget(rule(), 0, 0, 1, 2)
        grid.addWidget(self._verdict, 1, 0, 1, 2)
        grid.addWidget(self.accept_button, 2, 0, 1, 2)
        grid.addWidget(self.reject_button, 3, 0)
        grid.addWidget(self.flag_button, 3, 1)
        grid.addWidget(self.revert_button, 4, 0)
        grid.addWidget(self.withdraw_button, 4, 1)

    def show_state(self, state: CaseState) -> None:
        """Show the verdict of one case and what can be asked for."""
        text = self.tr("Verdict: {verdict}").format(verdict=verdict_word(state))
        if state.verdict and state.verdict_kind and state.verdict.reason:
            text += f" – {say(state.verdict.reason)}"
        self._verdict.setText(text)
        corrected = state.corrected_ellipse is not None
        self.accept_button.setText(
            self.tr("Accept correction") if corrected else self.tr("Accept prediction")
        )
        self.accept_button.setEnabled(state.ellipse is not None)
        self.revert_button.setEnabled(corrected)
        self.withdraw_button.setEnabled(state.verdict_kind is not None)
