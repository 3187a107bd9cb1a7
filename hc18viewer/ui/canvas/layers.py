"""How each overlay looks: apart in colour, in brightness and in line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen


class Layer(Enum):
    """The overlays."""

    ANNOTATION = "annotation"
    PREDICTION = "prediction"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class LayerStyle:
    """A line's colour, width in pixels of the screen, and dashes in widths (none for solid)."""

    colour: str
    width: float
    dashes: tuple[float, ...] = ()

    def pen(self) -> QPen:
        """Return the pen of the line."""
        pen = _cosmetic(QColor(self.colour), self.width)
        if self.dashes:
            pen.setDashPattern(list(self.dashes))
        return pen

    def casing(self) -> QPen:
        """Return the dark pen under the line, which keeps it readable on a bright skull.

        Opaque: Qt takes far longer over a translucent line.
        """
        return _cosmetic(QColor("#0a0a0a"), self.width + 1.4)


# After Okabe and Ito's palette, which eyes with any colour deficiency tell apart; lighter, as
# the lines lie on black.
STYLES = {
    Layer.ANNOTATION: LayerStyle("#1fd1a0", 1.8),
    Layer.PREDICTION: LayerStyle("#ffab2e", 1.8, (5.0, 3.5)),
    Layer.CORRECTION: LayerStyle("#6cc9ff", 2.4),
}


def _cosmetic(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
