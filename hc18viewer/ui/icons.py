"""Icons of one family, drawn when they are first painted and as large as they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hc18viewer import paths

if TYPE_CHECKING:
    from pathlib import Path

_copies: list[QIconEngine] = []
"""PySide does not leave copies to Qt, which goes on using them."""


def themed_icon(name: str, colour: str, *, dim: str | None = None) -> QIcon:
    """Return an icon of the resources drawn in `colour`, and in `dim` where disabled."""
    return QIcon(_SvgEngine(paths.resources() / "icons" / f"{name}.svg", colour, dim or colour))


class _SvgEngine(QIconEngine):
    """Draws one file: nothing is read before the icon is on the screen.

    Most icons are never seen disabled, or in a second size.
    """

    def __init__(self, path: Path, colour: str, dim: str) -> None:
        super().__init__()
        self._path = path
        self._colours = colour, dim
        self._drawn: dict[tuple[int, int, bool], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Return an engine of the same icon; Qt asks for it when an icon gets further pictures."""
        copy = _SvgEngine(self._path, *self._colours)
        _copies.append(copy)
        return copy

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the icon in this size, in pixels of the device."""
        disabled = mode is QIcon.Mode.Disabled
        key = size.width(), size.height(), disabled
        if key not in self._drawn:
            self._drawn[key] = self._draw(size, self._colours[disabled])
        return self._drawn[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        painter.drawPixmap(rect, self.pixmap(
            rect.size() * painter.device().devicePixelRatioF(), mode, state))

    def _draw(self, size: QSize, colour: str) -> QPixmap:
        source = self._path.read_text(encoding="utf-8").replace("currentColor", colour)
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(source.encode()))
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        return pixmap
