"""The strip under the study that says how a fine-tuning goes; reading goes on above it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.services.finetune_work import CROSS_PARTS
from hc18viewer.ui.finetune.wording import duration
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hc18viewer.services.finetune_clock import RunClock

_LEAST_IN_LETTERS = 30


class StripState(Enum):
    """What a fine-tuning is at."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLING = "cancelling"
    STOPPED = "stopped"
    """It was stopped before its end, by whatever, and can be gone on with."""
    MADE = "made"


class TuneStrip(QFrame):
    """Says what is going on in one or two lines, with curves beside and buttons."""

    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()
    go_on_asked = Signal()
    discard_asked = Signal()
    later_asked = Signal()
    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tuneStrip")
        self.setAccessibleName(self.tr("Fine-tuning"))
        self.state = StripState.STOPPED
        self._title, self._text = QLabel(), QLabel()
        self._title.setObjectName("stripTitle")
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        self._curves: QWidget | None = None
        self._curves_wanted = False
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the fine-tuning is"))
        self._curves_place = QHBoxLayout()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        self._layout.setSpacing(4 * SPACE)
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        words.addStretch(1)
        for widget in (self._title, self._text, self._bar):
            words.addWidget(widget)
        words.addStretch(1)
        self._layout.addLayout(words, 1)
        self._layout.addLayout(self._curves_place)
        self._layout.addLayout(self._make_buttons())

    @property
    def text(self) -> str:
        """What the strip says now."""
        return f"{self._title.text()}\n{self._text.text()}"

    def put_curves(self, curves: QWidget) -> None:
        """Give the curves their place, once."""
        self._curves = curves
        self._curves_place.addWidget(curves)

    def show_curves(self, shown: bool) -> None:
        """Show the curves where there is room for them beside the words, or hide them."""
        self._curves_wanted = shown
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width that a small window does not have; the curves make way."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._words_and_buttons()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the curves where words and buttons need their room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._curves is not None:
            room = self.width() - self._words_and_buttons()
            fits = room >= self._curves.sizeHint().width()
            self._curves.setVisible(self._curves_wanted and fits)

    def _words_and_buttons(self) -> int:
        words = _LEAST_IN_LETTERS * self.fontMetrics().averageCharWidth()
        buttons = sum(
            button.sizeHint().width() + 2 * SPACE
            for button in self._buttons if not button.isHidden()
        )
        return words + buttons + 16 * SPACE

    def show_state(self, state: StripState, *, title: str, text: str = "") -> None:
        """Show what the fine-tuning is at, with the buttons for that."""
        self.state = state
        self._title.setText(title)
        self._say(text)
        self._bar.setVisible(state in (
            StripState.RUNNING, StripState.PAUSED, StripState.CANCELLING))
        shown = {
            StripState.RUNNING: (self.pause_button, self.cancel_button),
            StripState.PAUSED: (self.resume_button, self.cancel_button),
            StripState.CANCELLING: (),
            StripState.STOPPED: (self.go_on_button, self.discard_button, self.later_button),
            StripState.MADE: (self.look_button, self.later_button),
        }[state]
        focused = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            button.setVisible(button in shown)
        self._fit()
        if focused and shown:  # the button that was pressed has gone; its place stays
            shown[0].setFocus()

    def show_clock(self, clock: RunClock) -> None:
        """Show how far it is."""
        self._bar.setValue(round(1000 * clock.share_done))
        if self.state is StripState.RUNNING:
            self._say(self._progress_text(clock))

    def show_text(self, text: str) -> None:
        """Say something else in the second line."""
        self._say(text)

    def _progress_text(self, clock: RunClock) -> str:
        left = clock.seconds_left
        if clock.judging:
            text = self.tr("Comparing with the model before")
        elif clock.epoch == 0:
            return self.tr("Starting")
        elif clock.round:
            text = self.tr("Learning again without a third of the cases, to judge by these "
                           "({part} of {parts})").format(part=clock.round, parts=CROSS_PARTS)
        else:
            text = self.tr("Epoch {epoch} of at most {epochs}").format(
                epoch=clock.epoch, epochs=clock.epochs)
        if left is None:
            return text
        return self.tr("{text} · {time} left").format(text=text, time=duration(left))

    def _say(self, text: str) -> None:
        if self._text.text() != text:
            self._text.setText(text)
        self._text.setVisible(bool(text))

    def _make_buttons(self) -> QGridLayout:
        self.pause_button = self._button(self.tr("Pause"), self.pause_asked)
        self.resume_button = self._button(self.tr("Go on"), self.resume_asked)
        self.cancel_button = self._button(self.tr("Cancel"), self.cancel_asked)
        self.go_on_button = self._button(self.tr("Go on"), self.go_on_asked)
        self.discard_button = self._button(self.tr("Discard"), self.discard_asked)
        self.later_button = self._button(self.tr("Later"), self.later_asked)
        self.look_button = self._button(self.tr("Before and after…"), self.look_asked)
        for button in (self.go_on_button, self.look_button):
            button.setProperty("primary", True)
        self.cancel_button.setToolTip(self.tr("Stop it and remove what it has learnt"))
        self.later_button.setToolTip(self.tr("Put this strip away; the Model menu leads back"))
        self._buttons = (
            self.pause_button, self.resume_button, self.go_on_button, self.look_button,
            self.cancel_button, self.discard_button, self.later_button,
        )
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        for place, button in enumerate(self._buttons):
            grid.addWidget(button, 0, place, Qt.AlignmentFlag.AlignVCenter)
        return grid

    def _button(self, text: str, asked: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: asked.emit())  # type: ignore[attr-defined]
        return button
