"""The view panel's section on how the image is seen."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.ui.canvas.tone import AS_MEASURED, GAMMAS, LEVELS, WINDOWS, Tone
from hc18viewer.ui.decimal_box import DecimalBox
from hc18viewer.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_GAMMA_NOTCHES = 50
"""Notches of the slider for each doubling of gamma."""


class ImageSection(QWidget):
    """Window, level, gamma, inverting and CLAHE; says what the reader chose and shows what is."""

    tone_chosen = Signal(object)  # Tone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = AS_MEASURED
        self.window_box, self.level_box = QSpinBox(), QSpinBox()
        self.gamma_box = DecimalBox()
        self.gamma_box.setSingleStep(0.05)
        self.gamma_box.setRange(*GAMMAS)
        self.window_box.setRange(*WINDOWS)
        self.level_box.setRange(*LEVELS)
        self.window_slider, self.level_slider = _slider(*WINDOWS), _slider(*LEVELS)
        self.gamma_slider = _slider(*(_notch(gamma) for gamma in GAMMAS))
        self.invert = QCheckBox(self.tr("Invert"))
        self.clahe = QCheckBox(self.tr("Even out contrast (CLAHE)"))
        self.reset = QPushButton(self.tr("As measured"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        rows = (
            (self.tr("Window"), self.window_slider, self.window_box),
            (self.tr("Level"), self.level_slider, self.level_box),
            (self.tr("Gamma"), self.gamma_slider, self.gamma_box),
        )
        for row, (text, slider, box) in enumerate(rows):
            label = QLabel(text)
            label.setBuddy(box)
            slider.setAccessibleName(text)
            box.setAccessibleName(text)
            box.installEventFilter(self)
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(box, row, 2)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(grid)
        for widget in (self.invert, self.clahe, self.reset):
            layout.addWidget(widget)
        self.show_tone(AS_MEASURED)
        self.window_box.valueChanged.connect(lambda value: self._choose(window=value))
        self.window_slider.valueChanged.connect(lambda value: self._choose(window=value))
        self.level_box.valueChanged.connect(lambda value: self._choose(level=value))
        self.level_slider.valueChanged.connect(lambda value: self._choose(level=value))
        self.gamma_box.valueChanged.connect(lambda value: self._choose(gamma=value))
        self.gamma_slider.valueChanged.connect(lambda value: self._choose(gamma=_gamma(value)))
        self.invert.toggled.connect(lambda on: self._choose(invert=on))
        self.clahe.toggled.connect(lambda on: self._choose(clahe=on))
        self.reset.clicked.connect(lambda: self.tone_chosen.emit(AS_MEASURED))

    def show_tone(self, tone: Tone) -> None:
        """Show a tone that was chosen here or elsewhere."""
        self._tone = tone
        values: tuple[tuple[QSpinBox | QSlider, int], ...] = (
            (self.window_box, tone.window), (self.window_slider, tone.window),
            (self.level_box, tone.level), (self.level_slider, tone.level),
            (self.gamma_slider, _notch(tone.gamma)),
        )
        for widget, value in values:
            with QSignalBlocker(widget):
                widget.setValue(value)
        with QSignalBlocker(self.gamma_box):
            self.gamma_box.setValue(tone.gamma)
        for check, on in ((self.invert, tone.invert), (self.clahe, tone.clahe)):
            with QSignalBlocker(check):
                check.setChecked(on)
        self.reset.setEnabled(tone != AS_MEASURED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Return in a box: there it ends the typing, elsewhere it accepts the case."""
        if (
            event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _choose(self, **changes: object) -> None:
        self.tone_chosen.emit(dataclasses.replace(self._tone, **changes))  # type: ignore[arg-type]


def _slider(least: int, most: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(least, most)
    slider.setMinimumWidth(18 * SPACE)
    return slider


def _notch(gamma: float) -> int:
    return round(_GAMMA_NOTCHES * math.log2(gamma))


def _gamma(notch: int) -> float:
    return min(max(round(2 ** (notch / _GAMMA_NOTCHES), 2), GAMMAS[0]), GAMMAS[1])
