"""Holds the loupe over what a gesture works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from hc18viewer.ui.canvas.lens import line_at
from hc18viewer.ui.canvas.loupe import Loupe, Sight
from hc18viewer.ui.canvas.tools.base import Marks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.ui.canvas.handles import HandlesItem
    from hc18viewer.ui.canvas.image_layer import ImageLayer
    from hc18viewer.ui.canvas.image_view import ImageView
    from hc18viewer.ui.canvas.outline import OutlineItem
    from hc18viewer.ui.canvas.tool_item import ToolItem

_NEAR = 1.5
"""Radii of a round cursor within which the line is what it works on."""


class LoupeGuide(QObject):
    """Follows handles and tools while they are dragged.

    `correction` is the line that gestures draw; until it is there, `prediction` is what they
    begin from.
    """

    def __init__(
        self, canvas: QWidget, *, view: ImageView, layer: ImageLayer, handles: HandlesItem,
        tool_item: ToolItem, correction: OutlineItem, prediction: OutlineItem,
    ) -> None:
        super().__init__(canvas)
        self.loupe = Loupe(canvas)
        self._view, self._layer = view, layer
        self._handles, self._tool_item = handles, tool_item
        self._lines = (correction, prediction)
        for source in (handles, tool_item):
            source.dragged.connect(self._on_dragged)
            source.ended.connect(self.loupe.rest)

    def _on_dragged(self) -> None:
        handles = self._handles.dragging
        held = self._handles.held_at if handles else self._tool_item.spot
        image = self._layer.picture()
        if held is None or image is None:
            return
        outline = next((line.points for line in self._lines if line.points is not None), None)
        tool, pixel = self._tool_item.tool, self._view.pixel
        marks = tool.marks(pixel) if tool and not handles else Marks()
        disc = max((radius for _x, _y, radius in marks.discs), default=0.0)
        spot = self._handles.spot or held
        if outline is not None and not handles:
            spot = line_at(outline, held, _NEAR * disc)
        origin = self._view.mapViewToScene(QPointF(0, 0))
        self.loupe.follow(Sight(
            image=image, spot=spot, held=held, scale=1 / pixel, origin=(origin.x(), origin.y()),
            outline=outline, lines=marks.lines, discs=marks.discs,
            all_clear=handles and self._handles.moves_all,
        ))
