"""What part of the image is in view, and how large: pure functions, no Qt."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

FIT_MARGIN = 0.02
"""The share of the image's width and height that is left free at each side of a fitted image."""

MOST_DEVICE_PIXELS = 32.0
"""Pixels of the device that one pixel of the image grows to at most."""

_LEAST_OF_FIT = 0.5


@dataclass(frozen=True, slots=True)
class Zoom:
    """What is in view.

    Attributes:
        x, y: the place of the image in the middle of the view.
        scale: pixels of the screen for one pixel of the image.
    """

    x: float
    y: float
    scale: float

    def moved(self, dx: float, dy: float) -> Zoom:
        """Return the view after the image was moved by (dx, dy) pixels of the screen."""
        return dataclasses.replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale)

    def scaled(self, factor: float, about: tuple[float, float] | None = None) -> Zoom:
        """Return the view zoomed in by `factor`; the place `about` stays, by default the middle."""
        x, y = about or (self.x, self.y)
        return Zoom(x + (self.x - x) / factor, y + (self.y - y) / factor, self.scale * factor)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a zoom is limited by.

    Attributes:
        image: height and width of the image.
        view: width and height of the view, in pixels of the screen.
        density: pixels of the device for one of the screen, along one axis.
    """

    image: tuple[int, int]
    view: tuple[float, float]
    density: float = 1.0

    def fit(self) -> Zoom:
        """Return the zoom that shows the whole image with a small margin."""
        height, width = self.image
        room = 1 + 2 * FIT_MARGIN
        scale = min(self.view[0] / (room * width), self.view[1] / (room * height))
        return Zoom((width - 1) / 2, (height - 1) / 2, scale)

    @property
    def scales(self) -> tuple[float, float]:
        """The least and the greatest scale: the fitted image and 1:1 lie always between."""
        fitted, exact = self.fit().scale, 1 / self.density
        least = _LEAST_OF_FIT * min(fitted, exact)
        return least, max(MOST_DEVICE_PIXELS / self.density, fitted)

    def limited(self, zoom: Zoom, about: tuple[float, float] | None = None) -> Zoom:
        """Return the nearest zoom allowed: some of the image is always in the view's middle.

        Where the scale is out of bounds, the place `about` stays, by default the middle.
        """
        least, most = self.scales
        scale = min(max(zoom.scale, least), most)
        zoom = dataclasses.replace(zoom.scaled(scale / zoom.scale, about), scale=scale)
        height, width = self.image
        return Zoom(_within(zoom.x, width), _within(zoom.y, height), scale)

    def one_to_one(self, zoom: Zoom) -> Zoom:
        """Return the zoom that shows each pixel of the image as one pixel of the device.

        The image's edges are put on edges of the device's pixels, so that none is cut in two.
        """
        exact = self.limited(dataclasses.replace(zoom, scale=1 / self.density))
        return dataclasses.replace(
            exact, x=self._on_edge(exact.x, self.view[0]), y=self._on_edge(exact.y, self.view[1])
        )

    def _on_edge(self, middle: float, length: float) -> float:
        half = length * self.density / 2  # of the view, in pixels of the device and the image
        return half - round(half - 0.5 - middle) - 0.5


def _within(place: float, length: int) -> float:
    return min(max(place, -0.5), length - 0.5)
