"""Draw a training example from a case: place, light and speckle changed at random.

The geometry is one affine map, so the target is drawn from the mapped ellipse and stays exact to
a fraction of a pixel. The sector's look is left as it is; what a model could learn as a short
cut, the grey bar at the upper left and the black box at the lower right, is moved or hidden.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from hc18viewer.geometry.fit import fit_ellipse
from hc18viewer.geometry.mask import ellipse_coverage

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from hc18viewer.geometry.ellipse import Ellipse
    from hc18viewer.geometry.types import FloatImage

    Affine = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Strength:
    """How far each change may go; lengths are shares of the grid's width.

    `close_look` is the share of examples that show the head closely, as the second look at an
    image does; the others show the whole image.
    """

    close_look: float = 0.5
    flip_horizontal: float = 0.5
    flip_vertical: float = 0.2
    rotation_deg: float = 30.0
    scale: tuple[float, float] = (0.75, 1.22)
    stretch: float = 0.12
    shear: float = 0.08
    shift: float = 0.07


def random_affine(
    rng: Generator, *, centre: tuple[float, float], width: float, strength: Strength
) -> Affine:
    """Return a (2, 3) affine map about `centre`, drawn at random."""
    angle = math.radians(rng.normal(0, strength.rotation_deg / 2))
    scale = math.exp(rng.uniform(*np.log(strength.scale)))
    stretch = math.exp(rng.uniform(-strength.stretch, strength.stretch))
    shear = rng.uniform(-strength.shear, strength.shear)
    mirror = -1.0 if rng.random() < strength.flip_horizontal else 1.0
    upturn = -1.0 if rng.random() < strength.flip_vertical else 1.0
    rotation = np.array(
        [[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]
    )
    form = np.array([[stretch, shear], [0.0, 1 / stretch]])
    linear = scale * rotation @ form @ np.diag([mirror, upturn])
    shift = rng.uniform(-strength.shift, strength.shift, 2) * width
    middle = np.array(centre)
    return np.column_stack((linear, middle - linear @ middle + shift))


def map_ellipse(ellipse: Ellipse, affine: Affine) -> Ellipse:
    """Return the image of an ellipse under an affine map (which is an ellipse again)."""
    return fit_ellipse(ellipse.points(72) @ affine[:, :2].T + affine[:, 2])


def draw_example(
    image: NDArray[np.uint8],
    ellipse: Ellipse,
    *,
    grid: tuple[int, int],
    to_grid: Affine,
    rng: Generator,
    strength: Strength,
) -> tuple[FloatImage, FloatImage]:
    """Return an input and its target, both (H, W) float32 in 0 to 1, of the size of `grid`.

    `image`, `ellipse` are the case's, `to_grid` the (2, 3) map from image to grid pixels as the
    predictor would lay it.
    """
    covered: FloatImage = image.astype(np.float32) / np.float32(255)
    if rng.random() < 0.5:
        _hide_corners(covered, rng)
    change = random_affine(
        rng, centre=((grid[1] - 1) / 2, (grid[0] - 1) / 2), width=grid[1], strength=strength
    )
    affine = _compose(change, to_grid)
    placed = np.asarray(
        cv2.warpAffine(covered, affine, (grid[1], grid[0]), flags=cv2.INTER_LINEAR), np.float32
    )
    target = ellipse_coverage(map_ellipse(ellipse, affine), grid)
    return _change_light(placed, rng), target


def _compose(after: Affine, before: Affine) -> Affine:
    linear = after[:, :2] @ before[:, :2]
    return np.column_stack((linear, after[:, :2] @ before[:, 2] + after[:, 2]))


def _hide_corners(image: FloatImage, rng: Generator) -> None:
    """Blacken the grey bar, the black box or a random spot near the edge; draw one elsewhere."""
    height, width = image.shape
    if rng.random() < 0.5:
        image[: int(0.4 * height), : int(0.04 * width)] = 0
    if rng.random() < 0.3:
        top, left = rng.integers(0, int(0.6 * height)), rng.integers(0, int(0.95 * width))
        ramp = np.linspace(1, 0, int(0.3 * height), dtype=np.float32)[:, None]
        part = image[top : top + len(ramp), left : left + int(0.015 * width)]
        if rng.random() < 0.5 and (left < 0.05 * width or left > 0.9 * width):
            part[:] = ramp[: len(part)]
    if rng.random() < 0.5:
        box_height, box_width = int(rng.uniform(0.05, 0.2) * height), int(0.2 * width)
        corner = rng.integers(4)
        rows = slice(0, box_height) if corner < 2 else slice(height - box_height, height)
        columns = slice(0, box_width) if corner % 2 else slice(width - box_width, width)
        image[rows, columns] = 0


def _change_light(image: FloatImage, rng: Generator) -> FloatImage:
    height, width = image.shape
    if rng.random() < 0.3:
        image = _blurred(image, rng.uniform(0.4, 1.4))
    if rng.random() < 0.7:  # contrast of the display
        image = np.power(np.clip(image, 0, 1), math.exp(rng.normal(0, 0.35)), dtype=np.float32)
    if rng.random() < 0.5:  # gain along depth
        knots = np.exp(rng.normal(0, 0.3, 4)).astype(np.float32)
        curve = cv2.resize(knots[:, None], (1, height), interpolation=cv2.INTER_CUBIC)
        image = image * curve
    if rng.random() < 0.5:  # speckle: grain of one to a few pixels, multiplied
        grain = rng.standard_normal((height, width), dtype=np.float32)
        size = rng.uniform(0.3, 1.5)
        grain = _blurred(grain, 1.5 * size, size)
        image = image * (1 + rng.uniform(0.05, 0.3) / max(float(grain.std()), 1e-6) * grain)
    if rng.random() < 0.35:
        image = _cast_shadow(image, rng)
    if rng.random() < 0.5:
        image = image * rng.uniform(0.7, 1.35) + rng.normal(0, 0.02)
    return np.clip(image, 0, 1).astype(np.float32)


def _blurred(image: FloatImage, sigma_x: float, sigma_y: float = 0.0) -> FloatImage:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma_x, sigmaY=sigma_y), np.float32)


def _cast_shadow(image: FloatImage, rng: Generator) -> FloatImage:
    """Darken a wedge that widens from a probe above the image, as bone or air would."""
    height, width = image.shape
    x = np.arange(width, dtype=np.float32) - rng.uniform(0.2, 0.8) * width
    y = np.arange(height, dtype=np.float32)[:, None] + rng.uniform(0.1, 0.5) * height
    off = (x / y - rng.uniform(-0.8, 0.8)) / rng.uniform(0.03, 0.15)
    depth = 1 / (1 + np.exp(-(y - rng.uniform(0.1, 0.8) * height) / (0.05 * height)))
    shadow = rng.uniform(0.3, 0.95) * np.exp(-(off**2)) * depth
    darkened: FloatImage = image * (1 - shadow)
    return darkened
