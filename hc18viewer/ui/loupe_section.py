"""The view panel's section on the loupe and on the zoom."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hc18viewer.ui.canvas.loupe import MAGNIFICATIONS
from hc18viewer.ui.theme import SPACE


class LoupeSection(QWidget):
    """Whether there is a loupe, how much it magnifies, and whether the zoom is kept."""

    loupe_chosen = Signal(bool)
    magnification_chosen = Signal(int)
    keep_zoom_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loupe = QCheckBox(self.tr("Loupe while dragging"))
        self.keep_zoom = QCheckBox(self.tr("Keep the zoom on the next case"))
        self.magnification = QComboBox()
        for times in MAGNIFICATIONS:
            self.magnification.addItem(self.tr("{0} times").format(times), times)
        label = QLabel(self.tr("Magnifies"))
        label.setBuddy(self.magnification)
        self.magnification.setAccessibleName(self.tr("Magnification of the loupe"))
        beside = QHBoxLayout()
        beside.setSpacing(2 * SPACE)
        beside.addWidget(label)
        beside.addWidget(self.magnification, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.loupe)
        layout.addLayout(beside)
        layout.addWidget(self.keep_zoom)
        self.loupe.toggled.connect(self.loupe_chosen)
        self.keep_zoom.toggled.connect(self.keep_zoom_chosen)
        self.magnification.activated.connect(
            lambda index: self.magnification_chosen.emit(MAGNIFICATIONS[index])
        )

    def show_choices(self, *, loupe: bool, magnification: int, keep_zoom: bool) -> None:
        """Show what was chosen here or elsewhere."""
        for check, on in ((self.loupe, loupe), (self.keep_zoom, keep_zoom)):
            with QSignalBlocker(check):
                check.setChecked(on)
        self.magnification.setCurrentIndex(MAGNIFICATIONS.index(magnification))
        self.magnification.setEnabled(loupe)
