"""A button that shows a colour and offers those of the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from hc18viewer.overlays import PALETTE
from hc18viewer.ui.language import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIDE = 16


class ColourButton(QToolButton):
    """Opens the palette as a menu, in which each colour has its name beside it."""

    colour_chosen = Signal(str)  # "#rrggbb"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a button whose accessible name begins with `name`."""
        super().__init__(parent)
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        self._names = colour_names()
        self._choices = {}
        for colour, text in self._names.items():
            action = menu.addAction(swatch(colour), text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on, colour=colour: self.colour_chosen.emit(colour))
            self._choices[colour] = action
        self.setMenu(menu)

    def show_colour(self, colour: str) -> None:
        """Show a colour of the palette."""
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        self.setIcon(swatch(colour))
        text = f"{self._name}: {self._names[colour]}"
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._choices[colour].setChecked(True)


def colour_names() -> Mapping[str, str]:
    """Return the palette's colours with their names in the reader's language."""
    names = (
        translate("Palette", "green"), translate("Palette", "orange"),
        translate("Palette", "sky blue"), translate("Palette", "purple"),
        translate("Palette", "vermilion"), translate("Palette", "yellow"),
        translate("Palette", "blue"), translate("Palette", "white"),
    )
    return dict(zip(PALETTE.values(), names, strict=True))


def swatch(colour: str) -> QIcon:
    """Return a square of a colour, with a rim that shows it on a ground as light or as dark."""
    icon = QIcon()
    for density in (1, 2, 3):
        pixmap = QPixmap(_SIDE * density, _SIDE * density)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(128, 128, 128))
        painter.setBrush(QColor(colour))
        inset = density / 2
        side = _SIDE * density - density
        painter.drawRoundedRect(QRectF(inset, inset, side, side), 2 * density, 2 * density)
        painter.end()
        pixmap.setDevicePixelRatio(density)
        icon.addPixmap(pixmap)
    return icon
