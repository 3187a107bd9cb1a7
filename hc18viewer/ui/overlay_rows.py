"""The view panel's section on the overlays: a row for each."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from hc18viewer.overlays import LINES, OPACITIES, Layer, Overlays
from hc18viewer.ui.colour_button import ColourButton
from hc18viewer.ui.theme import SPACE
from hc18viewer.ui.wording import number

WIDTHS_OFFERED = (1.0, 1.8, 2.4, 3.5, 5.0)
_OPACITY_STEP = 10


class OverlayRow(QWidget):
    """One overlay: whether it is seen, its colour, its line and how opaque it is."""

    changed = Signal(dict)  # attributes of `Look` by name
    against_chosen = Signal(str)

    def __init__(self, layer: Layer, name: str) -> None:
        super().__init__()
        self.layer = layer
        self.check = QCheckBox(name)
        twofold = layer is Layer.DIFFERENCE
        self.colour = ColourButton(
            self.tr("Colour of what is too much") if twofold
            else self.tr("Colour of “{name}”").format(name=name))
        self.colour.colour_chosen.connect(lambda colour: self.changed.emit({"colour": colour}))
        self.check.toggled.connect(lambda on: self.changed.emit({"visible": on}))
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.check, 1)
        above.addWidget(self.colour)
        below.setContentsMargins(5 * SPACE, 0, 0, 0)
        self.second: ColourButton | None = None
        if twofold:
            self._add_difference(above, below)
        else:
            self._add_line(below, name)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(OPACITIES[0] // _OPACITY_STEP, OPACITIES[1] // _OPACITY_STEP)
        self.opacity.setPageStep(2)
        self.opacity.setMinimumWidth(12 * SPACE)
        self.opacity.setAccessibleName(self.tr("Opacity of “{name}”").format(name=name))
        self.opacity.valueChanged.connect(
            lambda value: self.changed.emit({"opacity": value * _OPACITY_STEP}))
        below.addWidget(self.opacity, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(above)
        layout.addLayout(below)

    def show_looks(self, looks: Overlays) -> None:
        """Show looks that were chosen here or elsewhere."""
        look = looks.look(self.layer)
        with QSignalBlocker(self.check), QSignalBlocker(self.opacity):
            self.check.setChecked(look.visible)
            self.opacity.setValue(round(look.opacity / _OPACITY_STEP))
        self.opacity.setToolTip(self.tr("Opacity {value} %").format(value=look.opacity))
        self.colour.show_colour(look.colour)
        if self.second is not None:
            self.second.show_colour(look.second_colour)
            with QSignalBlocker(self.against):
                self.against.setCurrentIndex(self.against.findData(looks.against))
            return
        nearest = min(WIDTHS_OFFERED, key=lambda width: abs(width - look.width))
        with QSignalBlocker(self.line), QSignalBlocker(self.width_box):
            self.line.setCurrentIndex(self.line.findData(look.line))
            self.width_box.setCurrentIndex(WIDTHS_OFFERED.index(nearest))

    def _add_line(self, below: QHBoxLayout, name: str) -> None:
        words = {
            "solid": self.tr("solid"), "dashed": self.tr("dashed"), "dotted": self.tr("dotted"),
        }
        self.line, self.width_box = QComboBox(), QComboBox()
        for line in LINES:
            self.line.addItem(words[line], line)
        for width in WIDTHS_OFFERED:
            self.width_box.addItem(self.tr("{width} px").format(width=number(width, 1)), width)
        self.line.setAccessibleName(self.tr("Line of “{name}”").format(name=name))
        self.width_box.setAccessibleName(self.tr("Width of “{name}”").format(name=name))
        self.line.currentIndexChanged.connect(
            lambda: self.changed.emit({"line": self.line.currentData()}))
        self.width_box.currentIndexChanged.connect(
            lambda: self.changed.emit({"width": self.width_box.currentData()}))
        below.addWidget(self.line)
        below.addWidget(self.width_box)

    def _add_difference(self, above: QHBoxLayout, below: QHBoxLayout) -> None:
        self.second = ColourButton(self.tr("Colour of what is too little"))
        self.second.colour_chosen.connect(
            lambda colour: self.changed.emit({"second_colour": colour}))
        above.addWidget(self.second)
        self.against = QComboBox()
        self.against.addItem(self.tr("to the ground truth"), "annotation")
        self.against.addItem(self.tr("to the prediction"), "prediction")
        self.against.setAccessibleName(self.tr("What the difference is taken to"))
        self.against.currentIndexChanged.connect(
            lambda: self.against_chosen.emit(self.against.currentData()))
        below.addWidget(self.against)


class OverlaySection(QWidget):
    """A row for each overlay, and a button that takes all choices back."""

    looks_chosen = Signal(object)  # Overlays

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = Overlays()
        names = {
            Layer.ANNOTATION: self.tr("Ground truth"), Layer.PREDICTION: self.tr("Prediction"),
            Layer.CORRECTION: self.tr("Correction"), Layer.OTHERS: self.tr("Other readers"),
            Layer.DIFFERENCE: self.tr("Difference"), Layer.CALIPERS: self.tr("BPD and OFD"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        self.rows: dict[Layer, OverlayRow] = {}
        for layer in Layer:
            row = OverlayRow(layer, names[layer])
            row.changed.connect(lambda changes, layer=layer: self._choose(layer, changes))
            row.against_chosen.connect(self._choose_against)
            layout.addWidget(row)
            self.rows[layer] = row
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setToolTip(self.tr("All overlays as they are at first"))
        self.reset.clicked.connect(lambda: self.looks_chosen.emit(Overlays()))
        layout.addWidget(self.reset)
        self.show_looks(self._looks)

    def show_looks(self, looks: Overlays) -> None:
        """Show looks that were chosen here or elsewhere."""
        self._looks = looks
        for row in self.rows.values():
            row.show_looks(looks)
        self.reset.setEnabled(looks != Overlays())

    def _choose(self, layer: Layer, changes: dict[str, object]) -> None:
        self.looks_chosen.emit(self._looks.changed(layer, **changes))

    def _choose_against(self, against: str) -> None:
        self.looks_chosen.emit(
            dataclasses.replace(self._looks, against=against)  # type: ignore[arg-type]
        )
