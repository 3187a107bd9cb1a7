"""Image, ground truth, prediction and correction side by side, linked in zoom and pointer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hc18viewer.geometry.shape import ellipse_of
from hc18viewer.overlays import Layer, Overlays
from hc18viewer.services.measures import lengths_of
from hc18viewer.ui.canvas.tone import AS_MEASURED
from hc18viewer.ui.compare_pane import ComparePane
from hc18viewer.ui.wording import length

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import GreyImage
    from hc18viewer.ui.canvas.tone import Tone

_LAYERS = (None, Layer.ANNOTATION, Layer.PREDICTION, Layer.CORRECTION)


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What is put side by side; None for each that there is not."""

    image: GreyImage | None = None
    tone: Tone = AS_MEASURED
    truth: Ellipse | None = None
    prediction: Ellipse | None = None
    correction: HeadShape | None = None
    pixel_size_mm: float | None = None
    looks: Overlays = field(default_factory=Overlays)
    hidden: bool = False


class CompareView(QWidget):
    """Four panes, made once; where one is zoomed, panned or pointed at, all are."""

    left = Signal()  # the reader wants the canvas back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Image, ground truth, prediction and correction"))
        self._image: GreyImage | None = None
        self.panes = {layer: ComparePane() for layer in _LAYERS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for place, pane in enumerate(self.panes.values()):
            grid.addWidget(pane, place // 2, place % 2)
            pane.view.zoomed.connect(lambda pane=pane: self._follow_zoom(pane))
            pane.pointed.connect(self._follow_pointer)
        for stretch in (0, 1):
            grid.setRowStretch(stretch, 1)
            grid.setColumnStretch(stretch, 1)

    def show_comparison(self, shown: Comparison) -> None:
        """Show another case, or what has changed of this one."""
        names = {
            None: self.tr("Image"), Layer.ANNOTATION: self.tr("Ground truth"),
            Layer.PREDICTION: self.tr("Prediction"), Layer.CORRECTION: self.tr("Correction"),
        }
        missing = {
            None: "", Layer.ANNOTATION: self.tr("no ground truth"),
            Layer.PREDICTION: self.tr("no prediction"), Layer.CORRECTION: self.tr("no correction"),
        }
        shapes = {
            None: None, Layer.ANNOTATION: shown.truth, Layer.PREDICTION: shown.prediction,
            Layer.CORRECTION: shown.correction,
        }
        for layer, pane in self.panes.items():
            shape = shapes[layer]
            pane.layer.set_tone(shown.tone)
            if shown.image is not self._image:
                pane.show_image(shown.image)
            title, note = names[layer], ""
            if shape is not None:
                hc = length(lengths_of(ellipse_of(shape)).hc_px, shown.pixel_size_mm)
                title = self.tr("{name} – HC {length}").format(name=title, length=hc)
            elif shown.image is not None:
                note = missing[layer]
            pane.show_title(title, note)
            pane.outline.set_shape(shape)
            pane.outline.setVisible(not shown.hidden)
            if layer is not None:
                pane.outline.set_look(shown.looks.look(layer))
        self._image = shown.image

    def fit(self) -> None:
        """Show the whole image in every pane."""
        for pane in self.panes.values():
            pane.view.fit()

    def zoom_by(self, factor: float) -> None:
        """Zoom every pane in (above 1) or out about its middle."""
        self.panes[None].view.zoom_by(factor)

    def one_to_one(self) -> None:
        """Show one pixel of the image as one pixel of the screen."""
        view = self.panes[None].view
        view.density = self.devicePixelRatioF()
        view.one_to_one()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the canvas."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _follow_zoom(self, source: ComparePane) -> None:
        for pane in self.panes.values():
            if pane is source:
                continue
            with QSignalBlocker(pane.view):
                if source.view.fitted:
                    pane.view.fit()
                else:
                    pane.view.set_zoom(source.view.zoom)

    def _follow_pointer(self, place: tuple[float, float] | None) -> None:
        for pane in self.panes.values():
            pane.cross.point_at(place)
