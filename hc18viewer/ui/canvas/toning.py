"""The tone of the image on the canvas: as it is set, dragged and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hc18viewer.ui.canvas.tone_drag import ToneDrag
from hc18viewer.ui.canvas.tone_note import ToneNote

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from hc18viewer.ui.canvas.image_layer import ImageLayer
    from hc18viewer.ui.canvas.tone import Tone


class Toning(QObject):
    """Brings together the image, the right drag over it and the note on the canvas."""

    tone_set = Signal()  # the image is seen in another tone, whoever chose it
    changed = Signal(object)  # Tone, by the reader's right drag

    def __init__(self, canvas: QAbstractScrollArea, layer: ImageLayer) -> None:
        super().__init__(canvas)
        self._layer = layer
        self._drag = ToneDrag(canvas.viewport(), layer)
        self._note = ToneNote(canvas)
        self._drag.dragged.connect(self._on_dragged)
        self._drag.ended.connect(self._show_note)

    @property
    def tone(self) -> Tone:
        """How the image is seen."""
        return self._layer.tone

    def set_tone(self, tone: Tone) -> None:
        """See the image in another tone; the image itself stays as it is."""
        self._layer.set_tone(tone)
        self._show_note()
        self.tone_set.emit()

    def cancel_drag(self) -> bool:
        """Go back to the tone at the drag's start; False where there is no drag."""
        return self._drag.cancel()

    def place_note(self) -> None:
        """Let the note follow the canvas' size."""
        self._note.place()

    def _on_dragged(self, tone: Tone) -> None:
        self.set_tone(tone)
        self.changed.emit(tone)

    def _show_note(self) -> None:
        self._note.show_tone(self.tone, always=self._drag.dragging)
