"""The note on the canvas that says how the image is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hc18viewer.ui.canvas.tone import AS_MEASURED

if TYPE_CHECKING:
    from hc18viewer.ui.canvas.tone import Tone

_MARGIN = 12


class ToneNote(QLabel):
    """Stands at the canvas' upper right while the image is not seen as it was measured."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setObjectName("toneNote")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("How the image is seen"))
        self.hide()

    def show_tone(self, tone: Tone, *, always: bool = False) -> None:
        """Say a tone; one that changes nothing only with `always`."""
        self.setText(self.words(tone))
        self.setVisible(always or tone != AS_MEASURED)
        self.place()

    def words(self, tone: Tone) -> str:
        """Return a tone in words: window and level, and of the rest what is not as measured."""
        parts = [self.tr("Window {0}, level {1}").format(tone.window, tone.level)]
        if tone.gamma != AS_MEASURED.gamma:
            parts.append(self.tr("gamma {0}").format(f"{tone.gamma:.2f}"))
        if tone.invert:
            parts.append(self.tr("inverted"))
        if tone.clahe:
            parts.append(self.tr("CLAHE"))
        return " · ".join(parts)

    def place(self) -> None:
        """Go to the canvas' upper right, in as many lines as it takes there."""
        room = max(self._canvas.width() - 2 * _MARGIN, 1)
        self.setWordWrap(False)
        if self.sizeHint().width() > room:
            self.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        else:
            self.adjustSize()
        self.move(max(self._canvas.width() - self.width() - _MARGIN, 0), _MARGIN)
