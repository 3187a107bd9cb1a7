"""What lies over the image, from the lowest to the topmost, and what of it is seen."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.geometry.shape import ellipse_of
from hc18viewer.overlays import Layer, Overlays
from hc18viewer.ui.canvas.caliper_lines import CaliperLinesItem
from hc18viewer.ui.canvas.difference import DifferenceItem
from hc18viewer.ui.canvas.outline import OutlineItem
from hc18viewer.ui.canvas.reader_lines import ReaderLinesItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyqtgraph import GraphicsObject

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points


class Flip(Enum):
    """What alone is seen over the image; flipping goes through them in this order."""

    NOTHING = None
    ANNOTATION = Layer.ANNOTATION
    PREDICTION = Layer.PREDICTION

    @property
    def next(self) -> Flip:
        """The one that comes next, and round."""
        order = list(Flip)
        return order[(order.index(self) + 1) % len(order)]


class OverlayStack(QObject):
    """The items over the image, made once; each is given its shape and its look.

    The shape that counts is the reader's, or while there is none the prediction's.
    """

    changed = Signal()  # what is to be seen, or how; not the shapes

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.outlines = {
            layer: OutlineItem()
            for layer in (Layer.ANNOTATION, Layer.PREDICTION, Layer.CORRECTION)
        }
        # What no gesture moves is a picture that each frame lays down: lines take Qt long.
        for layer in (Layer.ANNOTATION, Layer.PREDICTION):
            self.outlines[layer].setCacheMode(OutlineItem.CacheMode.DeviceCoordinateCache)
        self.difference = DifferenceItem()
        self.reader_lines = ReaderLinesItem()
        self.calipers = CaliperLinesItem()
        self.looks = Overlays()
        self.hidden = False
        self._flip = Flip.NOTHING
        self.annotation: Ellipse | None = None
        self.prediction: Ellipse | None = None
        self.correction: HeadShape | None = None
        self._counted: HeadShape | None = None
        self.show_looks(self.looks)

    @property
    def items(self) -> tuple[GraphicsObject, ...]:
        """All items, the lowest first."""
        return (self.difference, self.reader_lines, *self.outlines.values(), self.calipers)

    @property
    def flip(self) -> Flip:
        """What alone is seen."""
        return self._flip

    @property
    def shows_tools(self) -> bool:
        """Whether handles and tools are to be seen."""
        return not self.hidden and self._flip is Flip.NOTHING

    def shows(self, layer: Layer) -> bool:
        """Return whether an overlay is to be seen now."""
        if self._flip is not Flip.NOTHING:
            return layer is self._flip.value and not self.hidden
        return self.looks.look(layer).visible and not self.hidden

    def show_looks(self, looks: Overlays) -> None:
        """Show the overlays in other looks."""
        self.looks = looks
        for layer, item in self.outlines.items():
            item.set_look(looks.look(layer))
        self.difference.set_look(looks.difference)
        self.reader_lines.set_looks(looks)
        self.calipers.set_look(looks.calipers)
        self._show_difference()
        self._apply()

    def hide_all(self, hidden: bool) -> None:
        """Hide all overlays, or show those again that are visible."""
        self.hidden = hidden
        self._apply()

    def flip_to(self, flip: Flip) -> None:
        """Show one overlay alone, or all again that are visible."""
        if flip is not self._flip:
            self._flip = flip
            self._apply()

    def set_annotation(self, ellipse: Ellipse | None) -> None:
        """Show another ground truth."""
        self.annotation = ellipse
        self.outlines[Layer.ANNOTATION].set_shape(ellipse)
        self._show_difference()
        self.changed.emit()

    def set_prediction(self, ellipse: Ellipse | None, contour: Points | None) -> None:
        """Show another prediction, whose contour is a faint fill."""
        self.prediction = ellipse
        self.outlines[Layer.PREDICTION].set_shape(ellipse, contour)
        self._show_difference()
        self.changed.emit()

    def set_others(self, shapes: Sequence[tuple[str, HeadShape]]) -> None:
        """Show other readers' shapes, each with its reader's name."""
        if self.reader_lines.set_shapes(shapes):
            self.changed.emit()

    def set_correction(self, shape: HeadShape | None) -> None:
        """Show another shape of the reader."""
        self.correction = shape
        self.outlines[Layer.CORRECTION].set_shape(shape)

    def set_counted(self, shape: HeadShape | None) -> None:
        """Measure another shape: the one that counts."""
        appears = (shape is None) != (self._counted is None)
        self._counted = shape
        self.calipers.set_ellipse(None if shape is None else ellipse_of(shape))
        self._show_difference()
        if appears:
            self.changed.emit()

    def _show_difference(self) -> None:
        against = self.annotation if self.looks.against == "annotation" else self.prediction
        self.difference.set_shapes(self._counted, against)

    def _apply(self) -> None:
        for layer, item in self.outlines.items():
            item.setVisible(self.shows(layer))
        self.difference.setVisible(self.shows(Layer.DIFFERENCE))
        self.reader_lines.setVisible(self.shows(Layer.OTHERS))
        self.calipers.setVisible(self.shows(Layer.CALIPERS))
        self.changed.emit()
