"""What lies over the image, from the lowest to the topmost, and what of it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hc18viewer.overlays import Layer, Overlays
from hc18viewer.ui.canvas.difference import DifferenceItem
from hc18viewer.ui.canvas.outline import OutlineItem

if TYPE_CHECKING:
    from pyqtgraph import GraphicsObject

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Points


class OverlayStack:
    """The items over the image, made once; each is given its shape and its look.

    The shape that counts is the reader's, or while there is none the prediction's.
    """

    def __init__(self) -> None:
        self.outlines = {
            layer: OutlineItem()
            for layer in (Layer.ANNOTATION, Layer.PREDICTION, Layer.CORRECTION)
        }
        self._difference = DifferenceItem()
        self._overlays = Overlays()
        self.hidden = False
        self._annotation: Ellipse | None = None
        self._prediction: Ellipse | None = None
        self._counted: HeadShape | None = None
        self.set_overlays(self._overlays)

    @property
    def items(self) -> tuple[GraphicsObject, ...]:
        """All items, the lowest first."""
        return (self._difference, *self.outlines.values())

    def set_overlays(self, overlays: Overlays) -> None:
        """Show the overlays in other looks."""
        self._overlays = overlays
        for layer, item in self.outlines.items():
            item.set_look(overlays.look(layer))
        self._difference.set_look(overlays.difference)
        self._apply_visibility()
        self._show_difference()

    def hide_all(self, hidden: bool) -> None:
        """Hide all overlays, or show those again that are visible."""
        self.hidden = hidden
        self._apply_visibility()

    def shows(self, layer: Layer) -> bool:
        """Return whether an overlay is to be seen now."""
        return self._overlays.look(layer).visible and not self.hidden

    def set_annotation(self, ellipse: Ellipse | None) -> None:
        """Show another ground truth."""
        self._annotation = ellipse
        self.outlines[Layer.ANNOTATION].set_shape(ellipse)
        self._show_difference()

    def set_prediction(self, ellipse: Ellipse | None, contour: Points | None) -> None:
        """Show another prediction, whose contour is a faint fill."""
        self._prediction = ellipse
        self.outlines[Layer.PREDICTION].set_shape(ellipse, contour)
        self._show_difference()

    def set_correction(self, shape: HeadShape | None, counted: HeadShape | None) -> None:
        """Show another shape of the reader, and the shape that counts now."""
        self.outlines[Layer.CORRECTION].set_shape(shape)
        self.set_counted(counted)

    def set_counted(self, shape: HeadShape | None) -> None:
        """Measure another shape: the one that counts."""
        self._counted = shape
        self._show_difference()

    def _show_difference(self) -> None:
        against = (
            self._annotation if self._overlays.against == "annotation" else self._prediction
        )
        self._difference.set_shapes(self._counted, against)

    def _apply_visibility(self) -> None:
        for layer, item in self.outlines.items():
            item.setVisible(self.shows(layer))
        self._difference.setVisible(self.shows(Layer.DIFFERENCE))
