"""How an image of any size is laid into the grid that the network sees, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import GreyImage, Points

CLOSE_MARGIN = 1.5
"""How much larger than the head what a close look shows is."""

_OUTLINE_POINTS = 90


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of a part of an image in the network's grid; the rest of the grid stays black.

    A pixel's centre at x goes to scale_x (x - left + 1/2) - 1/2 + offset_x, likewise for y.

    Attributes:
        grid: (height, width) of the network's grid.
        left, top, width, height: the part, in whole pixels; it may reach beyond the image.
        size: (height, width) of the part inside the grid.
        offset_x, offset_y: where the part begins in the grid.
    """

    grid: tuple[int, int]
    left: int
    top: int
    width: int
    height: int
    size: tuple[int, int]
    offset_x: int
    offset_y: int

    @classmethod
    def fit(cls, image_shape: tuple[int, int], grid: tuple[int, int]) -> Frame:
        """Return the frame that lays an image of (height, width) centred into `grid`."""
        scale = min(grid[0] / image_shape[0], grid[1] / image_shape[1])
        height = max(1, min(grid[0], round(image_shape[0] * scale)))
        width = max(1, min(grid[1], round(image_shape[1] * scale)))
        return cls(
            grid=grid, left=0, top=0, width=image_shape[1], height=image_shape[0],
            size=(height, width),
            offset_x=(grid[1] - width) // 2, offset_y=(grid[0] - height) // 2,
        )

    @classmethod
    def around(cls, ellipse: Ellipse, grid: tuple[int, int]) -> Frame:
        """Return the frame that fills `grid` with the surroundings of an ellipse of the image.

        The box that holds the ellipse, `CLOSE_MARGIN` times as large, fits in just so.
        """
        points = ellipse.points(_OUTLINE_POINTS)
        low, high = points.min(axis=0), points.max(axis=0)
        centre, box = (low + high) / 2, CLOSE_MARGIN * np.maximum(high - low, 1.0)
        pixels = max(box[0] / grid[1], box[1] / grid[0])  # of the image, one pixel of the grid
        width, height = max(1, round(pixels * grid[1])), max(1, round(pixels * grid[0]))
        return cls(
            grid=grid, left=round(centre[0] - width / 2), top=round(centre[1] - height / 2),
            width=width, height=height, size=grid, offset_x=0, offset_y=0,
        )

    @property
    def scale_x(self) -> float:
        """Grid pixels per image pixel; it differs from `scale_y` by rounding alone."""
        return self.size[1] / self.width

    @property
    def scale_y(self) -> float:
        """Grid pixels per image pixel, downwards."""
        return self.size[0] / self.height

    def lay(self, image: GreyImage) -> NDArray[np.uint8]:
        """Return the image's part, (H, W) uint8, resized and laid into a black grid, uint8."""
        resized = cv2.resize(
            self._part(image), (self.size[1], self.size[0]),
            interpolation=cv2.INTER_AREA if self.scale_x < 1 else cv2.INTER_LINEAR,
        )
        laid = np.zeros(self.grid, np.uint8)
        laid[
            self.offset_y : self.offset_y + self.size[0],
            self.offset_x : self.offset_x + self.size[1],
        ] = resized
        return laid

    def _part(self, image: GreyImage) -> GreyImage:
        height, width = image.shape
        if (self.left, self.top, self.width, self.height) == (0, 0, width, height):
            return image
        left, top = max(self.left, 0), max(self.top, 0)
        inside = image[top : max(self.top + self.height, 0), left : max(self.left + self.width, 0)]
        part = np.zeros((self.height, self.width), np.uint8)
        part[
            top - self.top : top - self.top + inside.shape[0],
            left - self.left : left - self.left + inside.shape[1],
        ] = inside
        return part

    def affine(self) -> NDArray[np.float64]:
        """Return the (2, 3) affine map of points of the image to points of the grid."""
        moved = self.to_grid(np.zeros((1, 2)))[0]
        return np.array([[self.scale_x, 0.0, moved[0]], [0.0, self.scale_y, moved[1]]])

    def to_grid(self, points: Points) -> Points:
        """Return points of the image, (N, 2), as points of the grid."""
        scale = np.array([self.scale_x, self.scale_y])
        offset = np.array([self.offset_x, self.offset_y])
        in_grid: Points = (points - self._corner() + 0.5) * scale - 0.5 + offset
        return in_grid

    def to_image(self, points: Points) -> Points:
        """Return points of the grid, (N, 2), as points of the image."""
        scale = np.array([self.scale_x, self.scale_y])
        offset = np.array([self.offset_x, self.offset_y])
        in_image: Points = (points - offset + 0.5) / scale - 0.5 + self._corner()
        return in_image

    def _corner(self) -> NDArray[np.float64]:
        return np.array([self.left, self.top], np.float64)


def normalise(laid: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return grey values 0 to 255 as the network's input, 0 to 1."""
    scaled: NDArray[np.float32] = laid.astype(np.float32) / np.float32(255)
    return scaled
