"""How an image of any size is laid into the grid that the network sees, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hc18viewer.geometry.types import GreyImage, Points



@dataclass(frozen=True, slots=True)
class Frame:
    """The place of an image in the network's grid: its aspect is kept, the rest stays black.

    A pixel's centre at x goes to scale_x (x + 1/2) - 1/2 + offset_x, likewise for y.

    Attributes:
        grid: (height, width) of the network's grid.
        size: (height, width) of the image inside it.
        scale_x, scale_y: grid pixels per image pixel; they differ by the rounding of `size`.
        offset_x, offset_y: where the image begins in the grid.
    """

    grid: tuple[int, int]
    size: tuple[int, int]
    scale_x: float
    scale_y: float
    offset_x: int
    offset_y: int

    @classmethod
    def fit(cls, image_shape: tuple[int, int], grid: tuple[int, int]) -> Frame:
        """Return the frame that lays an image of (height, width) centred into `grid`."""
        scale = min(grid[0] / image_shape[0], grid[1] / image_shape[1])
        height = max(1, min(grid[0], round(image_shape[0] * scale)))
        width = max(1, min(grid[1], round(image_shape[1] * scale)))
        return cls(
            grid=grid,
            size=(height, width),
            scale_x=width / image_shape[1],
            scale_y=height / image_shape[0],
            offset_x=(grid[1] - width) // 2,
            offset_y=(grid[0] - height) // 2,
        )

    def lay(self, image: GreyImage) -> NDArray[np.uint8]:
        """Return the image, (H, W) uint8, resized and laid into a black grid, uint8."""
        shrinks = self.scale_x < 1
        resized = cv2.resize(
            image, (self.size[1], self.size[0]),
            interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR,
        )
        laid = np.zeros(self.grid, np.uint8)
        laid[
            self.offset_y : self.offset_y + self.size[0],
            self.offset_x : self.offset_x + self.size[1],
        ] = resized
        return laid

    def to_grid(self, points: Points) -> Points:
        """Return points of the image, (N, 2), as points of the grid."""
        scale = np.array([self.scale_x, self.scale_y])
        offset = np.array([self.offset_x, self.offset_y])
        in_grid: Points = (points + 0.5) * scale - 0.5 + offset
        return in_grid

    def to_image(self, points: Points) -> Points:
        """Return points of the grid, (N, 2), as points of the image."""
        scale = np.array([self.scale_x, self.scale_y])
        offset = np.array([self.offset_x, self.offset_y])
        in_image: Points = (points - offset + 0.5) / scale - 0.5
        return in_image


def normalise(laid: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return grey values 0 to 255 as the network's input, 0 to 1."""
    scaled: NDArray[np.float32] = laid.astype(np.float32) / np.float32(255)
    return scaled
