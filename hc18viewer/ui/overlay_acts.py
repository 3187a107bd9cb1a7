"""What lies over the image, as the reader wants it: kept, drawn, switched."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hc18viewer.overlays import Layer
from hc18viewer.ui.overlay_rows import OverlaySection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hc18viewer.overlays import Overlays
    from hc18viewer.ui.actions import Actions
    from hc18viewer.ui.memory import Memory
    from hc18viewer.ui.review_page import ReviewPage

_STORE_AFTER_MS = 500


class OverlayActs(QObject):
    """Keeps actions, panel, canvas and settings to one choice of looks.

    The settings are written when a choice has stayed for half a second, not at each step of a
    slider, and at the latest by `store`.
    """

    def __init__(
        self, actions: Actions, page: ReviewPage, memory: Memory, window: QWidget
    ) -> None:
        super().__init__(window)
        self._stack = page.canvas.overlays
        self._memory = memory
        self._actions = actions
        self._layers = {
            Layer.ANNOTATION: actions.annotation, Layer.PREDICTION: actions.prediction,
            Layer.CORRECTION: actions.correction, Layer.OTHERS: actions.others,
            Layer.DIFFERENCE: actions.difference, Layer.CALIPERS: actions.caliper_lines,
        }
        self._section = OverlaySection()
        page.view_panel.add_section(self.tr("Overlays"), self._section)
        self._storing = QTimer(self)
        self._storing.setSingleShot(True)
        self._storing.setInterval(_STORE_AFTER_MS)
        self._storing.timeout.connect(self.store)
        self._show(memory.settings.overlays)
        self._section.looks_chosen.connect(self._choose)
        for layer, action in self._layers.items():
            action.toggled.connect(partial(self._on_toggled, layer))
        actions.flip.triggered.connect(self._on_flip)
        for changing in (
            page.canvas.shape_moved, page.canvas.gesture_finished, actions.snap.triggered,
            actions.smooth.triggered, actions.fit_ellipse.triggered,
            actions.from_truth.triggered, actions.from_previous.triggered,
        ):
            changing.connect(self._show_what_is_changed)

    def store(self) -> None:
        """Write into the settings what has not been written yet."""
        self._storing.stop()
        if self._memory.settings.overlays != self._stack.looks:
            self._memory.change(overlays=self._stack.looks)

    def _on_flip(self) -> None:
        self._stack.flip_to(self._stack.flip.next)

    def _show_what_is_changed(self, *_arguments: object) -> None:
        """Show the correction again: nobody works on a line that is not seen."""
        self._actions.correction.setChecked(True)

    def _on_toggled(self, layer: Layer, visible: bool) -> None:
        looks = self._stack.looks
        if looks.look(layer).visible != visible:
            self._choose(looks.changed(layer, visible=visible))

    def _choose(self, looks: Overlays) -> None:
        self._show(looks)
        self._storing.start()

    def _show(self, looks: Overlays) -> None:
        self._stack.show_looks(looks)
        self._section.show_looks(looks)
        self._actions.show_looks(looks)
        for layer, action in self._layers.items():
            action.setChecked(looks.look(layer).visible)
