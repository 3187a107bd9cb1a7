"""What lies over the image, as the reader wants it: kept, drawn, switched."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hc18viewer.overlays import Layer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.overlays import Overlays
    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.review_page import ReviewPage


class OverlayActs(QObject):
    """Keeps the actions, the settings and the canvas to one choice of looks."""

    def __init__(
        self, actions: Actions, page: ReviewPage, memory: Memory, window: QWidget
    ) -> None:
        super().__init__(window)
        self._page = page
        self._memory = memory
        self._actions = {
            Layer.ANNOTATION: actions.annotation, Layer.PREDICTION: actions.prediction,
            Layer.CORRECTION: actions.correction, Layer.OTHERS: actions.others,
            Layer.DIFFERENCE: actions.difference, Layer.CALIPERS: actions.caliper_lines,
        }
        self._show(memory.settings.overlays)
        for layer, action in self._actions.items():
            action.toggled.connect(partial(self._on_toggled, layer))
        actions.flip.triggered.connect(self._on_flip)

    def _on_flip(self) -> None:
        stack = self._page.canvas.overlays
        stack.flip_to(stack.flip.next)

    def _on_toggled(self, layer: Layer, visible: bool) -> None:
        before = self._memory.settings.overlays
        if before.look(layer).visible != visible:
            self._memory.change(overlays=before.changed(layer, visible=visible))
            self._show(self._memory.settings.overlays)

    def _show(self, overlays: Overlays) -> None:
        self._page.canvas.overlays.show_looks(overlays)
        for layer, action in self._actions.items():
            action.setChecked(overlays.look(layer).visible)
