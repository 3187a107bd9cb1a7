"""How the overlays' lines are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

if TYPE_CHECKING:
    from hc18viewer.overlays import Line, Look

CASING_COLOUR = "#0a0a0a"

LINE_DASHES: dict[Line, tuple[float, ...]] = {
    "solid": (), "dashed": (5.0, 3.5), "dotted": (1.2, 2.4),
}
"""Dashes and gaps in widths of the line; a dot is a square, as flat caps have no length."""


def line_pen(look: Look, dashes: tuple[float, ...] | None = None) -> QPen:
    """Return the pen of an overlay's line, as wide at every zoom; `dashes` instead of its own."""
    pen = _cosmetic(QColor(look.colour), look.width)
    pattern = LINE_DASHES[look.line] if dashes is None else dashes
    if pattern:
        pen.setDashPattern(list(pattern))
    return pen


def casing_pen(look: Look) -> QPen:
    """Return the dark pen under the line, which keeps it readable on a bright skull.

    Opaque: Qt takes far longer over a translucent line.
    """
    return _cosmetic(QColor(CASING_COLOUR), look.width + 1.4)


def _cosmetic(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
