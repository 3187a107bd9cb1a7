"""Other readers' contours, each told apart by its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from hc18viewer.geometry.shape import outline_of
from hc18viewer.overlays import PALETTE, Layer, Look, Overlays
from hc18viewer.ui.canvas.layers import LINE_DASHES, casing_pen, line_pen
from hc18viewer.ui.canvas.screen_path import closed_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPen
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from hc18viewer.geometry.shape import HeadShape

_POINTS = 180

# Of the readers after the first, in widths of the line; the lengths cannot be taken for each other.
_FURTHER_DASHES = (
    (9.0, 3.0, 1.2, 3.0), (3.0, 3.0), (12.0, 3.5), (9.0, 3.0, 1.2, 3.0, 1.2, 3.0),
)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one reader's line is drawn: its colour, and its dashes in widths of the line."""

    colour: str
    dashes: tuple[float, ...]


def reader_strokes(looks: Overlays, count: int) -> list[Stroke]:
    """Return a line for each of `count` readers, the first as chosen.

    Two neighbours differ in their dashes and in colour, which is one that no other overlay has.
    """
    own = looks.others
    taken = {looks.look(layer).colour for layer in Layer} | {looks.difference.second_colour}
    colours = [own.colour, *(each for each in PALETTE.values() if each not in taken)]
    dashes = [LINE_DASHES[own.line], *_FURTHER_DASHES]
    return [
        Stroke(colours[number % len(colours)], dashes[number % len(dashes)])
        for number in range(count)
    ]


class ReaderLinesItem(pg.GraphicsObject):  # type: ignore[misc]
    """Draws the newest contour of every other reader."""

    def __init__(self) -> None:
        super().__init__()
        self._look = Overlays().others
        self._looks = Overlays()
        self._shapes: list[tuple[str, HeadShape]] = []
        self._lines: list[QPainterPath] = []

    @property
    def samples(self) -> list[tuple[str, QPen]]:
        """Each reader's name with the pen of the line."""
        strokes = reader_strokes(self._looks, len(self._shapes))
        return [
            (name, self._pen(stroke))
            for (name, _shape), stroke in zip(self._shapes, strokes, strict=True)
        ]

    def set_looks(self, looks: Overlays) -> None:
        """Draw in other looks."""
        self.prepareGeometryChange()
        self._looks, self._look = looks, looks.others
        self.setOpacity(self._look.opacity / 100)
        self.update()

    def set_shapes(self, shapes: Sequence[tuple[str, HeadShape]]) -> bool:
        """Draw other readers' shapes, with their names; return whether they are others."""
        if list(shapes) == self._shapes:
            return False
        self.prepareGeometryChange()
        self._shapes = list(shapes)
        self._lines = [closed_path(outline_of(shape, _POINTS)) for _name, shape in shapes]
        self.update()
        return True

    def boundingRect(self) -> QRectF:
        """Return the contours' bounds with room for the lines' width."""
        bounds = QRectF()
        for line in self._lines:
            bounds = bounds.united(line.boundingRect())
        along, _ = self.pixelVectors()
        margin = (self._look.width + 3) * (along.x() if along is not None else 1.0)
        return bounds.adjusted(-margin, -margin, margin, margin)

    def viewTransformChanged(self) -> None:
        """Bounds follow the zoom, since the lines' width does not."""
        self.prepareGeometryChange()

    def dataBounds(self, *_arguments: Any, **_named: Any) -> None:
        """Overlays never change what part of the image is in view."""
        return

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw each line over its dark casing."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        casing = casing_pen(self._look)
        for line, (_name, pen) in zip(self._lines, self.samples, strict=True):
            painter.strokePath(line, casing)
            painter.strokePath(line, pen)

    def _pen(self, stroke: Stroke) -> QPen:
        look = Look(stroke.colour, width=self._look.width)
        return line_pen(look, stroke.dashes)
