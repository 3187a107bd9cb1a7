"""The image on the canvas: the grey values that were measured, and how they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import pyqtgraph as pg
from PySide6.QtCore import QRectF

from hc18viewer.ui.canvas.tone import AS_MEASURED, Tone, lookup_table

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from hc18viewer.geometry.types import GreyImage

_LEVELS = (0, 255)
_CLAHE_LIMIT = 2.0
_CLAHE_TILES = (8, 8)


class ImageLayer(pg.ImageItem):  # type: ignore[misc]
    """Shows one image in a tone; the image itself is never changed.

    The tone is a lookup table over 8-bit grey values with fixed levels, which Qt's painter applies
    in the same pass as it draws. CLAHE works on a copy that is kept until another image comes.
    """

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major", levels=_LEVELS)
        # Scaled once for each zoom, and not anew in every frame of a drag.
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)
        self._measured: GreyImage | None = None
        self._equalised: GreyImage | None = None
        self._tone = AS_MEASURED

    @property
    def measured(self) -> GreyImage | None:
        """The image as it was read, (H, W) uint8."""
        return self._measured

    @property
    def tone(self) -> Tone:
        """How the image is seen."""
        return self._tone

    def show_image(self, image: GreyImage | None) -> None:
        """Show another image, (H, W) uint8, or none."""
        self._measured, self._equalised = image, None
        if image is None:
            self.clear()
            return
        self._draw()
        # Pixel centres lie at whole coordinates, so the first pixel begins half a pixel before.
        self.setRect(QRectF(-0.5, -0.5, image.shape[1], image.shape[0]))

    def set_tone(self, tone: Tone) -> None:
        """See the image in another tone."""
        if tone == self._tone:
            return
        self._tone = tone
        self._draw()

    def picture(self) -> QImage | None:
        """Return the image in its tone as Qt draws it, None while there is none."""
        if self._measured is None:
            return None
        if self._renderRequired:
            self.render()
        picture: QImage = self.qimage
        return picture

    def _draw(self) -> None:
        if self._measured is None:
            return
        lut = None if self._tone.plain else lookup_table(self._tone)
        self.setLookupTable(lut, update=False)
        self.setImage(self._source(), autoLevels=False, levels=_LEVELS)

    def _source(self) -> GreyImage:
        if self._measured is None:
            raise RuntimeError("there is no image")
        if not self._tone.clahe:
            return self._measured
        if self._equalised is None:
            equalise = cv2.createCLAHE(_CLAHE_LIMIT, _CLAHE_TILES)
            self._equalised = equalise.apply(self._measured)  # type: ignore[assignment]
        return self._equalised  # type: ignore[return-value]
