"""The view box of the canvas: what part of the image is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal

from hc18viewer.ui.canvas.zoom import Stage, Zoom

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsSceneWheelEvent

ZOOM_STEP = 1.25
_WHEEL_STEP = 120.0


class ImageView(pg.ViewBox):  # type: ignore[misc]
    """Pans by left drag, zooms by wheel at the pointer, fits by double click.

    It never shows less than a few pixels, nor ever none of the image.
    """

    zoomed = Signal()  # what is in view has changed

    def __init__(self) -> None:
        super().__init__(lockAspect=True, invertY=True, enableMenu=False, border=None)
        self.disableAutoRange()
        self.image_shape: tuple[int, int] | None = None
        self.density = 1.0
        self._fitted = True

    @property
    def fitted(self) -> bool:
        """Whether the whole image is shown and is to be, however the view's size changes."""
        return self._fitted

    @property
    def zoom(self) -> Zoom:
        """What is in view."""
        rect = self.viewRect()
        middle = rect.center()
        return Zoom(middle.x(), middle.y(), float(self.width()) / rect.width())

    @property
    def pixel(self) -> float:
        """The side of a pixel of the screen, in pixels of the image."""
        return float(self.viewPixelSize()[0])

    def set_zoom(self, zoom: Zoom, about: tuple[float, float] | None = None) -> None:
        """Show another part of the image, within bounds; `about` is what stays in its place."""
        stage = self._stage()
        if stage is not None:
            self._fitted = False
            self._show(stage.limited(zoom, about))

    def fit(self) -> None:
        """Show the whole image."""
        stage = self._stage()
        if stage is not None:
            self._fitted = True
            self._show(stage.fit())

    def one_to_one(self) -> None:
        """Show each pixel of the image as one pixel of the device."""
        stage = self._stage()
        if stage is not None:
            self._fitted = False
            self._show(stage.one_to_one(self.zoom))

    def zoom_by(self, factor: float, about: tuple[float, float] | None = None) -> None:
        """Zoom in (above 1) or out about a place of the image, by default the view's middle."""
        self.set_zoom(self.zoom.scaled(factor, about), about)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the image by (dx, dy) pixels of the screen."""
        self.set_zoom(self.zoom.moved(dx, dy))

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        """Zoom at the pointer."""
        del axis
        place = self.mapToView(event.pos())
        self.zoom_by(ZOOM_STEP ** (event.delta() / _WHEEL_STEP), (place.x(), place.y()))
        event.accept()

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Pan by the left button."""
        del axis
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        by = event.pos() - event.lastPos()
        self.pan_by(by.x(), by.y())

    def mouseClickEvent(self, event: Any) -> None:
        """Fit on a double click; a single click does nothing."""
        if event.double() and event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.fit()

    def _show(self, zoom: Zoom) -> None:
        width, height = self.width() / zoom.scale, self.height() / zoom.scale
        rect = QRectF(zoom.x - width / 2, zoom.y - height / 2, width, height)
        self.setRange(rect, padding=0)
        self.zoomed.emit()

    def _stage(self) -> Stage | None:
        if self.image_shape is None or self.width() <= 0 or self.height() <= 0:
            return None
        return Stage(self.image_shape, (self.width(), self.height()), self.density)
